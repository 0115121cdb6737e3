/** The questions about grades, rewards, and whom the rules ask people to look at. */
import { queryOptions } from '@tanstack/react-query'
import type { AskedPage, GradePage, RewardPage } from '#server/contract/index.ts'
import { type Query, read } from './request.ts'

export const gradesQuery = (asked: Query) =>
  queryOptions({ queryKey: ['grades', asked], queryFn: ({ signal }) => read<GradePage>('/grades', asked, signal) })

export const rewardsQuery = (asked: Query) =>
  queryOptions({ queryKey: ['rewards', asked], queryFn: ({ signal }) => read<RewardPage>('/rewards', asked, signal) })

export const askedQuery = (about: 'fitness' | 'tolerance', asked: Query) =>
  queryOptions({
    queryKey: [about, asked],
    queryFn: ({ signal }) => read<AskedPage>(`/${about}`, asked, signal),
  })
