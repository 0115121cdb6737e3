/** The calendar of working days. */
import { queryOptions } from '@tanstack/react-query'
import type { NewWorkdays, Workdays } from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const workdaysQuery = queryOptions({
  queryKey: ['workdays'],
  queryFn: ({ signal }) => read<Workdays>('/workdays', {}, signal),
})

export const adoptWorkdays = (year: number, body: NewWorkdays): Promise<Workdays> =>
  change<Workdays>('PUT', `/workdays/${year}`, body)
