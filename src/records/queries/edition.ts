import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { readHandOrder } from '../roster-views/order.ts'
import { inHandOrder } from '../roster-views/placing.ts'
import { overviewOf } from './overview.ts'
import { type RosterFacts, rosterFacts } from './roster-facts.ts'
import type { RosterReckoning } from './roster-reckoning.ts'

/** The snapshot and run that every screen shows at the moment. */
export interface Edition {
  readonly runId: string
  readonly asOf: DateCode
  readonly snapshotHash: string
  /** The hash of the rule book of the run; undefined where it was not kept. */
  readonly bookHash: string | undefined
  /** When the run was saved. */
  readonly madeAt: Date
  /** What was recorded by then went into the run. */
  readonly knownAt: Date
  /** The years of the yearly results, oldest first. */
  readonly years: readonly number[]
  /** Goes up where the order of the roster is changed by hand. */
  readonly stamp: number
}

const batchSize = 2000

/** The edition in the database; undefined when there is none yet. */
export async function currentEdition(database: QueryExecutorProvider): Promise<Edition | undefined> {
  const { rows } = await sql<{
    run_id: string
    as_of: string
    snapshot_hash: string
    book_hash: string | null
    made_at: Date
    known_at: Date
    years: number[]
    stamp: number
  }>`
    select run_id, as_of, snapshot_hash, book_hash, made_at, known_at, years, stamp::integer as stamp from edition join run using (run_id)`.execute(
    database,
  )
  const [row] = rows
  if (!row) return undefined
  return {
    runId: row.run_id,
    asOf: parseDate(row.as_of) ?? 0,
    snapshotHash: row.snapshot_hash,
    bookHash: row.book_hash ?? undefined,
    madeAt: row.made_at,
    knownAt: row.known_at,
    years: row.years,
    stamp: row.stamp,
  }
}

/**
 * Replaces the edition: the roster of a snapshot beside the results of a run. About a second for 10,000 cadres. Call it
 * inside a transaction, so that readers see the old edition until the new one is whole. What only the pillars can reckon of a
 * person is handed in.
 */
export async function writeEdition(
  transaction: QueryExecutorProvider,
  snapshot: Snapshot,
  runId: string,
  reckoning: (cadreId: string) => RosterReckoning | undefined = () => undefined,
): Promise<void> {
  const run = (query: RawBuilder<unknown>) => query.execute(transaction)
  const { years, rows } = rosterFacts(snapshot)
  // Two at once: the second waits, and replaces what the first wrote.
  await run(sql`lock table edition in share row exclusive mode`)
  await run(sql`delete from edition`)
  await run(sql`delete from roster`)
  await run(sql`delete from vacancy_tally`)
  await run(sql`delete from comparable_group`)
  await run(sql`
    insert into edition (run_id, years) values (${runId}, ${years}::integer[])`)
  const placed = inHandOrder(rows, await readHandOrder(transaction))
  for (let start = 0; start < placed.length; start += batchSize) {
    const lines = placed
      .slice(start, start + batchSize)
      .map((facts, place) => ({ ...rosterRecord(facts, reckoning(facts.cadreId)), manual_place: start + place }))
    await run(insertLines(JSON.stringify(lines), runId))
  }
  await writeResults(run, runId)
  await run(sql`analyze roster`)
  const overview = JSON.stringify(await overviewOf(transaction, snapshot.asOf, runId))
  await run(sql`update edition set overview = ${overview}::jsonb`)
}

/** Lines with what the run says of each person: written once, for every row stands in many indexes. */
const insertLines = (lines: string, runId: string): RawBuilder<unknown> => sql`
  insert into roster
  select whole.*
  from jsonb_array_elements(${lines}::jsonb) line
    left join lateral (
      select jsonb_build_object('rating_value', value, 'rating_lower', lower, 'rating_upper', upper, 'rating_sd', sd, 'rating_n', n,
        'rating_group', "group", 'rating_separable', separable, 'rating_cause', cause) as said
      from run_estimate where run_id = ${runId} and measure = 'rating' and cadre_id = line ->> 'cadre_id'
    ) rating on true
    left join lateral (${estimateAs('achievement', 'contribution', runId)}) achievement on true
    left join lateral (${estimateAs('recognition', 'recognition', runId)}) recognition on true
    left join lateral (
      select jsonb_build_object('rotation_rule', rule, 'rotation_due_on', due_on, 'rotation_state', state) as said
      from run_rotation where run_id = ${runId} and cadre_id = line ->> 'cadre_id' order by due_on, rule limit 1
    ) duty on true
    left join lateral (
      select jsonb_build_object('needs', coalesce(jsonb_agg(distinct need), '[]')) as said
      from run_need where run_id = ${runId} and cadre_id = line ->> 'cadre_id'
    ) need on true,
    jsonb_populate_record(null::roster, line || need.said || coalesce(rating.said, '{}') || coalesce(achievement.said, '{}')
      || coalesce(recognition.said, '{}') || coalesce(duty.said, '{}')) whole`

const estimateAs = (column: string, measure: string, runId: string): RawBuilder<unknown> => sql`
  select jsonb_build_object(${column}::text, to_jsonb(estimate) - array['run_id', 'cadre_id', 'measure', 'parts'],
    ${`${column}_value`}::text, value, ${`${column}_lower`}::text, lower, ${`${column}_upper`}::text, upper) as said
  from run_estimate estimate where run_id = ${runId} and measure = ${measure} and cadre_id = line ->> 'cadre_id'`

async function writeResults(run: (query: RawBuilder<unknown>) => Promise<unknown>, runId: string): Promise<void> {
  await run(sql`
    insert into vacancy_tally (position_id, met, unmet, unknown, discretion, lower, listed)
    select position_id, count(*) filter (where verdict = 'met' and not is_lower),
      count(*) filter (where verdict = 'unmet' and not is_lower),
      count(*) filter (where verdict = 'unknown' and not is_lower),
      count(*) filter (where verdict = 'discretion' and not is_lower), count(*) filter (where is_lower),
      (select count(*) from run_shortlist where run_id = ${runId} and run_shortlist.position_id = pair.position_id)
    from run_eligibility pair, lateral (select move is not distinct from 'demotion' as is_lower)
    where run_id = ${runId} group by position_id`)
  await run(sql`
    insert into comparable_group
    select measure, "group", count(*), array_agg(value), array_agg(sd),
      percentile_cont((select array_agg(step / 20.0 order by step) from generate_series(0, 20) step))
        within group (order by value)
    from run_estimate where run_id = ${runId} and separable and measure not like 'fit:%' group by measure, "group"`)
}

const dateFields: ReadonlySet<string> = new Set([
  'bornOn',
  'postSince',
  'levelSince',
  'gradeSince',
  'partyJoinedOn',
  'workStartedOn',
  'retiresOn',
])

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A line under the names of the columns; dates as they are written. */
function rosterRecord(facts: RosterFacts, reckoned: RosterReckoning | undefined): Record<string, unknown> {
  const line = Object.entries({ ...facts, ...reckoned, excellent: excellentYears(facts.evaluations) })
  return Object.fromEntries(
    line.map(([field, value]) => [
      columnOf(field),
      dateFields.has(field) && typeof value === 'number' ? formatDate(value) : value,
    ]),
  )
}

/** Excellent results among those held; null where none is held at all. */
const excellentYears = (results: readonly (string | null)[]): number | null =>
  results.every((result) => result === null) ? null : results.filter((result) => result === 'excellent').length
