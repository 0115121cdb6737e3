/**
 * The seats of a place at a glance, beside those that are vacant: seats held concurrently, teams over their quota, and seats
 * whose holders reach the statutory retirement month.
 */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, type Facts, retirementCalendar, type SeatFacts } from '#policy/index.ts'
import type { Ground } from './ground.ts'

/** How far ahead retirements are planned, in months; a year is the horizon of the yearly plan of an office. */
export const planMonths = 12

export interface HeldSeat {
  readonly seat: SeatFacts
  readonly cadre: CadreFacts
}

export interface ConcurrentSeat extends HeldSeat {
  readonly since: DateCode
  /** The seat counts against a quota of its team. */
  readonly takesQuota: boolean
}

/** Principals of a team, or its deputies and other members together, against the quota for them. */
export interface TeamQuota {
  readonly role: 'principal' | 'deputy'
  /** Undefined where none is recorded. */
  readonly quota: number | undefined
  /** People who surely hold a seat of it, each once. */
  readonly held: number
  /** Of whom only the month of leaving is known. */
  readonly unsure: number
  /** The highest level first. */
  readonly seats: readonly SeatFacts[]
}

/** More hold a seat than the quota has. */
export interface OverQuota extends TeamQuota {
  readonly quota: number
}

export interface Retirement extends HeldSeat {
  /** Such as 20270300. */
  readonly month: DateCode
}

export interface SeatsBoard {
  readonly concurrent: readonly ConcurrentSeat[]
  readonly overQuota: readonly OverQuota[]
  /** Months up to `planMonths` from the day, those that have passed too; by month. */
  readonly retirements: readonly Retirement[]
  /** Holders whose month cannot be told, because birth or sex is not recorded. */
  readonly retirementUnknown: number
}

/** @example seatsBoard(ground).retirements[0]?.month // 20270100 */
export function seatsBoard({ snapshot, book, facts }: Pick<Ground, 'snapshot' | 'book' | 'facts'>): SeatsBoard {
  const held = seatsHeld(facts)
  return {
    concurrent: held.flatMap(({ kind, since, ...one }) =>
      kind === 'concurrent' ? [{ ...one, since, takesQuota: one.seat.quota !== undefined }] : [],
    ),
    overQuota: teamsOverQuota(facts, snapshot),
    ...retirementsOf(held, snapshot, retirementCalendar(book, snapshot.asOf)),
  }
}

interface Held extends HeldSeat {
  readonly kind: 'appointed' | 'concurrent'
  readonly since: DateCode
}

/** Leading seats held now, in one's own right or concurrently. */
function seatsHeld(facts: Facts): Held[] {
  const held: Held[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    for (const { kind, position, to, from } of cadre.stretches) {
      if (to !== 0 || position === undefined || (kind !== 'appointed' && kind !== 'concurrent')) continue
      const row = facts.seatIndex(position)
      const seat = row === undefined ? undefined : facts.seat(row)
      if (seat?.leading) held.push({ seat, cadre, kind, since: from })
    }
  }
  return held
}

const teamsOverQuota = (facts: Facts, snapshot: Snapshot): OverQuota[] =>
  teamQuotas(facts, snapshot).flatMap(({ quota, ...team }) =>
    quota !== undefined && team.held > quota ? [{ ...team, quota }] : [],
  )

/** Every team by the two quotas it has. @example teamQuotas(facts, snapshot).filter(({ quota, held }) => held < (quota ?? 0)) */
export function teamQuotas(facts: Facts, { tables: { positions, teams } }: Snapshot): TeamQuota[] {
  const teamOf = resolve(positions.columns.team_id, teams.columns.team_id)
  const seats = [...teamOf.keys()].flatMap((row) => {
    const seat = (teamOf[row] ?? -1) >= 0 ? facts.seat(row) : undefined
    return seat && seat.role !== 'staff' ? [seat] : []
  })
  const groups = Map.groupBy(seats, (seat) => `${teamOf[seat.index]} ${quotaRole(seat)}`)
  return [...groups.values()].flatMap((group) => {
    const [seat] = group
    if (!seat) return []
    const holders = new Map([...seat.holders(), ...seat.peers()].map((holder) => [holder.cadre, holder.present]))
    const held = [...holders.values()].filter((present) => present === true).length
    return {
      role: quotaRole(seat),
      quota: seat.quota,
      held,
      unsure: holders.size - held,
      seats: group.sort((a, b) => postRank(b.level) - postRank(a.level) || a.index - b.index),
    }
  })
}

const quotaRole = ({ role }: SeatFacts): OverQuota['role'] => (role === 'principal' ? 'principal' : 'deputy')

function retirementsOf(
  held: readonly Held[],
  { asOf, tables: { cadres } }: Snapshot,
  monthOf: ReturnType<typeof retirementCalendar>,
): Pick<SeatsBoard, 'retirements' | 'retirementUnknown'> {
  if (!monthOf) return { retirements: [], retirementUnknown: held.length }
  const last = addMonths(asOf, planMonths)
  const retirements: Retirement[] = []
  const unknown = new Set<string>()
  for (const { seat, cadre, kind } of held) {
    if (kind !== 'appointed') continue
    const found = monthOf({ bornOn: cadre.bornOn, sex: textAt(cadres.columns.sex, cadre.index) })
    if ('missing' in found) unknown.add(cadre.id)
    else if (found.month <= last) retirements.push({ seat, cadre, month: found.month })
  }
  retirements.sort((a, b) => a.month - b.month || (a.cadre.id < b.cadre.id ? -1 : 1))
  return { retirements, retirementUnknown: unknown.size }
}

/** A unit and everything under it. */
export function unitsUnder({ tables: { units } }: Snapshot, unitId: string): ReadonlySet<string> {
  const parents = resolve(units.columns.parent_id, units.columns.unit_id)
  const ids = Array.from({ length: units.length }, (_, unit) => textAt(units.columns.unit_id, unit) ?? '')
  const under = new Set([unitId])
  let before = 0
  while (under.size > before) {
    before = under.size
    parents.forEach((parent, unit) => under.has(ids[parent] ?? '') && under.add(ids[unit] ?? ''))
  }
  return under
}
