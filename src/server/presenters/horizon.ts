import { addMonths, type DateCode, formatDate, monthOf, yearOf } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import { mayBeConsidered, type Rule, type RuleChange, type Turn as TurnOfPair } from '#policy/index.ts'
import type { CitationShape, Horizon, Seat, Turn } from '../contract/index.ts'
import { type Comparison, isLower } from '../law/comparison.ts'
import { presentText } from './evidence.ts'
import { presentPerson } from './matrix.ts'

export const presentRuleBasis = ({ instrument, article, title }: Rule): CitationShape => ({
  instrument: instrument.name.zh,
  article,
  title: presentText(title),
})

/** Rules that say something else than before, each with its article. */
export const presentChanges = (changes: readonly RuleChange[], rules: ReadonlyMap<string, Rule>): Turn['rules'] =>
  changes.map(({ rule, from, to }) => {
    const known = rules.get(rule)
    invariant(known, `no rule ${rule}`)
    return { rule, basis: presentRuleBasis(known), from: from ?? null, to: to ?? null }
  })

const gains = ({ from, to }: TurnOfPair): boolean => mayBeConsidered(to) && !mayBeConsidered(from)
const losses = ({ from, to }: TurnOfPair): boolean => mayBeConsidered(from) && !mayBeConsidered(to)
const monthOfDay = (day: DateCode): string => formatDate(yearOf(day) * 10000 + monthOf(day) * 100)

/** Every month of the horizon, the first being that of the as-of date. */
function presentMonths(asOf: DateCode, months: number, turns: readonly TurnOfPair[]): Horizon['months'] {
  const byMonth = Map.groupBy(turns, ({ on }) => monthOfDay(on))
  return Array.from({ length: months + 1 }, (_, step) => {
    const month = monthOfDay(addMonths(asOf, step))
    const here = byMonth.get(month) ?? []
    return { month, gains: here.filter(gains).length, losses: here.filter(losses).length }
  })
}

export function presentHorizon(parts: {
  readonly asOf: DateCode
  readonly months: number
  readonly only?: 'gains' | 'losses' | undefined
  readonly offset: number
  readonly limit: number
  readonly seat: Seat
  readonly comparison: Comparison
  readonly rules: ReadonlyMap<string, Rule>
  readonly turns: readonly TurnOfPair[]
}): Horizon {
  const { asOf, months, offset, limit, comparison } = parts
  const rows = comparison.rows.filter((row) => !isLower(row))
  const people = new Map(rows.map(({ person }) => [person.cadre_id, person]))
  const turns = parts.turns.filter(({ cadreId }) => people.has(cadreId))
  const shown = parts.only === undefined ? turns : turns.filter({ gains, losses }[parts.only])
  return {
    asOf: formatDate(asOf),
    until: formatDate(addMonths(asOf, months)),
    seat: parts.seat,
    eligibleNow: rows.filter(({ verdict }) => mayBeConsidered(verdict)).length,
    months: presentMonths(asOf, months, turns),
    total: shown.length,
    offset,
    turns: shown.slice(offset, offset + limit).flatMap(({ cadreId, on, from, to, rules }) => {
      const person = people.get(cadreId)
      if (!person) return []
      return [
        { person: presentPerson(person), on: formatDate(on), from, to, rules: presentChanges(rules, parts.rules) },
      ]
    }),
  }
}
