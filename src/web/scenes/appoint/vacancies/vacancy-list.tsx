import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { VacancySummary } from '#server/contract/index.ts'
import { vacanciesQuery } from '../../../client/queries.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacanciesWords, vacancyWords } from '../../../language/words/appoint.ts'
import { importWords } from '../../../language/words/imports.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const verdicts = identifiersOf('verdict')

/** Every vacant seat with how the comparison came out; the longest open first. */
export function VacancyList() {
  const { say } = useSpeech()
  const vacancies = useQuery(vacanciesQuery)
  const list = vacancies.data?.vacancies
  return (
    <div className="sheet">
      {vacancies.isError && <ErrorPanel error={vacancies.error} onRetry={() => void vacancies.refetch()} />}
      {vacancies.isPending && <SkeletonRows rows={12} height={36} />}
      {list?.length === 0 && (
        <EmptyState why={say(vacanciesWords.empty)} next={<Link to="/imports">{say(importWords.title)}</Link>} />
      )}
      {list && list.length > 0 && <VacanciesTable vacancies={list} />}
    </div>
  )
}

function VacanciesTable({ vacancies }: { vacancies: readonly VacancySummary[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(vacanciesWords.title)} className="figures vacancies">
      <thead>
        <tr>
          <th scope="col">{say(vacanciesWords.unit)}</th>
          <th scope="col">{say(vacanciesWords.post)}</th>
          <th scope="col">
            <Explained id="theme">{say(vacanciesWords.theme)}</Explained>
          </th>
          <th scope="col">{say(vacanciesWords.level)}</th>
          <th scope="col">{say(vacanciesWords.openSince)}</th>
          <th scope="col" className="number">
            {say(vacanciesWords.days)}
          </th>
          <th scope="col" className="number">
            <Explained id="compared">{say(vacanciesWords.compared)}</Explained>
          </th>
          {verdicts.map((verdict) => (
            <th key={verdict} scope="col" className="number">
              <VerdictShape verdict={verdict} size={12} />{' '}
              <Explained id={verdict}>{say(labelOf('verdict', verdict))}</Explained>
            </th>
          ))}
          <th scope="col" className="number">
            <Explained id="listed">{say(vacanciesWords.listed)}</Explained>
          </th>
          <th scope="col" className="number" title={say(vacancyWords.lowerMeans)}>
            {say(vacancyWords.lower)}
          </th>
        </tr>
      </thead>
      <tbody>
        {vacancies.map((vacancy) => (
          <VacancyRow key={vacancy.positionId} vacancy={vacancy} />
        ))}
      </tbody>
    </WideTable>
  )
}

function VacancyRow({ vacancy }: { vacancy: VacancySummary }) {
  const { say } = useSpeech()
  const { positionId } = vacancy
  return (
    <tr>
      <td className="quiet">{vacancy.unitName}</td>
      <td>
        <Link to="/vacancies/$positionId" params={{ positionId }}>
          {vacancy.title}
        </Link>
      </td>
      <td className="quiet">{vacancy.theme && say(labelOf('theme', vacancy.theme))}</td>
      <td className="quiet">{say(labelOf('postLevel', vacancy.postLevel))}</td>
      <td className="quiet">{month(vacancy.from)}</td>
      <td className="number">{count(vacancy.daysOpen)}</td>
      <td className="number quiet">{count(vacancy.compared)}</td>
      {verdicts.map((verdict) => (
        <td key={verdict} className="number">
          <Link to="/vacancies/$positionId/rules" params={{ positionId }} search={{ verdict }}>
            {count(vacancy.counts[verdict])}
          </Link>
        </td>
      ))}
      <td className="number">
        <b>{count(vacancy.listed)}</b>
      </td>
      <td className="number quiet">
        <Link to="/vacancies/$positionId/rules" params={{ positionId }} search={{ move: 'demotion' }}>
          {count(vacancy.lower)}
        </Link>
      </td>
    </tr>
  )
}
