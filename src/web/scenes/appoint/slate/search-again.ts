import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { NewSlate, SlateRequestShape, SlateShape } from '#server/contract/index.ts'
import { change } from '../../../client/request.ts'
import { slatesQuery } from '../../../client/slate-queries.ts'
import { freeName, nextName } from './relock.ts'

/** Sends a request to be searched and goes to its page. */
export function useSearch() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: NewSlate) => change<Pick<SlateShape, 'slateId'>>('POST', '/slates', body),
    onSuccess: ({ slateId }) => {
      void queries.invalidateQueries({ queryKey: slatesQuery.queryKey })
      return navigate({ to: '/slates/$slateId', params: { slateId } })
    },
  })
}

/** The same slate once more with another request, under the next number of its name. */
export function useSearchAgain({ slateId, name }: Pick<SlateShape, 'slateId' | 'name'>) {
  const search = useSearch()
  const saved = useQuery(slatesQuery).data?.slates ?? []
  const taken = saved.map((slate) => slate.name)
  return {
    ...search,
    again: (request: SlateRequestShape) =>
      search.mutate({ name: freeName(nextName(name), taken), request, basedOn: slateId }),
  }
}
