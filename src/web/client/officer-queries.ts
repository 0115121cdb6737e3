/** Which cadre an account belongs to. */
import { queryOptions } from '@tanstack/react-query'
import type { NewSource, OfficerPerson, Officers } from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const officersQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: ({ signal }) => read<Officers>('/officers', {}, signal),
})

export const linkOfficer = (account: string, body: OfficerPerson): Promise<Officers> =>
  change<Officers>('PUT', `/officers/${encodeURIComponent(account)}/person`, body)

export const linkSource = (account: string, body: NewSource): Promise<undefined> =>
  change<undefined>('PUT', `/officers/${encodeURIComponent(account)}/source`, body)
