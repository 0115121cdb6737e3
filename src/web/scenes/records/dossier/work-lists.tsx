import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { recallFrom } from './recall.ts'
import { Trainings } from './trainings.tsx'

/** What is to be done for and with this person: needs, training, and what sources have said. */
export function WorkLists({ dossier }: { dossier: Dossier }) {
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Needs dossier={dossier} />
        <Trainings trainings={dossier.trainings} />
      </div>
      <div className="dossier-column">
        <Statements dossier={dossier} />
      </div>
    </div>
  )
}

function Needs({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const recall = recallFrom(dossier, say)
  return (
    <Panel title={say(dossierWords.needs)} explained="development-need" flush>
      {dossier.needs.length === 0 && <EmptyState why={say(dossierWords.noNeeds)} />}
      <ul>
        {dossier.needs.map((need) => (
          <FindingItem
            key={need.need + need.rule}
            finding={need.finding}
            recall={recall}
            after={<p className="proposal">{say(need.proposal)}</p>}
          />
        ))}
      </ul>
    </Panel>
  )
}

function Statements({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const { statements } = dossier
  return (
    <Panel
      title={say(dossierWords.statements)}
      note={say(dossierWords.statementsNote, { total: count(statements.total) })}
      foot={say(dossierWords.political, { ...statements.political })}
      flush
    >
      {statements.byChannel.length === 0 ? (
        <EmptyState why={say(dossierWords.noStatements)} />
      ) : (
        <table className="figures" aria-label={say(dossierWords.statements)}>
          <thead>
            <tr>
              <th scope="col">{say(dossierWords.channel)}</th>
              <th scope="col" className="number">
                {say(dossierWords.count)}
              </th>
              <th scope="col">{say(dossierWords.latest)}</th>
            </tr>
          </thead>
          <tbody>
            {statements.byChannel.map((source) => (
              <tr key={source.channel}>
                <td>{say(labelOf('statementChannel', source.channel))}</td>
                <td className="number">{count(source.count)}</td>
                <td>{day(source.lastOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
