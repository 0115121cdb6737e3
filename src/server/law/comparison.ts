import type { DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import {
  type Facts,
  moveOf,
  type Rule,
  type SeatFacts,
  type SeatVerdicts,
  type Turn,
  type VerdictPlanes,
  verdictAt,
} from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'

/** Somebody in service; `cadre` is the row in the facts. */
export interface Serving {
  readonly cadre: number
  readonly person: PersonRecord
}

/** How one person stands under every rule that bears on the seat. */
export interface ComparedRow {
  readonly person: PersonRecord
  readonly move: Move | undefined
  readonly verdict: Verdict
  /** One per column; undefined = does not bear. */
  readonly verdicts: readonly (Verdict | undefined)[]
  readonly blocking: readonly string[]
  readonly missing: readonly string[]
  readonly turn: { readonly on: DateCode; readonly to: Verdict } | undefined
}

/** Everybody compared with a seat, in the order of the roster. */
export interface Comparison {
  readonly rules: readonly { readonly rule: Rule; readonly binding: boolean }[]
  readonly rows: readonly ComparedRow[]
}

/** Does somebody sit on the seat now? A seat may be announced as vacant while it is still held. */
const holds = (facts: Facts, cadre: number, seat: SeatFacts): boolean =>
  facts.cadre(cadre).stretches.some(({ position, to }) => position === seat.position && to === 0)

/** Everybody in service who does not hold the seat, under every rule that bears on somebody there. */
export function compareAtSeat(parts: {
  readonly planes: VerdictPlanes
  /** In the order of the planes. */
  readonly people: readonly Serving[]
  readonly positionId: string
  readonly answersAt: (place: number) => SeatVerdicts
  readonly turns: readonly Turn[]
}): Comparison | undefined {
  const { planes, people, positionId, answersAt } = parts
  const place = planes.seats.findIndex(({ position }) => position === positionId)
  const seat = planes.seats[place]
  if (!seat) return undefined
  const bearing = [...planes.rules.keys()].filter((rule) => planes.column(rule, place).bears.some((word) => word !== 0))
  const rules = bearing.flatMap((rule) => planes.rules[rule] ?? [])
  const answers = answersAt(place)
  const firstTurns = new Map<string, Turn>()
  for (const turn of parts.turns.toReversed()) firstTurns.set(turn.cadreId, turn)
  const rows = people.flatMap(({ cadre, person }, index): ComparedRow[] => {
    if (holds(planes.facts, cadre, seat)) return []
    const turn = firstTurns.get(person.cadre_id)
    return [
      {
        person,
        move: moveOf(planes.facts.cadre(cadre), seat),
        verdict: answers.verdict(index),
        verdicts: bearing.map((rule) => verdictAt(planes, rule, place, index)),
        blocking: answers.blocking(index),
        missing: answers.missing(index),
        turn: turn && { on: turn.on, to: turn.to },
      },
    ]
  })
  return { rules: rules.map(({ rule, weight }) => ({ rule, binding: weight === 'decides' })), rows }
}
