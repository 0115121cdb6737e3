/** The questions about papers that leave: what they are made of, how they will look, what has left. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  DesignHistory,
  DesignList,
  ExportPage,
  PaperChoices,
  PaperRequest,
  PaperView,
  RosterDesign,
  RosterProgress,
  SavedDesign,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const paperChoicesQuery = queryOptions({
  queryKey: ['papers', 'choices'],
  queryFn: ({ signal }) => read<PaperChoices>('/papers/choices', {}, signal),
})

/** Stores nothing, so it is read like any other answer. */
export const paperPreviewQuery = (request: Partial<PaperRequest>) =>
  queryOptions({
    queryKey: ['papers', 'preview', request],
    queryFn: ({ signal }) => change<PaperView>('POST', '/papers/preview', request, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const designsQuery = queryOptions({
  queryKey: ['designs'],
  queryFn: ({ signal }) => read<DesignList>('/roster-designs', {}, signal),
})

export const designHistoryQuery = (designId: string) =>
  queryOptions({
    queryKey: ['designs', designId],
    queryFn: ({ signal }) => read<DesignHistory>(`/roster-designs/${encodeURIComponent(designId)}`, {}, signal),
  })

/** Saves a design as new, or as the next version of the one it was made from. */
export const saveDesign = (name: string, design: RosterDesign, from?: SavedDesign): Promise<SavedDesign> =>
  from === undefined
    ? change('POST', '/roster-designs', { name, design })
    : change('POST', `/roster-designs/${encodeURIComponent(from.designId)}`, { name, design, basedOn: from.version })

export const removeDesign = ({ designId, version }: SavedDesign): Promise<void> =>
  change('DELETE', `/roster-designs/${encodeURIComponent(designId)}?version=${version}`)

export const rosterPreviewQuery = (design: RosterDesign, filter: Query) =>
  queryOptions({
    queryKey: ['rosters', 'preview', design, filter],
    queryFn: ({ signal }) => change<PaperView>('POST', '/rosters/preview', { design, filter }, signal),
    placeholderData: keepPreviousData,
    enabled: design.columns.length > 0,
    retry: false,
  })

export const rosterProgressQuery = (ticket: string | undefined) =>
  queryOptions({
    queryKey: ['rosters', 'progress', ticket],
    queryFn: ({ signal }) => read<RosterProgress>(`/rosters/progress/${ticket}`, {}, signal),
    enabled: ticket !== undefined,
    refetchInterval: 500,
  })

export const exportsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['exports', query],
    queryFn: ({ signal }) => read<ExportPage>('/exports', query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
