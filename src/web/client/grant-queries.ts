import { queryOptions } from '@tanstack/react-query'
import type { ByWhatRight, GrantList, NewGrantShape } from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const grantsQuery = (account: string) =>
  queryOptions({
    queryKey: ['grants', account],
    queryFn: ({ signal }) => read<GrantList>(`/accounts/${account}/grants`, {}, signal),
  })

export const byWhatRightQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['by-what-right', cadreId],
    queryFn: ({ signal }) => read<ByWhatRight>(`/cadres/${encodeURIComponent(cadreId)}/rights`, {}, signal),
  })

export const grantReading = (account: string, body: NewGrantShape) =>
  change<GrantList>('POST', `/accounts/${account}/grants`, body)
export const withdrawReading = (account: string, grantId: string, reason: string) =>
  change<GrantList>('POST', `/accounts/${account}/grants/${grantId}/withdrawal`, { reason })
