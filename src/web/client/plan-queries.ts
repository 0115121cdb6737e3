/** Plans of development: the list, the steps of one, a new one. */
import { queryOptions } from '@tanstack/react-query'
import type { PlanPage, PlanSteps } from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const plansQuery = (query: Query) =>
  queryOptions({
    queryKey: ['plans', query],
    queryFn: ({ signal }) => read<PlanPage>('/plans', query, signal),
  })

/** Of the same key as the matter, since an act in it changes both. */
export const planStepsQuery = (matterId: string) =>
  queryOptions({
    queryKey: ['matter', matterId, 'steps'],
    queryFn: ({ signal }) => read<PlanSteps>(`/plans/${encodeURIComponent(matterId)}`, {}, signal),
  })

export const openPlan = (cadreId: string) => change<{ matterId: string }>('POST', '/plans', { cadreId })
