/**
 * The conditions of an advanced search as a tree: `where=` holds it as compact JSON. A fact that is not known makes a leaf
 * neither true nor false, and so does its negation: only `known` and `unknown` ask for it.
 *
 * @example
 * readCondition('{"all":[{"field":"age","is":"below","value":40},{"field":"townshipYears","is":"at-least","value":2}]}')
 */
import { z } from 'zod'
import {
  type ConditionLeaf,
  conditionDepth,
  conditionLeaves,
  operators,
  operatorsOf,
  type RosterCondition,
} from '#domain/lexicon/roster-conditions.ts'
import {
  type RosterFieldKind,
  type RosterFieldName,
  rosterField,
  rosterFieldNames,
} from '#domain/lexicon/roster-fields.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'

export {
  type ConditionLeaf,
  type ConditionValue,
  type Operator,
  type RosterCondition,
} from '#domain/lexicon/roster-conditions.ts'

const mostValues = 60

const scalar = z.union([z.string().max(200), z.number(), z.boolean()])

const conditionLeaf = z.strictObject({
  field: z.enum(rosterFieldNames),
  is: z.enum(operators),
  value: z.union([scalar, z.array(scalar).max(mostValues)]).optional(),
  of: z.string().max(40).optional().describe('Of `spans`: of which one, e.g. finance.'),
})
/** Why a tree cannot be used, as sentences. */
export interface ConditionFault {
  readonly message: Text
  readonly mend: Text
}

export const isFault = (read: RosterCondition | ConditionFault): read is ConditionFault => 'message' in read

/** A query parameter that holds a tree. */
export const whereParameter = z
  .string()
  .max(8000)
  .transform((text, context): RosterCondition => {
    const read = readCondition(text)
    if (!isFault(read)) return read
    context.addIssue({ code: 'custom', message: read.message.en, params: { sentences: read } })
    return z.NEVER
  })

/** Reads the text of `where=`; a fault where it is no condition, or asks what cannot be asked. */
export function readCondition(text: string): RosterCondition | ConditionFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fault(
      '地址中的组合条件写得不完整，读不出来。',
      'The combined conditions in the address are incomplete and cannot be read.',
      '清除条件后，用「组合条件」重新组合。',
      'Clear the conditions and build them anew with "Combine conditions".',
    )
  }
  const budget = { leaves: conditionLeaves }
  return readNode(value, conditionDepth, budget)
}

function readNode(value: unknown, depth: number, budget: { leaves: number }): RosterCondition | ConditionFault {
  if (depth < 1) return tooDeep
  if (typeof value !== 'object' || value === null) return misshapen
  const keys = Object.keys(value)
  const node = value as Record<string, unknown>
  if (keys.length === 1 && 'not' in node) {
    const inner = readNode(node['not'], depth - 1, budget)
    return isFault(inner) ? inner : { not: inner }
  }
  const [join] = keys
  if (keys.length === 1 && (join === 'all' || join === 'any')) {
    const members = node[join]
    if (!Array.isArray(members) || members.length === 0) return misshapen
    const read: RosterCondition[] = []
    for (const member of members) {
      const inner = readNode(member, depth - 1, budget)
      if (isFault(inner)) return inner
      read.push(inner)
    }
    return join === 'all' ? { all: read } : { any: read }
  }
  budget.leaves -= 1
  return budget.leaves < 0 ? tooMany : readLeaf(node)
}

function readLeaf(node: Record<string, unknown>): ConditionLeaf | ConditionFault {
  const parsed = conditionLeaf.safeParse(node)
  if (!parsed.success) return unreadableLeaf(node)
  const leaf = parsed.data
  const { label, kind, filter, of } = rosterField(leaf.field)
  if (!filter)
    return fault(
      `「${label.zh}」不能作为条件。`,
      `"${label.en}" is no condition.`,
      '换一个字段。',
      'Take another field.',
    )
  if (!operatorsOf[kind].includes(leaf.is)) return wrongOperator(leaf.field, leaf.is)
  const terms: readonly string[] | undefined = of === undefined || kind === 'text' ? undefined : identifiersOf(of)
  if (kind === 'spans' && !terms?.includes(leaf.of ?? '')) return wrongValue(label, 'of')
  return isValueOf(kind, leaf, terms) ? leaf : wrongValue(label, String(leaf.value ?? ''))
}

const partialDate = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/
const isNumber = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 10_000
const isDate = (value: unknown): value is string => typeof value === 'string' && partialDate.test(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isList = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(fits)

function isValueOf(kind: RosterFieldKind, { is, value }: ConditionLeaf, terms: readonly string[] | undefined): boolean {
  if (is === 'known' || is === 'unknown') return value === undefined
  const fits = kind === 'date' ? isDate : isNumber
  switch (is) {
    case 'one-of':
    case 'none-of':
    case 'all-of':
      return isList(value, (one) => isText(one) && (terms === undefined || terms.includes(one)))
    case 'under':
    case 'not-under':
      return isList(value, isText)
    case 'contains':
    case 'lacks':
      return isText(value)
    case 'is':
      return typeof value === 'boolean'
    case 'between':
      return Array.isArray(value) && value.length === 2 && isList(value, fits) && String(value[0] ?? '') !== ''
    default:
      return fits(value)
  }
}

const fault = (zh: string, en: string, mendZh: string, mendEn: string): ConditionFault => ({
  message: { zh, en },
  mend: { zh: mendZh, en: mendEn },
})

const misshapen = fault(
  '条件的写法不对：每一层是「全部满足」「任一满足」「不满足」或者一个字段的条件。',
  'The condition is badly formed: each level is all, any, not, or a condition on one field.',
  '清除条件后，用「组合条件」重新组合。',
  'Clear the conditions and build them anew with "Combine conditions".',
)
const tooDeep = fault(
  `条件嵌套超过 ${conditionDepth} 层。`,
  `The condition is more than ${conditionDepth} levels deep.`,
  '把内层的条件提到外层，或者分成两次筛选。',
  'Lift inner conditions, or search in two steps.',
)
const tooMany = fault(
  `条件超过 ${conditionLeaves} 个。`,
  `There are more than ${conditionLeaves} conditions.`,
  '去掉不起作用的条件，或者把同一字段的多个值放在一个条件里。',
  'Drop some, or put several values of one field into one condition.',
)

function unreadableLeaf(node: Record<string, unknown>): ConditionFault {
  if (typeof node['field'] !== 'string') return misshapen
  const name = node['field']
  if (!rosterFieldNames.some((known) => known === name)) {
    return fault(
      `没有「${name}」这个字段。`,
      `There is no field "${name}".`,
      '从字段列表中选取。',
      'Choose from the list of fields.',
    )
  }
  const is = String(node['is'] ?? '')
  return operators.some((known) => known === is)
    ? wrongValue(rosterField(name as RosterFieldName).label, '')
    : wrongOperator(name as RosterFieldName, is)
}

const wrongOperator = (field: RosterFieldName, is: string): ConditionFault => {
  const { label, kind } = rosterField(field)
  const usable = operatorsOf[kind].join(', ')
  return fault(
    `「${label.zh}」不能用「${is}」来问。`,
    `"${label.en}" cannot be asked by "${is}".`,
    `用「组合条件」重新选比法。接口可用：${usable}。`,
    `Choose how to compare with "Combine conditions". The interface takes: ${usable}.`,
  )
}

const wrongValue = ({ zh, en }: Text, value: string): ConditionFault =>
  fault(
    `「${zh}」的值「${value}」不能用。`,
    `"${value}" is no value of "${en}".`,
    '从选项中选取，或者填写数字、日期（如 2020-06）。',
    'Choose from the list, or give a number or a date such as 2020-06.',
  )
