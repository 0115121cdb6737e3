/** Facts of a case for screens: what may be recorded at which stage, and what is recorded, in words. */
import type { CasePath } from '#appoint/procedure/index.ts'
import { factKey, factsOn } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { factsOfCandidates } from '#domain/case-facts.ts'
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import {
  type Catalogue,
  type ProcessField,
  processCatalogues,
  processFields,
  processLabels,
  processRolls,
  type RollEntry,
  rollFields,
} from '#domain/process.ts'
import type { RecordedFacts, SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import type { CaseFactShape, CaseField } from '../contract/index.ts'

const fields: Readonly<Record<string, ProcessField>> = processFields
const catalogues: Readonly<Record<string, Catalogue>> = processCatalogues
const columns: Readonly<Record<string, ProcessField>> = rollFields

export const labelOfFactName = (name: string): Text => processLabels.get(`process.${name}`) ?? { zh: name, en: name }

/** What is recorded of those who meet and not of those who appraise. */
const ofMeetings: ReadonlySet<string> = new Set(['present', 'opinion'])

const choices = (terms: EnumerationName | undefined): CaseField['terms'] =>
  terms ? identifiersOf(terms).map((id) => ({ id, label: labelOf(terms, id) })) : []

/** The facts that a case on this path may hold, in the order of stages. */
export function fieldsOn(path: CasePath): CaseField[] {
  return factsOn(path).map(({ name, stage }) => {
    const of = factsOfCandidates.has(name) ? 'candidate' : 'either'
    return { name, label: labelOfFactName(name), stage, of, ...shapeOf(name) }
  })
}

function shapeOf(name: string): Pick<CaseField, 'kind' | 'terms' | 'items' | 'columns'> {
  const catalogue = catalogues[name]
  if (catalogue)
    return { kind: 'catalogue', terms: choices(catalogue.terms), items: choices(catalogue.items), columns: [] }
  if (name in processRolls) {
    const told = Object.entries(columns).filter(([column]) => name === 'members' || !ofMeetings.has(column))
    const each = told.map(([column, { kind, terms, label }]) => ({
      name: column,
      label,
      kind,
      terms: choices(terms),
    }))
    return { kind: 'roll', terms: [], items: [], columns: each }
  }
  const field = fields[name]
  return { kind: field?.kind ?? 'text', terms: choices(field?.terms), items: [], columns: [] }
}

const both = (text: string): Text => ({ zh: text, en: text })
const yes: Text = { zh: '是', en: 'yes' }
const no: Text = { zh: '否', en: 'no' }

const inline = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})

function shownSingle(value: unknown, { kind, terms }: Pick<ProcessField, 'kind' | 'terms'>): Text {
  if (typeof value === 'boolean') return value ? yes : no
  if (kind === 'date') return both(formatDate(Number(value), '.'))
  return terms ? labelOf(terms, String(value)) : both(String(value))
}

function shownEntry({ name, ...entry }: RollEntry): Text {
  const told = Object.entries(entry).map(([column, value]): Text => {
    const field = columns[column] ?? { kind: 'text', label: both(column) }
    const { zh, en } = shownSingle(value, field)
    return { zh: `${field.label.zh}：${zh}`, en: `${field.label.en}: ${en}` }
  })
  const { zh, en } = inline(told)
  return told.length === 0 ? both(name) : { zh: `${name}（${zh}）`, en: `${name} (${en})` }
}

/** A recorded value in words. */
export function shownFact(name: string, value: unknown): Text {
  const catalogue = catalogues[name]
  if (catalogue) {
    const items = Object.entries(value as Readonly<Record<string, unknown>>).map(([item, recorded]): Text => {
      const label = labelOf(catalogue.items, item)
      const told = shownSingle(recorded, { kind: 'term', ...(catalogue.terms ? { terms: catalogue.terms } : {}) })
      return { zh: `${label.zh}：${told.zh}`, en: `${label.en}: ${told.en}` }
    })
    return inline(items)
  }
  if (Array.isArray(value)) return inline((value as readonly RollEntry[]).map(shownEntry))
  return shownSingle(value, fields[name] ?? { kind: 'text' })
}

/** A recorded value as the contract writes it: dates as text. */
export const writtenFact = (name: string, value: unknown): unknown =>
  fields[name]?.kind === 'date' ? formatDate(Number(value)) : value

/** Facts with the event that recorded each last. */
export function presentFacts(facts: RecordedFacts, selection: SelectionCase, cadreId?: string): CaseFactShape[] {
  return Object.entries(facts).map(([name, value]) =>
    presentFact(name, value, selection.recordedBy.get(factKey(name, cadreId)) ?? 1),
  )
}

export const presentFact = (name: string, value: unknown, event: number): CaseFactShape => ({
  name,
  label: labelOfFactName(name),
  value: writtenFact(name, value),
  shown: shownFact(name, value),
  event,
})
