/** The questions about appointment forms: how one will print, who a list names, what is being made. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FormBatches, FormEdition, FormOrderShape, FormPreview, PeopleFound } from '#server/contract/index.ts'
import { change, read, takeFile } from './request.ts'

export interface FormLook {
  readonly edition: FormEdition
  /** To which ages are counted; empty where the form itself says. */
  readonly ageAsOf: string
}

export const formPreviewQuery = (cadreId: string, look: FormLook) =>
  queryOptions({
    queryKey: ['form', cadreId, look],
    queryFn: ({ signal }) => read<FormPreview>(`/cadres/${encodeURIComponent(cadreId)}/form`, { ...look }, signal),
    placeholderData: keepPreviousData,
  })

export const readPeople = (text: string): Promise<PeopleFound> => change('POST', '/forms/people', { text })

/** The people whom an address names by their ids. */
export const namedPeopleQuery = (cadreIds: readonly string[]) =>
  queryOptions({
    queryKey: ['people-named', cadreIds],
    queryFn: () => readPeople(cadreIds.join('\n')),
    enabled: cadreIds.length > 0,
  })

export const makeForms = (order: FormOrderShape): Promise<{ batchId: string }> => change('POST', '/forms', order)

const isUnderWay = (state: string): boolean => state === 'waiting' || state === 'running'

/** While one is under way it is asked for again every half second. */
export const formBatchesQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: ({ signal }) => read<FormBatches>('/forms', {}, signal),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.batches.some((batch) => isUnderWay(batch.state)) ? 500 : false),
})

export const cancelForms = (batchId: string): Promise<void> => change('POST', `/forms/${batchId}/cancel`)

export const takeForms = (batchId: string): Promise<string> => takeFile(`/forms/${batchId}/file`, {})
