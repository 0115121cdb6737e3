/** The questions about training, and what is done in it. */
import { queryOptions } from '@tanstack/react-query'
import type {
  NewClass,
  NewClassAct,
  PlanEditShape,
  TrainingClassDetail,
  TrainingLedger,
  TrainingNeedPage,
  TrainingPage,
  YearPlanShape,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const trainingQuery = (year?: string) =>
  queryOptions({
    queryKey: ['training', year],
    queryFn: ({ signal }) => read<TrainingPage>('/training', { year }, signal),
  })

export const trainingNeedsQuery = (asked: Query) =>
  queryOptions({
    queryKey: ['training', 'needs', asked],
    queryFn: ({ signal }) => read<TrainingNeedPage>('/training/needs', asked, signal),
  })

export const trainingClassQuery = (classId: string) =>
  queryOptions({
    queryKey: ['training', 'class', classId],
    queryFn: ({ signal }) => read<TrainingClassDetail>(`/training/classes/${encodeURIComponent(classId)}`, {}, signal),
  })

export const yearPlanQuery = (year?: string) =>
  queryOptions({
    queryKey: ['training', 'plan', year],
    queryFn: ({ signal }) => read<YearPlanShape>('/training/plan', { year }, signal),
  })

export const trainingLedgerQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['training', 'ledger', cadreId],
    queryFn: ({ signal }) => read<TrainingLedger>(`/cadres/${encodeURIComponent(cadreId)}/training`, {}, signal),
  })

export const ownTrainingQuery = queryOptions({
  queryKey: ['training', 'own'],
  queryFn: ({ signal }) => read<TrainingLedger>('/me/training', {}, signal),
})

export const openClass = (wanted: NewClass) => change<{ classId: string }>('POST', '/training/classes', wanted)

export const recordClassEvent = (
  classId: string,
  event: { readonly version: number; readonly on: string; readonly act: NewClassAct },
) => change<TrainingClassDetail>('POST', `/training/classes/${encodeURIComponent(classId)}/events`, event)

export const makePlan = (year: number, version: number) =>
  change<YearPlanShape>('POST', '/training/plan', { year, version })

export const editPlan = (year: number, version: number, edit: PlanEditShape) =>
  change<YearPlanShape>('POST', '/training/plan/edits', { year, version, edit })

export const adoptPlan = (year: number, version: number) =>
  change<YearPlanShape>('POST', '/training/plan/adoption', { year, version })
