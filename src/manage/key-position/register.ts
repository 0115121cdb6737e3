/** The register of key seats (关键岗位台账): what each is, who holds it since when, when rotation falls due, which steps it has. */
import { addMonths, type DateCode, latest } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import {
  type CheckOutcome,
  type KeyKind,
  type KeySeatEvent,
  type KeySeatStanding,
  keySeatStanding,
  type Touchpoint,
} from '#domain/key-seat.ts'
import type { PostLevel, Role } from '#domain/lexicon/terms.ts'
import type { DueState, RotationDuty } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Facts, RuleBook, SeatFacts } from '#policy/index.ts'
import { stateOf } from '../rotation/duties.ts'
import { stepsOf, type WorkStep, workNorms } from './norms.ts'

/** `never`: no check of the step is on record. `unscheduled`: it is checked at no fixed interval. */
export type CheckState = DueState | 'never' | 'unscheduled'

export interface StepStanding {
  readonly step: WorkStep
  readonly last: { readonly on: DateCode; readonly outcome: CheckOutcome } | undefined
  readonly dueOn: DateCode | undefined
  readonly state: CheckState
}

/** A supervision event of kind `work-norm`: about the holder, or about the unit. Which step it looked at is not said. */
export interface NormEvent {
  readonly eventId: string
  readonly on: DateCode
  readonly about: 'cadre' | 'unit'
  readonly severity: string | undefined
  readonly finding: string | undefined
}

export interface SeatHolder {
  readonly cadreId: string
  readonly since: DateCode
}

export interface KeySeat {
  readonly positionId: string
  readonly title: string
  readonly unitId: string
  readonly unitName: string
  readonly level: PostLevel
  readonly role: Role
  readonly kinds: Readonly<Record<KeyKind, boolean | undefined>>
  /** Undefined: not judged yet. */
  readonly isKey: boolean | undefined
  /** Undefined: not recorded. Empty: people judged that there is none. */
  readonly touchpoints: readonly Touchpoint[] | undefined
  readonly holders: readonly SeatHolder[]
  /** Rotation and term duties of the holders by any rule, the first to fall due first. */
  readonly duties: readonly RotationDuty[]
  readonly steps: readonly StepStanding[]
  readonly events: readonly NormEvent[]
  readonly lastCheck: DateCode | undefined
  /** Steps whose check is overdue, or of which none is on record. */
  readonly checksDue: number
  readonly standing: KeySeatStanding
}

export interface KeySeatGround {
  readonly facts: Facts
  readonly book: Pick<RuleBook, 'rules'>
  readonly duties: readonly RotationDuty[]
  /** What people recorded, by seat. */
  readonly recorded: ReadonlyMap<string, readonly KeySeatEvent[]>
}

/**
 * Every open seat that is key, that has a touchpoint, or of which it is not known whether it is key; in the order of the
 * records. A check that is due, or was not kept, asks people to look; nothing follows from it by itself.
 * @example keySeats(ground).filter(({ isKey }) => isKey === undefined) // still to be judged
 */
export function keySeats(ground: KeySeatGround): readonly KeySeat[] {
  const { facts } = ground
  const read = seatReader(ground)
  const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => facts.seat(row))
  return seats
    .filter(({ closedOn }) => closedOn === undefined || closedOn > facts.snapshot.asOf)
    .map(read)
    .filter(({ isKey, touchpoints = [] }) => isKey !== false || touchpoints.length > 0)
}

/** One seat, whatever it is; undefined where it is not on record. */
export function keySeat(ground: KeySeatGround, positionId: string): KeySeat | undefined {
  const row = ground.facts.seatIndex(positionId)
  return row === undefined ? undefined : seatReader(ground)(ground.facts.seat(row))
}

function seatReader({ facts, book, duties, recorded }: KeySeatGround): (seat: SeatFacts) => KeySeat {
  const { snapshot } = facts
  const { asOf } = snapshot
  const norms = workNorms(book, asOf)
  const ofSeat = Map.groupBy(duties, ({ positionId }) => positionId)
  const events = normEvents(snapshot)
  return (seat) => {
    const standing = keySeatStanding(recorded.get(seat.position) ?? [])
    const kinds = kindsAt(snapshot, seat.index)
    const touchpoints = touchpointsAt(snapshot, seat.index) ?? (standing.judged?.judgement.touchpoints ? [] : undefined)
    const holders = holdersOf(facts, seat)
    const own = [
      ...(events.ofUnit.get(seat.unit) ?? []),
      ...holders.flatMap(({ cadreId, since }) =>
        (events.ofCadre.get(cadreId) ?? []).filter(({ on }) => latest(on) >= since),
      ),
    ].sort((a, b) => b.on - a.on)
    const steps = stepsOf(norms, touchpoints, standing).map((step) => stepStanding(step, standing, asOf))
    const days = [...standing.checks, ...own].map(({ on }) => on)
    return {
      positionId: seat.position,
      title: seat.title,
      unitId: seat.unit,
      unitName: seat.unitName,
      level: seat.level,
      role: seat.role,
      kinds,
      isKey: seat.key,
      touchpoints,
      holders,
      duties: [...(ofSeat.get(seat.position) ?? [])].sort((a, b) => latest(a.dueOn) - latest(b.dueOn)),
      steps,
      events: own,
      lastCheck: days.length > 0 ? Math.max(...days) : undefined,
      checksDue: steps.filter(({ state }) => state === 'overdue' || state === 'never').length,
      standing,
    }
  }
}

function kindsAt({ tables }: Snapshot, row: number): KeySeat['kinds'] {
  const { key_power, key_fund, key_resource } = tables.positions.columns
  return {
    power: booleanAt(key_power, row),
    fund: booleanAt(key_fund, row),
    resource: booleanAt(key_resource, row),
  }
}

const touchpointsAt = ({ tables }: Snapshot, row: number): readonly Touchpoint[] | undefined =>
  textAt(tables.positions.columns.touchpoints, row)?.split(';') as readonly Touchpoint[] | undefined

/** Who holds it in his or her own right, since the appointment that stands. */
const holdersOf = (facts: Facts, seat: SeatFacts): readonly SeatHolder[] =>
  seat.holders().flatMap(({ cadre: cadreId }) => {
    const row = facts.cadreIndex(cadreId)
    const held =
      row === undefined
        ? undefined
        : facts
            .cadre(row)
            .stretches.findLast(
              ({ position, to, kind }) =>
                position === seat.position && to === 0 && (kind === 'appointed' || kind === 'concurrent'),
            )
    return held ? [{ cadreId, since: held.from }] : []
  })

function stepStanding(step: WorkStep, { checks }: KeySeatStanding, asOf: DateCode): StepStanding {
  const last = checks.find((check) => check.step === step.id)
  const dueOn = last && step.everyMonths !== undefined ? addMonths(last.on, step.everyMonths) : undefined
  const state = step.everyMonths === undefined ? 'unscheduled' : dueOn === undefined ? 'never' : stateOf(dueOn, asOf)
  return { step, last: last && { on: last.on, outcome: last.outcome }, dueOn, state }
}

interface NormEvents {
  readonly ofCadre: ReadonlyMap<string, readonly NormEvent[]>
  readonly ofUnit: ReadonlyMap<string, readonly NormEvent[]>
}

/** An event about a cadre belongs to the seat held then; one about a unit alone, to each of its seats. */
function normEvents({ tables }: Snapshot): NormEvents {
  const { columns, length } = tables.supervision
  const rows = Array.from({ length }, (_, row) => row).filter((row) => textAt(columns.kind, row) === 'work-norm')
  const eventAt = (row: number, about: NormEvent['about']): NormEvent => ({
    eventId: textAt(columns.event_id, row) ?? '',
    on: dateAt(columns.on, row) ?? 0,
    about,
    severity: textAt(columns.severity, row),
    finding: textAt(columns.finding, row),
  })
  const grouped = (about: NormEvent['about'], subjectAt: (row: number) => string | undefined) => {
    const own = rows.flatMap((row) => {
      const subject = subjectAt(row)
      return subject === undefined ? [] : [{ subject, event: eventAt(row, about) }]
    })
    return new Map(
      [...Map.groupBy(own, ({ subject }) => subject)].map(([subject, all]) => [subject, all.map(({ event }) => event)]),
    )
  }
  const cadreAt = (row: number) => textAt(columns.cadre_id, row)
  return {
    ofCadre: grouped('cadre', cadreAt),
    ofUnit: grouped('unit', (row) => (cadreAt(row) === undefined ? textAt(columns.unit_id, row) : undefined)),
  }
}
