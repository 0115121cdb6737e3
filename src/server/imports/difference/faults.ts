/** What the records would refuse, said before they are asked. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { earliest, latest, parseDate } from '#domain/calendar.ts'
import { labelOfField } from '#domain/lexicon/field-terms.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { type Field, type TableName, tableOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'

/** Filled in by the import itself. */
const own = new Set(['cadre_id', 'tenure_id', 'unit_id', 'authority_unit_id', 'parent_id'])

const words = {
  missing: { zh: '缺「{field}」', en: '"{field}" is missing' },
  unreadable: { zh: '「{field}」的值「{value}」读不出', en: '"{value}" cannot be read as "{field}"' },
  backwards: { zh: '起（{from}）在止（{to}）之后', en: 'It begins ({from}) after it ends ({to})' },
} satisfies Record<string, Text>

const isTerm = (terms: NonNullable<Field['terms']>, value: string): boolean =>
  (identifiersOf(terms) as readonly string[]).includes(value)

function isSound({ kind, terms, integer, least, most }: Field, value: string): boolean {
  if (kind === 'date') return parseDate(value) !== undefined
  if (kind === 'boolean') return value === 'true' || value === 'false'
  if (kind === 'term') return terms !== undefined && isTerm(terms, value)
  if (kind === 'list') return terms !== undefined && value.split(';').every((one) => isTerm(terms, one))
  if (kind === 'text') return true
  const number = Number(value)
  return (
    Number.isFinite(number) &&
    (!integer || Number.isInteger(number)) &&
    number >= (least ?? number) &&
    number <= (most ?? number)
  )
}

/** Why a row cannot be taken; undefined where it can. */
export function faultOf(table: TableName, row: ArrivingRow): Text | undefined {
  const nameOf = (field: string): Text => labelOfField(table, field)
  for (const [name, field] of Object.entries(tableOf(table).fields)) {
    const value = row[name]
    if (value === undefined) {
      if (field.required && !own.has(name)) return fill(words.missing, { field: nameOf(name) })
    } else if (!isSound(field, value)) return fill(words.unreadable, { field: nameOf(name), value })
  }
  const since = parseDate(row.from ?? row.founded_on ?? '')
  const until = parseDate(row.to ?? row.abolished_on ?? '')
  if (since === undefined || until === undefined || earliest(since) <= latest(until)) return undefined
  return fill(words.backwards, { from: row.from ?? '', to: row.to ?? '' })
}
