/**
 * Three-valued truths of many items at once, in Kleene's logic: one set of those surely so, and one of those possibly so.
 * `and`, `or` and `not` are a few word operations for 32 items. Planes are never changed once made, so they are shared.
 */
import { no, type Truth, unknown, yes } from '../evaluation/truth.ts'
import { type Bits, fullBits, hasBit, wordsFor } from './bits.ts'

export interface Plane {
  readonly yes: Bits
  /** Surely or possibly so; holds all of `yes`. */
  readonly may: Bits
}

/** The three planes that say the same of every item; told by identity, so that they cost nothing. */
export interface Uniform {
  readonly size: number
  readonly none: Plane
  readonly all: Plane
  readonly open: Plane
}

export function uniform(size: number): Uniform {
  const full = fullBits(size)
  const empty = new Uint32Array(wordsFor(size))
  return { size, none: { yes: empty, may: empty }, all: { yes: full, may: full }, open: { yes: empty, may: full } }
}

export const uniformOf = (uniform: Uniform, truth: Truth): Plane =>
  truth === yes ? uniform.all : truth === no ? uniform.none : uniform.open

export const truthIn = (plane: Plane, item: number): Truth =>
  hasBit(plane.yes, item) ? yes : hasBit(plane.may, item) ? unknown : no

/** The shared plane, where one says the same; else one array for both sets where nothing is unknown. */
export function settled(uniform: Uniform, plane: Plane): Plane {
  const { none, all } = uniform
  if (isSame(plane.may, none.may)) return none
  if (isSame(plane.yes, all.yes)) return all
  return isExact(plane) || !isSame(plane.yes, plane.may) ? plane : { yes: plane.may, may: plane.may }
}

export function isSame(one: Bits, other: Bits): boolean {
  for (let w = 0; w < one.length; w += 1) if (one[w] !== other[w]) return false
  return true
}

/** Nothing is unknown; both sets are one array. */
const isExact = (plane: Plane): boolean => plane.yes === plane.may

function bothSets(a: Bits, b: Bits): Bits {
  const joint = new Uint32Array(a.length)
  for (let w = 0; w < joint.length; w += 1) joint[w] = (a[w] ?? 0) & (b[w] ?? 0)
  return joint
}

function eitherSet(a: Bits, b: Bits): Bits {
  const joint = new Uint32Array(a.length)
  for (let w = 0; w < joint.length; w += 1) joint[w] = (a[w] ?? 0) | (b[w] ?? 0)
  return joint
}

function bySide(a: Plane, b: Plane, join: (a: Bits, b: Bits) => Bits): Plane {
  const yes = join(a.yes, b.yes)
  return { yes, may: isExact(a) && isExact(b) ? yes : join(a.may, b.may) }
}

export function andOf(uniform: Uniform, a: Plane, b: Plane): Plane {
  const { none, all } = uniform
  if (a === none || b === all || a === b) return a
  if (b === none || a === all) return b
  return settled(uniform, bySide(a, b, bothSets))
}

export function orOf(uniform: Uniform, a: Plane, b: Plane): Plane {
  const { none, all } = uniform
  if (a === all || b === none || a === b) return a
  if (b === all || a === none) return b
  return settled(uniform, bySide(a, b, eitherSet))
}

export function notOf(uniform: Uniform, a: Plane): Plane {
  const { none, all, open } = uniform
  if (a === none) return all
  if (a === all) return none
  if (a === open) return open
  const sure = others(a.may, all.may)
  return { yes: sure, may: isExact(a) ? sure : others(a.yes, all.may) }
}

const others = (bits: Bits, all: Bits): Bits => {
  const rest = new Uint32Array(bits.length)
  for (let w = 0; w < rest.length; w += 1) rest[w] = (all[w] ?? 0) & ~(bits[w] ?? 0)
  return rest
}

/** Asks every item by itself. */
export function planeFrom(uniform: Uniform, ask: (item: number) => Truth): Plane {
  const { size } = uniform
  const words = wordsFor(size)
  const sure = new Uint32Array(words)
  const may = new Uint32Array(words)
  for (let w = 0, item = 0; w < words; w += 1) {
    let y = 0
    let m = 0
    const end = Math.min(size, item + 32)
    for (let bit = 1; item < end; item += 1, bit <<= 1) {
      const truth = ask(item)
      if (truth === yes) y |= bit
      if (truth !== no) m |= bit
    }
    sure[w] = y
    may[w] = m
  }
  return settled(uniform, { yes: sure, may })
}
