/** The twelve rules in SQL: truths and verdicts as small integers, the mask of every pair kept as a table of DuckDB. */
import { postRank } from '../src/domain/lexicon/terms.ts'
import { type FlatCadre, type FlatSeat, ruleOrder } from './verdict-data.ts'

type Cell = number | bigint | boolean | null | readonly number[]

interface Appender {
  appendInteger(value: number): void
  appendBigInt(value: bigint): void
  appendBoolean(value: boolean): void
  appendList(value: unknown): void
  appendNull(): void
  endRow(): void
  closeSync(): void
}
export interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRowsJS(): unknown[][] }>
  createAppender(table: string): Promise<Appender>
}
export interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> }
  readonly listValue: (items: readonly number[]) => unknown
}

const bothOf = (a: string, b: string): string => `least(${a}, ${b})`
const known = (condition: string): string => `CASE WHEN ${condition} THEN 2 ELSE 0 END`
const about = (condition: string): string =>
  `CASE WHEN (${condition}) IS NULL THEN 1 WHEN ${condition} THEN 2 ELSE 0 END`
const verdict = (applies: string, that: string, failure: number): string =>
  `CASE WHEN ${applies} = 0 THEN 0 WHEN ${that} = 2 THEN 0 WHEN ${applies} = 1 OR ${that} = 1 THEN 2 ELSE ${failure} END`

// Moves: 1 promotion, 2 further use, 3 lateral, 4 demotion.
const move = `CASE WHEN p.level < 0 THEN NULL WHEN s.level > p.level THEN 1 WHEN s.level < p.level THEN 4
  WHEN NOT s.principal OR p.principal THEN 3 WHEN p.principal IS NULL THEN NULL ELSE 2 END`
const [promotion, upward] = ['promotion', 'upward']
const toDivision = bothOf(promotion, known(`s_level >= ${postRank('division-deputy')}`))
const [discretion, unmet] = [1, 3]

const rules: Readonly<Record<(typeof ruleOrder)[number], string>> = {
  SERVICE: verdict(toDivision, 'service', unmet),
  'TWO-POSTS': verdict(toDivision, '((two_posts >> (2 * level_below)) & 3)', discretion),
  EDUCATION: verdict(promotion, 'education', discretion),
  TRAINING: verdict(promotion, 'training', discretion),
  HEALTH: verdict(promotion, about('health'), discretion),
  PARTY: verdict(known('is_party'), 'party', unmet),
  STEPWISE: verdict(promotion, 'CASE WHEN standing < 0 THEN 1 WHEN s_level - standing <= 1 THEN 2 ELSE 0 END', unmet),
  EVALUATION: verdict(upward, 'evaluation', unmet),
  SANCTION: verdict(upward, '(2 - sanctioned)', unmet),
  DEMOTION: verdict('2', about('move <> 4'), discretion),
  KIN: verdict(
    known('leads'),
    'CASE WHEN kin IS NULL AND kin_maybe IS NULL THEN 2 WHEN list_contains(kin, seat) THEN 0 WHEN list_contains(kin_maybe, seat) THEN 1 ELSE 2 END',
    unmet,
  ),
  PLACE: verdict(known('s_principal AND is_county'), about('growth_place <> region'), unmet),
}

/** Makes the table `mask` of cadre, seat and the twelve verdicts. */
export const makeMask = `CREATE OR REPLACE TABLE mask AS
  WITH pair AS (SELECT p.*, s.id AS seat, s.level AS s_level, s.principal AS s_principal, s.* EXCLUDE (id, level, principal),
    ${move} AS move FROM seat s CROSS JOIN cadre p),
  told AS (SELECT *, ${about('move = 1')} AS promotion, ${about('move <= 2')} AS upward FROM pair)
  SELECT id::USMALLINT AS cadre, seat::USMALLINT AS seat,
    (${ruleOrder.map((rule, place) => `(${rules[rule]}) * ${4 ** place}`).join(' + ')})::UINTEGER AS mask FROM told`

const cadreColumns = `id INTEGER, level INTEGER, standing INTEGER, principal BOOLEAN, service INTEGER, two_posts BIGINT,
  education INTEGER, training INTEGER, health BOOLEAN, party INTEGER, evaluation INTEGER, sanctioned INTEGER,
  growth_place INTEGER, kin INTEGER[], kin_maybe INTEGER[]`
const seatColumns = `id INTEGER, level INTEGER, level_below INTEGER, principal BOOLEAN, leads BOOLEAN, is_party BOOLEAN,
  is_county BOOLEAN, region INTEGER`

/** Fills `cadre` and `seat`; places become numbers, and kin the seats in whose unit they lead. */
export async function fillTables(
  duckdb: DuckDb,
  connection: Connection,
  cadres: readonly FlatCadre[],
  seats: readonly FlatSeat[],
): Promise<void> {
  const numbers = new Map<string, number>()
  const numberOf = (text: string | null): number | null => {
    if (text === null) return null
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  const byUnit = Map.groupBy(seats, ({ unit }) => unit)
  const kinSeats = ({ kin }: FlatCadre, truth: number): number[] =>
    kin
      .filter((one) => one.truth === truth)
      .flatMap((one) => (byUnit.get(one.unit) ?? []).filter((seat) => seat.position !== one.position))
      .map(({ id }) => id)
  const packed = (truths: readonly number[]): bigint =>
    truths.reduce((sum, truth, rank) => sum | (BigInt(truth) << BigInt(2 * rank)), 0n)

  await connection.run(`CREATE OR REPLACE TABLE cadre (${cadreColumns})`)
  await connection.run(`CREATE OR REPLACE TABLE seat (${seatColumns})`)
  await append(duckdb, connection, 'cadre', cadres, (p) => {
    const [sure, maybe] = [kinSeats(p, 2), kinSeats(p, 1)]
    const kin = sure.length + maybe.length === 0 ? [null, null] : [sure, maybe]
    const place = numberOf(p.growthPlace)
    return [
      p.id,
      p.level,
      p.standing,
      p.principal,
      p.service,
      packed(p.twoPosts),
      p.education,
      p.training,
      p.health,
      p.party,
      p.evaluation,
      p.sanctioned,
      place,
      ...kin,
    ]
  })
  await append(duckdb, connection, 'seat', seats, (s) => [
    s.id,
    s.level,
    s.levelBelow,
    s.principal,
    s.leading,
    s.isParty,
    s.isCounty,
    numberOf(s.region),
  ])
}

async function append<T>(
  duckdb: DuckDb,
  connection: Connection,
  table: string,
  rows: readonly T[],
  cellsOf: (row: T) => readonly Cell[],
): Promise<void> {
  const appender = await connection.createAppender(table)
  for (const row of rows) {
    for (const cell of cellsOf(row)) {
      if (cell === null) appender.appendNull()
      else if (typeof cell === 'bigint') appender.appendBigInt(cell)
      else if (typeof cell === 'boolean') appender.appendBoolean(cell)
      else if (typeof cell === 'number') appender.appendInteger(cell)
      else if (cell.length === 0) appender.appendNull()
      else appender.appendList(duckdb.listValue(cell))
    }
    appender.endRow()
  }
  appender.closeSync()
}
