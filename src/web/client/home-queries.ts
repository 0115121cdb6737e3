/** What the first pages ask, by role, beside the figures of the last analysis. */
import { queryOptions } from '@tanstack/react-query'
import type { Health, Today } from '#server/contract/index.ts'
import { read } from './request.ts'

export const todayQuery = queryOptions({
  queryKey: ['home', 'today'],
  queryFn: ({ signal }) => read<Today>('/home/today', {}, signal),
})

const halfMinute = 30_000

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read<Health>('/health', {}, signal),
  refetchInterval: halfMinute,
})
