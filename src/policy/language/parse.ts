/** Reads conditions from YAML nodes: one operator a map. Shapes and words are checked here, types in check.ts. */
import { isMap, isScalar, isSeq } from 'yaml'
import {
  type Field,
  fieldsOf,
  itemsOf,
  mapAt,
  refuse,
  resolved,
  type Source,
  scalarOf,
  stringOf,
} from '../rulebook/source.ts'
import { lists } from './lists.ts'
import { arithmetics, type Condition, relations, type TimeUnit, timeUnits, type Value } from './types.ts'
import { findWord } from './word-of.ts'

/** Where a condition stands: whose parameters `$name` means, and which list's row is in scope. */
export interface Setting {
  readonly source: Source
  readonly rule: string
  readonly list: string | undefined
  /** Remembers where each condition and value was written. */
  readonly places: WeakMap<object, Field>
}

export const operators = [
  'all',
  'any',
  'not',
  ...relations,
  'one-of',
  'known',
  'elapsed',
  'reached',
  'lasted',
  'exists',
  'counted',
  'summed',
]
const theCondition = { zh: '条件', en: 'a condition' }
const theValue = { zh: '取值', en: 'a value' }

export function parseCondition(node: Field, setting: Setting): Condition {
  const condition = parseOperator(node, setting)
  setting.places.set(condition, node)
  return condition
}

function parseOperator(node: Field, setting: Setting): Condition {
  const { source } = setting
  const map = mapAt(source, node, theCondition)
  const [item, second] = map.items
  const op = item && isScalar(item.key) ? String(item.key.value) : ''
  if (second || !operators.includes(op)) {
    refuse(
      source,
      node,
      {
        zh: `条件只能有一个运算，“${op}”不在其中或多于一个`,
        en: `a condition has one operator; "${op}" is none, or there are several`,
      },
      { zh: `可用：${operators.join('、')}`, en: `one of: ${operators.join(', ')}` },
    )
  }
  const body = item?.value as Field
  switch (op) {
    case 'all':
    case 'any':
      return { op, of: itemsOf(source, body, theCondition).map((part) => parseCondition(part, setting)) }
    case 'not':
      return { op, of: parseCondition(body, setting) }
    case 'known':
      return { op, value: parseValue(body, setting) }
    case 'reached':
      return { op, date: parseValue(body, setting) }
    case 'one-of': {
      const [value, among] = pair(body, setting)
      return { op, value, among }
    }
    case 'elapsed':
      return parseElapsed(body, setting)
    case 'lasted':
    case 'exists':
    case 'counted':
    case 'summed':
      return parseOverList(op, body, setting)
    default: {
      const [left, right] = pair(body, setting)
      const relation = relations.find((name) => name === op) ?? 'equals'
      return { op: 'compare', relation, left, right }
    }
  }
}

function pair(node: Field, setting: Setting): [Value, Value] {
  const [left, right, third] = itemsOf(setting.source, node, theValue)
  if (!left || !right || third) {
    refuse(
      setting.source,
      node,
      { zh: '这里应有两个值', en: 'two values are wanted here' },
      { zh: '写成 [左, 右]', en: 'write [left, right]' },
    )
  }
  return [parseValue(left, setting), parseValue(right, setting)]
}

/** `$name`, `$RULE.name`, a word of the vocabulary, `lookup`, `minus`, a list, or a literal. */
export function parseValue(node: Field, setting: Setting): Value {
  const value = parseBareValue(node, setting)
  setting.places.set(value, node)
  return value
}

function parseBareValue(written: Field, setting: Setting): Value {
  const { source } = setting
  const node = resolved(source, written)
  if (isSeq(node)) return { kind: 'list', values: node.items.map((item) => scalarOf(source, item as Field, theValue)) }
  if (isMap(node)) {
    const fields = fieldsOf(source, node, theValue, ['lookup', ...arithmetics])
    const [written = ''] = fields.keys()
    const [left, right] = pair(fields.get(written), setting)
    const kind = arithmetics.find((name) => name === written)
    return kind === undefined ? { kind: 'lookup', map: left, key: right } : { kind, left, right }
  }
  const value = scalarOf(source, node, theValue)
  if (typeof value !== 'string') return { kind: 'literal', value }
  if (value.startsWith('$')) {
    const dot = value.lastIndexOf('.') // an id may hold dots: $MLPS-8.1.4.1.factors_min
    return {
      kind: 'parameter',
      rule: dot < 0 ? setting.rule : value.slice(1, dot),
      name: value.slice(Math.max(dot, 0) + 1),
    }
  }
  if (findWord(value)) {
    refuseForeignRow(value, node, setting)
    return { kind: 'path', path: value }
  }
  if (/^[a-z]+\.[a-z_]+$/.test(value)) {
    refuse(
      source,
      node,
      { zh: `没有“${value}”这个数据项`, en: `there is no fact "${value}"` },
      { zh: '数据项见 src/policy/language', en: 'the facts are listed in src/policy/language' },
    )
  }
  return { kind: 'literal', value }
}

/** A word of a list's row may only stand inside a question about that list. */
function refuseForeignRow(path: string, node: Field, setting: Setting): void {
  const owner = Object.entries(lists).find(([, list]) => path in list.words)
  if (!owner || owner[0] === setting.list) return
  refuse(
    setting.source,
    node,
    {
      zh: `“${path}”只能用在 ${owner[0]} 的条件里`,
      en: `"${path}" may stand only inside a question about ${owner[0]}`,
    },
    { zh: `放进 in: ${owner[0]} 的 where`, en: `put it into the where of in: ${owner[0]}` },
  )
}

/** One of the units, such as `years: n`. */
function parseAmount<Unit extends TimeUnit>(
  units: readonly Unit[],
  fields: ReadonlyMap<string, Field>,
  node: Field,
  setting: Setting,
): { readonly amount: Value; readonly unit: Unit } {
  const [unit, second] = units.filter((name) => fields.has(name))
  if (unit === undefined || second !== undefined) {
    refuse(
      setting.source,
      node,
      { zh: `期限应写 ${units.join('、')} 之一`, en: `a duration has one of ${units.join(', ')}` },
      { zh: '例：years: 2', en: 'such as years: 2' },
    )
  }
  return { amount: parseValue(fields.get(unit), setting), unit }
}

const nameOf = (fields: ReadonlyMap<string, Field>, setting: Setting): string | undefined =>
  fields.has('as') ? stringOf(setting.source, fields.get('as'), { zh: '名称', en: 'a name' }) : undefined

function parseElapsed(node: Field, setting: Setting): Condition {
  const fields = fieldsOf(setting.source, node, { zh: 'elapsed', en: 'elapsed' }, [
    'since',
    'until',
    ...timeUnits,
    'as',
  ])
  return {
    op: 'elapsed',
    since: parseValue(fields.get('since'), setting),
    until: fields.has('until') ? parseValue(fields.get('until'), setting) : undefined,
    ...parseAmount(timeUnits, fields, node, setting),
    as: nameOf(fields, setting),
  }
}

export const listFields = {
  lasted: ['over', 'where', 'unbroken', 'years', 'months', 'as'],
  exists: ['in', 'among', 'where', 'as'],
  counted: ['in', 'where', 'distinct', 'least', 'as'],
  summed: ['in', 'where', 'of', 'least', 'as'],
} as const

function parseOverList(op: keyof typeof listFields, node: Field, setting: Setting): Condition {
  const { source } = setting
  const fields = fieldsOf(source, node, { zh: op, en: op }, listFields[op])
  const named = fields.get('over') ?? fields.get('in')
  const list = stringOf(source, named, { zh: '列表名', en: 'the name of a list' })
  if (!(list in lists)) {
    refuse(
      source,
      named,
      { zh: `没有“${list}”这个列表`, en: `there is no list "${list}"` },
      { zh: `可用：${Object.keys(lists).join('、')}`, en: `one of: ${Object.keys(lists).join(', ')}` },
    )
  }
  const inner = { ...setting, list }
  const part = (name: string): Condition | undefined =>
    fields.has(name) ? parseCondition(fields.get(name), inner) : undefined
  const common = { list, where: part('where'), as: nameOf(fields, setting) }
  if (op === 'lasted') {
    const unbroken = fields.has('unbroken') && scalarOf(source, fields.get('unbroken'), theValue) === true
    return { op, ...common, unbroken, ...parseAmount(['years', 'months'] as const, fields, node, setting) }
  }
  if (op === 'exists') return { op, ...common, among: part('among') }
  const least = parseValue(fields.get('least'), setting)
  if (op === 'summed') return { op, ...common, least, of: parseValue(fields.get('of'), inner) }
  return {
    op,
    ...common,
    least,
    distinct: fields.has('distinct') ? parseValue(fields.get('distinct'), inner) : undefined,
  }
}
