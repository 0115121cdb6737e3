/** What is held why, for how long, and what is deleted. */
import { queryOptions } from '@tanstack/react-query'
import type {
  Erased,
  ImpactAssessments,
  NewAssessment,
  NewErasure,
  NewExpiry,
  ProcessingRegister,
  RetentionPage,
} from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const registerQuery = queryOptions({
  queryKey: ['register'],
  queryFn: ({ signal }) => read<ProcessingRegister>('/register', {}, signal),
})

export const assessmentsQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: ({ signal }) => read<ImpactAssessments>('/assessments', {}, signal),
})

export const signAssessment = (signed: NewAssessment) => change<ImpactAssessments>('POST', '/assessments', signed)

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => read<RetentionPage>('/retention', {}, signal),
})

export const erasePerson = (cadreId: string, erasure: NewErasure) =>
  change<Erased>('POST', `/retention/people/${encodeURIComponent(cadreId)}`, erasure)

export const expireRecords = (kind: string, expiry: NewExpiry) =>
  change<RetentionPage>('POST', `/retention/kinds/${encodeURIComponent(kind)}`, expiry)
