/** The roster beyond its rows: everybody of a selection, views that are kept, the order kept by hand. */
import { queryOptions } from '@tanstack/react-query'
import type {
  RosterIds,
  RosterOrderState,
  RosterView,
  RosterViewList,
  SavedRosterView,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

/** Everybody of a selection in its order; asked when an act needs it, not before. */
export const readRosterIds = (query: Query) => read<RosterIds>('/cadres/ids', query)

export const rosterViewsQuery = queryOptions({
  queryKey: ['roster-views'],
  queryFn: ({ signal }) => read<RosterViewList>('/roster-views', {}, signal),
})

export interface ViewDraft {
  readonly name: string
  readonly shared: boolean
  readonly view: RosterView
}

const viewPath = (viewId: string) => `/roster-views/${encodeURIComponent(viewId)}`

export const saveView = (draft: ViewDraft) => change<SavedRosterView>('POST', '/roster-views', draft)

export const changeView = (viewId: string, basedOn: number, draft: ViewDraft) =>
  change<SavedRosterView>('PUT', viewPath(viewId), { ...draft, basedOn })

export const putAwayView = (viewId: string, version: number) =>
  change<SavedRosterView>('DELETE', `${viewPath(viewId)}?version=${version}`)

export const setDefaultView = (viewId: string | null) =>
  change<RosterViewList>('PUT', '/roster-views/default', { viewId })

export const rosterOrderQuery = queryOptions({
  queryKey: ['roster-order'],
  queryFn: ({ signal }) => read<RosterOrderState>('/roster-order', {}, signal),
})

export interface PeopleMove {
  readonly unitId: string
  readonly cadreIds: readonly string[]
  readonly place: { before: string } | { after: string } | { to: 'first' | 'last' }
  readonly basedOn: number
}

export const movePeople = (move: PeopleMove) => change<RosterOrderState>('PUT', '/roster-order/people', move)

export const undoOrder = (basedOn: number) => change<RosterOrderState>('POST', '/roster-order/undo', { basedOn })
