/** What is held about oneself, and what one says to it. */
import { queryOptions } from '@tanstack/react-query'
import type {
  HeldRecord,
  OwnAct,
  OwnComputed,
  OwnCorrection,
  OwnRecord,
  OwnRequest,
  OwnVisits,
  RecordCopy,
} from '#server/contract/index.ts'
import { change, read, takeFile } from './request.ts'

export const ownQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => read<OwnRecord>('/me', {}, signal),
})

export const actAsPerson = (matterId: string, act: OwnAct) =>
  change<OwnRecord>('POST', `/me/matters/${encodeURIComponent(matterId)}/events`, act)

export const takeOwnLetter = (matterId: string, seq: number, purpose: string) =>
  takeFile(`/me/matters/${encodeURIComponent(matterId)}/letters/${seq}`, { purpose })

export const askForCorrection = (asked: OwnCorrection) => change<OwnRecord>('POST', '/me/corrections', asked)

export const askOfDepartment = (asked: OwnRequest) => change<OwnRecord>('POST', '/me/requests', asked)

export const computedQuery = queryOptions({
  queryKey: ['me', 'computed'],
  queryFn: ({ signal }) => read<OwnComputed>('/me/computed', {}, signal),
})

export const heldQuery = queryOptions({
  queryKey: ['me', 'record'],
  queryFn: ({ signal }) => read<HeldRecord>('/me/record', {}, signal),
})

export const visitsQuery = queryOptions({
  queryKey: ['me', 'visits'],
  queryFn: ({ signal }) => read<OwnVisits>('/me/visits', {}, signal),
})

export const takeRecordCopy = (format: RecordCopy['format']) => takeFile('/me/record', { format })
