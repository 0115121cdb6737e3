/**
 * The verdicts of twelve rules for every cadre × seat: our planes against DuckDB, which keeps the same mask as a table, and
 * json-logic-engine, pair by pair. What a peer need not work out for every pair it is given.
 */

import { compareVacancies } from '../src/appoint/index.ts'
import { generateCounty } from '../src/county/index.ts'
import { amended } from '../src/domain/amended-snapshot.ts'
import { type Snapshot, SnapshotBuilder } from '../src/domain/snapshot.ts'
import type { TableName } from '../src/domain/tables.ts'
import {
  comparePlanes,
  type Facts,
  factsFor,
  factTables,
  loadRuleBook,
  type RuleBook,
  type VerdictPlanes,
} from '../src/policy/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { loadPeer, versioned } from './peers.ts'
import { compete, type Standing, timed } from './rounds.ts'
import { type FlatCadre, type FlatSeat, flatCadre, flatSeat, ruleOrder } from './verdict-data.ts'
import { type Logic, maskLogic, pairData } from './verdict-logic.ts'
import { type Connection, type DuckDb, fillTables, makeMask } from './verdict-sql.ts'

export interface Engine {
  build(logic: Logic): (data: unknown) => unknown
}
export interface JsonLogic {
  readonly LogicEngine: new () => Engine
}

export const twelveRules = (): RuleBook => loadRuleBook({ folders: [`${import.meta.dirname}/verdict-rules`] })

/** People and seats of an invented county; DuckDB and JSON Logic get theirs flat. */
interface Field {
  readonly facts: Facts
  readonly seats: readonly number[]
  readonly flatCadres: readonly FlatCadre[]
  readonly flatSeats: readonly FlatSeat[]
}

function snapshotOf(cadres: number): Snapshot {
  const county = generateCounty({ seed: 20261122, cadres })
  const builder = new SnapshotBuilder(county.asOf)
  const read: readonly TableName[] = [...factTables, 'vacancies']
  for (const [table, rows] of county.tables()) {
    if (read.includes(table)) for (const row of rows) builder.append(table, row)
  }
  return builder.finish()
}

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index)

function fieldOf(book: RuleBook, snapshot: Snapshot, seatCount: number): Field {
  const facts = factsFor(snapshot, book)
  const all = upTo(snapshot.tables.positions.length)
  const seats = all.filter((row) => facts.seat(row).grade === undefined).slice(0, seatCount)
  agree(seats.length === seatCount, `there are only ${seats.length} seats`)
  return {
    facts,
    seats,
    flatCadres: upTo(facts.cadreCount).map((row) => flatCadre(facts.cadre(row), snapshot.asOf)),
    flatSeats: seats.map((row) => flatSeat(facts.seat(row))),
  }
}

const planesFor = (book: RuleBook, { facts, seats }: Pick<Field, 'facts' | 'seats'>): VerdictPlanes =>
  comparePlanes(book.inForce('appointment', facts.snapshot.asOf), facts, { seats })

/** Asks for every column, so that nothing is left to compute. */
export function computeAll(planes: VerdictPlanes): VerdictPlanes {
  for (let rule = 0; rule < planes.rules.length; rule += 1) {
    for (let seat = 0; seat < planes.seats.length; seat += 1) planes.column(rule, seat)
  }
  return planes
}

/** Every verdict of every pair in one block: for each seat and rule, the upper and then the lower bits of all people. */
export function maskOf(planes: VerdictPlanes): Uint32Array {
  const words = (planes.people.length + 31) >>> 5
  const mask = new Uint32Array(planes.seats.length * planes.rules.length * 2 * words)
  let place = 0
  for (let seat = 0; seat < planes.seats.length; seat += 1) {
    for (let rule = 0; rule < planes.rules.length; rule += 1) {
      const { high, low } = planes.column(rule, seat)
      mask.set(high, place)
      mask.set(low, place + words)
      place += 2 * words
    }
  }
  return mask
}

/** The verdicts of one seat as numbers to base 4. */
export function masksAt(planes: VerdictPlanes, seat: number): Uint32Array {
  const masks = new Uint32Array(planes.people.length)
  planes.rules.forEach(({ rule }, index) => {
    const place = 2 * ruleOrder.indexOf(rule.id as (typeof ruleOrder)[number])
    const { high, low } = planes.column(index, seat)
    for (let person = 0; person < masks.length; person += 1) {
      const [h, l] = [high, low].map((bits) => ((bits[person >>> 5] ?? 0) >>> (person & 31)) & 1)
      masks[person] = (masks[person] ?? 0) + ((h ?? 0) * 2 + (l ?? 0)) * 2 ** place
    }
  })
  return masks
}

async function checkDuckDb(connection: Connection, planes: VerdictPlanes): Promise<number> {
  await connection.run('CREATE OR REPLACE TABLE ours (cadre INTEGER, seat INTEGER, mask UINTEGER)')
  let differing = 0
  for (const [place, seat] of planes.seats.entries()) {
    const found = await connection.runAndReadAll(`SELECT cadre, mask FROM mask WHERE seat = ${seat.index}`)
    const masks = masksAt(planes, place)
    const rows = found.getRowsJS()
    differing += Math.abs(rows.length - masks.length)
    for (const [cadre, mask] of rows) if (masks[Number(cadre)] !== Number(mask)) differing += 1
  }
  return differing
}

type JudgePair = (data: unknown) => unknown

function eachPair(
  { flatCadres, flatSeats }: Field,
  judge: JudgePair,
  see: (seat: number, cadre: number, mask: number) => void,
): void {
  for (const [seat, s] of flatSeats.entries()) {
    for (const [cadre, p] of flatCadres.entries()) see(seat, cadre, Number(judge(pairData(p, s))))
  }
}

function checkLogic(field: Field, judge: JudgePair, planes: VerdictPlanes): number {
  let differing = 0
  const masks = planes.seats.map((_, seat) => masksAt(planes, seat))
  eachPair(field, judge, (seat, cadre, mask) => {
    if (masks[seat]?.[cadre] !== mask) differing += 1
  })
  return differing
}

const million = (pairs: number): string => `${(pairs / 1e6).toLocaleString('en')} M pairs`
const milliseconds = (seconds: number): string => `${Number((seconds * 1000).toPrecision(3))} ms`

async function against(
  book: RuleBook,
  snapshot: Snapshot,
  seatCount: number,
  peers: { readonly duckdb: DuckDb; readonly judge?: JudgePair },
): Promise<Comparison> {
  const field = fieldOf(book, snapshot, seatCount)
  const { facts, seats } = field
  const first = timed(() => computeAll(planesFor(book, field)))
  const reading = await first()
  const planes = planesFor(book, field)
  const computing = await timed(() => computeAll(planes))()

  const connection = await (await peers.duckdb.DuckDBInstance.create(':memory:')).connect()
  await fillTables(peers.duckdb, connection, field.flatCadres, field.flatSeats)
  await connection.run(makeMask)
  agree((await checkDuckDb(connection, planes)) === 0, 'verdicts of DuckDB')
  const { judge } = peers
  if (judge) agree(checkLogic(field, judge, planes) === 0, 'verdicts of json-logic-engine')

  const standings: Standing[] = await compete([
    { name: 'ours, planes kept', lap: timed(() => computeAll(planesFor(book, field))) },
    { name: 'ours, written out as one block besides', lap: timed(() => maskOf(planesFor(book, field))) },
    { name: `${versioned('@duckdb/node-api')}, mask kept as a table`, lap: timed(() => connection.run(makeMask)) },
    ...(judge ? [{ name: versioned('json-logic-engine'), lap: timed(() => eachPair(field, judge, () => {})) }] : []),
  ])
  const pairs = facts.cadreCount * seats.length
  return {
    title: `${sizeOf(field)}, 12 rules, met, discretion, unknown or unmet each`,
    work: pairs,
    unit: 'pairs',
    standings,
    checked: `0 of ${million(pairs)} differ in any of the 12 verdicts${judge ? '' : ' (DuckDB)'}`,
    notes: [
      `before the clock runs: columns of ours are read (${milliseconds(Math.max(0, reading - computing))}), tables of DuckDB are filled`,
      'peers are given the truth of what rests on the cadre alone (service, education, hours, evaluation, sanctions, kin); ours works it out from the rows within the clock',
    ],
  }
}

/** One cadre more trained: until all verdicts are known again, against reading the facts of everybody and computing all. */
async function changing(book: RuleBook, snapshot: Snapshot, seatCount: number): Promise<Comparison> {
  const field = fieldOf(book, snapshot, seatCount)
  const planes = computeAll(planesFor(book, field))
  const person = 7
  const row = { cadre_id: field.facts.cadre(person).id, course: '专题班', from: '2026-03-01', hours: '600' }
  let next = field.facts
  let lap = 0
  const change = (): void => {
    lap += 1
    next = factsFor(amended(snapshot, [['trainings', { ...row, organiser: `${lap}` }]]), book)
  }
  const patched = (): VerdictPlanes => computeAll(planes.withCadres(next, [person]))
  const anew = (): VerdictPlanes => computeAll(planesFor(book, { facts: next, seats: field.seats }))
  change()
  const [one, other] = [patched(), anew()].map(maskOf)
  agree(one !== undefined && other !== undefined && one.every((word, place) => word === other[place]), 'patched planes')
  return {
    title: `one record of ${sizeOf(field)} changed, 12 rules`,
    work: 1,
    unit: 'records',
    standings: await compete([
      { name: 'ours, that cadre alone', lap: timed(patched, change) },
      { name: 'ours, everybody anew', lap: timed(anew, change) },
    ]),
    checked: 'every word of both masks',
    notes: ['both from the tables of the snapshot to the last verdict'],
  }
}

const sizeOf = ({ facts, seats }: Field): string =>
  `${facts.cadreCount.toLocaleString('en')} cadres × ${seats.length.toLocaleString('en')} seats`

async function wholeCounty(snapshot: Snapshot): Promise<Comparison> {
  const book = loadRuleBook()
  const { length } = compareVacancies(snapshot, book).eligibility
  const inForce = book.inForce('appointment', snapshot.asOf).length
  const lap = timed(() => compareVacancies(snapshot, book))
  return {
    title: `every vacancy, all ${inForce} rules in force, with what blocks and what is missing (compareVacancies)`,
    work: length,
    unit: 'pairs',
    standings: await compete([{ name: 'ours', lap }]),
    checked: 'planes are held against the rules pair by pair in `differences`',
    notes: ['no peer says what blocks and what is missing'],
  }
}

export const verdicts: Benchmark = {
  peers: ['@duckdb/node-api', 'json-logic-engine'],
  run: async () => {
    const duckdb = await loadPeer<DuckDb>('@duckdb/node-api')
    const { LogicEngine } = await loadPeer<JsonLogic>('json-logic-engine')
    const judge = new LogicEngine().build(maskLogic) as JudgePair
    const book = twelveRules()
    const [county, city] = [snapshotOf(2_000), snapshotOf(20_000)]
    return [
      await against(book, county, 500, { duckdb, judge }),
      await against(book, city, 3_000, { duckdb }),
      await changing(book, city, 3_000),
      await wholeCounty(county),
    ]
  },
}
