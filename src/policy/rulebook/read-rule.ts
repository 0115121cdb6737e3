/** Reads one rule of an instrument file. */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Text } from '#domain/text.ts'
import { standardNames } from '../evaluation/finding.ts'
import { parseCondition, type Setting } from '../language/parse.ts'
import type { Condition, ParameterValue, Scalar } from '../language/types.ts'
import { namesIn } from '../language/walk.ts'
import {
  type DatedValue,
  directions,
  type Exception,
  type Inquiry,
  type Instrument,
  type Messages,
  type Purpose,
  purposes,
  type Requirement,
  type Rule,
  type Severity,
  type Stricter,
  severities,
  statuses,
} from './rule.ts'
import { textOfItem } from './rule-text.ts'
import {
  dateOf,
  type Field,
  fieldsOf,
  itemsOf,
  oneOf,
  placeOf,
  refuse,
  resolved,
  type Source,
  scalarOf,
  stringOf,
  textOf,
} from './source.ts'

export const ruleFields = [
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
  'asks',
  'exceptions',
  'stricter',
  'version_of',
] as const

/** What another dated version of a rule takes over where it does not write its own. */
const inherited = ['severity', 'purpose', 'applies', 'requires', 'asks', 'exceptions', 'stricter']

/** A rule as written: its fields, and where they stand. */
export interface WrittenRule {
  readonly id: string
  readonly instrument: Instrument
  readonly source: Source
  readonly node: Field
  readonly fields: ReadonlyMap<string, Field>
}

export interface ReadRule {
  readonly rule: Rule
  readonly written: WrittenRule
  readonly places: WeakMap<object, Field>
}

export function writtenRule(source: Source, node: Field, instrument: Instrument): WrittenRule {
  const fields = fieldsOf(source, node, { zh: '规则', en: 'a rule' }, ruleFields)
  const id = stringOf(source, fields.get('id') ?? node, { zh: '规则编号 id', en: 'the id of the rule' })
  return { id, instrument, source, node, fields }
}

/** The id of the rule that a rule is another dated version of. */
export const baseOf = ({ fields, source }: WrittenRule): string | undefined =>
  fields.has('version_of')
    ? stringOf(source, fields.get('version_of'), { zh: 'version_of', en: 'version_of' })
    : undefined

/** Reads a rule; what it does not write itself it takes over from the rule it is another version of. */
export function readRule(written: WrittenRule, base: WrittenRule | undefined): ReadRule {
  const { source, node, fields, instrument, id } = written
  const places = new WeakMap<object, Field>()
  const dates = fields.has('in_force') ? readDates(source, fields.get('in_force')) : instrument
  const parameters = new Map([
    ...(base ? readParameters(base.source, base.fields.get('parameters'), dates.from) : []),
    ...readParameters(source, fields.get('parameters'), dates.from),
  ])
  const names = [...parameters.keys()]
  /** A field with the file it stands in. */
  function at<T>(name: string, otherwise: T, read: (field: Field, setting: Setting) => T): T {
    const owner = !fields.has(name) && inherited.includes(name) && base ? base : written
    const setting = { source: owner.source, rule: id, list: undefined, places }
    return owner.fields.has(name) ? read(owner.fields.get(name), setting) : otherwise
  }
  const many = <T>(name: string, read: (item: Field, setting: Setting) => T): readonly T[] =>
    at(name, [] as T[], (field, setting) =>
      itemsOf(setting.source, field, { zh: name, en: name }).map((item) => read(item, setting)),
    )
  const severity = at<Severity>('severity', 'bar', (field, setting) =>
    oneOf(setting.source, field, { zh: 'severity', en: 'severity' }, severities),
  )
  const rule: Rule = {
    id,
    instrument,
    article: stringOf(source, fields.get('article') ?? node, { zh: '条款 article', en: 'the article' }),
    title: textOf(source, fields.get('title') ?? node, { zh: '标题 title', en: 'the title' }),
    status: oneOf(source, fields.get('status') ?? node, { zh: 'status', en: 'status' }, statuses),
    purposes: at<readonly Purpose[]>('purpose', ['definition'], (field, setting) =>
      readPurposes(setting.source, field),
    ),
    from: dates.from,
    to: dates.to,
    applies: at<Condition | undefined>('applies', undefined, parseCondition),
    parameters,
    requires: many('requires', (part, setting) => readRequirement(part, severity, names, setting)),
    asks: at<readonly Inquiry[]>('asks', [], (field, setting) => readInquiries(field, names, setting)),
    exceptions: many('exceptions', readException),
    versionOf: baseOf(written),
    stricter: at<Rule['stricter']>('stricter', new Map(), (field, setting) =>
      readStricter(setting.source, field, names),
    ),
    confirmed: undefined,
    source: `${source.file}:${placeOf(source, node).line}`,
    text: textOfItem(source, node),
  }
  return { rule, written, places }
}

function readPurposes(source: Source, node: Field): Purpose[] {
  const what = { zh: 'purpose', en: 'purpose' }
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

export function readParameter(source: Source, node: Field): ParameterValue {
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

/** `asks: { zh, en }`, or a list of `{ when, ask }`. */
function readInquiries(node: Field, parameters: readonly string[], setting: Setting): Inquiry[] {
  const { source } = setting
  const what = { zh: 'asks 的问题', en: 'the question in asks' }
  const known = [...standardNames, ...parameters]
  const question = (at: Field): Text => {
    const text = textOf(source, at, what)
    refuseUnknownNames(source, at, text, known)
    return text
  }
  const list = resolved(source, node)
  if (!isSeq(list)) return [{ when: undefined, ask: question(node) }]
  return (list.items as Field[]).map((item) => {
    const fields = fieldsOf(source, item, { zh: 'asks', en: 'asks' }, ['when', 'ask'])
    return {
      when: fields.has('when') ? parseCondition(fields.get('when'), setting) : undefined,
      ask: question(fields.get('ask')),
    }
  })
}

function readException(node: Field, setting: Setting): Exception {
  const { source } = setting
  const fields = fieldsOf(source, node, { zh: '例外', en: 'an exception' }, [
    'instrument',
    'article',
    'title',
    'approval',
    'when',
  ])
  return {
    instrument: fields.has('instrument')
      ? textOf(source, fields.get('instrument'), { zh: '例外所在文件', en: 'the instrument of the exception' })
      : undefined,
    article: stringOf(source, fields.get('article') ?? node, { zh: '例外条款', en: 'the article of the exception' }),
    title: textOf(source, fields.get('title') ?? node, { zh: '例外标题', en: 'the title of the exception' }),
    approval: textOf(source, fields.get('approval') ?? node, { zh: '批准机关', en: 'the approval' }),
    when: fields.has('when') ? parseCondition(fields.get('when'), setting) : undefined,
  }
}

/** Which parameters a place may change, and which way is stricter: `{ min_service_years: more }`. */
function readStricter(source: Source, node: Field, parameters: readonly string[]): ReadonlyMap<string, Stricter> {
  const stricter = new Map<string, Stricter>()
  const what = { zh: 'stricter', en: 'stricter' }
  for (const [name, value] of fieldsOf(source, node, what, parameters)) {
    stricter.set(name, oneOf(source, value, what, directions))
  }
  return stricter
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
