/** What the roster shows, as its address says it: the query, the columns, their order and width, the density. */
import { type RosterFieldName, rosterField, rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import type { Language } from '#domain/text.ts'
import type { RosterView, SavedRosterView, ViewColumn } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { englishWidths, narrowWidths } from '../../../language/words/roster-heads.ts'
import { filterOf } from './clauses.ts'
import { inWidths, type SortKey } from './grid/column.ts'

export type Density = RosterView['density']

export interface Look {
  /** Beside the name, which always comes first. */
  readonly columns: readonly ViewColumn[]
  readonly density: Density
}

/** Rows of one line, and rows with air. */
export const rowHeights: Record<Density, number> = { compact: 30, comfortable: 46 }

const usualFields: readonly RosterFieldName[] = [
  'sex',
  'bornOn',
  'title',
  'postSince',
  'yearsInPost',
  'grassrootsYears',
  'townshipPrincipalYears',
  'education',
  'evaluations',
  'rating',
  'rotation',
]

/** The columns before anybody has chosen. */
export const usualColumns: readonly ViewColumn[] = usualFields.map((field) => ({ field }))

/** As it was set; else what its words take in this language. */
export const widthOf = ({ field, width }: ViewColumn, language: Language): number =>
  inWidths(
    width ?? (language === 'en' ? englishWidths[field] : undefined) ?? narrowWidths[field] ?? rosterField(field).width,
  )

const isField = (name: string): name is RosterFieldName => rosterFieldNames.some((known) => known === name)

/** @example columnsIn('sex.48,age') // [{ field: 'sex', width: 48 }, { field: 'age' }] */
export function columnsIn(text: string): readonly ViewColumn[] {
  return text.split(',').flatMap((part): ViewColumn[] => {
    const [field = '', width] = part.split('.')
    if (!isField(field) || field === 'name') return []
    return [{ field, ...(width !== undefined && Number(width) > 0 ? { width: inWidths(Number(width)) } : {}) }]
  })
}

export const columnsText = (columns: readonly ViewColumn[]): string =>
  columns.map(({ field, width }) => (width === undefined ? field : `${field}.${width}`)).join()

/** The columns of the address, else of the view that is open, else the usual ones; a vacancy brings its verdict. */
export function lookOf(search: Search, open: SavedRosterView | undefined): Look {
  const kept = open?.view
  const own = columnsIn(valueOf(search, 'columns') ?? '')
  const columns = own.length > 0 ? own : (kept?.columns.filter(({ field }) => field !== 'name') ?? usualColumns)
  const density = valueOf(search, 'density') ?? kept?.density
  const verdictAsked = valueOf(search, 'vacancy') !== undefined && !columns.some(({ field }) => field === 'verdict')
  return {
    columns: verdictAsked ? [{ field: 'verdict', width: 96 }, ...columns] : columns,
    density: density === 'comfortable' ? 'comfortable' : 'compact',
  }
}

/** By what the rows are put in order; none is the order kept by hand. */
export function sortIn(search: Search): readonly SortKey[] {
  const all = valueOf(search, 'order') === 'desc'
  return (valueOf(search, 'sort') ?? '')
    .split(',')
    .filter((key) => key !== '' && key !== 'manual')
    .map((key) => {
      const [id = '', direction] = key.split(':')
      return { id, descending: direction === undefined ? all : direction === 'desc' }
    })
    .filter(({ id }) => id === 'post' || (isField(id) && rosterField(id).sort))
}

export function withSort(search: Search, keys: readonly SortKey[]): Search {
  const { sort: _, order: __, ...others } = search
  if (keys.length === 0) return others
  return { ...others, sort: keys.map(({ id, descending }) => (descending ? `${id}:desc` : `${id}:asc`)).join() }
}

/** What a head sorts by: the post goes by the customary order of posts. */
export const sortOfColumn = (field: RosterFieldName): string => (field === 'title' ? 'post' : field)

/** The part of the address that is kept with a view, as text. */
export function queryOf(search: Search): RosterView['query'] {
  const query: Record<string, string | string[]> = {}
  for (const [name, values] of Object.entries(filterOf(search))) {
    const list = [values].flat().map(String)
    query[name] = list.length === 1 ? (list[0] ?? '') : list
  }
  const sort = sortIn(search)
  if (sort.length > 0) query['sort'] = String(withSort({}, sort)['sort'])
  return query
}

/** The address of a view. */
export const addressOf = ({ viewId, view }: SavedRosterView): Search => ({ ...view?.query, view: viewId })

/** A bare address names neither a view nor anything to be shown. */
export const isBare = (search: Search): boolean => Object.keys(search).length === 0

/** Only the name of a view, whose query is still to be filled in. */
export const isViewAlone = (search: Search): boolean =>
  valueOf(search, 'view') !== undefined && Object.keys(search).length === 1

const inOrder = (query: RosterView['query']): string =>
  JSON.stringify(
    Object.entries(query)
      .map(([name, value]) => [name, [value].flat().sort()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Whether what is shown is no longer what the view keeps. */
export function isChanged(search: Search, open: SavedRosterView): boolean {
  if (!open.view) return false
  const look = lookOf(search, open)
  const kept = lookOf({ ...(valueOf(search, 'vacancy') ? { vacancy: 'kept' } : {}) }, open)
  return (
    inOrder(queryOf(search)) !== inOrder(queryOf(open.view.query)) ||
    columnsText(look.columns) !== columnsText(kept.columns) ||
    look.density !== kept.density
  )
}
