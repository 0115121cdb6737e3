/** Reads one rule of an instrument file. */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Text } from '#domain/text.ts'
import { standardNames } from '../evaluation/finding.ts'
import { parseCondition, type Setting } from '../language/parse.ts'
import type { ParameterValue, Scalar } from '../language/types.ts'
import { namesIn } from '../language/walk.ts'
import {
  type DatedValue,
  type Instrument,
  type Messages,
  type Purpose,
  purposes,
  type Requirement,
  type Rule,
  type Severity,
  severities,
  statuses,
} from './rule.ts'
import {
  dateOf,
  type Field,
  fieldsOf,
  itemsOf,
  oneOf,
  placeOf,
  refuse,
  type Source,
  scalarOf,
  stringOf,
  textOf,
} from './source.ts'

const ruleFields = [
  'id',
  'article',
  'title',
  'status',
  'severity',
  'purpose',
  'in_force',
  'applies',
  'parameters',
  'requires',
]

export interface ReadRule {
  readonly rule: Rule
  readonly places: WeakMap<object, Field>
}

export function readRule(source: Source, node: Field, instrument: Instrument): ReadRule {
  const fields = fieldsOf(source, node, { zh: '规则', en: 'a rule' }, ruleFields)
  const id = stringOf(source, fields.get('id') ?? node, { zh: '规则编号 id', en: 'the id of the rule' })
  const setting: Setting = { source, rule: id, list: undefined, places: new WeakMap() }
  const severity = fields.has('severity')
    ? oneOf(source, fields.get('severity'), { zh: 'severity', en: 'severity' }, severities)
    : 'bar'
  const dates = fields.has('in_force') ? readDates(source, fields.get('in_force')) : instrument
  const parameters = readParameters(source, fields.get('parameters'), dates.from)
  const names = [...parameters.keys()]
  const rule: Rule = {
    id,
    instrument,
    article: stringOf(source, fields.get('article') ?? node, { zh: '条款 article', en: 'the article' }),
    title: textOf(source, fields.get('title') ?? node, { zh: '标题 title', en: 'the title' }),
    status: oneOf(source, fields.get('status') ?? node, { zh: 'status', en: 'status' }, statuses),
    purposes: readPurposes(source, fields.get('purpose')),
    from: dates.from,
    to: dates.to,
    applies: fields.has('applies') ? parseCondition(fields.get('applies'), setting) : undefined,
    parameters,
    requires: fields.has('requires')
      ? itemsOf(source, fields.get('requires'), { zh: 'requires', en: 'requires' }).map((part) =>
          readRequirement(part, severity, names, setting),
        )
      : [],
    source: `${source.file}:${placeOf(source, node).line}`,
  }
  return { rule, places: setting.places }
}

function readPurposes(source: Source, node: Field): Purpose[] {
  const what = { zh: 'purpose', en: 'purpose' }
  if (node === undefined) return ['definition']
  const items = isSeq(node) ? (node.items as Field[]) : [node]
  return items.map((item) => oneOf(source, item, what, purposes))
}

export function readDates(source: Source, node: Field): Pick<Rule, 'from' | 'to'> {
  const fields = fieldsOf(source, node, { zh: 'in_force', en: 'in_force' }, ['from', 'to'])
  return {
    from: dateOf(source, fields.get('from') ?? node, { zh: '施行日期', en: 'the first day in force' }),
    to: fields.has('to')
      ? dateOf(source, fields.get('to'), { zh: '失效日期', en: 'the first day out of force' })
      : undefined,
  }
}

/** A parameter is a value, or `dated: [{from, value}]` where the number changed in time. */
function readParameters(source: Source, node: Field, since: number): ReadonlyMap<string, readonly DatedValue[]> {
  const parameters = new Map<string, readonly DatedValue[]>()
  if (node === undefined || node === null) return parameters
  if (!isMap(node)) {
    refuse(
      source,
      node,
      { zh: 'parameters 应为键值结构', en: 'parameters must be a map' },
      { zh: '写成“名称: 值”', en: 'write name: value' },
    )
  }
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    parameters.set(name, readDated(source, value as Field, since))
  }
  return parameters
}

function readDated(source: Source, node: Field, since: number): readonly DatedValue[] {
  if (!isMap(node) || !node.has('dated')) return [{ from: since, value: readParameter(source, node) }]
  const what = { zh: 'dated', en: 'dated' }
  const values = itemsOf(source, node.get('dated', true) as Field, what).map((item) => {
    const fields = fieldsOf(source, item, what, ['from', 'value'])
    return { from: dateOf(source, fields.get('from') ?? item, what), value: readParameter(source, fields.get('value')) }
  })
  return values.sort((a, b) => a.from - b.from)
}

function readParameter(source: Source, node: Field): ParameterValue {
  const what = { zh: '参数值', en: 'the value of a parameter' }
  if (isSeq(node)) return node.items.map((item) => scalarOf(source, item as Field, what))
  if (!isMap(node)) return scalarOf(source, node, what)
  const entries = node.items.map(({ key, value }): [string, Scalar] => [
    isScalar(key) ? String(key.value) : '',
    scalarOf(source, value as Field, what),
  ])
  return Object.fromEntries(entries)
}

function readRequirement(
  node: Field,
  severity: Severity,
  parameters: readonly string[],
  setting: Setting,
): Requirement {
  const { source } = setting
  const fields = fieldsOf(source, node, { zh: '要求', en: 'a requirement' }, [
    'when',
    'that',
    'severity',
    'met',
    'unmet',
    'unknown',
  ])
  const that = parseCondition(fields.get('that') ?? node, setting)
  const known = [...standardNames, ...parameters, ...namesIn(that)]
  const message = (name: keyof Messages): Text => {
    const text = textOf(source, fields.get(name) ?? node, { zh: `${name} 的说明`, en: `the message for ${name}` })
    refuseUnknownNames(source, fields.get(name), text, known)
    return text
  }
  return {
    when: fields.has('when') ? parseCondition(fields.get('when'), setting) : undefined,
    that,
    severity: fields.has('severity')
      ? oneOf(source, fields.get('severity'), { zh: 'severity', en: 'severity' }, severities)
      : severity,
    messages: {
      met: message('met'),
      unmet: message('unmet'),
      unknown: fields.has('unknown') ? message('unknown') : undefined,
    },
  }
}

/** A message may name only what the rule knows, so that nobody is shown an empty place. */
function refuseUnknownNames(source: Source, node: Field, text: Text, known: readonly string[]): void {
  for (const [, name = ''] of `${text.zh}${text.en}`.matchAll(/\{(\w+)\}/g)) {
    if (known.includes(name)) continue
    refuse(
      source,
      node,
      { zh: `说明里的 {${name}} 没有来历`, en: `{${name}} in the message has no source` },
      { zh: `可用：${known.join('、')}`, en: `one of: ${known.join(', ')}` },
    )
  }
}
