/** One person over time: the record as it was known, what changed in it, and relatives. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DossierHistory, DossierKin, DossierThen } from '#server/contract/index.ts'
import { type Query, read } from './request.ts'

const of = (cadreId: string): string => `/cadres/${encodeURIComponent(cadreId)}`

/** What the clocks and the seat compared with ask for; a clock that is left out stands at today. */
export interface ThenAsked {
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
  readonly seat?: string | undefined
}

export const dossierThenQuery = (cadreId: string, { asOf, knownAt, seat }: ThenAsked) =>
  queryOptions<DossierThen>({
    queryKey: ['cadre', cadreId, 'then', asOf, knownAt, seat],
    queryFn: ({ signal }) => read(`${of(cadreId)}/then`, { asOf, knownAt, seat }, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === cadreId ? before : undefined),
  })

export const dossierHistoryQuery = (cadreId: string, page: Query) =>
  queryOptions<DossierHistory>({
    queryKey: ['cadre', cadreId, 'history', page],
    queryFn: ({ signal }) => read(`${of(cadreId)}/history`, page, signal),
    placeholderData: keepPreviousData,
  })

/** When something was recorded: the ticks of the clock, without the rows. */
export const arrivalsQuery = (cadreId: string) => dossierHistoryQuery(cadreId, { limit: 1 })

export const dossierKinQuery = (cadreId: string) =>
  queryOptions<DossierKin>({
    queryKey: ['cadre', cadreId, 'kin'],
    queryFn: ({ signal }) => read(`${of(cadreId)}/kin`, {}, signal),
  })
