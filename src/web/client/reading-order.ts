/**
 * The list that a reader came from, so that a person's page leads on to the next of it. Kept until the window is closed: which
 * list it was and where in it, not who is in it. What other screens hold of the roster (a count of a view, a search) is no
 * list that anybody came from.
 */
import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RosterPage } from '#server/contract/index.ts'
import { pageSize } from './paged-rows.ts'
import { rosterPageQuery } from './queries.ts'
import type { Query } from './request.ts'

export interface Neighbour {
  readonly cadreId: string
  readonly name: string
}

export interface Neighbours {
  readonly before?: Neighbour
  readonly after?: Neighbour
}

/** A list by what it was asked for, and the pages of it that were in sight. */
export interface ListLeft {
  readonly query: Query
  readonly pages: readonly number[]
}

/** The part of a roster's page that leads on. */
export interface ReadPage {
  readonly offset: number
  readonly total: number
  readonly rows: readonly Neighbour[]
}

const memory = 'zhiren.reading-order'

/** Whatever of a list is in sight may be where somebody is opened from. */
export function useReadingOrder(query: Query, pages: readonly number[]): void {
  const list = JSON.stringify({ query, pages } satisfies ListLeft)
  useEffect(() => remember(list), [list])
}

/** The people before and after somebody in the list last looked at, if it holds him or her. */
export function useNeighbours(cadreId: string): Neighbours {
  const left = remembered()
  const near = useQueries({ queries: pageQueries(left, left?.pages ?? []), combine: answersOf })
  const wanted = pagesBeside(near, cadreId)
  const all = useQueries({ queries: pageQueries(left, wanted), combine: answersOf })
  // Whoever reads on past a page comes back to the page that he or she has come to.
  const moved = left && wanted.length > 0 ? JSON.stringify({ query: left.query, pages: wanted }) : undefined
  useEffect(() => {
    if (moved !== undefined) remember(moved)
  }, [moved])
  return neighboursIn(all, cadreId)
}

/** A page that is held is enough: reading on is no reason to ask for the list again. */
const pageQueries = (left: ListLeft | undefined, pages: readonly number[]) =>
  left
    ? pages.map((page) => ({
        ...rosterPageQuery(left.query, page * pageSize, pageSize),
        staleTime: Number.POSITIVE_INFINITY,
      }))
    : []

const answersOf = (results: readonly { readonly data: RosterPage | undefined }[]): readonly RosterPage[] =>
  results.flatMap(({ data }) => data ?? [])

const placeIn = ({ rows }: ReadPage, cadreId: string): number => rows.findIndex((row) => row.cadreId === cadreId)

/** The page that holds somebody, and the one beside it where he or she stands at its edge. */
export function pagesBeside(read: readonly ReadPage[], cadreId: string): readonly number[] {
  const own = read.find((page) => placeIn(page, cadreId) >= 0)
  if (!own) return []
  const page = Math.floor(own.offset / pageSize)
  const place = own.offset + placeIn(own, cadreId)
  const edges = [place - 1, place + 1].filter((beside) => beside >= 0 && beside < own.total)
  return [...new Set([page, ...edges.map((beside) => Math.floor(beside / pageSize))])].sort((a, b) => a - b)
}

/** Those who stand directly before and after somebody, by their places in the whole list. */
export function neighboursIn(read: readonly ReadPage[], cadreId: string): Neighbours {
  const own = read.find((page) => placeIn(page, cadreId) >= 0)
  if (!own) return {}
  const place = own.offset + placeIn(own, cadreId)
  const [before, after] = [personAt(read, place - 1), personAt(read, place + 1)]
  return { ...(before && { before }), ...(after && { after }) }
}

function personAt(read: readonly ReadPage[], place: number): Neighbour | undefined {
  const row = read.map(({ offset, rows }) => rows[place - offset]).find((found) => found !== undefined)
  return row && { cadreId: row.cadreId, name: row.name }
}

function remember(list: string): void {
  try {
    sessionStorage.setItem(memory, list)
  } catch {
    // A browser that keeps nothing shows the person without the way to the next.
  }
}

function remembered(): ListLeft | undefined {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(memory) ?? 'null')
    return isListLeft(list) ? list : undefined
  } catch {
    return undefined
  }
}

const isListLeft = (list: unknown): list is ListLeft =>
  typeof list === 'object' && list !== null && 'query' in list && 'pages' in list && Array.isArray(list.pages)
