/** The reserve followed over time. */
import { queryOptions } from '@tanstack/react-query'
import type { ReserveCourseShape, ReservePage } from '#server/contract/index.ts'
import { type Query, read } from './request.ts'

export const reserveQuery = (query: Query) =>
  queryOptions({
    queryKey: ['reserve', query],
    queryFn: ({ signal }) => read<ReservePage>('/reserve', query, signal),
  })

/** Of the same key as the dossier, since both are of one person. */
export const reserveCourseQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'reserve'],
    queryFn: ({ signal }) => read<ReserveCourseShape>(`/reserve/${encodeURIComponent(cadreId)}`, {}, signal),
  })
