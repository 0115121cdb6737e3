import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { Matrix, MatrixRow } from '#server/contract/index.ts'
import { isAwaited, usePagedRows } from '../../../../client/paged-rows.ts'
import { horizonQuery, matrixKey, matrixPageQuery } from '../../../../client/queries.ts'
import { type Search, valueOf } from '../../../../client/search.ts'
import { count, day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { eligibilityWords } from '../../../../language/words/eligibility.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { VacancyHead } from '../vacancy-head.tsx'
import '../vacancy.css'
import { EligibilityTable } from './eligibility-table.tsx'
import { filterOf, withoutFilter } from './filter.ts'
import { Filters } from './filters.tsx'
import { HorizonPanel, mostTurns } from './horizon-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import type { Row } from './row.ts'
import './eligibility.css'

/** Every rule for everybody at one vacancy: who is excluded by what, who is one rule short, and when time changes it. */
export function EligibilityPage() {
  const { positionId } = useParams({ from: '/office/vacancies/$positionId/rules' })
  const search = useSearch({ from: '/office/vacancies/$positionId/rules' })
  const navigate = useNavigate()
  const filter = useMemo(() => filterOf(search), [search])
  const { first, rows, want, failed } = usePagedRows<MatrixRow, Matrix>(
    JSON.stringify([positionId, filter]),
    (offset, limit) => matrixPageQuery(positionId, filter, offset, limit),
  )
  const show = (next: Search) =>
    void navigate({
      to: '/vacancies/$positionId/rules',
      params: { positionId },
      search: next,
      replace: true,
      resetScroll: false,
    })
  if (failed) return <ErrorPanel error={failed} onRetry={() => void first.refetch()} />
  if (!first.data) return <SkeletonRows rows={18} height={34} />
  return (
    <Shown matrix={first.data} rows={rows} stale={first.isPlaceholderData} want={want} search={search} onShow={show} />
  )
}

interface ShownProps {
  readonly matrix: Matrix
  readonly rows: readonly Row[]
  readonly stale: boolean
  readonly search: Search
  want(at: number): () => void
  onShow(search: Search): void
}

function Shown({ matrix, rows, stale, search, want, onShow }: ShownProps) {
  const { say } = useSpeech()
  const { positionId } = matrix.seat
  const daysKnown = matrix.turning !== null
  useDaysAhead(positionId, daysKnown)
  const chosen = valueOf(search, 'cadre') ?? matrix.rows[0]?.cadreId
  const choose = (cadre: string) => onShow({ ...search, cadre })
  return (
    <>
      <div className="eligibility-view">
        <VacancyHead
          seat={matrix.seat}
          aside={say(eligibilityWords.sums, {
            compared: count(matrix.compared),
            rules: count(matrix.columns.length),
            horizon: day(matrix.horizon),
          })}
        />
        <Filters matrix={matrix} search={search} onShow={onShow} />
        <div className="eligibility">
          {matrix.total === 0 ? (
            <div className="sheet">
              <EmptyState
                why={say(eligibilityWords.nobody)}
                next={
                  <button type="button" className="plain-button" onClick={() => onShow(withoutFilter(search))}>
                    {say(eligibilityWords.everybody)}
                  </button>
                }
              />
            </div>
          ) : (
            <EligibilityTable
              matrix={matrix}
              rows={rows}
              chosen={chosen}
              stale={stale}
              search={search}
              want={want}
              onChoose={choose}
              onShow={onShow}
            />
          )}
          <PersonPanel
            positionId={positionId}
            cadreId={chosen}
            row={rowOf(rows, chosen)}
            columns={matrix.columns}
            daysKnown={daysKnown}
          />
        </div>
      </div>
      <HorizonPanel positionId={positionId} onChoose={choose} />
    </>
  )
}

/** A matrix does not wait for the days ahead; once the horizon below has come, it is read again and holds them. */
function useDaysAhead(positionId: string, known: boolean) {
  const client = useQueryClient()
  const { dataUpdatedAt } = useQuery(horizonQuery(positionId, mostTurns))
  useEffect(() => {
    if (!known && dataUpdatedAt > 0) void client.invalidateQueries({ queryKey: matrixKey(positionId) })
  }, [client, positionId, known, dataUpdatedAt])
}

function rowOf(rows: readonly Row[], cadreId: string | undefined): MatrixRow | undefined {
  const row = rows.find((one) => one.cadreId === cadreId)
  return row && !isAwaited(row) ? row : undefined
}
