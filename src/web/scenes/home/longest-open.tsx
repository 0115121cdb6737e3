import { Link } from '@tanstack/react-router'
import type { VacancySummary } from '#server/contract/index.ts'
import { count, month } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState } from '../../parts/states.tsx'

/** The seats that have been open longest, with how many people are listed and how many wait for a fact. */
export function LongestOpen({ vacancies, total }: { vacancies: readonly VacancySummary[]; total: number }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(homeWords.vacancies)}
      note={say(homeWords.vacanciesNote, { total: count(total), shown: vacancies.length })}
      aside={<Link to="/vacancies">{say(frameWords.all)}</Link>}
      flush
    >
      {vacancies.length === 0 ? (
        <EmptyState why={say(homeWords.noVacancies)} />
      ) : (
        <table className="figures home-vacancies">
          <thead>
            <tr>
              <th scope="col">{say(homeWords.unit)}</th>
              <th scope="col">{say(homeWords.post)}</th>
              <th scope="col">{say(homeWords.openSince)}</th>
              <th scope="col" className="number">
                {say(homeWords.days)}
              </th>
              <th scope="col" className="number">
                {say(homeWords.listed)}
              </th>
              <th scope="col" className="number">
                {say(homeWords.pending)}
              </th>
            </tr>
          </thead>
          <tbody>
            {vacancies.map((vacancy) => (
              <tr key={vacancy.positionId}>
                <td className="quiet">{vacancy.unitName}</td>
                <td>
                  <Link to="/vacancies/$positionId" params={{ positionId: vacancy.positionId }}>
                    {vacancy.title}
                  </Link>
                </td>
                <td className="quiet">{month(vacancy.from)}</td>
                <td className="number">
                  <b>{count(vacancy.daysOpen)}</b>
                </td>
                <td className="number">{count(vacancy.listed)}</td>
                <td className="number quiet">{count(vacancy.counts.unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
