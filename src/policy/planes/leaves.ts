/** Planes of the simplest conditions: what is asked of one value, or of two. Asked once of every distinct value. */
import { type DateCode, earliest, isOnOrBefore, latest } from '#domain/calendar.ts'
import { endOf } from '../evaluation/compile.ts'
import { no, type Truth, truthFrom, truthOf, unknown, yes } from '../evaluation/truth.ts'
import type { Relation, TimeUnit } from '../language/types.ts'
import { wordsFor } from './bits.ts'
import type { Column } from './operands.ts'
import { type Plane, planeFrom, settled, type Uniform, uniformOf } from './plane.ts'

/** Asks each distinct value, and gives the answer to all who have it. */
export function planeOfValues(domain: Uniform, { groups, values }: Column, ask: (value: number) => Truth): Plane {
  if (!groups) return uniformOf(domain, ask(values[0] ?? Number.NaN))
  const { starts, items } = groups
  const sure = new Uint32Array(wordsFor(domain.size))
  const may = new Uint32Array(wordsFor(domain.size))
  for (let group = 0; group < values.length; group += 1) {
    const truth = ask(values[group] ?? Number.NaN)
    if (truth === no) continue
    const end = starts[group + 1] ?? 0
    for (let place = starts[group] ?? 0; place < end; place += 1) {
      const item = items[place] ?? 0
      const mask = 1 << (item & 31)
      const word = item >>> 5
      may[word] = (may[word] ?? 0) | mask
      if (truth === yes) sure[word] = (sure[word] ?? 0) | mask
    }
  }
  return settled(domain, { yes: sure, may })
}

/** Asks every item for itself, of several values. */
export function planeOfSeveral(
  domain: Uniform,
  columns: readonly Column[],
  ask: (...values: readonly number[]) => Truth,
): Plane {
  const varying = columns.filter(({ groups }) => groups !== undefined)
  const [only] = varying
  if (!only || varying.length === 1) {
    const constants = columns.map((column) => column.values[0] ?? Number.NaN)
    const place = only ? columns.indexOf(only) : 0
    return planeOfValues(domain, only ?? columns[0] ?? { groups: undefined, values: new Float64Array(1) }, (value) => {
      constants[place] = value
      return ask(...constants)
    })
  }
  const given = columns.map(() => Number.NaN)
  return planeFrom(domain, (item) => {
    columns.forEach(({ groups, values }, place) => {
      given[place] = values[groups ? (groups.classOf[item] ?? 0) : 0] ?? Number.NaN
    })
    return ask(...given)
  })
}

/** Two values, as `compare` relates them; ranks where they are terms with an order. */
export function related(relation: Relation): (a: number, b: number) => Truth {
  return (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return unknown
    if (relation === 'equals') return truthOf(a === b)
    return truthOf(relation === 'at-least' ? a >= b : relation === 'at-most' ? a <= b : a > b)
  }
}

export const isAmong =
  (members: ReadonlySet<number>) =>
  (value: number): Truth =>
    Number.isNaN(value) ? unknown : truthOf(members.has(value))

export const isKnown = (value: number): Truth => truthOf(!Number.isNaN(value))

export const hasCome =
  (today: DateCode) =>
  (day: number): Truth =>
    Number.isNaN(day) ? unknown : truthFrom(isOnOrBefore(day, today))

/** Has so long passed from one date to another? Working days are not told here. */
export const hasPassed =
  (unit: Exclude<TimeUnit, 'workdays'>) =>
  (since: number, amount: number, until: number): Truth => {
    if (Number.isNaN(since) || Number.isNaN(amount) || Number.isNaN(until)) return unknown
    const { first, last } = endOf(since, amount, unit, undefined)
    return last <= earliest(until) ? yes : first > latest(until) ? no : unknown
  }
