/** The schemas of rule files, of `instrument.yaml` and of a place's overlay. */
import type { Text } from '#domain/text.ts'
import type { overlayFields } from '#policy/rulebook/overlay-file.ts'
import type { ruleFields } from '#policy/rulebook/read-rule.ts'
import { directions, purposes, severities, statuses } from '#policy/rulebook/rule.ts'
import { conditionDefinitions } from './conditions.ts'
import { choice, date, definition, draft, listOf, record, type Schema, scalar, text, told } from './shapes.ts'

const labelled = <T extends string>(ids: readonly T[], labels: Readonly<Record<T, Text>>): Schema =>
  choice(ids.map((id) => [id, labels[id]]))

const severity = labelled(severities, {
  bar: { zh: '不得、应当：不符合即不符合', en: 'blocks' },
  warn: { zh: '一般、原则上：不符合的由人研究', en: 'generally: a failure is for people to weigh' },
  'needs-approval': { zh: '须经批准', en: 'an approval lifts it' },
  human: { zh: '由组织认定', en: 'for people to judge' },
})
const purpose = labelled(purposes, {
  appointment: { zh: '任职资格：人与岗', en: 'a cadre against a seat' },
  rotation: { zh: '交流任期：任职者与所任岗位', en: 'a holder against the seat held' },
  training: { zh: '教育培训：人', en: 'training of a cadre' },
  development: { zh: '培养需求，只看人', en: 'development needs, of a person' },
  planning: { zh: '培养测算，不作结论', en: 'planning: what a future career is reckoned with' },
  supervision: { zh: '管理监督：人', en: 'supervision of a cadre' },
  procedure: { zh: '选任程序', en: 'a gate of a selection case' },
  decision: { zh: '议事决策：会议的一项议题', en: 'an item of a meeting' },
  record: { zh: '干部档案', en: 'personnel files' },
  control: { zh: '对系统自身的要求', en: 'duties of the system itself' },
  definition: { zh: '只有参数', en: 'parameters alone' },
})
const status = labelled(statuses, {
  VERIFIED: { zh: '已核对现行文本', en: 'the text in force was seen' },
  UNVERIFIED: { zh: '未见现行文本：只提示，待本地确认', en: 'only warns until the place confirms it' },
})
const direction = labelled(directions, {
  more: { zh: '地方只能定得更高、更长、更多', en: 'a place may only set more' },
  less: { zh: '地方只能定得更低、更短、更少', en: 'a place may only set less' },
  either: { zh: '由地方确定', en: 'left to the place' },
})

const inForce = record({ from: date, to: date }, ['from'])
const condition = definition('condition')
const message = definition('text')
const parameterValue: Schema = {
  anyOf: [scalar, listOf(scalar), { type: 'object', additionalProperties: scalar }],
}

const requirement = record(
  { when: condition, that: condition, severity, met: message, unmet: message, unknown: message },
  ['that', 'met', 'unmet'],
)
const exception = record({ instrument: message, article: scalar, title: message, approval: message, when: condition }, [
  'article',
  'title',
  'approval',
])

const ruleShapes: Readonly<Record<(typeof ruleFields)[number], Schema>> = {
  id: { type: 'string', pattern: '^[A-Z0-9]+([-.][A-Z0-9]+)*$' },
  article: { ...scalar, ...told({ zh: '条款，如 8(3)', en: 'the article, such as 8(3)' }) },
  title: message,
  status,
  severity,
  purpose: { anyOf: [purpose, listOf(purpose)] },
  in_force: inForce,
  applies: { allOf: [condition], ...told({ zh: '对谁适用', en: 'whom the rule bears on' }) },
  parameters: {
    type: 'object',
    ...told({ zh: '数值与条件分开写', en: 'the numbers, apart from the conditions' }),
    additionalProperties: {
      anyOf: [
        record({ dated: listOf(record({ from: date, value: parameterValue }, ['from', 'value'])) }, ['dated']),
        parameterValue,
      ],
    },
  },
  requires: listOf(requirement),
  asks: { anyOf: [message, listOf(record({ when: condition, ask: message }, ['ask']))] },
  exceptions: listOf(exception),
  stricter: { type: 'object', additionalProperties: direction },
  version_of: {
    type: 'string',
    ...told({ zh: '是哪条规则的另一文本', en: 'the rule of which this is another dated version' }),
  },
}

const definitions = {
  text,
  ...conditionDefinitions,
  rule: record(ruleShapes, ['id', 'article', 'title', 'status']),
}

const instrumentShapes = { id: { type: 'string' }, name: definition('text'), in_force: inForce }

export const ruleSchema: Schema = {
  $schema: draft,
  $id: 'rule.schema.json',
  title: '规则文件 · A rule file',
  ...record({ rules: listOf(definition('rule')) }, ['rules']),
  definitions,
}

export const instrumentSchema: Schema = {
  $schema: draft,
  title: '文件 · An instrument',
  ...record(
    {
      ...instrumentShapes,
      order: { type: 'number' },
      uncovered: listOf(record({ article: scalar, why: definition('text') }, ['article', 'why'])),
    },
    ['id', 'name', 'in_force', 'order'],
  ),
  definitions: { text },
}

const grounds: Readonly<Record<string, Schema>> = {
  document: { type: 'string', ...told({ zh: '依据文件的文号或名称', en: 'the document it rests on' }) },
  by: { type: 'string', ...told({ zh: '决定机关或人', en: 'who decided' }) },
  on: { ...date, ...told({ zh: '决定日期', en: 'the day of the decision' }) },
  to: { ...date, ...told({ zh: '自该日起不再适用', en: 'the first day on which it no longer counts' }) },
}

const ofRules = (name: string): Schema => ({ $ref: `rule.schema.json#/definitions/${name}` })

const overlayShapes: Readonly<Record<(typeof overlayFields)[number], Schema>> = {
  parameters: listOf(
    record({ rule: { type: 'string' }, name: { type: 'string' }, value: parameterValue, from: date, ...grounds }, [
      'rule',
      'name',
      'value',
    ]),
  ),
  confirmations: listOf(record({ rule: { type: 'string' }, ...grounds }, ['rule'])),
  instrument: record({ ...instrumentShapes, name: ofRules('text') }, ['id', 'name', 'in_force']),
  rules: listOf(ofRules('rule')),
}

export const overlaySchema: Schema = {
  $schema: draft,
  $id: 'overlay.schema.json',
  title: '本地规则文件 · The overlay of a place',
  ...record(overlayShapes),
}
