/** What time alone will change: who becomes eligible within the coming months, and on which day. */
import { addDays, addMonths, type DateCode } from '#domain/calendar.ts'
import { countsAs, type Verdict, worst } from '#domain/finding.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import { judge } from '../evaluation/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { Scope } from '../language/vocabulary.ts'
import { needsOfRule } from '../planes/rule-columns.ts'
import { changeDays } from '../rulebook/rule.ts'
import type { RuleBook } from '../rulebook/rule-book.ts'
import { type NextTurn, nextTurnOf } from './next-turn.ts'
import type { RuleChange } from './what-changes.ts'

/** The verdict over all rules becomes another on this day: it is so on that day, and not yet on the day before. */
export interface Turn {
  readonly cadreId: string
  readonly positionId: string
  readonly on: DateCode
  readonly from: Verdict
  readonly to: Verdict
  /** The rules that say something else from that day. */
  readonly rules: readonly RuleChange[]
}

export interface HorizonQuestion {
  /** Rows of cadres and positions in the facts. */
  readonly people: readonly number[]
  readonly seats: readonly number[]
  /** How far to look; the anniversary itself is looked at. */
  readonly months: number
}

/**
 * Every change of the overall verdict within so many months of the day of the facts, if the record stays as it is: the
 * law of each day is asked (rules and values that come into force meanwhile count). By day, then seat, then person; one
 * pair may turn more than once.
 * @example horizon(book, facts, { people, seats: [0], months: 24 }).filter((turn) => turn.to === 'met')[0]?.on // 20270315
 */
export function horizon(book: RuleBook, facts: Facts, { people, seats, months }: HorizonQuestion): Turn[] {
  const spells = spellsOf(book, facts.snapshot.asOf, addMonths(facts.snapshot.asOf, months)).map((spell) =>
    prepared(book, facts, spell),
  )
  const turns: Turn[] = []
  for (const seat of seats) {
    for (const cadre of people) {
      const steps = spells.flatMap((spell) => stepsOf(spell, { seat, cadre }))
      steps.forEach(({ on, verdict }, index) => {
        const before = steps[index - 1]?.verdict
        if (before === undefined || before === verdict) return
        const pair = { cadreId: facts.cadre(cadre).id, positionId: facts.seat(seat).position }
        turns.push({ ...pair, on, from: before, to: verdict, rules: changesOn(book, facts, cadre, seat, on) })
      })
    }
  }
  return turns.sort((a, b) => a.on - b.on)
}

/** A time in which the law stays as it is; both days belong to it. */
interface Spell {
  readonly from: DateCode
  readonly to: DateCode
}

function spellsOf(book: RuleBook, from: DateCode, to: DateCode): Spell[] {
  const begins = [from, ...changeDays(book.rules.values()).filter((day) => day > from && day <= to)]
  return begins.map((begin, index) => ({ from: begin, to: addDays(begins[index + 1] ?? addDays(to, 1), -1) }))
}

interface Pair {
  readonly seat: number
  readonly cadre: number
}

interface Step {
  readonly on: DateCode
  readonly verdict: Verdict
}

interface Prepared extends Spell {
  /** What the rules that no day changes say together. */
  readonly fixed: (pair: Pair) => Verdict
  /** The verdicts over the spell of each rule that a day may change. */
  readonly timed: readonly ((pair: Pair) => readonly Step[])[]
}

function prepared(book: RuleBook, facts: Facts, spell: Spell): Prepared {
  const rules = book.inForce('appointment', spell.from)
  const isTimed = (bound: BoundRule): boolean => needsOfRule(bound).today
  const still = rules.filter((bound) => !isTimed(bound))
  return {
    ...spell,
    fixed({ seat, cadre }) {
      const scope = { cadre: facts.cadre(cadre), seat: facts.seat(seat), today: spell.from, row: undefined }
      let whole: Verdict = 'met'
      for (const bound of still) {
        whole = worst([whole, saidBy(bound, scope)])
        if (whole === 'unmet') return whole
      }
      return whole
    },
    timed: rules.filter(isTimed).map((bound) => timelines(bound, facts, spell)),
  }
}

/** What a rule counts as among others. */
const saidBy = (bound: BoundRule, scope: Scope): Verdict =>
  countsAs({ verdict: judge(bound, scope) ?? 'met', weight: bound.weight })

/** What a rule counts as from day to day; told once for seats alike in what the rule asks about. */
function timelines(bound: BoundRule, facts: Facts, spell: Spell): (pair: Pair) => readonly Step[] {
  const next = nextTurnOf(bound)
  const fields = needsOfRule(bound).seat
  const known = new Map<string, Step[][]>()
  return ({ seat, cadre }) => {
    const seatFacts = facts.seat(seat)
    const key = JSON.stringify(fields.map((field) => seatFacts[field] ?? null))
    const ofSeat = known.get(key) ?? []
    known.set(key, ofSeat)
    const steps = ofSeat[cadre] ?? timeline(bound, next, { cadre: facts.cadre(cadre), seat: seatFacts }, spell)
    ofSeat[cadre] = steps
    return steps
  }
}

function timeline(
  bound: BoundRule,
  next: NextTurn,
  { cadre, seat }: Pick<Scope, 'cadre' | 'seat'>,
  { from, to }: Spell,
): Step[] {
  const steps: Step[] = []
  for (let on = from; on <= to; ) {
    const scope = { cadre, seat, today: on, row: undefined }
    const verdict = saidBy(bound, scope)
    if (steps.at(-1)?.verdict !== verdict) steps.push({ on, verdict })
    on = next(scope)
  }
  return steps
}

/** The verdict over all rules, on the first day of the spell and whenever it changes. */
function stepsOf({ from, fixed, timed }: Prepared, pair: Pair): Step[] {
  const still = fixed(pair)
  if (still === 'unmet') return [{ on: from, verdict: still }]
  const lines = timed.map((line) => line(pair))
  const days = new Set(lines.flatMap((steps) => steps.map(({ on }) => on)))
  const steps: Step[] = []
  for (const on of [...days.add(from)].sort((a, b) => a - b)) {
    const said = lines.map((line) => line.findLast((step) => step.on <= on)?.verdict ?? 'met')
    const verdict = worst([still, ...said])
    if (steps.at(-1)?.verdict !== verdict) steps.push({ on, verdict })
  }
  return steps
}

function changesOn(book: RuleBook, facts: Facts, cadre: number, seat: number, on: DateCode): RuleChange[] {
  const said = (today: DateCode) => {
    const scope = { cadre: facts.cadre(cadre), seat: facts.seat(seat), today, row: undefined }
    return new Map(book.inForce('appointment', today).map((bound) => [bound.rule.id, judge(bound, scope)]))
  }
  const [was, is] = [said(addDays(on, -1)), said(on)]
  const ids = [...new Set([...was.keys(), ...is.keys()])]
  return ids.map((rule) => ({ rule, from: was.get(rule), to: is.get(rule) })).filter(({ from, to }) => from !== to)
}
