/** Units, posts and quotas: what is asked of the server. */
import { queryOptions } from '@tanstack/react-query'
import type { QuotasPage, SeatsPage, SimulationShape, UnitDetail, UnitsPage, UnitTree } from '#server/contract/index.ts'
import { type Query, read } from './request.ts'

export const unitTreeQuery = (words: string) =>
  queryOptions({
    queryKey: ['units', 'tree', words],
    queryFn: ({ signal }) => read<UnitTree>('/units/tree', { q: words }, signal),
  })

export const unitsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['units', 'table', query],
    queryFn: ({ signal }) => read<UnitsPage>('/units', query, signal),
  })

export const unitQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId],
    queryFn: ({ signal }) => read<UnitDetail>(`/units/${encodeURIComponent(unitId)}`, {}, signal),
  })

/** The team of a unit as it is now, in the shape of a simulation that changes nothing. */
export const unitTeamQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId, 'team'],
    queryFn: ({ signal }) => read<SimulationShape>(`/units/${encodeURIComponent(unitId)}/team`, {}, signal),
  })

export const seatsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['seats', query],
    queryFn: ({ signal }) => read<SeatsPage>('/seats', query, signal),
  })

export const quotasQuery = (query: Query) =>
  queryOptions({
    queryKey: ['quotas', query],
    queryFn: ({ signal }) => read<QuotasPage>('/quotas', query, signal),
  })
