/**
 * Cuts pages of the roster and counts it. Each filter is asked of the database once and kept as the set of whom it holds, each
 * sorting as an order; a page is the cut of sets along an order, and only those of its rows are read that nobody has asked for
 * lately. What an account may see is one set more, which the database itself cuts. Whatever is read tells the mark of the edition: under another mark than the one expected all that was kept is thrown away, and the question asked anew.
 */

import { inTurn } from '#domain/in-turn.ts'
import { bandFacets, type FacetName } from '#domain/lexicon/roster-facets.ts'
import { type Records, readingFor, readingForSystem } from '#records/index.ts'
import {
  type BandCount,
  bandsOf,
  currentEdition,
  type Edition,
  type EditionMark,
  type GroupQuantiles,
  type Places,
  type RosterFilter,
  type RosterSelection,
  readGroups,
  readMark,
  readPlacesBy,
  readPlacesOf,
  readPlacesWhere,
  readRowsAt,
  type SortKey,
} from '#records/queries/index.ts'
import type { Sight } from '../access/sight.ts'
import type { RosterLine } from '../contract/index.ts'
import { notAnalysed } from '../http/refusal.ts'
import { plainFields, presentRosterLine } from '../presenters/roster.ts'
import { createKeep, type Keep } from './keep.ts'
import { createLineKeep, type Lines } from './line-keep.ts'
import { countIn, countOfBoth, joint, type Order, orderOf, type PlaceSet, setOf, sliceOf } from './place-set.ts'

export interface RosterDesk {
  /** A page under the edition that it was cut from. @throws Refusal 503 before the first analysis */
  page(selection: RosterSelection, sight: Sight | null): Promise<CutPage>
  statistics(filter: RosterFilter, facets: readonly FacetName[] | undefined, sight: Sight | null): Promise<Counted>
}

export interface CutPage {
  readonly edition: Edition
  readonly total: number
  /** Everybody serving. */
  readonly whole: number
  readonly lines: readonly RosterLine[]
  /** The comparable groups of ratings, as they are asked for. */
  groupOf(group: string): Promise<GroupQuantiles | undefined>
}

export interface Counted {
  readonly edition: Edition
  readonly total: number
  readonly whole: number
  readonly facets: ReadonlyMap<FacetName, readonly BandCount[]>
}

/** What is kept of one edition: some 25 MB of sets, twice as much of orders and as much of lines at 100,000 people. */
interface Standing {
  readonly edition: Edition
  /** The greatest place and one. */
  readonly size: number
  readonly customary: Order
  readonly serving: PlaceSet
  readonly sets: Keep<PlaceSet>
  readonly orders: Keep<Order>
  readonly linesOf: (shape: string) => Lines
  readonly groups: Keep<GroupQuantiles | undefined>
}

const [mostSets, mostOrders, mostGroups, mostLines] = [2000, 64, 200, 30_000]

/** What was read belongs to another edition than the one it was to join. */
class Overtaken extends Error {}

export function openRosterDesk({ database }: Pick<Records, 'database'>): RosterDesk {
  let standing: Promise<Standing> | undefined
  const markNow = inTurn(() => readMark(database))

  function now(): Promise<Standing> {
    if (standing) return standing
    const made = stand()
    standing = made
    made.catch(() => forget(made))
    return made
  }
  function forget(old: Promise<Standing>): void {
    if (standing === old) standing = undefined
  }

  /** Answers from what is kept for everybody; anew where the edition was overtaken meanwhile. */
  const answer = <T>(from: (held: Standing) => Promise<T>): Promise<T> => readingForSystem(() => answerOf(from))

  async function answerOf<T>(from: (held: Standing) => Promise<T>): Promise<T> {
    for (;;) {
      const held = now()
      try {
        return await from(await held)
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        forget(held)
      }
    }
  }

  async function stand(): Promise<Standing> {
    const edition = await currentEdition(database)
    if (!edition) throw notAnalysed()
    const places = placesOf(edition, await readPlacesBy(database, [{ by: 'manual', order: 'asc' }]))
    const size = places.reduce((most, place) => Math.max(most, place), 0) + 1
    const serving = placesOf(edition, await readPlacesOf(database, edition.runId, { status: 'serving' }))
    return {
      edition,
      size,
      customary: orderOf(places, size),
      serving: setOf(serving, size),
      sets: createKeep(mostSets),
      orders: createKeep(mostOrders),
      linesOf: createLineKeep(mostLines),
      groups: createKeep(mostGroups),
    }
  }

  const pieceOf = ({ edition, size, sets }: Standing, piece: RosterFilter): Promise<PlaceSet> =>
    sets(JSON.stringify(piece), async () =>
      setOf(placesOf(edition, await readPlacesOf(database, edition.runId, piece)), size),
    )

  /** Whom the reader sees; undefined where that is everybody. */
  async function seenBy({ edition, size, sets }: Standing, sight: Sight | null): Promise<PlaceSet | undefined> {
    if (sight === null || sight.seesEverybody) return undefined
    return sets(sight.key, async () => {
      const seen = await readingFor(sight.reader, () => readPlacesOf(database, edition.runId, { status: 'all' }))
      return setOf(placesOf(edition, seen), size)
    })
  }

  /** Of whom a filter holds, those the reader sees; undefined where that is everybody. */
  async function chosen(
    held: Standing,
    filter: RosterFilter,
    seen: PlaceSet | undefined,
  ): Promise<PlaceSet | undefined> {
    const pieces = await Promise.all(piecesOf(filter).map((piece) => pieceOf(held, piece)))
    return joint(seen === undefined ? pieces : [seen, ...pieces])
  }

  const ordered = async ({ edition, size, customary, orders }: Standing, keys: readonly SortKey[]): Promise<Order> =>
    keys.length === 1 && keys[0]?.by === 'manual' && keys[0].order === 'asc'
      ? customary
      : orders(JSON.stringify(keys), async () => orderOf(placesOf(edition, await readPlacesBy(database, keys)), size))

  /** The lines at some places: those not kept are read, and either way the edition must still be this one. */
  async function linesAt({ edition, linesOf }: Standing, places: readonly number[], asked: RosterSelection) {
    const { fields = plainFields, filter } = asked
    const kept = linesOf(JSON.stringify([fields, filter.vacancy]))
    const lines = new Map(places.map((place) => [place, kept.get(place)]))
    const missing = places.filter((place) => lines.get(place) === undefined)
    if (missing.length === 0) demand(edition, await markNow())
    else {
      const { mark, rows } = await readRowsAt(database, edition.runId, missing, { fields, filter })
      demand(edition, mark)
      for (const [place, row] of rows) {
        const line = presentRosterLine(row, fields, edition.years)
        kept.set(place, line)
        lines.set(place, line)
      }
    }
    return places.flatMap((place) => lines.get(place) ?? [])
  }

  return {
    page: (selection, sight) =>
      answer(async (held) => {
        const { edition, customary, groups } = held
        const { filter, sort, offset, limit } = selection
        const seen = await seenBy(held, sight)
        const [set, order] = await Promise.all([chosen(held, filter, seen), ordered(held, sort)])
        const total = set === undefined ? customary.places.length : countIn(set)
        return {
          edition,
          total,
          whole: seen === undefined ? countIn(held.serving) : countOfBoth(held.serving, seen),
          lines: await linesAt(held, sliceOf(order, set, total, offset, limit), selection),
          groupOf: (group) =>
            groups(group, async () => (await readGroups(database, [{ measure: 'rating', group }]))[0]),
        }
      }),
    statistics: (filter, facets = bandFacets, sight) =>
      answer(async (held) => {
        const { edition, size, customary, sets } = held
        demand(edition, await currentEdition(database))
        const seen = await seenBy(held, sight)
        const serving = seen === undefined ? held.serving : (joint([held.serving, seen]) ?? held.serving)
        const set = (await chosen(held, filter, seen)) ?? setOf(customary.places, size)
        const counted = facets.map(async (facet) => {
          const bands = bandsOf(facet).map(async ({ id, condition }): Promise<BandCount> => {
            const band = await sets(`${facet} ${id}`, async () =>
              setOf(placesOf(edition, await readPlacesWhere(database, condition)), size),
            )
            return { id, count: countOfBoth(set, band), whole: countOfBoth(serving, band) }
          })
          return [facet, await Promise.all(bands)] as const
        })
        return { edition, total: countIn(set), whole: countIn(serving), facets: new Map(await Promise.all(counted)) }
      }),
  }
}

function demand(edition: Edition, mark: EditionMark | undefined): void {
  if (mark?.runId !== edition.runId || mark.stamp !== edition.stamp) throw new Overtaken('another edition')
}

function placesOf(edition: Edition, { mark, places }: Places): Uint32Array {
  demand(edition, mark)
  return places
}

/** A filter as filters that hold together, each kept by itself; a verdict belongs to its vacancy. */
export function piecesOf({ status, vacancy, verdict, where, ...others }: RosterFilter): readonly RosterFilter[] {
  const all = { status: 'all' } as const
  const plain = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [{ ...all, [name]: value }],
  )
  const leaves = where === undefined ? [] : 'all' in where ? where.all : [where]
  return [
    ...(status === 'all' ? [] : [{ status }]),
    ...plain,
    ...(vacancy === undefined ? [] : [{ ...all, vacancy, verdict }]),
    ...leaves.map((leaf) => ({ ...all, where: leaf })),
  ]
}
