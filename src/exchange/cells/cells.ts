/** One cell to its canonical text, or what is wrong with it. */

import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, identify, labelOf } from '#domain/lexicon/terms.ts'
import type { Field } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import type { ProblemCode, Values } from '../wording/wording.ts'
import { readDate } from './date-cell.ts'
import { readNumber } from './number-cell.ts'

export interface CellFault {
  readonly code: ProblemCode
  readonly values: Values
}

/** Canonical text, null where the cell is empty (unknown), or a fault. */
export type CellReading = string | null | CellFault

export const isFault = (reading: CellReading): reading is CellFault => reading !== null && typeof reading === 'object'

/** Text that identifies a row goes into an index, which takes no essays. */
const longestKey = 500

export interface CellRules {
  readonly field: Field
  /** Part of what identifies a row. */
  readonly isKey: boolean
  /** Digits that are no quantity: a citizen number, a region code. */
  readonly isCode: boolean
}

/** Reads one cell. Spaces around a value (full-width ones too) are dropped; what is inside stays as it is. */
export function readCell(raw: string, { field, isKey, isCode }: CellRules): CellReading {
  const value = raw.trim()
  if (value === '') return null
  switch (field.kind) {
    case 'date':
      return readDate(value, field.required === true)
    case 'number':
      return readNumber(value, field)
    case 'boolean':
      return readBoolean(value, field.required === true)
    case 'term':
      return field.terms === undefined ? value : readTerm(value, field.terms)
    case 'list':
      return field.terms === undefined ? value : readList(value, field.terms)
    case 'text':
      return readText(value, isKey, isCode)
  }
}

function readText(value: string, isKey: boolean, isCode: boolean): CellReading {
  if (isCode && /^\d(\.\d+)?E\+\d+$/i.test(value)) return { code: 'spreadsheet-number', values: {} }
  if (!isKey || value.length <= longestKey) return value
  return { code: 'value-too-long', values: { length: value.length, limit: longestKey } }
}

const yes = new Set(['是', '有', '对', '真', '√', 'yes', 'y', 't', '1'])
const no = new Set(['否', '无', '没有', '错', '假', '×', 'no', 'n', 'f', '0'])

function readBoolean(value: string, required: boolean): CellReading {
  const lower = value.toLowerCase()
  // Spreadsheets save truth values in capitals.
  if (lower === 'true' || lower === 'false') return lower
  const plain = lower.normalize('NFKC')
  const form = yes.has(plain) || plain === 'true' ? 'true' : no.has(plain) || plain === 'false' ? 'false' : undefined
  const mend: Text =
    form !== undefined
      ? fill({ zh: '改为 {form}。', en: 'Write {form}.' }, { form })
      : required
        ? { zh: '写 true（是）或 false（否）。', en: 'Write true or false.' }
        : {
            zh: '写 true（是）或 false（否）；不知道时留空。',
            en: 'Write true or false; leave it empty where unknown.',
          }
  return { code: 'boolean-form', values: { advice: mend } }
}

function readTerm(value: string, terms: EnumerationName): CellReading {
  return identify(terms, value) ?? { code: 'term-unknown', values: termAdvice(value, terms) }
}

function readList(value: string, terms: EnumerationName): CellReading {
  const identifiers = new Set<string>()
  for (const item of value.split(/[;；]/)) {
    const term = item.trim()
    if (term === '') continue
    const identifier = identify(terms, term)
    if (identifier === undefined) return { code: 'term-unknown', values: { value: term, ...termAdvice(term, terms) } }
    identifiers.add(identifier)
  }
  return identifiers.size === 0 ? null : [...identifiers].join(';')
}

/** The terms a cell may hold, and the one that was probably meant. Grades are written by their Chinese names. */
function termAdvice(value: string, terms: EnumerationName): Values {
  const identifiers = identifiersOf(terms)
  const zhOf = (id: string): string => labelOf(terms, id).zh
  const list: Text = {
    zh: identifiers.map((id) => (terms === 'grade' ? zhOf(id) : `${id}（${zhOf(id)}）`)).join('、'),
    en: identifiers.map((id) => (terms === 'grade' ? `${zhOf(id)} (${labelOf(terms, id).en})` : id)).join(', '),
  }
  const near = nearest(value, identifiers, zhOf)
  return {
    terms: list,
    nearest: near === undefined ? '' : fill({ zh: '是否应为“{near}”？', en: 'Perhaps "{near}"? ' }, { near }),
  }
}

function nearest(value: string, identifiers: readonly string[], zhOf: (id: string) => string): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const id of identifiers) {
    for (const form of [id, zhOf(id)]) {
      const distance = editDistance(value.normalize('NFKC').toLowerCase(), form.toLowerCase())
      if (distance < least && distance <= Math.max(1, Math.floor(form.length / 3))) {
        least = distance
        best = form
      }
    }
  }
  return best
}

/** Insertions, deletions, substitutions and swaps of neighbours that lead from one text to another (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    const above = rows[i - 1] ?? []
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(substitution, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
