/**
 * The facts that sources may assert, and when two values of one mean the same: dates of different precision agree where the
 * month does, terms by their identifier, words after width and spacing are evened out.
 */
import { dayOf, isMonthOnly, monthOf, parseDate, yearOf } from '#domain/calendar.ts'
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, identify } from '#domain/lexicon/terms.ts'
import { tableOf } from '#domain/tables.ts'
import { type GroundRule, groundRules } from './settings.ts'

export const educationField = 'education.level'

export type FactKind = 'date' | 'term' | 'text'

const rules: Readonly<Record<string, GroundRule>> = {
  born_on: groundRules.birth,
  party_joined_on: groundRules.party,
  work_started_on: groundRules.work,
  citizen_id: groundRules.card,
  [educationField]: groundRules.education,
}

/** The rule on which a disagreement about the fact rests. */
export const ruleOfField = (field: string): GroundRule => rules[field] ?? groundRules.scope

const described = (field: string) => tableOf('cadres').fields[field]

/** `education.level` is how a statement names the level of an education; the plural of the table is taken too. */
export const canonicalField = (field: string): string => {
  const plain = field.trim().replace(/^cadres\./, '')
  return plain === 'educations.level' ? educationField : plain
}

/** The table a fact belongs to: `cadres` for its columns, else what stands before the point. */
export function tableOfField(field: string): string {
  if (field === educationField) return 'educations'
  return described(field) ? 'cadres' : (field.split('.')[0] ?? field)
}

const vocabularyOf = (field: string): EnumerationName | undefined =>
  field === educationField ? 'educationLevel' : described(field)?.terms

export function kindOfField(field: string): FactKind {
  if (vocabularyOf(field)) return 'term'
  const kind = described(field)?.kind
  return kind === 'date' ? 'date' : 'text'
}

/**
 * The value in one form; undefined where it cannot be read as a value of the field.
 * @example normalised('born_on', '1975.3') // '1975-03'
 * @example normalised('education.level', '大学本科') // 'bachelor'
 */
export function normalised(field: string, written: string): string | undefined {
  const value = written.normalize('NFKC').trim()
  if (value === '') return undefined
  const vocabulary = vocabularyOf(field)
  if (vocabulary) return identify(vocabulary, value)
  if (kindOfField(field) === 'date') return normalisedDate(value)
  return field === 'citizen_id' ? value.replace(/\s/g, '').toUpperCase() : value.replace(/\s+/g, '')
}

function normalisedDate(value: string): string | undefined {
  const parts = /^(\d{4})[-./年]?(\d{1,2})(?:[-./月](\d{1,2})?日?|(\d{2}))?$/.exec(value)
  if (!parts) return undefined
  const [, year, month = '', later, attached] = parts
  const day = later ?? attached
  const text = `${year}-${month.padStart(2, '0')}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`
  return parseDate(text) === undefined ? undefined : text
}

/** May both values be right at once? A month agrees with every day in it. */
export function agree(field: string, a: string, b: string): boolean {
  if (a === b) return true
  return kindOfField(field) === 'date' && (a.length === 7 || b.length === 7) && a.slice(0, 7) === b.slice(0, 7)
}

/** How a claim stands to what is held true, coarsely: what a source gets wrong, and over how many values it may be spread. */
export interface Relation {
  readonly outcome: number
  readonly spread: number
}

const agrees: Relation = { outcome: 0, spread: 1 }

/** Outcomes of a kind besides agreement. */
export const errorKinds: Record<FactKind, number> = { date: 3, term: 2, text: 1 }

/**
 * Dates err by a month or two (a lunar date, a slip), by whole years (an age made younger or older), or at large; levels are
 * overstated or understated. The spreads are orders of size: months near a date, years a career allows, dates at large.
 */
export function relationOf(field: string, truth: string, said: string): Relation {
  if (agree(field, truth, said)) return agrees
  const kind = kindOfField(field)
  if (kind === 'date') return dateRelation(truth, said)
  if (kind === 'text') return { outcome: 1, spread: 10 }
  const ladder: readonly string[] = identifiersOf(vocabularyOf(field) ?? 'sex')
  const [is, was] = [ladder.indexOf(said), ladder.indexOf(truth)]
  // Ordered vocabularies run from high to low.
  return is < was ? { outcome: 1, spread: Math.max(1, was) } : { outcome: 2, spread: ladder.length - 1 - was }
}

function dateRelation(truth: string, said: string): Relation {
  const [a, b] = [parseDate(truth) ?? 0, parseDate(said) ?? 0]
  const months = Math.abs((yearOf(a) - yearOf(b)) * 12 + monthOf(a) - monthOf(b))
  if (months <= 2) return { outcome: 1, spread: 5 }
  if (months % 12 === 0 || isExchanged(a, b)) return { outcome: 2, spread: 20 }
  return { outcome: 3, spread: 300 }
}

/** Month and day exchanged. */
const isExchanged = (a: number, b: number): boolean =>
  !isMonthOnly(a) && !isMonthOnly(b) && yearOf(a) === yearOf(b) && monthOf(a) === dayOf(b) && dayOf(a) === monthOf(b)
