/** The questions about rotation ahead and key seats, and what is recorded about a seat. */
import { queryOptions } from '@tanstack/react-query'
import type {
  ExchangeChoices,
  ExchangePlanPage,
  ForecastPage,
  KeySeatDetail,
  KeySeatPage,
  NewExchange,
  NewKeySeatEvent,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const forecastQuery = (query: Query) =>
  queryOptions({
    queryKey: ['rotation', 'forecast', query],
    queryFn: ({ signal }) => read<ForecastPage>('/rotation/forecast', query, signal),
  })

export const exchangePlanQuery = (query: Query) =>
  queryOptions({
    queryKey: ['rotation', 'plan', query],
    queryFn: ({ signal }) => read<ExchangePlanPage>('/rotation/plan', query, signal),
  })

export const exchangeQuery = (cadre: readonly string[]) =>
  queryOptions({
    queryKey: ['rotation', 'exchange', cadre],
    queryFn: ({ signal }) => read<ExchangeChoices>('/rotation/exchange', { cadre }, signal),
    enabled: cadre.length > 0,
  })

export const beginExchange = (exchange: NewExchange) =>
  change<{ slateId: string }>('POST', '/rotation/exchange', exchange)

export const keySeatsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['key-seats', query],
    queryFn: ({ signal }) => read<KeySeatPage>('/key-seats', query, signal),
  })

const at = (positionId: string): string => `/key-seats/${encodeURIComponent(positionId)}`

export const keySeatQuery = (positionId: string) =>
  queryOptions({
    queryKey: ['key-seat', positionId],
    queryFn: ({ signal }) => read<KeySeatDetail>(at(positionId), {}, signal),
  })

export const recordKeySeatEvent = (positionId: string, event: NewKeySeatEvent) =>
  change<KeySeatDetail>('POST', `${at(positionId)}/events`, event)
