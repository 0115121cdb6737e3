/** The questions of the frame: what a word finds, and what happened. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NoticeList, SearchAnswer } from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => read<SearchAnswer>('/search', { q }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

const fiveMinutes = 5 * 60_000

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => read<NoticeList>('/notices', {}, signal),
  staleTime: fiveMinutes / 5,
  refetchInterval: fiveMinutes,
})

export const markNoticesRead = (upTo: string) => change<undefined>('POST', '/notices/read', { upTo })
