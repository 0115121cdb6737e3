/** Early signs taken up, what became of them, and who looks at them. */
import { queryOptions } from '@tanstack/react-query'
import type { CareDuties, NewCareDuty, SignLedger, SignTakenUp } from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const signLedgerQuery = queryOptions({
  queryKey: ['signs', 'ledger'],
  queryFn: ({ signal }) => read<SignLedger>('/signs/ledger', {}, signal),
})

export const careDutiesQuery = queryOptions({
  queryKey: ['care-duties'],
  queryFn: ({ signal }) => read<CareDuties>('/care-duties', {}, signal),
})

export const takeUpSign = (order: SignTakenUp) => change<{ matterId: string }>('POST', '/signs/taken-up', order)

export const assignCareDuty = (account: string, duty: NewCareDuty) =>
  change<CareDuties>('PUT', `/care-duties/${encodeURIComponent(account)}`, duty)
