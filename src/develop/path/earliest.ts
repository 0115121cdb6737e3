/** The days from which the rules let somebody take a seat, from the first possible one to the first sure one. */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import { countsAs, type Finding, type Verdict, worst } from '#domain/finding.ts'
import {
  type BoundRule,
  type CadreFacts,
  concerns,
  type Facts,
  judge,
  localReader,
  type NextTurn,
  never,
  nextTurnOf,
  type RuleBook,
  type SeatFacts,
} from '#policy/index.ts'
import { expected } from './supposed-career.ts'

type Scope = Parameters<NextTurn>[0]

/** The first day on which the rules together say `verdict`, and nothing worse. */
export interface Opening {
  readonly on: DateCode
  readonly verdict: Exclude<Verdict, 'unmet'>
}

export interface Openings {
  /** Each later one surer than the one before: unknown, then discretion, then met, as far as they come. */
  readonly openings: readonly Opening[]
  /** Where there is none: ids of the rules that stand in the way for good, or until after the time looked at. */
  readonly barring: readonly string[]
}

export interface Ahead {
  readonly from: DateCode
  readonly until: DateCode
}

export interface OpeningReader {
  (cadre: CadreFacts, seat: SeatFacts, ahead: Ahead): Openings
  /** What the rules say on one day, met ones left out. */
  readonly findings: (cadre: CadreFacts, seat: SeatFacts, on: DateCode) => Finding[]
}

/** Days looked at before a seat is given up: each is one on which some rule may say something else. */
const looksMost = 60

/**
 * Reads when somebody may take a seat, by the rules of each day and the place's own reckoning of paths. Only days on which
 * what stands in the way may change are looked at.
 * @example openingReader(facts, book)(facts.cadre(7), seat, { from: 20261122, until: 20361122 }).openings[0]?.on // 20270601
 */
export function openingReader(facts: Facts, book: RuleBook): OpeningReader {
  const { snapshot } = facts
  const { asOf } = snapshot
  const training = {
    asOf,
    hours: Math.max(0, ...book.inForce('training', asOf).map((rule) => Number(rule.parameter('min_hours') ?? 0))),
    makeUpMonths: Number(localReader(book, 'TRAIN-14-MAKEUP', asOf)('months')),
  }
  const madeUpOn = addMonths(asOf, training.makeUpMonths)
  const lawOn = lawByDay(book)

  function openings(cadre: CadreFacts, seat: SeatFacts, { from, until }: Ahead): Openings {
    const found: Opening[] = []
    let on = from
    let barring: readonly LawfulRule[] = []
    for (let look = 0; look < looksMost && on <= until; look += 1) {
      const scope = { cadre: expected(cadre, on, training), seat, today: on, row: undefined }
      const said = lawOn(on).flatMap((rule) => answerOf(rule, scope))
      const verdict = worst(said.map((one) => one.verdict))
      const inTheWay = said.filter((one) => one.verdict === verdict)
      // The day on which training is made up is supposed, not recorded: no rule can name it.
      const turn = Math.max(...inTheWay.map(({ rule }) => rule.turn(scope)))
      const next = verdict !== 'unmet' && turn > madeUpOn && on < madeUpOn ? madeUpOn : turn
      const isLast = verdict === 'met' || next > until
      if (verdict === 'unmet') barring = inTheWay.map(({ rule }) => rule)
      // Where a day is known to the month, the month's end settles it: nothing is gained by calling it open before.
      else if (verdict !== 'unknown' || isLast) found.push({ on, verdict })
      if (isLast) break
      on = next
    }
    return { openings: improving(found), barring: found.length > 0 ? [] : barring.map(({ id }) => id) }
  }

  return Object.assign(openings, {
    findings(cadre: CadreFacts, seat: SeatFacts, on: DateCode): Finding[] {
      const rules = lawOn(on).map(({ bound }) => bound)
      const then = { ...facts, snapshot: { ...snapshot, asOf: on } }
      return concerns(rules, then, expected(cadre, on, training), seat).filter(({ weight }) => weight !== 'asks')
    },
  })
}

const order: readonly Verdict[] = ['met', 'discretion', 'unknown', 'unmet']

/** How sure a verdict is: 0 for met. */
export const doubtOf = (verdict: Verdict): number => order.indexOf(verdict)
export const verdictOf = (doubt: number): Verdict => order[doubt] ?? 'unmet'

/** Those that are surer than all before. */
const improving = (found: readonly Opening[]): Opening[] =>
  found.filter(({ verdict }, place) => found.slice(0, place).every((one) => doubtOf(one.verdict) > doubtOf(verdict)))

interface LawfulRule {
  readonly id: string
  readonly bound: BoundRule
  /** The first later day on which it may say something else. */
  readonly turn: (scope: Scope) => DateCode
}

function answerOf(rule: LawfulRule, scope: Scope): { readonly rule: LawfulRule; readonly verdict: Verdict }[] {
  const verdict = judge(rule.bound, scope)
  return verdict === undefined ? [] : [{ rule, verdict: countsAs({ verdict, weight: rule.bound.weight }) }]
}

/** Rules of appointment and of planning, by day. */
function lawByDay(book: RuleBook): (on: DateCode) => readonly LawfulRule[] {
  const known = new Map<readonly BoundRule[], readonly LawfulRule[]>()
  return (on) => {
    const appointment = book.inForce('appointment', on)
    const found = known.get(appointment)
    if (found) return found
    const made = [...appointment, ...book.inForce('planning', on)].map((bound): LawfulRule => {
      const next = nextTurnOf(bound)
      return { id: bound.rule.id, bound, turn: (scope) => Math.min(next(scope), never) }
    })
    known.set(appointment, made)
    return made
  }
}
