/** Questions about the rows of a list: is there one, how many, how much, how long in all. */

import { earliest, isMonthOnly } from '#domain/calendar.ts'
import type { List, ListRow } from '../language/lists.ts'
import type { Condition, Known } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import { listOf } from '../language/word-of.ts'
import { accumulate, type Run } from './accumulated.ts'
import { compile, type Question } from './compile.ts'
import { listText, noTime, numberText, spanText } from './measures.ts'
import { absorb, newTrace, type Trace } from './trace.ts'
import { both, either, no, type Truth, unknown, yes } from './truth.ts'
import { type Parameters, type ValueReader, valueReader } from './values.ts'

const always: Question = () => yes

const compileWhere = (where: Condition | undefined, parameters: Parameters): Question =>
  where === undefined ? always : compile(where, parameters)

/** Asks a question of one row. The scope is lent the row for that time, so that a million questions allocate nothing. */
function askRow(question: Question, scope: Scope, row: ListRow, trace?: Trace): Truth {
  const outer = scope.row
  scope.row = row
  const truth = question(scope, trace)
  scope.row = outer
  return truth
}

/** Reads a value of one row, likewise. */
function readRow(reader: ValueReader, scope: Scope, row: ListRow): Known {
  const outer = scope.row
  scope.row = row
  const value = reader.read(scope)
  scope.row = outer
  return value
}

/** Rows are expected and none is recorded: the gap, else the answer given. */
function orAbsent(list: List, scope: Scope, trace: Trace | undefined, answer: Truth): Truth {
  const field = list.absence(scope)
  if (field === undefined) return answer
  trace?.missing.add(field)
  return unknown
}

export function compileExists(condition: Condition & { op: 'exists' }, parameters: Parameters): Question {
  const list = listOf(condition.list)
  const among = compileWhere(condition.among, parameters)
  const where = compileWhere(condition.where, parameters)
  return (scope, trace) => {
    let answer: Truth = no
    let inQuestion: Truth = no
    const found: { row: ListRow; truth: Truth; own: Trace }[] = []
    for (const row of list.rows(scope)) {
      const own = trace && newTrace()
      const chosen = askRow(among, scope, row, own)
      if (chosen === no) continue
      inQuestion = either(inQuestion, chosen)
      const truth = both(chosen, askRow(where, scope, row, own))
      answer = either(answer, truth)
      if (own) found.push({ row, truth, own })
      else if (answer === yes) return yes
    }
    if (inQuestion === no) answer = orAbsent(list, scope, trace, answer)
    if (!trace) return answer
    for (const { row, truth, own } of found) {
      absorb(trace, own, truth === answer)
      if (truth === answer && (answer !== no || condition.among)) trace.evidence.add(row.evidence)
    }
    const told =
      answer === no && condition.among ? found : found.filter(({ truth }) => truth === answer && truth !== no)
    if (condition.as) trace.said.set(condition.as, listText(told.map(({ row }) => row.label)))
    return answer
  }
}

interface Sorted {
  readonly sure: ListRow[]
  readonly possible: ListRow[]
  readonly doubts: Trace
}

/** Rows that count, and rows that may count, with what is missing about these. */
function sortRows(list: List, where: Question, scope: Scope, trace: Trace | undefined): Sorted {
  const sorted: Sorted = { sure: [], possible: [], doubts: newTrace() }
  for (const row of list.rows(scope)) {
    const own = trace && newTrace()
    const truth = askRow(where, scope, row, own)
    if (truth === yes) sorted.sure.push(row)
    if (truth === unknown) sorted.possible.push(row)
    if (trace && own) absorb(truth === unknown ? sorted.doubts : trace, own, truth === unknown)
    if (truth === unknown) sorted.doubts.evidence.add(row.evidence)
  }
  return sorted
}

/** Adds the rows that carried an answer, and the doubts where it is unknown. */
function settle(trace: Trace, sorted: Sorted, answer: Truth): void {
  for (const row of sorted.sure) trace.evidence.add(row.evidence)
  absorb(trace, sorted.doubts, answer === unknown)
}

/** Begins and ends known to the month alone. */
function noteMonths(row: ListRow, { from, to }: Run, trace: Trace): void {
  const table = row.evidence.slice(0, row.evidence.indexOf('/'))
  if (isMonthOnly(from)) trace.imprecise.add(`${table}.from`)
  if (isMonthOnly(to) && to !== 0) trace.imprecise.add(`${table}.to`)
}

export function compileAccumulation(condition: Condition & { op: 'lasted' }, parameters: Parameters): Question {
  const list = listOf(condition.list)
  const where = compileWhere(condition.where, parameters)
  const amount = valueReader(condition.amount, parameters)
  const spanOf = (row: ListRow): Run => list.span?.(row) ?? { from: 0, to: 0 }
  return (scope, trace) => {
    const length = amount.read(scope)
    if (typeof length !== 'number') return unknown
    const sorted = sortRows(list, where, scope, trace)
    const months = condition.unit === 'years' ? length * 12 : length
    const { unbroken } = condition
    const result = accumulate(sorted.sure.map(spanOf), sorted.possible.map(spanOf), { months, unbroken }, scope.today)
    const empty = sorted.sure.length + sorted.possible.length === 0
    const answer = empty ? orAbsent(list, scope, trace, no) : result.truth
    if (!trace) return answer
    const { since } = result
    const counted =
      since === undefined ? [] : sorted.sure.filter((row) => earliest(spanOf(row).from) >= earliest(since))
    settle(trace, { ...sorted, sure: counted }, answer)
    if (since !== undefined) trace.begun.add(since)
    if (answer === unknown && sorted.possible.length === 0) {
      for (const row of sorted.sure) noteMonths(row, spanOf(row), trace)
    }
    if (result.due !== undefined) trace.turning.add(result.due)
    if (condition.as)
      trace.said.set(condition.as, empty ? noTime : spanText({ least: result.least, most: result.most }))
    return answer
  }
}

export function compileCount(condition: Condition & { op: 'counted' }, parameters: Parameters): Question {
  const list = listOf(condition.list)
  const where = compileWhere(condition.where, parameters)
  const least = valueReader(condition.least, parameters)
  const distinct = condition.distinct === undefined ? undefined : valueReader(condition.distinct, parameters)
  const count = (rows: readonly ListRow[], scope: Scope): number => {
    if (!distinct) return rows.length
    const values = new Set(rows.map((row) => readRow(distinct, scope, row)))
    values.delete(undefined)
    return values.size
  }
  return (scope, trace) => {
    const sorted = sortRows(list, where, scope, trace)
    const sure = count(sorted.sure, scope)
    const most = sorted.possible.length === 0 ? sure : count([...sorted.sure, ...sorted.possible], scope)
    return settleAmount(condition.as, list, least.read(scope), { sure, most }, sorted, scope, trace)
  }
}

export function compileSum(condition: Condition & { op: 'summed' }, parameters: Parameters): Question {
  const list = listOf(condition.list)
  const where = compileWhere(condition.where, parameters)
  const least = valueReader(condition.least, parameters)
  const addend = valueReader(condition.of, parameters)
  return (scope, trace) => {
    const sorted = sortRows(list, where, scope, trace)
    let sure = 0
    let open = sorted.possible.some((row) => readRow(addend, scope, row) === undefined)
    let most = 0
    for (const row of sorted.sure) {
      const value = readRow(addend, scope, row)
      if (typeof value === 'number') sure += value
      else {
        open = true
        askRow(addend.gap, scope, row, trace && sorted.doubts)
      }
    }
    for (const row of sorted.possible) most += Number(readRow(addend, scope, row) ?? 0)
    const total = { sure, most: open ? Number.POSITIVE_INFINITY : sure + most }
    return settleAmount(condition.as, list, least.read(scope), total, sorted, scope, trace)
  }
}

function settleAmount(
  name: string | undefined,
  list: List,
  least: unknown,
  found: { readonly sure: number; readonly most: number },
  sorted: Sorted,
  scope: Scope,
  trace: Trace | undefined,
): Truth {
  const needed = typeof least === 'number' ? least : Number.POSITIVE_INFINITY
  const answer: Truth = found.sure >= needed ? yes : found.most >= needed ? unknown : no
  const told = answer === no && found.most === 0 ? orAbsent(list, scope, trace, no) : answer
  if (!trace) return told
  settle(trace, sorted, told)
  if (name) {
    trace.said.set(name, numberText(found.sure))
    trace.amounts.set(name, found.sure)
  }
  return told
}
