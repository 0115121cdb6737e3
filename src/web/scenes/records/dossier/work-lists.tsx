import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { recallFrom } from './recall.ts'
import { Trainings } from './trainings.tsx'

/** What is to be done for and with this person: needs, duties, vacancies, and the records behind them. */
export function WorkLists({ dossier }: { dossier: Dossier }) {
  return (
    <div className="dossier-grid">
      <Needs dossier={dossier} />
      <div className="dossier-column">
        <Duties dossier={dossier} />
        <Vacancies dossier={dossier} />
      </div>
      <Trainings trainings={dossier.trainings} />
      <Statements dossier={dossier} />
    </div>
  )
}

function Needs({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const recall = recallFrom(dossier, say)
  return (
    <Panel title={say(dossierWords.needs)} flush>
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

function Duties({ dossier }: { dossier: Dossier }) {
  const { say, language } = useSpeech()
  return (
    <Panel title={say(dossierWords.rotation)} flush>
      {dossier.rotation.length === 0 && <EmptyState why={say(dossierWords.noRotation)} />}
      <ul>
        {dossier.rotation.map((duty) => (
          <li key={duty.rule + duty.positionId} className="duty">
            <span>
              <b>{month(duty.dueOn)}</b>
              <span className="second">{say(labelOf('dueState', duty.state))}</span>
            </span>
            <span>
              {say(duty.basis.title)} <span className="second">{citationText(duty.basis, language)}</span>
              <span className="second duty-reason">{say(duty.reason)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Vacancies({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(dossierWords.vacancies)} note={say(dossierWords.vacanciesNote)} flush>
      {dossier.vacancies.length === 0 && <EmptyState why={say(dossierWords.noVacancies)} />}
      <ul>
        {dossier.vacancies.map((vacancy) => (
          <li key={vacancy.positionId} className="duty">
            <VerdictMark verdict={vacancy.verdict} />
            <span>
              <Link
                to="/vacancies/$positionId"
                params={{ positionId: vacancy.positionId }}
                search={{ cadre: dossier.cadreId }}
              >
                {vacancy.unitName} {vacancy.title}
              </Link>
              {vacancy.listed && <span className="second">　{say(dossierWords.listed)}</span>}
            </span>
          </li>
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
        <table className="figures">
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
