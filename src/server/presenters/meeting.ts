/** Cards for a big screen: each person beside the seat proposed, with those of the tier and the comparable group. */
import { type ComparableFits, widestPart } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Estimate, SeparableEstimate } from '#domain/estimate.ts'
import type { Finding, Verdict } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import type { SeatFacts } from '#policy/index.ts'
import { compareByStroke, type ListedRecord, type RosterRecord, type VacancyRecord } from '#records/queries/index.ts'
import type { Meeting, MeetingCard, MeetingSeat } from '../contract/index.ts'
import { presentEstimate, presentFinding, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'
import { presentSeat } from './vacancy-list.ts'

export interface SeatShown {
  readonly seat: SeatFacts
  readonly vacancy: VacancyRecord | undefined
  readonly group: ComparableFits | undefined
  /** Its first tier. */
  readonly tier: readonly TierMember[]
  /** People of the first tier for whom the list had no room. */
  readonly unlisted: number
}

export interface TierMember {
  readonly row: ListedRecord
  readonly fit: SeparableEstimate
}

export interface PairShown {
  readonly positionId: string
  readonly person: RosterRecord
  readonly verdict: Verdict
  readonly move: Move | undefined
  readonly findings: readonly Finding[]
  readonly fit: Estimate
}

export interface MeetingParts {
  readonly asOf: DateCode
  /** Years of the yearly results, oldest first. */
  readonly years: readonly number[]
  readonly seats: readonly SeatShown[]
  readonly pairs: readonly PairShown[]
}

export function presentMeeting({ asOf, years, seats, pairs }: MeetingParts): Meeting {
  return {
    asOf: formatDate(asOf),
    order: 'stroke',
    seats: seats.map((shown) => presentMeetingSeat(shown, asOf)),
    cards: pairs
      .toSorted((a, b) => byStroke(a.person, b.person))
      .map((pair) => presentCard(pair, years, seats.find(({ seat }) => seat.position === pair.positionId)?.tier ?? [])),
  }
}

export const byStroke = (a: { name: string; cadre_id: string }, b: { name: string; cadre_id: string }): number =>
  compareByStroke(a.name, b.name) || (a.cadre_id < b.cadre_id ? -1 : 1)

function presentMeetingSeat({ seat, vacancy, group, tier, unlisted }: SeatShown, asOf: DateCode): MeetingSeat {
  const widest = widestPart(tier.map(({ fit }) => fit))
  return {
    positionId: seat.position,
    unitId: seat.unit,
    unitName: seat.unitName,
    title: seat.title,
    postLevel: seat.level,
    role: seat.role,
    daysOpen: vacancy ? presentSeat(vacancy, asOf).daysOpen : null,
    group: group ? { size: group.size, quantiles: [...group.quantiles] } : null,
    tier: tier
      .toSorted((a, b) => byStroke(a.row, b.row))
      .map(({ row, fit }) => ({ cadreId: row.cadre_id, name: row.name, fit: presentEstimate(fit) })),
    unlisted,
    differsIn: widest ? presentText(widest.label) : null,
  }
}

/** What every card says of a person, whatever stands beside. */
export function presentWho(person: RosterRecord, years: readonly number[]) {
  const post = [person.unit_name, person.title].filter((part) => part !== null).join('')
  return {
    cadreId: person.cadre_id,
    name: person.name,
    post: post === '' ? null : post,
    postLevel: termOrNull('postLevel', person.post_level),
    sector: termOrNull('sector', person.sector),
    age: person.age,
    monthsAtLevel: person.months_at_level,
    grassrootsMonths: person.grassroots_months,
    evaluations: years.map((year, at) => ({
      year,
      result: termOrNull('evaluationResult', person.evaluations[at] ?? null),
    })),
  }
}

function presentCard(pair: PairShown, years: readonly number[], tier: readonly TierMember[]): MeetingCard {
  const { person, fit } = pair
  const tied = tier.find(({ row }) => row.cadre_id === person.cadre_id)?.row.tied_with ?? []
  return {
    ...presentWho(person, years),
    positionId: pair.positionId,
    verdict: pair.verdict,
    move: pair.move ?? null,
    findings: pair.findings.map(presentFinding),
    fit: presentEstimate(fit),
    tiedWith: tier.map(({ row }) => row.cadre_id).filter((cadreId) => tied.includes(cadreId)),
  }
}
