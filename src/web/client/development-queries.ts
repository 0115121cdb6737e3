/** Development: the list of needs, proposed tracks, the development of one cadre, and the confirmation of a track. */
import { queryOptions } from '@tanstack/react-query'
import type { Development, NeedPage, NewTrackEventBody, TrackPage } from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const needsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['development', 'needs', query],
    queryFn: ({ signal }) => read<NeedPage>('/development', query, signal),
  })

export const tracksQuery = (query: Query) =>
  queryOptions({
    queryKey: ['development', 'tracks', query],
    queryFn: ({ signal }) => read<TrackPage>('/development/tracks', query, signal),
  })

const pathOf = (cadreId: string): string => `/cadres/${encodeURIComponent(cadreId)}`

export const developmentQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['development', 'cadre', cadreId],
    queryFn: ({ signal }) => read<Development>(`${pathOf(cadreId)}/development`, {}, signal),
  })

export const recordTrack = (cadreId: string, event: NewTrackEventBody) =>
  change<Development>('POST', `${pathOf(cadreId)}/track`, event)
