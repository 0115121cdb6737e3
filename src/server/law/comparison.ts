import type { Verdict } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import {
  type Facts,
  moveOf,
  type Rule,
  type SeatFacts,
  type SeatVerdicts,
  type VerdictPlanes,
  verdictAt,
} from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'
import { inTurns } from './seat-by-seat.ts'

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
}

/** Everybody compared with a seat, in the order of the roster. */
export interface Comparison {
  readonly rules: readonly { readonly rule: Rule; readonly binding: boolean }[]
  readonly rows: readonly ComparedRow[]
}

/** A move to a lower level goes by another procedure: it is shown apart and counted under no verdict. */
export const isLower = ({ move }: Pick<ComparedRow, 'move'>): boolean => move === 'demotion'

/** Does somebody sit on the seat now? A seat may be announced as vacant while it is still held. */
const holds = (facts: Facts, cadre: number, seat: SeatFacts): boolean =>
  facts.cadre(cadre).stretches.some(({ position, to }) => position === seat.position && to === 0)

/** Rules computed before others are answered. */
const slice = 8

/** Everybody in service who does not hold the seat, under every rule that bears on somebody there. */
export async function compareAtSeat(parts: {
  readonly planes: VerdictPlanes
  /** In the order of the planes. */
  readonly people: readonly Serving[]
  readonly positionId: string
  readonly answersAt: (place: number) => SeatVerdicts
}): Promise<Comparison | undefined> {
  const { planes, people, positionId, answersAt } = parts
  const place = planes.seats.findIndex(({ position }) => position === positionId)
  const seat = planes.seats[place]
  if (!seat) return undefined
  const bears = (rule: number): boolean => planes.column(rule, place).bears.some((word) => word !== 0)
  const bearing: number[] = []
  for await (const start of inTurns(planes.rules.length, slice)) {
    const some = [...planes.rules.keys()].slice(start, start + slice)
    bearing.push(...some.filter(bears))
  }
  const rules = bearing.flatMap((rule) => planes.rules[rule] ?? [])
  const answers = answersAt(place)
  const rows = people.flatMap(({ cadre, person }, index): ComparedRow[] => {
    if (holds(planes.facts, cadre, seat)) return []
    return [
      {
        person,
        move: moveOf(planes.facts.cadre(cadre), seat),
        verdict: answers.verdict(index),
        verdicts: bearing.map((rule) => verdictAt(planes, rule, place, index)),
        blocking: answers.blocking(index),
        missing: answers.missing(index),
      },
    ]
  })
  return { rules: rules.map(({ rule, weight }) => ({ rule, binding: weight === 'decides' })), rows }
}
