import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ReadinessPage, ReadinessStep, VacancySummary } from '#server/contract/index.ts'
import { readinessQuery, vacanciesQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacanciesWords } from '../../../language/words/appoint.ts'
import { importWords } from '../../../language/words/imports.ts'
import { stepWords, timingWords } from '../../../language/words/timing.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { Excluded, Takes } from '../considerations/readiness-cell.tsx'

const pageSize = 50
const steps = Object.keys(stepWords) as ReadinessStep[]

/** The vacancies, and for the chosen one who is ready, one move or two away, or out of reach. */
export function ReadyPart() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/timing' })
  const vacancies = useQuery(vacanciesQuery)
  if (vacancies.isError) return <ErrorPanel error={vacancies.error} onRetry={() => void vacancies.refetch()} />
  if (!vacancies.data) return <SkeletonRows rows={14} height={32} />
  const list = vacancies.data.vacancies
  const chosen = valueOf(search, 'position') ?? list[0]?.positionId
  if (chosen === undefined)
    return <EmptyState why={say(vacanciesWords.empty)} next={<Link to="/imports">{say(importWords.title)}</Link>} />
  return (
    <div className="timing ready">
      <Panel title={say(timingWords.vacancies)} explained="readiness" note={say(timingWords.vacanciesNote)} flush>
        <ul className="ready-seats">
          {list.map((vacancy) => (
            <SeatItem key={vacancy.positionId} vacancy={vacancy} chosen={vacancy.positionId === chosen} />
          ))}
        </ul>
      </Panel>
      <AtSeat positionId={chosen} />
    </div>
  )
}

function SeatItem({ vacancy, chosen }: { vacancy: VacancySummary; chosen: boolean }) {
  const { say } = useSpeech()
  const { positionId, unitName, title, postLevel, counts } = vacancy
  return (
    <li>
      <Link
        to="/timing"
        search={{ part: 'ready', position: positionId }}
        resetScroll={false}
        aria-current={chosen ? 'true' : undefined}
      >
        <span>
          {unitName} {title}
        </span>
        <span className="quiet">{say(labelOf('postLevel', postLevel))}</span>
        <b>{count((counts.met ?? 0) + (counts.discretion ?? 0))}</b>
      </Link>
    </li>
  )
}

function AtSeat({ positionId }: { positionId: string }) {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/timing' })
  const navigate = useNavigate()
  const step = valueOf(search, 'step') ?? 'one'
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const readiness = useQuery({
    ...readinessQuery(positionId, { step, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  if (readiness.isError) return <ErrorPanel error={readiness.error} onRetry={() => void readiness.refetch()} />
  if (!readiness.data) return <SkeletonRows rows={12} height={46} what={say(timingWords.reading)} />
  const page = readiness.data
  const { vacancy } = page
  return (
    <Panel
      title={
        <Link to="/vacancies/$positionId" params={{ positionId: vacancy.positionId }}>
          {say(timingWords.readyFor, { unit: vacancy.unitName, title: vacancy.title })}
        </Link>
      }
      note={say(timingWords.readyNote, { until: day(page.until) })}
      aside={<Steps page={page} positionId={positionId} chosen={step} />}
      className={readiness.isPlaceholderData ? 'stale' : ''}
      flush
    >
      {page.total === 0 ? (
        <EmptyState why={say(timingWords.noneAt)} next={say(timingWords.noneAtNext)} />
      ) : (
        <ReadyTable page={page} />
      )}
      <Pager
        offset={offset}
        size={pageSize}
        total={page.total}
        onMove={(next) =>
          void navigate({
            to: '/timing',
            search: { part: 'ready', position: positionId, step, offset: String(next) },
            resetScroll: false,
          })
        }
      />
    </Panel>
  )
}

function Steps({ page, positionId, chosen }: { page: ReadinessPage; positionId: string; chosen: string }) {
  const { say } = useSpeech()
  return (
    <ul className="views">
      {steps.map((step) => (
        <li key={step}>
          <Link
            to="/timing"
            search={{ part: 'ready', position: positionId, step }}
            resetScroll={false}
            aria-current={step === chosen ? 'true' : undefined}
          >
            {say(stepWords[step])} <span>{count(page.counts[step] ?? 0)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function ReadyTable({ page }: { page: ReadinessPage }) {
  const { say } = useSpeech()
  return (
    <WideTable className="figures" label={say(timingWords.list)}>
      <thead>
        <tr>
          <ColumnHeads heads={[timingWords.name, timingWords.post, timingWords.earliest, timingWords.takes]} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ person, readiness }) => (
          <tr key={person.cadreId}>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                {person.name}
              </Link>
            </td>
            <td>
              {person.unitName} {person.title}
            </td>
            <td className="quiet">{readiness.on && day(readiness.on)}</td>
            <td>
              <Takes readiness={readiness} />
              <Excluded readiness={readiness} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
