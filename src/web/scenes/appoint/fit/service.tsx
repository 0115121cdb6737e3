import type { FitDetail } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { figure, years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { sumSaid } from './sum.ts'

/** Time in seats like this one, and how much of it counts. */
export function Service({ service }: Pick<FitDetail, 'service'>) {
  const { say } = useSpeech()
  const sumOf = sumSaid(say)
  return (
    <Panel title={say(words.service)} explained="likeness" note={say(words.serviceNote)} flush>
      {!service && (
        <p className="fit-unknown">
          <Unknown wide why={say(words.serviceUnknown)} />
        </p>
      )}
      {service?.length === 0 && <EmptyState why={say(words.noService)} />}
      {service && service.length > 0 && (
        <table className="figures" aria-label={say(words.service)}>
          <thead>
            <tr>
              <th scope="col">{say(words.seat)}</th>
              <th scope="col" className="number">
                {say(words.years)}
              </th>
              <th scope="col" className="number">
                <Explained id="likeness">{say(words.likeness)}</Explained>
              </th>
              <th scope="col" className="number">
                {say(words.counted)}
              </th>
            </tr>
          </thead>
          <tbody>
            {service.map((one) => (
              <tr key={one.evidence}>
                <td>
                  {say(one.label)}
                  <details>
                    <summary>{say(words[one.likeness])}</summary>
                    <p className="second">{sumOf(one.parts, one.similarity)}</p>
                  </details>
                </td>
                <td className="number">{years(one.years)}</td>
                <td className="number">{figure(one.similarity, 2)}</td>
                <td className="number">{years(one.counted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
