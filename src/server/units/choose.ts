/** Which units, seats and quotas are asked for. */
import { wholeReading } from '#records/queries/index.ts'
import type { ChosenUnits, UnitMark, UnitsQuery } from '../contract/index.ts'
import type { Establishment, UnitOnBoard } from './establishment.ts'

/** Words in a name, or the beginning of a syllable of its pinyin; without words everything. */
export function namesMatch(words: string | undefined): (one: { name: string; reading: string }) => boolean {
  const wanted = words?.trim().toLowerCase() ?? ''
  if (wanted === '') return () => true
  const typed = wanted.replaceAll(/[\s']/g, '')
  const isPinyin = /^[a-z0-9]+$/.test(typed)
  return ({ name, reading }) => name.toLowerCase().includes(wanted) || (isPinyin && reading.includes(` ${typed}`))
}

/** The unit and everything below it; all where none is named. */
export const isUnder =
  (unitId: string | undefined) =>
  (unit: Pick<UnitOnBoard, 'unitId' | 'above'>): boolean =>
    unitId === undefined || unit.unitId === unitId || unit.above.includes(unitId)

const marked: Readonly<Record<UnitMark, (unit: UnitOnBoard) => boolean>> = {
  vacant: ({ own }) => own.vacant > 0,
  over: ({ own }) => own.over > 0,
  'principal-vacant': ({ own }) => own.principalVacant > 0,
  'term-ending': ({ own }) => own.termEnding > 0,
  'no-quota': ({ own }) => own.noQuota > 0,
  abolished: ({ abolishedOn }) => abolishedOn !== undefined,
}

export const isAmong = <T extends string>(wanted: readonly T[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((one) => one === value)

/** The units of a filter, its mark left out and with it. Abolished units are listed only where they are asked for. */
export function chosenUnits({ units }: Establishment, query: ChosenUnits) {
  const matches = namesMatch(query.q)
  const under = isUnder(query.under)
  const ofFilter = units.filter(
    (unit) =>
      under(unit) &&
      matches(unit) &&
      isAmong(query.level, unit.level) &&
      isAmong(query.kind, unit.kind) &&
      isAmong(query.sector, unit.sector),
  )
  const living = ofFilter.filter(({ abolishedOn }) => abolishedOn === undefined)
  const { only } = query
  const marks = only === 'abolished' ? ofFilter : living
  return { living, chosen: only === undefined ? living : marks.filter(marked[only]) }
}

type Key = (unit: UnitOnBoard) => number | string | undefined

/** From the widest level down. */
export const levels = ['province', 'prefecture', 'county', 'township', 'village']

const keys: Readonly<Record<Exclude<UnitsQuery['sort'], 'tree'>, Key>> = {
  name: ({ name }) => wholeReading(name),
  level: ({ level }) => levels.indexOf(level),
  seats: ({ own }) => own.seats,
  filled: ({ own }) => own.filled,
  vacant: ({ own }) => own.vacant,
  over: ({ own }) => own.over,
  termTo: (unit) => firstEnd(unit),
}

export const firstEnd = ({ terms }: Pick<UnitOnBoard, 'terms'>): number | undefined =>
  terms.reduce<number | undefined>(
    (first, { to }) => (to !== undefined && to < (first ?? to + 1) ? to : first),
    undefined,
  )

/** Equal ones keep the order of the tree; what is not known comes last either way. */
export function sortedUnits(units: readonly UnitOnBoard[], { sort, order }: UnitsQuery): readonly UnitOnBoard[] {
  if (sort === 'tree') return order === 'asc' ? units : units.toReversed()
  const sign = order === 'asc' ? 1 : -1
  return units
    .map((unit) => ({ unit, key: keys[sort](unit) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
      return a.key === b.key ? 0 : a.key < b.key ? -sign : sign
    })
    .map(({ unit }) => unit)
}
