/** Values of the rule language at run time, and comparisons between them. */
import type { Arithmetic, Condition, Known, ParameterReference, ParameterValue, Value } from '../language/types.ts'
import { orderIn, type Scope } from '../language/vocabulary.ts'
import { wordOf } from '../language/word-of.ts'
import type { Question } from './compile.ts'
import type { Trace } from './trace.ts'
import { no, type Truth, truthOf, unknown } from './truth.ts'

/** Looks up a parameter on the as-of date; the loader has checked that it exists. */
export type Parameters = (reference: ParameterReference) => ParameterValue

export interface ValueReader {
  readonly read: (scope: Scope) => Known
  /** Notes which fact is missing, and answers unknown. */
  readonly gap: (scope: Scope, trace: Trace | undefined) => Truth
  /** Notes that the day of a date decides and is not known, and answers unknown. */
  readonly dayGap: (scope: Scope, trace: Trace | undefined) => Truth
  /** For terms with an order: its identifiers from low to high. */
  readonly order: readonly string[] | undefined
}

function constant(value: Known): ValueReader {
  return { read: () => value, gap: () => unknown, dayGap: () => unknown, order: undefined }
}

export function valueReader(value: Value, parameters: Parameters): ValueReader {
  switch (value.kind) {
    case 'literal':
      return constant(value.value)
    case 'list':
      return constant(undefined)
    case 'parameter': {
      const found = parameters(value)
      return constant(typeof found === 'object' ? undefined : found)
    }
    case 'path': {
      const word = wordOf(value.path)
      const order = word.type.kind === 'term' ? orderIn(word.type.vocabulary) : undefined
      const note = (scope: Scope, fields: Set<string> | undefined, trace: Trace | undefined): Truth => {
        if (word.missing !== undefined) fields?.add(word.missing)
        const row = scope.row as { readonly evidence: string } | undefined
        if (row !== undefined) trace?.evidence.add(row.evidence)
        return unknown
      }
      return {
        read: word.read,
        gap: (scope, trace) => note(scope, trace?.missing, trace),
        dayGap: (scope, trace) => note(scope, trace?.imprecise, trace),
        order,
      }
    }
    case 'lookup': {
      const map = value.map.kind === 'parameter' ? parameters(value.map) : {}
      const key = valueReader(value.key, parameters)
      const entries = typeof map === 'object' && !Array.isArray(map) ? (map as Record<string, Known>) : {}
      return { read: (scope) => entries[String(key.read(scope))], gap: key.gap, dayGap: key.dayGap, order: undefined }
    }
    default: {
      const left = valueReader(value.left, parameters)
      const right = valueReader(value.right, parameters)
      const combine = arithmetic[value.kind]
      const read = (scope: Scope): Known => {
        const [a, b] = [left.read(scope), right.read(scope)]
        return typeof a === 'number' && typeof b === 'number' ? combine(a, b) : undefined
      }
      const gap = (scope: Scope, trace: Trace | undefined): Truth => {
        for (const side of [left, right]) if (side.read(scope) === undefined) side.gap(scope, trace)
        return unknown
      }
      return { read, gap, dayGap: gap, order: undefined }
    }
  }
}

const arithmetic: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  minus: (a, b) => a - b,
  plus: (a, b) => a + b,
  times: (a, b) => a * b,
  percent: (whole, hundredths) => Math.floor((whole * hundredths) / 100),
}

/** The members of a list value; a map stands for its keys. */
export function membersOf(value: Value, parameters: Parameters): ReadonlySet<Known> {
  if (value.kind === 'list') return new Set<Known>(value.values)
  const found = value.kind === 'parameter' ? parameters(value) : []
  if (Array.isArray(found)) return new Set<Known>(found)
  return new Set<Known>(typeof found === 'object' ? Object.keys(found) : [found as Known])
}

export function compileComparison(
  condition: Condition & { op: 'compare' | 'one-of' },
  parameters: Parameters,
): Question {
  if (condition.op === 'one-of') {
    const value = valueReader(condition.value, parameters)
    const members = membersOf(condition.among, parameters)
    return (scope, trace) => {
      const found = value.read(scope)
      return found === undefined ? value.gap(scope, trace) : truthOf(members.has(found))
    }
  }
  const left = valueReader(condition.left, parameters)
  const right = valueReader(condition.right, parameters)
  const order = left.order ?? right.order
  const { relation } = condition
  return (scope, trace) => {
    const a = left.read(scope)
    const b = right.read(scope)
    if (a === undefined || b === undefined) {
      if (a === undefined) left.gap(scope, trace)
      if (b === undefined) right.gap(scope, trace)
      return unknown
    }
    if (relation === 'equals') return truthOf(a === b)
    const x = order ? order.indexOf(String(a)) : Number(a)
    const y = order ? order.indexOf(String(b)) : Number(b)
    if (Number.isNaN(x) || Number.isNaN(y)) return no
    return truthOf(relation === 'at-least' ? x >= y : relation === 'at-most' ? x <= y : x > y)
  }
}
