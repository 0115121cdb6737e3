import type { Matrix, MatrixColumn } from '#server/contract/index.ts'
import type { Query } from '../../../../client/request.ts'
import { type Search, valueOf, valuesOf } from '../../../../client/search.ts'

/** What of the address filters the matrix; the person in the side panel and the month of the list below do not. */
export function filterOf(search: Search): Query {
  return {
    verdict: valuesOf(search, 'verdict'),
    rule: valueOf(search, 'rule'),
    code: valueOf(search, 'code'),
    only: valueOf(search, 'only'),
    missing: valueOf(search, 'missing'),
    move: valueOf(search, 'move'),
    q: valueOf(search, 'q'),
    sort: valueOf(search, 'sort'),
    order: valueOf(search, 'order'),
  }
}

const filterNames = ['verdict', 'rule', 'code', 'only', 'missing', 'move', 'q']

export const withoutFilter = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !filterNames.includes(name)))

export const isFiltered = (search: Search): boolean => filterNames.some((name) => valueOf(search, name) !== undefined)

export type View = 'all' | 'met' | 'discretion' | 'unknown' | 'unmet' | 'near' | 'turning' | 'demotion'
export const views: readonly View[] = ['all', 'met', 'discretion', 'unknown', 'unmet', 'near', 'turning', 'demotion']

/** The address of a view: another one takes the place of the last, while what was searched for and the person stay. */
export function viewOf(search: Search): View | undefined {
  const verdicts = valuesOf(search, 'verdict')
  const only = valueOf(search, 'only')
  const move = valueOf(search, 'move')
  if (move !== undefined) return views.find((view) => view === move)
  if (only !== undefined) return views.find((view) => view === only)
  if (verdicts.length > 1) return undefined
  return verdicts.length === 0 ? 'all' : views.find((view) => view === verdicts[0])
}

export function withView(search: Search, view: View): Search {
  const { verdict: _verdict, only: _only, move: _move, ...kept } = search
  if (view === 'all') return kept
  if (view === 'demotion') return { ...kept, move: view }
  return view === 'near' || view === 'turning' ? { ...kept, only: view } : { ...kept, verdict: view }
}

/** How many people a view lists; null where the days ahead are not worked out yet. */
export function peopleIn(matrix: Matrix, view: View): number | null {
  if (view === 'all') return matrix.compared - matrix.lower
  if (view === 'demotion') return matrix.lower
  if (view === 'near') return matrix.near
  return view === 'turning' ? matrix.turning : (matrix.counts[view] ?? 0)
}

/**
 * The rules as columns, with their places in the rows: what excludes most people first, then what holds most of them back,
 * then what bears on most; the order of the articles where they are even.
 */
export function columnOrder<Column extends Pick<MatrixColumn, 'excludes' | 'counts'>>(columns: readonly Column[]) {
  const held = ({ counts }: Column) => counts.unknown + counts.discretion
  return columns
    .map((column, at) => ({ column, at }))
    .sort(
      ({ column: a }, { column: b }) => b.excludes - a.excludes || held(b) - held(a) || a.counts.none - b.counts.none,
    )
}
