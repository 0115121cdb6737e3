/** The schema of conditions and values. */
import { lists } from '#policy/language/lists.ts'
import { listFields, operators } from '#policy/language/parse.ts'
import { arithmetics, timeUnits } from '#policy/language/types.ts'
import { labelOfList } from '#policy/language/word-labels.ts'
import { choice, definition, everyTerm, everyWord, listOf, record, type Schema, scalar, told } from './shapes.ts'

const condition = definition('condition')
const value = definition('value')
const pair: Schema = { type: 'array', items: value, minItems: 2, maxItems: 2 }
const name: Schema = { type: 'string', ...told({ zh: '供说明引用的名称', en: 'a name for messages to cite' }) }

const amounts = Object.fromEntries(timeUnits.map((unit) => [unit, value]))

const fieldShapes: Readonly<Record<string, Schema>> = {
  ...amounts,
  where: condition,
  among: condition,
  unbroken: { type: 'boolean' },
  distinct: value,
  least: value,
  of: value,
  as: name,
}

/** A question about the rows of a list. */
function overList(fields: readonly string[]): Schema {
  const list = choice(Object.keys(lists).map((id) => [id, labelOfList(id)]))
  const shapes = fields.map((field): [string, Schema] => [field, fieldShapes[field] ?? list])
  return record(Object.fromEntries(shapes), [fields[0] ?? ''])
}

const bodies: Readonly<Record<string, Schema>> = {
  all: { ...listOf(condition), ...told({ zh: '各项都符合', en: 'all of these hold' }) },
  any: { ...listOf(condition), ...told({ zh: '至少一项符合', en: 'at least one of these holds' }) },
  not: { allOf: [condition], ...told({ zh: '不符合', en: 'this does not hold' }) },
  equals: { ...pair, ...told({ zh: '相等', en: 'equal' }) },
  'at-least': { ...pair, ...told({ zh: '不少于、不低于', en: 'at least' }) },
  'at-most': { ...pair, ...told({ zh: '不超过、不高于', en: 'at most' }) },
  'more-than': { ...pair, ...told({ zh: '超过、高于', en: 'more than' }) },
  'one-of': { ...pair, ...told({ zh: '为其中之一；表以其键计', en: 'one of a list; a map stands for its keys' }) },
  known: { allOf: [value], ...told({ zh: '有记录', en: 'it is recorded' }) },
  reached: { allOf: [value], ...told({ zh: '该日已到', en: 'the day has come' }) },
  elapsed: {
    ...record({ since: value, until: value, ...amounts, as: name }, ['since']),
    ...told({ zh: '自某日起满若干时间', en: 'so much time has passed since a date' }),
  },
  lasted: { ...overList(listFields.lasted), ...told({ zh: '累计或者连续满若干时间', en: 'time adds up to so much' }) },
  exists: { ...overList(listFields.exists), ...told({ zh: '有这样一项', en: 'there is such an entry' }) },
  counted: { ...overList(listFields.counted), ...told({ zh: '至少有几项', en: 'there are so many entries' }) },
  summed: { ...overList(listFields.summed), ...told({ zh: '合计至少多少', en: 'entries add up to so much' }) },
}

const missing = operators.filter((operator) => !Object.hasOwn(bodies, operator))
if (missing.length > 0) throw new Error(`invariant: no schema for ${missing.join(', ')}`)

export const conditionDefinitions: Readonly<Record<string, Schema>> = {
  condition: { ...record(bodies), minProperties: 1, maxProperties: 1 },
  value: {
    anyOf: [
      definition('word'),
      definition('term'),
      { ...record({ lookup: pair, ...Object.fromEntries(arithmetics.map((one) => [one, pair])) }), minProperties: 1 },
      { type: 'array', items: { anyOf: [definition('term'), scalar] } },
      scalar,
    ],
  },
  word: everyWord,
  term: everyTerm(),
}
