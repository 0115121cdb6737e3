import { keepPreviousData, type UseQueryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'

export const pageSize = 100

/** A row whose page has not come yet keeps its place. */
export interface AwaitedRow {
  readonly cadreId: string
  readonly awaited: number
}

export const isAwaited = <Row extends object>(row: Row | AwaitedRow): row is AwaitedRow => 'awaited' in row

interface Page<Row> {
  readonly total: number
  readonly offset: number
  readonly rows: readonly Row[]
}

interface Wanted {
  readonly key: string
  readonly pages: readonly number[]
}

/**
 * The whole list as rows for a virtual table. The first page is read at once; a placeholder that is drawn asks for its
 * page through `want` and gives it up when it goes out of sight, so that a quick scroll reads only where it stops.
 * `key` names the list: another one starts anew.
 */
export function usePagedRows<Row extends object, Answer extends Page<Row>>(
  key: string,
  pageQuery: (offset: number, limit: number) => UseQueryOptions<Answer>,
) {
  const [wanted, setWanted] = useState<Wanted>({ key, pages: [] })
  const pages = useMemo(() => (wanted.key === key ? wanted.pages : []), [wanted, key])

  const first = useQuery({ ...pageQuery(0, pageSize), placeholderData: keepPreviousData })
  const later = useQueries({
    queries: pages.map((page) => pageQuery(page * pageSize, pageSize)),
    combine: (results) => ({
      answers: results.map((result) => result.data),
      failed: results.find((r) => r.error)?.error,
    }),
  })

  const rows = useMemo<readonly (Row | AwaitedRow)[]>(() => {
    if (!first.data) return []
    const list: (Row | AwaitedRow)[] = Array.from({ length: first.data.total }, (_, at) => ({
      cadreId: `awaited ${at}`,
      awaited: at,
    }))
    for (const answer of [first.data, ...later.answers]) {
      answer?.rows.forEach((row, at) => {
        list[answer.offset + at] = row
      })
    }
    return list
  }, [first.data, later.answers])

  const want = useWant(
    useCallback(
      (asked: readonly number[]) =>
        setWanted((known) => {
          const before = known.key === key ? known.pages : []
          const added = asked.filter((page) => page > 0 && !before.includes(page))
          return added.length === 0 && known.key === key ? known : { key, pages: [...before, ...added] }
        }),
      [key],
    ),
  )
  return { first, rows, want, failed: first.error ?? later.failed }
}

const settle = 80

function useWant(flush: (pages: readonly number[]) => void) {
  const inSight = useRef(new Map<number, number>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback(
    (at: number) => {
      const page = Math.floor(at / pageSize)
      const counts = inSight.current
      counts.set(page, (counts.get(page) ?? 0) + 1)
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => flush([...counts.keys()].filter((known) => (counts.get(known) ?? 0) > 0)),
        settle,
      )
      return () => {
        counts.set(page, (counts.get(page) ?? 1) - 1)
      }
    },
    [flush],
  )
}
