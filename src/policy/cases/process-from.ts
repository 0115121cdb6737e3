/** The selection case or meeting of a case in YAML: the names of `ProcessFacts`, terms by identifier, dates as written. */

import { identifiersOf } from '#domain/lexicon/terms.ts'
import { type MeetingFacts, meetingFields } from '#domain/meeting.ts'
import {
  type Catalogue,
  type ProcessFacts,
  type ProcessField,
  processCatalogues,
  processFields,
  processRolls,
  rollFields,
} from '#domain/process.ts'
import { dateOf, type Field, fieldsOf, itemsOf, oneOf, refuse, type Source, scalarOf } from '../rulebook/source.ts'

const what = { zh: '用例的 process', en: 'the process of a case' }
const catalogues: Readonly<Record<string, Catalogue>> = processCatalogues
const fields: Readonly<Record<string, ProcessField>> = processFields
const entryFields: Readonly<Record<string, ProcessField>> = { name: { kind: 'text', label: what }, ...rollFields }

function factAt(source: Source, node: Field, { kind, terms }: Pick<ProcessField, 'kind' | 'terms'>): unknown {
  if (kind === 'date') return dateOf(source, node, what)
  if (kind === 'term') return oneOf(source, node, what, terms ? identifiersOf(terms) : [])
  const value = scalarOf(source, node, what)
  const wanted = kind === 'text' ? 'string' : kind
  if (typeof value === wanted) return value
  return refuse(
    source,
    node,
    { zh: `这里要 ${wanted}，得到“${value}”`, en: `${wanted} is wanted here, not "${value}"` },
    { zh: '改正这个值', en: 'correct the value' },
  )
}

function factsAt(source: Source, node: Field, shapes: Readonly<Record<string, Pick<ProcessField, 'kind' | 'terms'>>>) {
  const read = fieldsOf(source, node, what, Object.keys(shapes))
  return Object.fromEntries(
    [...read].map(([name, value]) => [name, factAt(source, value, shapes[name] ?? { kind: 'text' })]),
  )
}

function catalogueAt(source: Source, node: Field, { items, terms }: Catalogue): unknown {
  const shape = terms ? ({ kind: 'term', terms } as const) : ({ kind: 'boolean' } as const)
  return factsAt(source, node, Object.fromEntries(identifiersOf(items).map((item) => [item, shape])))
}

export const meetingFrom = (source: Source, node: Field): MeetingFacts => factsAt(source, node, meetingFields)

/** Where the stage is left out, the case has come to its end, so that every gate speaks. */
export function processFrom(source: Source, node: Field): ProcessFacts {
  const names = [...Object.keys(fields), ...Object.keys(catalogues), ...Object.keys(processRolls)]
  const read = [...fieldsOf(source, node, what, names)].map(([name, value]): [string, unknown] => {
    const catalogue = catalogues[name]
    if (catalogue) return [name, catalogueAt(source, value, catalogue)]
    if (name in processRolls)
      return [name, itemsOf(source, value, what).map((item) => factsAt(source, item, entryFields))]
    return [name, factAt(source, value, fields[name] ?? { kind: 'text' })]
  })
  return { stage: 'confirmation', ...Object.fromEntries(read) }
}
