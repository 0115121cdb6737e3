/** Whom a condition holds of, and in which order a roster stands, as places of the order kept by hand: for sets kept in memory. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import { columnsOf, type EditionMark, marked, type RosterRecord } from './roster.ts'
import { orderBy, type SortKey } from './roster-columns.ts'
import { type RosterFilter, rosterCondition } from './roster-filter.ts'

export interface Places {
  /** Undefined where there is no edition. */
  readonly mark: EditionMark | undefined
  readonly places: Uint32Array
}

/** The places of those who meet a filter, in no order. */
export const readPlacesOf = (database: QueryExecutorProvider, runId: string, filter: RosterFilter): Promise<Places> =>
  readPlacesWhere(database, rosterCondition(filter, runId))

export const readPlacesWhere = (database: QueryExecutorProvider, condition: RawBuilder<boolean>): Promise<Places> =>
  readPlaces(database, sql`string_agg(manual_place::text, ',') as places from roster where ${condition}`)

/** All places, sorted. */
export const readPlacesBy = (database: QueryExecutorProvider, keys: readonly SortKey[]): Promise<Places> =>
  readPlaces(database, sql`string_agg(manual_place::text, ',' order by ${orderBy(keys)}) as places from roster`)

/** As one text: a hundred thousand places come and are read in a few milliseconds. */
async function readPlaces(database: QueryExecutorProvider, asked: RawBuilder<unknown>): Promise<Places> {
  const { rows } = await sql<{ mark: EditionMark | null; places: string | null }>`
    select ${marked} as mark, ${asked}`.execute(database)
  const [row] = rows
  return { mark: row?.mark ?? undefined, places: readNumbers(row?.places ?? '') }
}

/** @example readNumbers('3,14') // Uint32Array [3, 14]; without a text for each */
function readNumbers(text: string): Uint32Array {
  const numbers: number[] = []
  let number = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0) number = number * 10 + digit
    else {
      numbers.push(number)
      number = 0
    }
  }
  if (text !== '') numbers.push(number)
  return Uint32Array.from(numbers)
}

/** The rows at some places; the mark is that under which they stand there. */
export async function readRowsAt(
  database: QueryExecutorProvider,
  runId: string,
  places: readonly number[],
  { fields, filter }: { readonly fields?: readonly RosterFieldName[] | undefined; readonly filter: RosterFilter },
): Promise<{ readonly mark: EditionMark | undefined; readonly rows: ReadonlyMap<number, RosterRecord> }> {
  const { rows } = await sql<RosterRecord & { mark: EditionMark | null; manual_place: number | null }>`
    select ${marked} as mark, roster.manual_place, ${columnsOf(fields, filter, runId)}
    from (select) once left join roster on manual_place = any(${[...places]}::integer[])`.execute(database)
  const at = new Map(rows.flatMap((row) => (row.manual_place === null ? [] : [[row.manual_place, row] as const])))
  return { mark: rows[0]?.mark ?? undefined, rows: at }
}

/** The mark of the edition alone. */
export async function readMark(database: QueryExecutorProvider): Promise<EditionMark | undefined> {
  const { rows } = await sql<{ mark: EditionMark | null }>`select ${marked} as mark`.execute(database)
  return rows[0]?.mark ?? undefined
}
