/** Cells of the office's sheets to canonical text. What a cell cannot mean is a problem at its address. */
import { daysInMonth } from '#domain/calendar.ts'
import { readCitizenNumber } from '#domain/citizen-number.ts'
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, identify, labelOf } from '#domain/lexicon/terms.ts'
import { quoted } from '../wording/wording.ts'
import { type Cell, isError, isNumber, type NumberCell } from '../workbook/cell.ts'
import type { Findings, SheetPlace } from './findings.ts'
import { nameParts } from './name-parts.ts'

/** One cell with its place, and where to say what is wrong with it. */
export interface PlacedCell {
  readonly cell: Cell | undefined
  readonly place: SheetPlace
  readonly findings: Findings
}

/** Beyond this a binary number does not keep every digit. */
const exactDigits = 1e15
/** What clerks write where there is nothing. */
const nothing = /^(?:[-—–－/／\\]+|空|不详|未知|n\/?a)$/i

/** Text as it stands, without blanks at its ends; undefined where the cell is empty or cannot be read. */
export function textOf({ cell, place, findings }: PlacedCell): string | undefined {
  if (cell === undefined) return undefined
  if (isError(cell)) {
    findings.problem('cell-formula', place, { error: cell.error === 'formula' ? '#' : cell.error })
    return undefined
  }
  if (isNumber(cell)) {
    if (Math.abs(cell.number) >= exactDigits) {
      findings.problem('cell-digits-lost', place, { value: String(cell.number) })
      return undefined
    }
    return cell.shown
  }
  // The apostrophe that marks a cell as text comes along where the mark was typed into text.
  const text = cell
    .replace(/\u00a0/g, ' ')
    .trim()
    .replace(/^'/, '')
  return text === '' ? undefined : text
}

/** Like `textOf`, in half-width forms, without any blanks, undefined for what says that there is nothing. */
export function wordOf(placed: PlacedCell): string | undefined {
  const text = textOf(placed)?.normalize('NFKC').replace(/\s+/g, '')
  return text === undefined || text === '' || nothing.test(text) ? undefined : text
}

/** A name as it is recorded, without what stands beside it in the cell. */
export function nameOf(placed: PlacedCell): string | undefined {
  const { name } = nameParts(textOf(placed) ?? '')
  return name === '' ? undefined : name
}

/** `YYYY-MM` or `YYYY-MM-DD`. */
export function dateOf(placed: PlacedCell): string | undefined {
  const { cell, place, findings } = placed
  if (isNumber(cell)) return numberDate(cell, placed)
  const word = wordOf(placed)?.replace(/\(\d+(?:岁[^)]*)?\)$/, '')
  if (word === undefined || word === '') return undefined
  const parts =
    /^(\d{4}|\d{2})[-./,、。年](\d{1,2})(?:[-./,、。月]+(\d{1,2})?日?)?(?:\d{1,2}:[\d:]+)?$/.exec(word) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(word)
  const [, year = '', month = '', day] = parts ?? []
  if (parts === null) {
    findings.problem('cell-date', place, { value: quoted(word) })
    return undefined
  }
  const date = joined(fullYear(year), Number(month), day === undefined ? undefined : Number(day), word, placed)
  if (date === undefined) return undefined
  if (year.length === 2) findings.notice('year-short', place, { value: word, date })
  else if (month.length === 1 && day === undefined && /^\d{4}\.\d$/.test(word))
    findings.notice('month-one-digit', place, { value: word, date })
  return date
}

/** Years of two digits up to this one are of the present century. */
const lastShortYear = 30
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) <= lastShortYear ? 2000 : 1900)

/** 197503, 19750308; 1975.1 is October whose 0 a number does not keep; a number formatted as a date is that date. */
function numberDate(cell: NumberCell, placed: PlacedCell): string | undefined {
  const { place, findings } = placed
  if (cell.date !== undefined && cell.date.length >= 7) return cell.date
  const whole = /^(\d{4})(\d{2})(\d{2})?$/.exec(String(cell.number))
  if (whole)
    return joined(Number(whole[1]), Number(whole[2]), whole[3] ? Number(whole[3]) : undefined, cell.shown, placed)
  const hundredths = Math.round(cell.number * 100)
  const year = Math.floor(hundredths / 100)
  const month = hundredths % 100
  if (year < 1850 || year > 2200 || month === 0 || Math.abs(cell.number * 100 - hundredths) > 1e-6) {
    findings.problem('cell-date', place, { value: cell.shown })
    return undefined
  }
  const date = joined(year, month, undefined, cell.shown, placed)
  if (date !== undefined && month % 10 === 0 && !cell.shown.endsWith('0'))
    findings.notice('month-ten', place, { value: cell.shown, date })
  return date
}

function joined(
  year: number,
  month: number,
  day: number | undefined,
  value: string,
  { place, findings }: PlacedCell,
): string | undefined {
  const isReal =
    year >= 1850 &&
    year <= 2200 &&
    month >= 1 &&
    month <= 12 &&
    (day === undefined || (day >= 0 && day <= daysInMonth(year, month)))
  if (!isReal) {
    findings.problem('cell-date-impossible', place, { value: quoted(value) })
    return undefined
  }
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year}-${two(month)}${day ? `-${two(day)}` : ''}`
}

/** An identifier of the vocabulary, by word, by `codes`, or by what is left of it without brackets. */
export function termOf(
  placed: PlacedCell,
  terms: EnumerationName,
  codes: Readonly<Record<string, string>> = {},
): string | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  const found = codes[word] ?? identify(terms, word) ?? identify(terms, word.replace(/\(.*\)$/, ''))
  if (found !== undefined) return found
  const zh = identifiersOf(terms).map((id) => labelOf(terms, id).zh)
  placed.findings.problem('cell-term', placed.place, { value: quoted(word), terms: zh.join('、') })
  return undefined
}

export function booleanOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  if (/^(是|有|1|true|√|y|yes)$/i.test(word)) return 'true'
  if (/^(否|无|0|2|false|×|n|no)$/i.test(word)) return 'false'
  placed.findings.problem('cell-term', placed.place, { value: quoted(word), terms: '是、否' })
  return undefined
}

/** A whole number, not below zero. */
export function countOf(placed: PlacedCell): number | undefined {
  const word = wordOf(placed)?.replace(/[人名个票]$/, '')
  if (word === undefined) return undefined
  if (/^\d{1,9}(\.0+)?$/.test(word)) return Number(word)
  placed.findings.problem('cell-number', placed.place, { value: quoted(word) })
  return undefined
}

const idFaults = {
  form: { zh: '不是 18 位或 15 位', en: 'has neither 18 nor 15 places' },
  birth: { zh: '里的出生日期不真实', en: 'holds no real date of birth' },
  check: { zh: '末位校验不对', en: 'has a wrong check character' },
} as const

/** A citizen number; a wrong check character is said, and the number stays as it stands on the paper. */
export function citizenIdOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)?.toUpperCase()
  if (word === undefined) return undefined
  const reading = readCitizenNumber(word)
  if (!('fault' in reading)) return word
  const values = { value: quoted(word), fault: idFaults[reading.fault] }
  if (reading.fault === 'check') {
    placed.findings.notice('citizen-id-doubt', placed.place, values)
    return word
  }
  placed.findings.problem('cell-citizen-id', placed.place, values)
  return undefined
}
