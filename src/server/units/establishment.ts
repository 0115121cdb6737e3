/**
 * The establishment of a place: its units in the order of the tree, each with its seats, the quotas of its teams and counts
 * of its own and of everything below it. Worked out once for the facts that are shown.
 */
import { planMonths, type TeamQuota, teamQuotas } from '#appoint/index.ts'
import { addMonths, type DateCode, earliest, latest } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import { identifiersOf, postRank } from '#domain/lexicon/terms.ts'
import { oncePer } from '#domain/once.ts'
import { groupRows, resolve, rowsOf } from '#domain/snapshot.ts'
import type { Facts, SeatFacts } from '#policy/index.ts'
import { keptOrder } from '#records/index.ts'
import { nameReading } from '#records/queries/index.ts'
import type { UnitCounts } from '../contract/index.ts'

export interface TeamTerm {
  readonly name: string
  readonly from: DateCode | undefined
  readonly to: DateCode | undefined
}

export interface UnitOnBoard {
  readonly row: number
  readonly unitId: string
  readonly name: string
  /** As it may be typed in pinyin: every ending, and the initials of every ending. */
  readonly reading: string
  readonly kind: string
  readonly level: string
  readonly sector: string | undefined
  /** Units above it, from the top. */
  readonly above: readonly string[]
  readonly staffQuota: number | undefined
  readonly foundedOn: DateCode | undefined
  readonly abolishedOn: DateCode | undefined
  /** Principals first, then by level. Seats that were closed are left out. */
  readonly seats: readonly SeatFacts[]
  readonly quotas: readonly TeamQuota[]
  readonly terms: readonly TeamTerm[]
  readonly own: UnitCounts
  /** With everything below it. */
  readonly all: UnitCounts
}

export interface Establishment {
  /** Each unit before those below it. */
  readonly units: readonly UnitOnBoard[]
  readonly byId: ReadonlyMap<string, UnitOnBoard>
}

/** @example establishmentOf(facts).byId.get('U5')?.own.vacant */
export const establishmentOf: (facts: Facts) => Establishment = oncePer(readEstablishment)

function readEstablishment(facts: Facts): Establishment {
  const { units } = facts.snapshot.tables
  const u = units.columns
  const parents = resolve(u.parent_id, u.unit_id)
  const seats = openSeats(facts)
  const quotas = Map.groupBy(teamQuotas(facts, facts.snapshot), (team) => team.seats[0]?.unit ?? '')
  const terms = termsOf(facts)
  const flat = walk(parents).map(({ row, above }) => {
    const unitId = textAt(u.unit_id, row) ?? ''
    const name = textAt(u.name, row) ?? ''
    const unit = {
      row,
      unitId,
      name,
      reading: unitReading(name),
      kind: textAt(u.kind, row) ?? '',
      level: textAt(u.level, row) ?? '',
      sector: textAt(u.sector, row),
      above: above.map((one) => textAt(u.unit_id, one) ?? ''),
      staffQuota: numberAt(u.staff_quota, row),
      foundedOn: dateAt(u.founded_on, row),
      abolishedOn: dateAt(u.abolished_on, row),
      seats: seats.get(unitId) ?? [],
      quotas: quotas.get(unitId) ?? [],
      terms: terms.get(unitId) ?? [],
    }
    return { ...unit, own: countsOf(unit, addMonths(facts.snapshot.asOf, planMonths)) }
  })
  const all = sumsBelow(flat)
  const found = flat.map((unit) => ({ ...unit, all: all.get(unit.unitId) ?? unit.own }))
  return { units: found, byId: new Map(found.map((unit) => [unit.unitId, unit])) }
}

/** The same units in the order kept by hand among those of one parent; `kept` is by parent, empty for the top. */
export function inKeptOrder(
  { units, byId }: Establishment,
  kept: ReadonlyMap<string, readonly string[]>,
): Establishment {
  const below = Map.groupBy(units, ({ above }) => above.at(-1) ?? '')
  const ordered = (parent: string): UnitOnBoard[] =>
    keptOrder(
      (below.get(parent) ?? []).map(({ unitId }) => unitId),
      kept.get(parent),
    ).flatMap((unitId) => {
      const unit = byId.get(unitId)
      return unit ? [unit, ...ordered(unitId)] : []
    })
  return { units: ordered(''), byId }
}

/** A unit is called by its last words (组织部: zzb), so that its initials are kept from every syllable on. */
function unitReading(name: string): string {
  const reading = nameReading(name)
  const initials = reading.trim().split(' ').at(-1) ?? ''
  return `${reading}${Array.from(initials, (_, start) => initials.slice(start)).join(' ')} `
}

/** Rows of units in the order of the tree, with the rows above each; a unit above itself stands at the top. */
function walk(parents: Int32Array): { row: number; above: readonly number[] }[] {
  const below = groupRows(parents, parents.length)
  const found: { row: number; above: readonly number[] }[] = []
  const seen = new Set<number>()
  const visit = (row: number, above: readonly number[]): void => {
    if (seen.has(row)) return
    seen.add(row)
    found.push({ row, above })
    for (const child of rowsOf(below, row)) visit(child, [...above, row])
  }
  parents.forEach((parent, row) => parent < 0 && visit(row, []))
  parents.forEach((_, row) => visit(row, []))
  return found
}

const roles: readonly string[] = identifiersOf('role')

function openSeats({ snapshot, seat: seatAt }: Facts): Map<string, SeatFacts[]> {
  const open = Array.from({ length: snapshot.tables.positions.length }, (_, row) => seatAt(row)).filter(
    ({ closedOn }) => closedOn === undefined || earliest(closedOn) > snapshot.asOf,
  )
  open.sort(
    (a, b) =>
      Number(b.leading) - Number(a.leading) ||
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      postRank(b.level) - postRank(a.level) ||
      a.index - b.index,
  )
  return Map.groupBy(open, ({ unit }) => unit)
}

function termsOf({ snapshot }: Facts): Map<string, TeamTerm[]> {
  const { columns, length } = snapshot.tables.teams
  const rows = Array.from({ length }, (_, row) => ({
    unit: textAt(columns.unit_id, row) ?? '',
    name: textAt(columns.name, row) ?? '',
    from: dateAt(columns.term_from, row),
    to: dateAt(columns.term_to, row),
  }))
  return Map.groupBy(rows, ({ unit }) => unit)
}

export const isEmpty = (seat: SeatFacts): boolean => seat.holders().length === 0

export const overOf = ({ quota, held }: Pick<TeamQuota, 'quota' | 'held'>): number =>
  quota === undefined ? 0 : Math.max(0, held - quota)

export const shortOf = ({ quota, held, unsure }: Pick<TeamQuota, 'quota' | 'held' | 'unsure'>): number =>
  quota === undefined ? 0 : Math.max(0, quota - held - unsure)

const isEnding = ({ to }: TeamTerm, until: DateCode): boolean => to !== undefined && latest(to) <= until

const nothing: UnitCounts = {
  units: 0,
  seats: 0,
  filled: 0,
  vacant: 0,
  over: 0,
  principalVacant: 0,
  termEnding: 0,
  noQuota: 0,
}

type Counted = Pick<UnitOnBoard, 'seats' | 'quotas' | 'terms' | 'abolishedOn'>

function countsOf({ seats, quotas, terms, abolishedOn }: Counted, until: DateCode): UnitCounts {
  if (abolishedOn !== undefined) return nothing
  const leading = seats.filter((seat) => seat.leading)
  const empty = leading.filter(isEmpty)
  return {
    units: 1,
    seats: leading.length,
    filled: leading.length - empty.length,
    vacant: empty.length,
    over: quotas.reduce((sum, quota) => sum + overOf(quota), 0),
    principalVacant: empty.filter(({ role }) => role === 'principal').length,
    termEnding: terms.filter((term) => isEnding(term, until)).length,
    noQuota: quotas.filter(({ quota }) => quota === undefined).length,
  }
}

const countNames = Object.keys(nothing) as (keyof UnitCounts)[]

export function sumOf(counts: Iterable<UnitCounts>): UnitCounts {
  const sum = { ...nothing }
  for (const one of counts) for (const name of countNames) sum[name] += one[name]
  return sum
}

function sumsBelow(units: readonly Pick<UnitOnBoard, 'unitId' | 'above' | 'own'>[]): Map<string, UnitCounts> {
  const parts = new Map<string, UnitCounts[]>()
  for (const { unitId, above, own } of units) {
    for (const one of [...above, unitId]) {
      const known = parts.get(one)
      if (known) known.push(own)
      else parts.set(one, [own])
    }
  }
  return new Map([...parts].map(([unitId, own]) => [unitId, sumOf(own)]))
}
