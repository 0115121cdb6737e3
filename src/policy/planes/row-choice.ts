/** The rows of a list that a question is about. Rows that no seat brings into question are put aside once. */
import type { Parameters } from '../evaluation/values.ts'
import type { Condition } from '../language/types.ts'
import { type Bits, countBits, hasBit, itemsOf, setBit, wordsFor } from './bits.ts'
import type { Domain } from './columns.ts'
import { keyOf, type NodeOf } from './conditions.ts'
import { needsOf } from './needs.ts'
import { andOf, type Plane, uniform } from './plane.ts'
import type { Workspace } from './workspace.ts'

export interface RowChoice {
  readonly domain: Domain
  readonly at: (seat: number) => Plane
}

/** Where the rest is a smaller part of the list than this, it is looked at by itself. */
const worthwhile = 1 / 4

export function rowChoice(
  ws: Workspace,
  list: string,
  where: Condition | undefined,
  parameters: Parameters,
  nodeOf: NodeOf,
): RowChoice {
  const domain = ws.rowsOf(list)
  if (where === undefined) return { domain, at: () => domain.all }
  const whole: RowChoice = { domain, at: nodeOf(ws, domain, where, parameters).at }
  if (where.op !== 'all') return whole
  const isFixed = (part: Condition): boolean => {
    const needs = needsOf(part)
    return needs.seat.length === 0 && !needs.today
  }
  const [fixed, rest] = [where.of.filter(isFixed), where.of.filter((part) => !isFixed(part))]
  if (fixed.length === 0 || rest.length === 0) return whole
  const among: Condition = { op: 'all', of: fixed }
  const left = nodeOf(ws, domain, among, parameters).at(0)
  if (countBits(left.may) > domain.size * worthwhile) return whole
  const part = ws.read(`rows ${list} ${keyOf(among, parameters)}`, () =>
    partOf(domain, left.may, keyOf(among, parameters)),
  )
  const known = narrowed(left, part)
  const { at } = nodeOf(ws, part.domain, { op: 'all', of: rest }, parameters)
  return { domain: part.domain, at: (seat) => andOf(part.domain, known, at(seat)) }
}

interface Part {
  readonly domain: Domain
  /** Where each row stands in the whole list. */
  readonly places: readonly number[]
}

function partOf(whole: Domain, rows: Bits, key: string): Part {
  const places = itemsOf(rows)
  const domain: Domain = {
    ...uniform(places.length),
    name: `${whole.name} ${key}`,
    rows: places.flatMap((place) => whole.rows[place] ?? []),
    owner: Int32Array.from(places, (place) => whole.owner[place] ?? 0),
    enter: (item) => whole.enter(places[item] ?? 0),
  }
  return { domain, places }
}

function narrowed(plane: Plane, { places }: Part): Plane {
  const [yes, may] = [plane.yes, plane.may].map((bits) => {
    const own = new Uint32Array(wordsFor(places.length))
    places.forEach((place, item) => {
      if (hasBit(bits, place)) setBit(own, item)
    })
    return own
  })
  return { yes: yes ?? plane.yes, may: may ?? plane.may }
}
