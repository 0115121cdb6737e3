/** What the auditor asks: the log, whether its chain holds, how groups compare. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditChainState, AuditPage, NeutralityReport } from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

/** Page after page, the newest first. */
export const auditQuery = (asked: Query) =>
  infiniteQueryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ signal, pageParam }) => read<AuditPage>('/audit', { ...asked, before: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })

export const auditChainQuery = queryOptions({
  queryKey: ['audit', 'chain'],
  queryFn: ({ signal }) => read<AuditChainState>('/audit/chain', {}, signal),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.underWay ? 500 : false),
})

export const verifyAudit = () => change<null>('POST', '/audit/verification')
export const stopVerifying = () => change<undefined>('POST', '/audit/verification/stop')

export const neutralityQuery = queryOptions({
  queryKey: ['neutrality'],
  queryFn: ({ signal }) => read<NeutralityReport>('/neutrality', {}, signal),
})
