/** The questions about cases of appointment, and what is done to them. */
import { queryOptions } from '@tanstack/react-query'
import type {
  CaseDetail,
  CaseFileShape,
  CaseKnown,
  CaseList,
  CaseOpenings,
  CasePapers,
  NewCase,
  NewCaseEvent,
  PaperFields,
  PaperFiled,
} from '#server/contract/index.ts'
import { change, type Query, queryString, read, upload } from './request.ts'

const at = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}`

export const casesQuery = (asked: Query) =>
  queryOptions({ queryKey: ['cases', asked], queryFn: ({ signal }) => read<CaseList>('/cases', asked, signal) })

export const caseOpeningsQuery = queryOptions({
  queryKey: ['cases', 'openings'],
  queryFn: ({ signal }) => read<CaseOpenings>('/cases/openings', {}, signal),
})

/** The gate is asked for a day: the one on which the next stage is to be entered. */
export const caseQuery = (caseId: string, on?: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'detail', on ?? 'today'],
    queryFn: ({ signal }) => read<CaseDetail>(at(caseId), { on }, signal),
  })

export const openCase = (opening: NewCase) => change<{ caseId: string }>('POST', '/cases', opening)

export const recordEvent = (caseId: string, event: NewCaseEvent) =>
  change<CaseDetail>('POST', `${at(caseId)}/events`, event)

export const casePapersQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'papers'],
    queryFn: ({ signal }) => read<CasePapers>(`${at(caseId)}/papers`, {}, signal),
  })

export const filePaper = (caseId: string, fields: PaperFields, file: Blob) =>
  upload<PaperFiled>(`${at(caseId)}/papers`, fields, file)

export const withdrawPaper = (caseId: string, documentId: string, reason: string) =>
  change<undefined>('POST', `${at(caseId)}/documents/${documentId}/withdrawal`, { reason })

/** Files the findings of the present gate as a paper. */
export const fileGateFindings = (caseId: string) => change<PaperFiled>('POST', `${at(caseId)}/papers/gate-findings`)

export const paperAddress = (caseId: string, paperId: string): string =>
  `/api${at(caseId)}/papers/${encodeURIComponent(paperId)}/content`

export const bindFile = (caseId: string, purpose: string) =>
  change<CaseFileShape>('POST', `${at(caseId)}/files`, { purpose })

/** While it is bound it is asked for again twice a second. */
export const boundFileQuery = (caseId: string, fileId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'file', fileId],
    queryFn: ({ signal }) => read<CaseFileShape>(`${at(caseId)}/files/${fileId}`, {}, signal),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'binding' ? 500 : false),
    gcTime: 0,
  })

export const boundFileAddress = (caseId: string, fileId: string): string => `/api${at(caseId)}/files/${fileId}/content`

export const caseKnownQuery = (caseId: string, asked: { readonly on?: string; readonly known?: string }) =>
  queryOptions({
    queryKey: ['case', caseId, 'known', asked],
    queryFn: ({ signal }) => read<CaseKnown>(`${at(caseId)}/known${queryString(asked)}`, {}, signal),
  })
