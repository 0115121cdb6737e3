/** The questions about slates. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  SlateChoices,
  SlateList,
  SlatePreviewShape,
  SlateRequestShape,
  SlateShape,
  WhyNotAnswer,
  WhyNotQuestion,
} from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const slatesQuery = queryOptions({
  queryKey: ['slates'],
  queryFn: ({ signal }) => read<SlateList>('/slates', {}, signal),
  refetchInterval: ({ state }) => (state.data?.slates.some((slate) => slate.state === 'searching') ? 2000 : false),
})

export const slateChoicesQuery = queryOptions({
  queryKey: ['slates', 'choices'],
  queryFn: ({ signal }) => read<SlateChoices>('/slates/choices', {}, signal),
})

/** While it is searched it is asked for again every half second. */
export const slateQuery = (slateId: string) =>
  queryOptions({
    queryKey: ['slate', slateId],
    queryFn: ({ signal }) => read<SlateShape>(`/slates/${encodeURIComponent(slateId)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'searching' ? 500 : false),
  })

/** Asks and stores nothing, so it is read like any other answer. */
export const whyNotQuery = (slateId: string, question: WhyNotQuestion) =>
  queryOptions({
    queryKey: ['slate', slateId, 'why-not', question],
    queryFn: ({ signal }) =>
      change<WhyNotAnswer>('POST', `/slates/${encodeURIComponent(slateId)}/why-not`, question, signal),
    retry: false,
  })

/** Stores nothing either. Goals of teams are no matter of it. What was seen stays until the next answer is there. */
export function slatePreviewQuery({ structure, ...rest }: SlateRequestShape) {
  const request: SlateRequestShape = { ...rest, structure: { ...structure, floors: [] } }
  return queryOptions({
    queryKey: ['slates', 'preview', request],
    queryFn: ({ signal }) => change<SlatePreviewShape>('POST', '/slates/preview', { request }, signal),
    enabled: request.vacancies.length > 0 && request.verdicts.length > 0,
    placeholderData: keepPreviousData,
  })
}
