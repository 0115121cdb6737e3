/** The questions about what is due, and that it was seen. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { TodoCount, TodoMonth, TodoPage, TodosAhead } from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

export const todosQuery = (asked: Query) =>
  queryOptions({
    queryKey: ['todos', 'list', asked],
    queryFn: ({ signal }) => read<TodoPage>('/todos', asked, signal),
    placeholderData: keepPreviousData,
  })

export const todosAheadQuery = queryOptions({
  queryKey: ['todos', 'ahead'],
  queryFn: ({ signal }) => read<TodosAhead>('/todos/ahead', {}, signal),
})

export const todoMonthQuery = (asked: Query) =>
  queryOptions({
    queryKey: ['todos', 'month', asked],
    queryFn: ({ signal }) => read<TodoMonth>('/todos/month', asked, signal),
    placeholderData: keepPreviousData,
  })

const fiveMinutes = 5 * 60_000

/** Stands on every page: asked again now and then, and after anything was done in a matter. */
export const todoCountQuery = queryOptions({
  queryKey: ['todos', 'count'],
  queryFn: ({ signal }) => read<TodoCount>('/todos/count', {}, signal),
  staleTime: fiveMinutes / 5,
  refetchInterval: fiveMinutes,
})

export const markSeen = (keys: readonly string[]) => change<undefined>('POST', '/todos/seen', { keys })
