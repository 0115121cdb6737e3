import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Considerations } from '#server/contract/index.ts'
import { considerationsQuery } from '../../../client/queries.ts'
import { valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords } from '../../../language/words/comparison.ts'
import { considerationWords as words } from '../../../language/words/considerations.ts'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VacancyHead } from '../vacancy/vacancy-head.tsx'
import { ConsiderationTable } from './consideration-table.tsx'
import './considerations.css'

const mostConsidered = 5

/** Regional need, team need and personal growth side by side, for up to five people; who they are is in the address. */
export function ConsiderationsPage() {
  const { say } = useSpeech()
  const { positionId } = useParams({ from: '/office/vacancies/$positionId/considerations' })
  const chosen = valuesOf(useSearch({ from: '/office/vacancies/$positionId/considerations' }), 'cadres')
  const navigate = useNavigate()
  const sheet = useQuery({ ...considerationsQuery(positionId, chosen), placeholderData: keepPreviousData })
  const show = (cadres: readonly string[]) =>
    void navigate({
      to: '/vacancies/$positionId/considerations',
      params: { positionId },
      search: { cadres: [...cadres] },
      replace: true,
      resetScroll: false,
    })
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />
  if (!sheet.data) return <SkeletonRows rows={14} height={46} />
  const shown = sheet.data.candidates.map(({ person }) => person.cadreId)
  return (
    <>
      <VacancyHead seat={sheet.data.seat} aside={say(words.note)} />
      <div className="considered-who">
        <p className="second">
          {chosen.length === 0 ? say(words.firstTier) : say(words.chosen, { count: shown.length })}
          {chosen.length > 0 && (
            <Link to="/vacancies/$positionId/considerations" params={{ positionId }}>
              {say(words.backToTier)}
            </Link>
          )}
        </p>
        {shown.length < mostConsidered && (
          <PersonSearch
            label={say(comparisonWords.add)}
            chosen={shown}
            onPick={({ cadreId }) => show([...shown, cadreId])}
          />
        )}
      </div>
      <Shown
        sheet={sheet.data}
        stale={sheet.isPlaceholderData}
        onRemove={(id) => show(shown.filter((each) => each !== id))}
      />
    </>
  )
}

interface ShownProps {
  readonly sheet: Considerations
  readonly stale: boolean
  onRemove(cadreId: string): void
}

function Shown({ sheet, stale, onRemove }: ShownProps) {
  const { say } = useSpeech()
  return (
    <div className={stale ? 'sheet stale' : 'sheet'}>
      {sheet.candidates.length === 0 ? (
        <EmptyState why={say(words.nobody)} next={say(words.nobodyNext)} />
      ) : (
        <ConsiderationTable sheet={sheet} {...(sheet.candidates.length > 1 && { onRemove })} />
      )}
    </div>
  )
}
