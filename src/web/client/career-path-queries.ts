/** Paths to a seat, seats proposed for needs of experience, placement rounds of the reserve. */
import { queryOptions } from '@tanstack/react-query'
import type {
  PathAnswer,
  PlacementList,
  PlacementShape,
  PlacementWhyNot,
  PostingEffect,
  PostingPage,
  SeatOffer,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const seatsQuery = (typed: string) =>
  queryOptions({
    queryKey: ['development', 'seats', typed],
    queryFn: ({ signal }) => read<SeatOffer>('/development/seats', { q: typed }, signal),
  })

export const pathsQuery = (cadre: string, position: string) =>
  queryOptions({
    queryKey: ['development', 'paths', cadre, position],
    queryFn: ({ signal }) => read<PathAnswer>('/development/paths', { cadre, position }, signal),
    enabled: cadre !== '' && position !== '',
  })

export const postingsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['development', 'postings', query],
    queryFn: ({ signal }) => read<PostingPage>('/development/postings', query, signal),
  })

export const postingEffectQuery = (cadre: string, position: string) =>
  queryOptions({
    queryKey: ['development', 'effect', cadre, position],
    queryFn: ({ signal }) => read<PostingEffect>('/development/postings/effect', { cadre, position }, signal),
  })

export const placementsQuery = queryOptions({
  queryKey: ['development', 'placements'],
  queryFn: ({ signal }) => read<PlacementList>('/development/placements', {}, signal),
  refetchInterval: ({ state }) => (state.data?.rounds.some((round) => round.state === 'working') ? 2000 : false),
})

/** While it is worked on it is asked for again every half second. */
export const placementQuery = (placementId: string) =>
  queryOptions({
    queryKey: ['development', 'placement', placementId],
    queryFn: ({ signal }) =>
      read<PlacementShape>(`/development/placements/${encodeURIComponent(placementId)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? 500 : false),
  })

export const placementWhyNotQuery = (placementId: string, cadre: string, position: string) =>
  queryOptions({
    queryKey: ['development', 'placement', placementId, 'why-not', cadre, position],
    queryFn: ({ signal }) =>
      read<PlacementWhyNot>(
        `/development/placements/${encodeURIComponent(placementId)}/why-not`,
        { cadre, position },
        signal,
      ),
    retry: false,
  })

export const beginPlacement = () => change<{ placementId: string }>('POST', '/development/placements', {})
export const stopPlacement = (placementId: string) =>
  change<null>('POST', `/development/placements/${encodeURIComponent(placementId)}/stop`, {})
