/**
 * How two records of people agree, comparison by comparison. Names are compared as written, by their reading and by one
 * character; dates with the precision they have. Sex and native place tell people apart here and enter nothing else.
 */
import { type DateCode, isMonthOnly, monthsBetween } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'

/** A row of any list of people. What is not known is undefined. */
export interface PersonListing {
  readonly id: string
  readonly name: string
  /** How the name is read, e.g. `luchengchuan`; readings are made where a dictionary is at hand. */
  readonly reading: string | undefined
  readonly bornOn: DateCode | undefined
  readonly sex: string | undefined
  readonly nativePlace: string | undefined
  readonly workStartedOn: DateCode | undefined
  /** Units ever served in, by id or name. */
  readonly units: readonly string[]
  readonly citizenId: string | undefined
}

export type Comparison = Identifier<'linkComparison'>
export const comparisons: readonly Comparison[] = identifiersOf('linkComparison')

/** The levels of each comparison, from full agreement to none. */
export const levelNames: Readonly<Record<Comparison, readonly Identifier<'linkLevel'>[]>> = {
  name: ['same', 'same-reading', 'one-character', 'different'],
  born: ['same-day', 'same-month', 'close', 'different'],
  sex: ['same', 'different'],
  'native-place': ['same', 'different'],
  'work-start': ['same', 'close', 'different'],
  units: ['shared', 'none'],
  'citizen-id': ['same', 'one-place', 'different'],
}

export const levelCounts = comparisons.map((comparison) => levelNames[comparison].length)

/**
 * What is believed of pairs that are one person before any are seen, as pseudo-counts: clerks seldom err in a name or a
 * sex, more often in a date, and places and units are often told differently.
 */
export const matchPrior: readonly (readonly number[])[] = [
  [88, 5, 5, 2],
  [60, 25, 10, 5],
  [98, 2],
  [85, 15],
  [70, 15, 15],
  [80, 20],
  [90, 8, 2],
]

/** The level of each comparison, -1 where either does not say. */
export function compareListings(a: PersonListing, b: PersonListing): number[] {
  return [
    nameLevel(a, b),
    both(a.bornOn, b.bornOn, dateLevel),
    both(a.sex, b.sex, (x, y) => (x === y ? 0 : 1)),
    both(a.nativePlace, b.nativePlace, (x, y) => (x.includes(y) || y.includes(x) ? 0 : 1)),
    both(a.workStartedOn, b.workStartedOn, (x, y) => Math.max(0, dateLevel(x, y) - 1)),
    a.units.length === 0 || b.units.length === 0 ? -1 : a.units.some((unit) => b.units.includes(unit)) ? 0 : 1,
    both(a.citizenId, b.citizenId, citizenIdLevel),
  ]
}

const both = <T>(a: T | undefined, b: T | undefined, level: (a: T, b: T) => number): number =>
  a === undefined || b === undefined ? -1 : level(a, b)

function nameLevel(a: PersonListing, b: PersonListing): number {
  if (a.name === b.name) return 0
  if (a.reading !== undefined && a.reading === b.reading) return 1
  return differsInOne([...a.name], [...b.name]) ? 2 : 3
}

/** One character replaced, left out or added. Of names of two characters, half would then be another: they do not count. */
function differsInOne(a: readonly string[], b: readonly string[]): boolean {
  if (Math.min(a.length, b.length) < 2 || Math.max(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1)
    return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  const rest = (name: readonly string[], skip: number): string => name.slice(start + skip).join('')
  if (a.length === b.length) return rest(a, 1) === rest(b, 1)
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1)
}

function dateLevel(a: DateCode, b: DateCode): number {
  if (a === b && !isMonthOnly(a)) return 0
  if (Math.floor(a / 100) === Math.floor(b / 100)) return isMonthOnly(a) || isMonthOnly(b) ? 1 : 2
  const { least, most } = a < b ? monthsBetween(a, b) : monthsBetween(b, a)
  return least <= 2 || (least <= 12 && most >= 12) ? 2 : 3
}

function citizenIdLevel(a: string, b: string): number {
  if (a === b) return 0
  const wrong = [...a].filter((place, at) => place !== b[at]).length
  return a.length === b.length && wrong <= 2 ? 1 : 2
}
