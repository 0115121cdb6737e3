import type { Achievement } from '#server/contract/index.ts'
import { figure, percent } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { achievementWords as words } from '../../../language/words/achievement.ts'
import { place } from '../../../parts/interval-bar.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Side = Achievement['sides'][number]
type Way = Side['ways'][number]

/** The same results credited in every listed way, on one scale: how far the value hangs on the assumption. */
export function Ways({ sides }: { sides: readonly Side[] }) {
  const { say } = useSpeech()
  const values = sides.flatMap(({ ways }) => ways.flatMap(({ value }) => value ?? []))
  const reach = 1.15 * Math.max(0.1, ...values.map(Math.abs))
  const scale = { from: -reach, to: reach }
  return (
    <WideTable className="figures ways" label={say(words.way)}>
      <thead>
        <tr>
          <th scope="col">{say(words.way)}</th>
          <td />
          <th scope="col" className="number">
            {say(words.value)}
          </th>
          <th scope="col" className="number">
            {say(words.evidence)}
          </th>
        </tr>
      </thead>
      <tbody>
        {sides.map((side) =>
          side.ways.map((way) => (
            <tr key={`${side.visibility} ${way.scheme.id} ${way.lag?.id}`}>
              <th scope="row">
                {say(words[side.visibility])}
                <small>{wayText(way, say)}</small>
              </th>
              <td className="way-axis">
                <span className="way-track">
                  <span className="way-middle" />
                  {way.value !== null && (
                    <span
                      className={way.isPublished ? 'way-dot published' : 'way-dot'}
                      style={{ left: `${place(scale, way.value)}%` }}
                    />
                  )}
                </span>
              </td>
              <td className="number">{way.value === null ? say(words.notCredited) : figure(way.value, 2)}</td>
              <td className="number" title={say(words.evidence)}>
                {figure(way.evidence, 1)}
              </td>
            </tr>
          )),
        )}
        {sides
          .filter(({ isOverride }) => isOverride)
          .map(({ visibility }) => (
            <tr key={visibility}>
              <td colSpan={4}>{say(words.override, { visibility: words[visibility] })}</td>
            </tr>
          ))}
      </tbody>
    </WideTable>
  )
}

/** The ways that ship with the product have words; one that a place adds is shown by its own name. */
function wayText({ scheme, lag }: Way, say: Say): string {
  const known = words[`scheme.${scheme.id}` as keyof typeof words]
  const principal = scheme.principal === null ? '' : percent(scheme.principal)
  const name = known ? say(known, { principal }) : scheme.id
  return lag === null ? name : `${name} · ${say(words.lag, { after: lag.after })}`
}
