/** When a limit on holding a seat falls due. */
import { type DateCode, earliest } from '#domain/calendar.ts'
import type { Finding } from '#domain/finding.ts'
import type { CadreFacts, Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { appliesTo, type BoundRule, verdictOf } from './bound-rule.ts'
import { findingOf } from './finding.ts'
import { newTrace } from './trace.ts'
import { yes } from './truth.ts'

export interface Duty {
  readonly finding: Finding
  /** Where the time that counts begins. */
  readonly since: DateCode
  readonly dueOn: DateCode
}

/** The duty a rotation rule lays on a holder of a seat: when its time is up; undefined where no day can be told. */
export function dutyOf(bound: BoundRule, facts: Facts, cadre: CadreFacts, seat: SeatFacts): Duty | undefined {
  for (const { finding, since, dueOn } of timesUp(bound, facts, cadre, seat))
    if (since !== undefined) return { finding, since, dueOn }
  return undefined
}

/** When the time of a rule about a holder of a seat is or was up, whatever it counts from; undefined where no day can be told. */
export function dueDayOf(
  bound: BoundRule,
  facts: Facts,
  cadre: CadreFacts,
  seat: SeatFacts,
): Pick<Duty, 'finding' | 'dueOn'> | undefined {
  for (const found of timesUp(bound, facts, cadre, seat)) return found
  return undefined
}

type TimeUp = Omit<Duty, 'since'> & { readonly since: DateCode | undefined }

/** The first day of each requirement on which it turns. */
function* timesUp(bound: BoundRule, facts: Facts, cadre: CadreFacts, seat: SeatFacts): Generator<TimeUp> {
  const scope = { cadre, seat, today: facts.snapshot.asOf, row: undefined }
  const applies = appliesTo(bound, scope)
  if (applies !== yes) return
  for (const part of bound.requirements) {
    const trace = newTrace()
    if (verdictOf(bound, part, applies, scope, trace) === undefined) continue
    const [dueOn] = [...trace.turning].sort((a, b) => earliest(a) - earliest(b))
    const [since] = trace.begun
    const finding = dueOn === undefined ? undefined : findingOf(bound, scope)
    if (dueOn !== undefined && finding) yield { finding, since, dueOn }
  }
}
