import { Link } from '@tanstack/react-router'
import type { Today, VacancySummary } from '#server/contract/index.ts'
import { count, month } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState } from '../../parts/states.tsx'

interface LongestOpenProps {
  readonly vacancies: readonly VacancySummary[]
  readonly total: number
  readonly steps: Today['steps'] | undefined
}

/** The seats that have been open longest, each with the step that its case is in. */
export function LongestOpen({ vacancies, total, steps }: LongestOpenProps) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(homeWords.vacancies)}
      explained="vacancy"
      note={say(homeWords.vacanciesNote, { total: count(total), shown: vacancies.length })}
      aside={<Link to="/vacancies">{say(frameWords.all)}</Link>}
      flush
    >
      {vacancies.length === 0 ? (
        <EmptyState why={say(homeWords.noVacancies)} />
      ) : (
        <table className="figures home-vacancies" aria-label={say(homeWords.vacancies)}>
          <thead>
            <tr>
              <th scope="col">{say(homeWords.post)}</th>
              <th scope="col">{say(homeWords.openSince)}</th>
              <th scope="col" className="number">
                {say(homeWords.days)}
              </th>
              <th scope="col">{say(homeWords.step)}</th>
            </tr>
          </thead>
          <tbody>
            {vacancies.map((vacancy) => (
              <VacancyRow key={vacancy.positionId} vacancy={vacancy} step={steps?.[vacancy.positionId]} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function VacancyRow({ vacancy, step }: { vacancy: VacancySummary; step: Today['steps'][string] | undefined }) {
  const { say } = useSpeech()
  const { positionId, unitName, title, from, daysOpen } = vacancy
  return (
    <tr>
      <td>
        <small className="cut quiet" title={unitName}>
          {unitName}
        </small>
        <Link to="/vacancies/$positionId" params={{ positionId }}>
          {title}
        </Link>
      </td>
      <td className="quiet">{month(from)}</td>
      <td className="number">
        <b>{count(daysOpen)}</b>
      </td>
      <td>
        {step ? (
          <Link to="/cases/$caseId" params={{ caseId: step.caseId }}>
            {say(step.title)}
          </Link>
        ) : (
          <span className="quiet">{say(homeWords.noStep)}</span>
        )}
      </td>
    </tr>
  )
}
