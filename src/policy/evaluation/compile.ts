/**
 * Conditions compiled to closures over a scope. One evaluator serves both the full plane of pairs and the explanation of
 * one pair: it answers in Kleene logic, and tells what it rests on only when given a trace.
 */
import {
  addDays,
  addMonths,
  type DateCode,
  earliest,
  isMonthOnly,
  isOnOrBefore,
  latest,
  monthsBetween,
} from '#domain/calendar.ts'
import { unreachable } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { Condition, TimeUnit } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import { relatesRows } from '../language/walk.ts'
import { spanText, workdaysText } from './measures.ts'
import { compileAccumulation, compileCount, compileExists, compileSum } from './over-lists.ts'
import { absorb, newTrace, type Trace } from './trace.ts'
import { both, either, negate, no, type Truth, truthFrom, truthOf, unknown, yes } from './truth.ts'
import { compileComparison, type Parameters, valueReader } from './values.ts'
import { endOfWorkdays, latestDay, type WorkCalendar, workCalendar, workdaysIn } from './workdays.ts'

/** Answers a condition; reasons are collected where a trace is given. */
export type Question = (scope: Scope, trace?: Trace) => Truth

export function compile(condition: Condition, parameters: Parameters): Question {
  switch (condition.op) {
    case 'all':
    case 'any':
      return compileParts(condition.of, condition.op, parameters)
    case 'not': {
      const question = compile(condition.of, parameters)
      return (scope, trace) => negate(question(scope, trace))
    }
    case 'compare':
    case 'one-of':
      return compileComparison(condition, parameters)
    case 'known': {
      const { read } = valueReader(condition.value, parameters)
      return (scope) => truthOf(read(scope) !== undefined)
    }
    case 'elapsed':
      return compileElapsed(condition, parameters)
    case 'reached': {
      const date = valueReader(condition.date, parameters)
      return (scope, trace) => {
        const day = date.read(scope)
        if (typeof day !== 'number') return date.gap(scope, trace)
        trace?.turning.add(day)
        const truth = truthFrom(isOnOrBefore(day, scope.today))
        return truth === unknown ? date.dayGap(scope, trace) : truth
      }
    }
    case 'lasted':
      return compileAccumulation(condition, parameters)
    case 'exists':
      return compileExists(condition, parameters)
    case 'counted':
      return compileCount(condition, parameters)
    case 'summed':
      return compileSum(condition, parameters)
    default:
      return unreachable(condition)
  }
}

function compileParts(conditions: readonly Condition[], op: 'all' | 'any', parameters: Parameters): Question {
  const asked = conditions.map((condition) => ({ part: compile(condition, parameters), last: relatesRows(condition) }))
  const parts = asked.map(({ part }) => part)
  // What costs most comes last where the order is free.
  const quickFirst = asked.toSorted((a, b) => Number(a.last) - Number(b.last)).map(({ part }) => part)
  const [start, stop, join] = op === 'all' ? ([yes, no, both] as const) : ([no, yes, either] as const)
  return (scope, trace) => {
    let answer: Truth = start
    if (!trace) {
      for (const part of quickFirst) {
        answer = join(answer, part(scope))
        if (answer === stop) return answer
      }
      return answer
    }
    const found = parts.map((part) => {
      const own = newTrace()
      const truth = part(scope, own)
      answer = join(answer, truth)
      return { own, truth }
    })
    for (const { own, truth } of found) absorb(trace, own, truth === answer)
    return answer
  }
}

/** When a period from a date ends: the first and the last day it can be, and the date as it is written. */
interface End {
  readonly first: DateCode
  readonly last: DateCode
  readonly due?: DateCode
  /** The year whose calendar of working days is not entered. */
  readonly yearLacking?: number | undefined
}

export function endOf(from: DateCode, length: number, unit: TimeUnit, calendar: WorkCalendar | undefined): End {
  if (calendar) {
    const first = endOfWorkdays(earliest(from), length, calendar)
    const last = endOfWorkdays(latest(from), length, calendar)
    if (last.yearLacking === undefined) return { first: first.day, last: last.day, due: last.day }
    return { first: first.day, last: latestDay, yearLacking: last.yearLacking }
  }
  if (unit === 'days') {
    const last = addDays(latest(from), length)
    return { first: addDays(earliest(from), length), last, due: last }
  }
  const due = addMonths(from, unit === 'years' ? length * 12 : length)
  return { first: earliest(due), last: latest(due), due }
}

/** How long it has been, as officers say it. */
function lengthText(from: DateCode, to: DateCode, calendar: WorkCalendar | undefined): Text {
  if (!calendar) return spanText(monthsBetween(from, to))
  const least = workdaysIn(latest(from), earliest(to), calendar)
  const most = workdaysIn(earliest(from), latest(to), calendar)
  return workdaysText(least, most)
}

function compileElapsed(condition: Condition & { op: 'elapsed' }, parameters: Parameters): Question {
  const since = valueReader(condition.since, parameters)
  const until = condition.until === undefined ? undefined : valueReader(condition.until, parameters)
  const amount = valueReader(condition.amount, parameters)
  const calendar = condition.unit === 'workdays' ? workCalendar(parameters) : undefined
  return (scope, trace) => {
    const from = since.read(scope)
    if (typeof from !== 'number') return since.gap(scope, trace)
    const length = amount.read(scope)
    if (typeof length !== 'number') return amount.gap(scope, trace)
    const to = until === undefined ? scope.today : until.read(scope)
    if (typeof to !== 'number') return until?.gap(scope, trace) ?? unknown
    const { first, last, due, yearLacking } = endOf(from, length, condition.unit, calendar)
    const truth = last <= earliest(to) ? yes : first > latest(to) ? no : unknown
    if (!trace) return truth
    if (until === undefined && due !== undefined) trace.turning.add(due)
    if (truth === unknown && yearLacking !== undefined) trace.missing.add(`workdays.${yearLacking}`)
    if (truth === unknown && isMonthOnly(from)) since.dayGap(scope, trace)
    if (truth === unknown && isMonthOnly(to)) until?.dayGap(scope, trace)
    if (condition.as) trace.said.set(condition.as, lengthText(from, to, calendar))
    return truth
  }
}
