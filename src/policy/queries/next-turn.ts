/**
 * The next day on which a condition may be answered otherwise by the passing of time alone. Until then it surely is not, so
 * that only such days need be judged.
 */
import { addDays, type DateCode, dateCode, earliest, latest, monthOf, yearOf } from '#domain/calendar.ts'
import { accumulate } from '../evaluation/accumulated.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import { compile, endOf } from '../evaluation/compile.ts'
import { no, yes } from '../evaluation/truth.ts'
import { type Parameters, valueReader } from '../evaluation/values.ts'
import { workCalendar } from '../evaluation/workdays.ts'
import type { Condition, Value } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import { listOf, wordOf } from '../language/word-of.ts'

/** Later than any day that is asked about. */
export const never: DateCode = 99991231

/** The first later day on which the answer may be another, or `never`. */
export type NextTurn = (scope: Scope) => DateCode

const firstAfter = (today: DateCode, days: readonly (DateCode | undefined)[]): DateCode =>
  days.reduce((next: DateCode, day) => (day !== undefined && day > today && day < next ? day : next), never)

const earliestOf =
  (parts: readonly NextTurn[]): NextTurn =>
  (scope) =>
    parts.reduce((next, part) => Math.min(next, part(scope)), never)

const stays: NextTurn = () => never

/** When the value of an expression may change. */
function ofValue(value: Value | undefined, parameters: Parameters): NextTurn {
  if (value === undefined) return stays
  if (value.kind === 'lookup') return earliestOf([ofValue(value.map, parameters), ofValue(value.key, parameters)])
  if ('left' in value) return earliestOf([ofValue(value.left, parameters), ofValue(value.right, parameters)])
  const clock = value.kind === 'path' ? wordOf(value.path).today : undefined
  if (clock === undefined) return stays
  if (clock === 'year') return ({ today }) => dateCode(yearOf(today) + 1, 1, 1)
  if (clock === 'month') return ({ today }) => addDays(latest(dateCode(yearOf(today), monthOf(today))), 1)
  const { read } = valueReader(value, parameters)
  return (scope) => (read(scope) === scope.today ? addDays(scope.today, 1) : never)
}

export function nextTurn(condition: Condition | undefined, parameters: Parameters): NextTurn {
  if (condition === undefined) return stays
  const value = (one: Value | undefined): NextTurn => ofValue(one, parameters)
  switch (condition.op) {
    case 'all':
    case 'any':
      return earliestOf(condition.of.map((part) => nextTurn(part, parameters)))
    case 'not':
      return nextTurn(condition.of, parameters)
    case 'compare':
      return earliestOf([value(condition.left), value(condition.right)])
    case 'one-of':
    case 'known':
      return value(condition.value)
    case 'reached': {
      const { read } = valueReader(condition.date, parameters)
      return (scope) => {
        const day = read(scope)
        return typeof day === 'number' ? firstAfter(scope.today, [earliest(day), latest(day)]) : never
      }
    }
    case 'elapsed':
      return ofElapsed(condition, parameters)
    case 'lasted':
      return ofLasted(condition, parameters)
    case 'exists':
      return overRows(condition.list, [condition.among, condition.where], [], parameters)
    case 'counted':
      return overRows(condition.list, [condition.where], [condition.distinct, condition.least], parameters)
    case 'summed':
      return overRows(condition.list, [condition.where], [condition.of, condition.least], parameters)
  }
}

/** A period ends on the day that ends it, whether it is counted to today or to an end of its own. */
function ofElapsed(condition: Condition & { readonly op: 'elapsed' }, parameters: Parameters): NextTurn {
  const since = valueReader(condition.since, parameters)
  const amount = valueReader(condition.amount, parameters)
  const calendar = condition.unit === 'workdays' ? workCalendar(parameters) : undefined
  const values = earliestOf([ofValue(condition.since, parameters), ofValue(condition.amount, parameters)])
  return (scope) => {
    const [from, length] = [since.read(scope), amount.read(scope)]
    if (typeof from !== 'number' || typeof length !== 'number') return values(scope)
    const { first, last } = endOf(from, length, condition.unit, calendar)
    return Math.min(firstAfter(scope.today, [first, last]), values(scope))
  }
}

function overRows(
  name: string,
  conditions: readonly (Condition | undefined)[],
  values: readonly (Value | undefined)[],
  parameters: Parameters,
): NextTurn {
  const list = listOf(name)
  const parts = earliestOf([
    ...conditions.map((part) => nextTurn(part, parameters)),
    ...values.map((value) => ofValue(value, parameters)),
  ])
  return (scope) => list.rows(scope).reduce((next, row) => Math.min(next, parts({ ...scope, row })), never)
}

function ofLasted(condition: Condition & { readonly op: 'lasted' }, parameters: Parameters): NextTurn {
  const list = listOf(condition.list)
  const question = condition.where ? compile(condition.where, parameters) : () => yes
  const amount = valueReader(condition.amount, parameters)
  const inRows = overRows(condition.list, [condition.where], [condition.amount], parameters)
  return (scope) => {
    const length = amount.read(scope)
    if (typeof length !== 'number') return inRows(scope)
    const months = condition.unit === 'years' ? length * 12 : length
    const counted = list.rows(scope).map((row) => ({
      run: list.span?.(row) ?? { from: 0, to: 0 },
      truth: question({ ...scope, row }),
    }))
    const sure = counted.filter(({ truth }) => truth === yes).map(({ run }) => run)
    const open = counted.filter(({ truth }) => truth !== yes && truth !== no).map(({ run }) => run)
    const { reach } = accumulate(sure, open, { months, unbroken: condition.unbroken }, scope.today)
    // A begin or an end known to the month comes into the count within that month.
    const edges = [...sure, ...open].flatMap(({ from, to }) => [earliest(from), latest(from), earliest(to), latest(to)])
    return Math.min(firstAfter(scope.today, [...reach, ...edges]), inRows(scope))
  }
}

/** When the verdict of a rule may be another. */
export function nextTurnOf({ rule, parameters }: BoundRule): NextTurn {
  const conditions = [
    rule.applies,
    ...rule.requires.flatMap((part) => [part.when, part.that]),
    ...rule.exceptions.map((exception) => exception.when),
  ]
  return earliestOf(conditions.map((condition) => nextTurn(condition, parameters)))
}
