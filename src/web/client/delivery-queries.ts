/** What a source hands in, and what the department does with it. */
import { queryOptions } from '@tanstack/react-query'
import type { ArrivedDeliveries, NewOutcome, NewStatement, OwnDeliveries } from '#server/contract/index.ts'
import { change, read, upload } from './request.ts'

/** While a file is being read it is asked for again every second. */
export const ownDeliveriesQuery = queryOptions({
  queryKey: ['deliveries', 'own'],
  queryFn: ({ signal }) => read<OwnDeliveries>('/deliveries/own', {}, signal),
  refetchInterval: ({ state }) => (state.data?.deliveries.some(({ fate }) => fate === 'reading') ? 1000 : false),
})

export const arrivedQuery = queryOptions({
  queryKey: ['deliveries', 'arrived'],
  queryFn: ({ signal }) => read<ArrivedDeliveries>('/deliveries', {}, signal),
})

export const handInStatement = (statement: NewStatement) =>
  change<OwnDeliveries>('POST', '/deliveries/statements', statement)

export const handInFile = (file: File) => upload<OwnDeliveries>('/deliveries/files', { name: file.name }, file)

export const takeBack = (deliveryId: string) =>
  change<OwnDeliveries>('DELETE', `/deliveries/own/${encodeURIComponent(deliveryId)}`)

export const settleDelivery = (deliveryId: string, outcome: NewOutcome) =>
  change<ArrivedDeliveries>('POST', `/deliveries/${encodeURIComponent(deliveryId)}/outcome`, outcome)
