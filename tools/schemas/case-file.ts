/** The schema of case files: facts by the columns of the data package, and what the rule must answer. */
import { verdicts } from '#domain/finding.ts'
import { labelOfFact, labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { meetingFields } from '#domain/meeting.ts'
import { type ProcessField, processCatalogues, processFields, processRolls, rollFields } from '#domain/process.ts'
import { type Field, type TableName, tableOf } from '#domain/tables.ts'
import type { caseFields } from '#policy/cases/case.ts'
import { factTables } from '#policy/facts/tables.ts'
import { choice, date, draft, listOf, record, type Schema, scalar, term, told } from './shapes.ts'

const kinds: Readonly<Record<Field['kind'], Schema>> = {
  text: scalar,
  date: { type: ['string', 'number'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  number: { type: 'number' },
  boolean: { type: ['boolean', 'string'] },
  term: scalar,
  list: scalar,
}

/** An empty text takes back what a case is filled with. */
const unrecorded: Schema = { const: '', ...told({ zh: '没有记录', en: 'not recorded' }) }

const fieldShape = ({ kind, terms }: Field): Schema => ({
  anyOf: [kind === 'term' && terms ? term(terms) : kinds[kind], unrecorded],
})

function rowOf(table: TableName): Schema {
  const fields = Object.entries(tableOf(table).fields).map(([name, field]): [string, Schema] => [
    name,
    { ...fieldShape(field), ...told(labelOfFact(`${table}.${name}`)) },
  ])
  return { ...record(Object.fromEntries(fields)), ...told(labelOfTable(table)) }
}

const processShape = ({ kind, terms, label }: ProcessField): Schema => ({
  ...(kind === 'term' && terms ? term(terms) : kind === 'date' ? date : { type: kind === 'text' ? 'string' : kind }),
  ...told(label),
})

const byName = <T>(fields: Readonly<Record<string, T>>, shape: (field: T) => Schema): Record<string, Schema> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shape(field)]))

const catalogueShape = ({
  items,
  label,
  ...of
}: (typeof processCatalogues)[keyof typeof processCatalogues]): Schema => {
  const { oneOf } = term(items) as { oneOf: { const: string; description: string }[] }
  const answer: Schema = 'terms' in of ? term(of.terms) : { type: 'boolean' }
  const shapes = oneOf.map((item): [string, Schema] => [item.const, { ...answer, description: item.description }])
  return { ...record(Object.fromEntries(shapes)), ...told(label) }
}

const process = record({
  ...byName(processFields, processShape),
  ...byName(processCatalogues, catalogueShape),
  ...byName(processRolls, (label) => ({
    ...listOf(record({ name: { type: 'string' }, ...byName(rollFields, processShape) })),
    ...told(label),
  })),
})

const meeting = record(byName(meetingFields, processShape))

const none = { zh: '规则不适用', en: 'the rule does not apply' }
const verdict = choice([...verdicts.map((id) => [id, labelOf('verdict', id)] as const), ['none', none] as const])

const shapes: Readonly<Record<(typeof caseFields)[number], Schema>> = {
  name: {
    type: 'string',
    ...told({ zh: '一句能由干部核对的话', en: 'a sentence in Chinese that an officer can check' }),
  },
  rule: { type: 'string' },
  as_of: { ...date, ...told({ zh: '比对日', en: 'the as-of date' }) },
  seat: rowOf('positions'),
  unit: rowOf('units'),
  cadre: rowOf('cadres'),
  process,
  meeting,
  expect: record(
    { verdict, reasons: listOf({ type: 'string' }), missing: listOf({ type: 'string' }), turns_on: date },
    ['verdict'],
  ),
}

export const caseSchema: Schema = {
  $schema: draft,
  title: '用例 · Cases',
  ...listOf(
    record({ ...shapes, ...Object.fromEntries(factTables.map((table) => [table, listOf(rowOf(table))])) }, [
      'name',
      'rule',
      'as_of',
      'expect',
    ]),
  ),
}
