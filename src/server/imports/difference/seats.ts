/** Which recorded seat a text of a post means: only where it names one unit and one seat of it. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { type DateCode, earliest, latest, parseDate } from '#domain/calendar.ts'
import { fill, type Text } from '#domain/text.ts'
import type { SeatFacts } from '#records/imports/index.ts'
import { plainPost } from './agreement.ts'

export type SeatListing = SeatFacts['seats'][number]
/** Somebody recorded in a seat. */
export type SeatHolding = SeatFacts['holdings'][number]

export interface UnitName {
  readonly unitId: string
  readonly name: string
}

export interface SeatProposal {
  readonly positionId: string
  readonly reason: Text
  /** Why it cannot stand beside what is recorded. */
  readonly clash?: Text
}

export interface SeatBook {
  /** The unit whose name begins the text, and what follows it. */
  unitIn(text: string): { readonly unitId: string; readonly rest: string } | undefined
  seat(positionId: string): SeatListing | undefined
  propose(tenure: ArrivingRow, cadreId: string | undefined): SeatProposal | undefined
}

const words = {
  named: { zh: '文字指明「{unit}」的「{title}」', en: 'The text names "{title}" of "{unit}"' },
  held: {
    zh: '该岗位 {from} 至 {to} 由{name}任职，时间重叠',
    en: 'The seat is held by {name} from {from} to {to}, which overlaps',
  },
  closed: { zh: '超出岗位的存续期', en: 'It lies outside the life of the seat' },
  present: { zh: '今', en: 'now' },
} satisfies Record<string, Text>

/** Names of units as they may begin a text: in full, and without the place in front where nobody else is called so. */
function unitNames(units: readonly UnitName[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>()
  const put = (name: string, unitId: string): void => {
    names.set(name, names.has(name) && names.get(name) !== unitId ? null : unitId)
  }
  const full = units.map(({ unitId, name }) => ({ unitId, name: plainPost(name) }))
  for (const { unitId, name } of full) put(name, unitId)
  const inFull = new Set(names.keys())
  for (const { unitId, name } of full) {
    const [, rank = '', rest = ''] = /^[^省市县区]{1,6}([省市县区])(.{2,})$/.exec(name) ?? []
    if (rest !== '' && !inFull.has(rank + rest)) put(rank + rest, unitId)
  }
  return names
}

export function openSeatBook(
  units: readonly UnitName[],
  seats: readonly SeatListing[],
  holdings: readonly SeatHolding[],
): SeatBook {
  const names = unitNames(units)
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length))
  const ofUnit = Map.groupBy(seats, ({ unitId }) => unitId)
  const byId = new Map(seats.map((seat) => [seat.positionId, seat]))
  const held = Map.groupBy(holdings, ({ positionId }) => positionId)

  function unitIn(text: string): { unitId: string; rest: string } | undefined {
    const written = plainPost(text)
    for (let length = Math.min(longest, written.length); length >= 3; length -= 1) {
      const unitId = names.get(written.slice(0, length))
      if (unitId === null) return undefined
      if (unitId !== undefined) return { unitId, rest: written.slice(length) }
    }
    return undefined
  }

  function seatIn(text: string): SeatListing | undefined {
    // Of several titles (党组书记、局长) the first that is a seat counts.
    const [unitAndFirst = '', ...others] = text.split(/[、，,；;（(]/)
    const unit = unitIn(unitAndFirst)
    if (!unit) return undefined
    const titles = [unit.rest, ...others.map(plainPost)].filter((title) => title !== '')
    for (const title of titles) {
      const found = (ofUnit.get(unit.unitId) ?? []).filter((seat) => isTitle(seat, title))
      if (found.length === 1) return found[0]
    }
    return undefined
  }

  return {
    unitIn,
    seat: (positionId) => byId.get(positionId),
    propose(tenure, cadreId) {
      const seat = seatIn(textOfTenure(tenure))
      if (!seat) return undefined
      const { positionId, unitName, title } = seat
      const reason = fill(words.named, { unit: unitName, title })
      const clash = clashOf(
        seat,
        tenure,
        (held.get(positionId) ?? []).filter((one) => one.cadreId !== cadreId),
      )
      return clash ? { positionId, reason, clash } : { positionId, reason }
    },
  }
}

/** 市委书记 is a seat of 市委, where a text reads 市委书记 and not 市委市委书记. */
function isTitle({ unitName, title }: SeatListing, written: string): boolean {
  const seat = plainPost(title)
  return seat === written || (seat.endsWith(written) && (plainPost(unitName) + written).endsWith(seat))
}

export const textOfTenure = ({ unit_text = '', title_text = '' }: ArrivingRow): string => unit_text + title_text

interface Days {
  readonly first: DateCode
  /** The day after the last; infinite while it lasts. */
  readonly end: DateCode
}

/** The days that certainly lie inside, as the database counts them: from the last possible first to the first possible last. */
export function certainDays(from: string | undefined, to: string | undefined): Days | undefined {
  const [since, until] = [parseDate(from ?? ''), parseDate(to ?? '')]
  if (since === undefined) return undefined
  const days = { first: latest(since), end: until === undefined ? Number.POSITIVE_INFINITY : earliest(until) }
  return days.first < days.end ? days : undefined
}

export const overlaps = (a: Days | undefined, b: Days | undefined): boolean =>
  a !== undefined && b !== undefined && a.first < b.end && b.first < a.end

function clashOf(seat: SeatListing, tenure: ArrivingRow, holdings: readonly SeatHolding[]): Text | undefined {
  const days = certainDays(tenure.from, tenure.to)
  if (isOutsideLife(seat, days)) return words.closed
  if (tenure.kind !== 'appointed') return undefined
  const other = holdings.find(({ from, to }) => overlaps(certainDays(from, to), days))
  return other && fill(words.held, { name: other.name, from: other.from, to: other.to ?? words.present })
}

export function isOutsideLife({ openFrom, openTo }: SeatListing, days: Days | undefined): boolean {
  if (days === undefined) return false
  const [opened, closed] = [parseDate(openFrom ?? ''), parseDate(openTo ?? '')]
  return (opened !== undefined && days.first < earliest(opened)) || (closed !== undefined && days.end > latest(closed))
}
