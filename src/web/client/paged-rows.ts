import { keepPreviousData, type UseQueryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

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

type PageQuery<Answer> = (offset: number, limit: number) => UseQueryOptions<Answer>

/** The rows that a reader sees, by place; both ends included. */
export interface Sight {
  readonly from: number
  readonly to: number
}

const settle = 80
/** Pages out of sight are kept for the way back, and not for good. */
const keptFor = 120_000

/** The pages that hold what is in sight. */
export function pagesInSight({ from, to }: Sight): number[] {
  const first = Math.max(0, Math.floor(from / pageSize))
  const last = Math.max(first, Math.floor(to / pageSize))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/**
 * A long list of which only the pages in sight are held: nothing is made for the rows elsewhere. A page is read once the
 * sight has rested on it; one that has left the sight before it came is no longer asked for.
 */
export function useSparseRows<Row extends object, Answer extends Page<Row>>(
  pageQuery: PageQuery<Answer>,
  sight: Sight,
) {
  const pages = pagesInSight(sight)
  const key = pages.join()
  const [rested, setRested] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), settle)
    return () => clearTimeout(timer)
  }, [key])

  const first = useQuery({ ...pageQuery(0, pageSize), placeholderData: keepPreviousData })
  const later = useQueries({
    queries: pages
      .filter((page) => page > 0)
      .map((page) => ({ ...pageQuery(page * pageSize, pageSize), enabled: rested === key, gcTime: keptFor })),
    combine: (results) => ({
      answers: results.map((result) => result.data),
      failed: results.find((result) => result.error)?.error,
    }),
  })

  const rowAt = useCallback(
    (place: number): Row | undefined => {
      for (const answer of [first.data, ...later.answers]) {
        const row = answer?.rows[place - answer.offset]
        if (row) return row
      }
      return undefined
    },
    [first.data, later.answers],
  )
  return { first, rowAt, total: first.data?.total ?? 0, failed: first.error ?? later.failed }
}

interface Wanted {
  readonly key: string
  readonly pages: readonly number[]
}

/**
 * The whole list as rows, for a table that must be given all of them. The first page is read at once; a placeholder that
 * is drawn asks for its page through `want` and gives it up when it goes out of sight, so that a quick scroll reads only
 * where it stops. `key` names the list: another one starts anew.
 */
export function usePagedRows<Row extends object, Answer extends Page<Row>>(key: string, pageQuery: PageQuery<Answer>) {
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
