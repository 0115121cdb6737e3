import { type DateCode, isMonthOnly, parseDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Language, Text } from '#domain/text.ts'
import type { FieldCipher } from '#server/actions/keeping/field-keys.ts'

/** One command of the shell: its options, its usage line, and what it does. */
export interface Command {
  readonly usage: string
  readonly about: Text
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>
  /** Takes file names besides options. */
  readonly files?: boolean
  /** Returns the exit code. */
  run(given: Given): Promise<number>
}

export interface Given {
  readonly values: Readonly<Record<string, string | boolean>>
  readonly files: readonly string[]
  readonly language: Language
}

const misuse = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

/** The text of an option, or undefined when it was not given. */
export function optionalText(given: Given, name: string): string | undefined {
  const value = given.values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function requiredText(given: Given, name: string): string {
  const value = optionalText(given, name)
  if (value !== undefined) return value
  throw misuse(
    'option-missing',
    { zh: `缺少 --${name}。`, en: `--${name} is missing.` },
    { zh: `补上 --${name} 及其值。`, en: `Add --${name} with a value.` },
  )
}

/** The one name given besides options, if any. */
export function optionalName(given: Given): string | undefined {
  const [name, ...others] = given.files
  if (others.length === 0) return name
  throw misuse(
    'one-name',
    { zh: `多写了 ${others.join(' ')}。`, en: `${others.join(' ')} is too much.` },
    { zh: '只写一个。', en: 'Give one name.' },
  )
}

export function onlyName(given: Given, what: Text): string {
  const name = optionalName(given)
  if (name !== undefined) return name
  throw misuse(
    'name-missing',
    { zh: `缺少${what.zh}。`, en: `${what.en} is missing.` },
    { zh: `补上${what.zh}。`, en: `Add ${what.en}.` },
  )
}

export function wholeNumber(given: Given, name: string, otherwise: number, least: number, most: number): number {
  const text = optionalText(given, name)
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw misuse(
    'option-not-a-number',
    { zh: `--${name} 写作 ${text}，不是整数或超出范围。`, en: `--${name} is "${text}": not a whole number in range.` },
    { zh: `写一个 ${least} 到 ${most} 的整数。`, en: `Give a whole number from ${least} to ${most}.` },
  )
}

/** An exact as-of day; today where it is not given and not required. */
export function dayOption(given: Given, name: string, required: boolean): DateCode {
  const text = required ? requiredText(given, name) : optionalText(given, name)
  if (text === undefined) return today()
  const day = parseDate(text)
  if (day !== undefined && !isMonthOnly(day)) return day
  throw misuse(
    'option-not-a-day',
    { zh: `--${name} 写作 ${text}，不是某一天。`, en: `--${name} is "${text}": not a day.` },
    { zh: '写成 2026-11-22 的样子。', en: 'Write it like 2026-11-22.' },
  )
}

/** The only place of the command line that asks the clock. */
export function today(): DateCode {
  const now = new Date()
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate()
}

/** Aborts at the first signal to stop; a second one ends the process as it would without us. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

interface SealedBy {
  readonly fieldKeyFile?: string
  readonly fieldCipher?: FieldCipher
}

/** Where the records are: an address of a PostgreSQL, or a data folder; and by what their sealed fields open. */
export function recordsOption(given: Given): SealedBy & ({ databaseUrl: string } | { dataFolder: string }) {
  const fieldKeyFile = process.env.ZHIREN_FIELD_KEY || undefined
  const sealedBy: SealedBy = {
    ...(fieldKeyFile === undefined ? {} : { fieldKeyFile }),
    ...(process.env.ZHIREN_FIELD_CIPHER === 'sm4' ? { fieldCipher: 'sm4-ctr-hmac-sm3' } : {}),
  }
  const databaseUrl = process.env.DATABASE_URL
  const folder = optionalText(given, 'data')
  if (folder === undefined && databaseUrl !== undefined && databaseUrl !== '') return { databaseUrl, ...sealedBy }
  return { dataFolder: folder ?? 'data', ...sealedBy }
}
