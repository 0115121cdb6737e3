/** Why a condition answers as it does: every part with its own answer, what the record says, and the rows it was asked of. */
import { type Certainty, formatDate } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { ListRow } from '../language/lists.ts'
import type { Condition, Known } from '../language/types.ts'
import { scalarText } from '../language/value-wording.ts'
import type { Scope } from '../language/vocabulary.ts'
import { pathsIn } from '../language/walk.ts'
import { labelOfWord } from '../language/word-labels.ts'
import { listOf, wordOf } from '../language/word-of.ts'
import { outlineOf } from '../language/wording.ts'
import { compile } from './compile.ts'
import { fieldsMissing } from './finding.ts'
import { listText } from './measures.ts'
import { newTrace } from './trace.ts'
import { negate, type Truth, unknown, yes } from './truth.ts'
import type { Parameters } from './values.ts'

export interface ConditionTree {
  /** What is asked, in words; for a row of a list, which row. */
  readonly text: Text
  readonly truth: Certainty
  /** What the record says: values, sums, lengths of time. */
  readonly found: Text | undefined
  readonly missing: readonly string[]
  readonly evidence: readonly string[]
  readonly parts: readonly ConditionTree[]
}

const certainty = (truth: Truth): Certainty => (truth === yes ? 'yes' : truth === unknown ? 'unknown' : 'no')

/** The name under which a measure is told where the rule gives it none. */
const measure = 'measure'

/** @example treeOf(rule.requires[0].that, parameters, scope).parts[0].found?.zh // '工龄 3年1个月' */
export function treeOf(condition: Condition, parameters: Parameters, scope: Scope, holds = true): ConditionTree {
  if (condition.op === 'not') return treeOf(condition.of, parameters, scope, !holds)
  const asked = 'as' in condition ? { ...condition, as: condition.as ?? measure } : condition
  const trace = newTrace()
  const answer = compile(asked, parameters)(scope, trace)
  const said = 'as' in asked ? trace.said.get(asked.as ?? measure) : undefined
  return {
    text: outlineOf(condition, parameters, holds).text,
    truth: certainty(holds ? answer : negate(answer)),
    found: said ?? factsIn(condition, scope),
    missing: answer === unknown ? fieldsMissing(trace) : [],
    evidence: [...trace.evidence].sort(),
    parts: partsOf(condition, parameters, scope),
  }
}

function partsOf(condition: Condition, parameters: Parameters, scope: Scope): ConditionTree[] {
  if (condition.op === 'all' || condition.op === 'any') {
    return condition.of.map((part) => treeOf(part, parameters, scope))
  }
  if (!('list' in condition)) return []
  const among = condition.op === 'exists' ? condition.among : undefined
  const asked = [among, condition.where].flatMap((part) => (part?.op === 'all' ? part.of : (part ?? [])))
  if (asked.length === 0) return []
  const rows = listOf(condition.list).rows(scope)
  return rows.map((row) => rowTree(row, asked, parameters, scope))
}

/** A row of a list: does it count, and why (not). */
function rowTree(row: ListRow, of: readonly Condition[], parameters: Parameters, scope: Scope): ConditionTree {
  const { truth, missing, parts } = treeOf({ op: 'all', of }, parameters, { ...scope, row })
  return { text: row.label, truth, found: undefined, missing, evidence: [row.evidence], parts }
}

/** The facts that a condition names itself, as recorded. */
function factsIn(condition: Condition, scope: Scope): Text | undefined {
  const facts = pathsIn(condition).map((path) => {
    const label = labelOfWord(path)
    const value = knownText(path, wordOf(path).read(scope))
    return { zh: `${label.zh} ${value.zh}`, en: `${label.en} ${value.en}` }
  })
  return facts.length === 0 ? undefined : listText(facts)
}

function knownText(path: string, value: Known): Text {
  const { type } = wordOf(path)
  if (value === undefined || value === '') return { zh: '未记录', en: 'not recorded' }
  if (type.kind === 'date') return scalarText(formatDate(Number(value)))
  return scalarText(value, type.kind === 'term' ? type.vocabulary : undefined)
}
