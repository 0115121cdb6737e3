import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { overviewOf } from './overview.ts'
import { type RosterFacts, rosterFacts } from './roster-facts.ts'

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
  }>`
    select run_id, as_of, snapshot_hash, book_hash, made_at, known_at, years from edition join run using (run_id)`.execute(
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
  }
}

/**
 * Replaces the edition: the roster of a snapshot beside the results of a run. About a second for 10,000 cadres. Call it
 * inside a transaction, so that readers see the old edition until the new one is whole.
 */
export async function writeEdition(
  transaction: QueryExecutorProvider,
  snapshot: Snapshot,
  runId: string,
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
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = JSON.stringify(rows.slice(start, start + batchSize).map(rosterRecord))
    await run(sql`insert into roster select * from jsonb_populate_recordset(null::roster, ${batch}::jsonb)`)
  }
  await writeResults(run, runId)
  await run(sql`analyze roster`)
  const overview = JSON.stringify(await overviewOf(transaction, snapshot.asOf, runId))
  await run(sql`update edition set overview = ${overview}::jsonb`)
}

async function writeResults(run: (query: RawBuilder<unknown>) => Promise<unknown>, runId: string): Promise<void> {
  await run(sql`
    update roster set rating_value = value, rating_lower = lower, rating_upper = upper, rating_sd = sd, rating_n = n,
      rating_group = "group", rating_separable = separable, rating_cause = cause
    from run_estimate
    where run_id = ${runId} and measure = 'rating' and run_estimate.cadre_id = roster.cadre_id`)
  await run(sql`
    update roster set rotation_rule = duty.rule, rotation_due_on = duty.due_on, rotation_state = duty.state
    from (
      select distinct on (cadre_id) cadre_id, rule, due_on, state from run_rotation
      where run_id = ${runId} order by cadre_id, due_on, rule
    ) duty
    where duty.cadre_id = roster.cadre_id`)
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

const dateText = (date: DateCode | null): string | null => (date === null ? null : formatDate(date))

function rosterRecord(facts: RosterFacts) {
  return {
    cadre_id: facts.cadreId,
    name: facts.name,
    reading: facts.reading,
    serving: facts.serving,
    sex: facts.sex,
    born_on: dateText(facts.bornOn),
    age: facts.age,
    unit_id: facts.unitId,
    unit_name: facts.unitName,
    unit_path: facts.unitPath,
    unit_order: facts.unitOrder,
    post_place: facts.postPlace,
    sector: facts.sector,
    position_id: facts.positionId,
    title: facts.title,
    post_level: facts.postLevel,
    post_rank: facts.postRank,
    role: facts.role,
    post_since: dateText(facts.postSince),
    months_in_post: facts.monthsInPost,
    level_since: dateText(facts.levelSince),
    months_at_level: facts.monthsAtLevel,
    grassroots_months: facts.grassrootsMonths,
    education: facts.education,
    full_time_education: facts.fullTimeEducation,
    in_service_education: facts.inServiceEducation,
    party: facts.party,
    party_joined_on: dateText(facts.partyJoinedOn),
    work_started_on: dateText(facts.workStartedOn),
    reserve: facts.reserve,
    track: facts.track,
    evaluations: facts.evaluations,
    excellent: excellentYears(facts.evaluations),
  }
}

/** Excellent results among those held; null where none is held at all. */
const excellentYears = (results: readonly (string | null)[]): number | null =>
  results.every((result) => result === null) ? null : results.filter((result) => result === 'excellent').length
