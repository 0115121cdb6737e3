/**
 * A second reading of the rules on rotation and terms, written from their texts alone: it counts days one by one and shares
 * no code with the rule book. Over random careers both must find the same duties on the same days.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '#domain/calendar.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { rotationDuties } from './duties.ts'

/** What the texts call a unit: a team of a place, an organ whose chief alone has terms, an upper department, none of these. */
type Scope = 'team' | 'chief-only' | 'none'

interface Place {
  readonly unit: RowFacts
  readonly scope: Scope
}

const place = (scope: Scope, name: string, kind: string, level: string, region: string, sector = ''): Place => ({
  scope,
  unit: { unit_id: `U-${name}`, name, kind, level, region_code: region, sector },
})

const places: readonly Place[] = [
  place('team', '中共甲县委员会', 'party', 'county', '990101', 'general'),
  place('team', '甲县人民政府', 'government', 'county', '990101'),
  place('team', '乙市人民政府', 'government', 'prefecture', '990100'),
  place('team', '丙县人民政府', 'government', 'county', '990102'),
  place('chief-only', '甲县人民法院', 'court', 'county', '990101'),
  place('chief-only', '中共甲县纪律检查委员会', 'discipline', 'county', '990101', 'discipline'),
  place('chief-only', '乙市财政局', 'department', 'prefecture', '990100', 'finance'),
  place('chief-only', '中共乙市委政法委员会', 'party', 'prefecture', '990100', 'law'),
  place('none', '甲县财政局', 'department', 'county', '990101', 'finance'),
  place('none', '中共甲县委政法委员会', 'party', 'county', '990101', 'law'),
  place('none', '中共甲县委组织部', 'party', 'county', '990101', 'organization'),
  place('none', '甲县丁镇人民政府', 'government', 'township', '990101'),
]

interface Seat {
  readonly id: string
  readonly place: Place
  readonly level: string
  readonly role: string
  readonly key: boolean | undefined
}

const seats: readonly Seat[] = places.flatMap((one, at) =>
  (['principal', 'deputy', 'staff'] as const).flatMap((role, rank) =>
    [true, false, undefined].slice(0, role === 'staff' ? 1 : 3).map((key, turn) => ({
      id: `P${at}${rank}${turn}`,
      place: one,
      level: role === 'principal' ? 'division-chief' : role === 'deputy' ? 'division-deputy' : 'section-chief',
      role,
      key,
    })),
  ),
)

interface Spell {
  readonly seat: Seat
  /** Days from the start of the calendar, and whether the record knows the day. */
  readonly from: number
  readonly fromDay: boolean
  readonly to: number | undefined
  readonly kind: string
}

const epoch = Date.UTC(1990, 0, 1)
const dayOf = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - epoch) / 86_400_000)
const partsOf = (day: number): [number, number, number] => {
  const date = new Date(epoch + day * 86_400_000)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}
const write = (day: number, isExact = true): string => {
  const [year, month, date] = partsOf(day)
  const tail = isExact ? `-${String(date).padStart(2, '0')}` : ''
  return `${year}-${String(month).padStart(2, '0')}${tail}`
}
/** The same day so many years later; the last of February for a leap day. */
const anniversary = (day: number, years: number): number => {
  const [year, month, date] = partsOf(day)
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return dayOf(year + years, month, Math.min(date, lastOfMonth))
}

const asOf = 20261122
const today = dayOf(2026, 11, 22)
const horizon = dayOf(2060, 1, 1)

interface Expected {
  readonly rule: string
  readonly positionId: string
  readonly due: number
  /** The latest day it may be: where it is a sum, begins known to the month leave it open. */
  readonly until: number
  readonly isSum: boolean
  readonly isExact: boolean
}

/** With the way months and days are added up, a sum over several stays may differ by so many days. */
const sumSlack = 5

const isCounted = ({ kind }: Spell): boolean => kind === 'appointed' || kind === 'concurrent'
const isLeading = ({ role }: Seat): boolean => role !== 'staff'
const hasTerm = ({ place: { scope }, role }: Seat): boolean =>
  (scope === 'team' && role !== 'staff') || (scope === 'chief-only' && role === 'principal')

/** The stay that goes on today, back to where it began: spells that touch or overlap are one stay. */
function stay(spells: readonly Spell[]): { from: number; isExact: boolean } | undefined {
  const covered = daysCovered(spells)
  if (!covered[today]) return undefined
  let from = today
  while (from > 0 && covered[from - 1]) from -= 1
  const first = spells.find((spell) => spell.from === from)
  return { from, isExact: first?.fromDay ?? true }
}

function daysCovered(spells: readonly Spell[]): Uint8Array {
  const covered = new Uint8Array(horizon)
  for (const { from, to } of spells) covered.fill(1, from, to ?? horizon)
  return covered
}

/** The day on which so many years have been served in all, counted day by day. */
function servedBy(spells: readonly Spell[], years: number): number | undefined {
  let left = Math.round(years * 365.2425)
  const covered = daysCovered(spells)
  for (let day = 0; day < horizon; day += 1) {
    if (covered[day]) left -= 1
    if (left === 0) return day + 1
  }
  return undefined
}

/** A begin known to the month, taken to be its last day. */
const begunLate = (spell: Spell): Spell => (spell.fromDay ? spell : { ...spell, from: spell.from + 30 })

function expectedOf(spells: readonly Spell[]): Expected[] {
  const counted = spells.filter(isCounted)
  const held = new Set(counted.filter(({ to }) => to === undefined).map(({ seat }) => seat))
  return [...held].flatMap((seat): Expected[] => {
    const found: Expected[] = []
    const unbroken = (rule: string, years: number): void => {
      const own = stay(counted.filter((spell) => spell.seat === seat))
      if (!own) return
      const due = anniversary(own.from, years)
      found.push({ rule, positionId: seat.id, due, until: due, isSum: false, isExact: own.isExact })
    }
    const summed = (rule: string, years: number, which: (spell: Spell) => boolean): void => {
      const own = counted.filter(which)
      const due = servedBy(own, years)
      const until = servedBy(own.map(begunLate), years)
      if (due !== undefined && until !== undefined)
        found.push({ rule, positionId: seat.id, due, until, isSum: true, isExact: true })
    }
    // Locally set: five years in a key seat, whoever holds it.
    if (seat.key === true) unbroken('LOCAL-KEY-SEAT', 5)
    if (hasTerm(seat)) {
      // Two consecutive terms of five years; fifteen years of leading posts of one level in all.
      unbroken('TERM-06-TWO-TERMS', 10)
      summed('TERM-07-15Y', 15, (spell) => spell.seat.level === seat.level && isLeading(spell.seat))
    }
    if (seat.place.scope === 'team' && isLeading(seat)) {
      unbroken('EXCH-05-10Y-SAME-POST', 10)
      summed(
        'EXCH-05-10Y-SAME-AREA',
        10,
        (spell) =>
          spell.seat.place.scope === 'team' &&
          isLeading(spell.seat) &&
          spell.seat.level === seat.level &&
          spell.seat.place.unit.region_code === seat.place.unit.region_code,
      )
    }
    return found
  })
}

const spell = fc.record({
  seat: fc.nat({ max: seats.length - 1 }),
  months: fc.integer({ min: 3, max: 150 }),
  gap: fc.constantFrom(0, 0, 0, 90),
  fromDay: fc.boolean(),
  kind: fc.constantFrom('appointed', 'appointed', 'appointed', 'concurrent', 'acting', 'seconded'),
})

/** Stays one after another up to today; the last goes on. Beside it perhaps a concurrent seat. */
const career = fc
  .record({
    spells: fc.array(spell, { minLength: 1, maxLength: 7 }),
    /** A small world makes people come back to the same seat. */
    world: fc.integer({ min: 1, max: 5 }),
    beside: fc.option(fc.record({ seat: fc.nat({ max: seats.length - 1 }), months: fc.integer({ min: 1, max: 200 }) })),
  })
  .map(({ spells, world, beside }): Spell[] => {
    const made: Spell[] = []
    let to: number | undefined
    for (const [index, { seat, months, gap, fromDay, kind }] of spells.entries()) {
      const end: number = to ?? today
      const from = end - Math.round(months * 30.4)
      if (from < 400) break
      // Known to the month: the record begins with the month, and so does the count.
      const begun = fromDay ? from : from - (partsOf(from)[2] - 1)
      const chosen = seats[(seat * (index % world === 0 ? 1 : world)) % seats.length] as Seat
      made.push({ seat: chosen, from: begun, fromDay, to, kind: to === undefined ? 'appointed' : kind })
      to = begun - gap
    }
    if (beside) {
      const from = today - Math.round(beside.months * 30.4)
      const chosen = seats[beside.seat] as Seat
      made.push({ seat: chosen, from, fromDay: true, to: undefined, kind: 'concurrent' })
    }
    return made
  })

const world: [TableName, RowFacts][] = [
  ...places.map(({ unit }): [TableName, RowFacts] => ['units', unit]),
  ...seats.map(({ id, place: { unit }, level, role, key }): [TableName, RowFacts] => [
    'positions',
    {
      position_id: id,
      unit_id: unit.unit_id ?? '',
      title: `职务${id}`,
      post_level: level,
      role,
      key_power: key === undefined ? '' : 'false',
      key_fund: key === undefined ? '' : String(key),
      key_resource: key === undefined ? '' : 'false',
    },
  ]),
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U-甲县财政局' }],
]

const rowsOf = (spells: readonly Spell[]): [TableName, RowFacts][] =>
  spells.map(({ seat, from, fromDay, to, kind }, index) => [
    'tenures',
    {
      tenure_id: `T${index}`,
      cadre_id: 'C1',
      position_id: seat.id,
      kind,
      from: write(from, fromDay),
      to: to === undefined ? '' : write(to),
    },
  ])

const keyOf = ({ rule, positionId }: { rule: string; positionId: string }): string => `${positionId} ${rule}`
const book = loadRuleBook()
const found = (spells: readonly Spell[], more: [TableName, RowFacts][] = []): readonly RotationDuty[] =>
  rotationDuties(snapshotFrom(asOf, [...world, ...rowsOf(spells), ...more]), book)

describe('rotation and term duties against a second reading of the rules', () => {
  test('both find the same duties, due on the same days', () => {
    fc.assert(
      fc.property(career, (spells) => {
        const expected = expectedOf(spells)
        const duties = new Map(found(spells).map((duty) => [keyOf(duty), duty]))
        expect([...duties.keys()].sort()).toEqual(expected.map(keyOf).sort())
        for (const one of expected) {
          const duty = duties.get(keyOf(one))
          const said = formatDate(duty?.dueOn ?? 0)
          if (!one.isSum) expect(said).toBe(write(one.due, one.isExact))
          else {
            expect(dayFrom(said)).toBeLessThanOrEqual(one.until + sumSlack)
            expect(dayFrom(said) + (said.length === 7 ? 30 : 0)).toBeGreaterThanOrEqual(one.due - sumSlack)
          }
          const surelyPast = said.length === 7 ? `${said}-31` <= '2026-11-22' : said <= '2026-11-22'
          const state = surelyPast ? 'overdue' : said <= '2027-11-22' ? 'due-within-year' : 'later'
          expect(duty?.state).toBe(state)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('nobody who has left has a duty', () => {
    fc.assert(
      fc.property(career, (spells) => {
        const exit = { tenure_id: 'X', cadre_id: 'C1', kind: 'other', change: 'exit', from: '2026-11-22' }
        expect(found(spells, [['tenures', exit]])).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

const dayFrom = (text: string): number => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return dayOf(year, month, day)
}
