import { type QueryExecutorProvider, sql } from 'kysely'
import { parseDate } from '#domain/calendar.ts'
import type { Finding, Verdict } from '#domain/finding.ts'
import type { Fact, RunEligibilityRow, RunFindingRow, RunShortlistRow, RunUnlistedRow } from '../database.ts'

/** A seat to fill with its place and the pairs of the current edition. */
export interface VacancyRecord {
  readonly position_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly title: string
  /** A seat of a leading team. */
  readonly of_team: boolean
  readonly post_level: string
  readonly role: string
  readonly sector: string | null
  readonly portfolio: string | null
  readonly key_power: boolean | null
  readonly key_fund: boolean | null
  readonly key_resource: boolean | null
  readonly hardship: boolean | null
  readonly from: string
  readonly theme: string | null
  readonly note: string | null
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  readonly discretion: number
  /** Pairs that would be a move to a lower level; no verdict counts them. */
  readonly lower: number
  readonly listed: number
}

/** All vacancies, the longest open first, or one. A seat that is announced twice counts from the first day. */
export async function readVacancies(
  database: QueryExecutorProvider,
  positionId?: string,
): Promise<readonly VacancyRecord[]> {
  const { rows } = await sql<VacancyRecord>`
    select * from (
      select distinct on (position_id) position_id, unit_id, units.name as unit_name, title, team_id is not null as of_team,
        post_level, role, coalesce(positions.sector, units.sector) as sector, portfolio, key_power, key_fund, key_resource,
        coalesce(positions.hardship, units.hardship) as hardship, vacancies."from", theme, note,
        coalesce(met, 0) as met, coalesce(unmet, 0) as unmet, coalesce(unknown, 0) as unknown,
        coalesce(discretion, 0) as discretion, coalesce(lower, 0) as lower, coalesce(listed, 0) as listed
      from vacancies join positions using (position_id) join units using (unit_id) left join vacancy_tally using (position_id)
      where ${positionId ?? null}::text is null or position_id = ${positionId ?? null}
      order by position_id, vacancies."from"
    ) vacancy order by "from", position_id`.execute(database)
  return rows
}

/** One vacancy × cadre pair with the person's present post. */
export interface PairRecord {
  readonly cadre_id: string
  readonly name: string
  readonly unit_name: string | null
  readonly title: string | null
  readonly post_level: string | null
  readonly verdict: Verdict
  readonly blocking: readonly string[]
  readonly missing: readonly string[]
}

export type ListedRecord = RunShortlistRow & PairRecord

const person = sql`roster.cadre_id, roster.name, roster.unit_name, roster.title, roster.post_level`

/** The shortlist of a vacancy with the pairs' verdicts. */
export async function readShortlist(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
): Promise<readonly ListedRecord[]> {
  const { rows } = await sql<ListedRecord>`
    select listed.*, ${person}, coalesce(blocking, '{}') as blocking, coalesce(missing, '{}') as missing
    from run_shortlist listed
      join roster on roster.cadre_id = listed.cadre_id
      left join run_eligibility pair on pair.run_id = listed.run_id and pair.position_id = listed.position_id
        and pair.cadre_id = listed.cadre_id
    where listed.run_id = ${runId} and listed.position_id = ${positionId}
    order by rank, listed.cadre_id`.execute(database)
  return rows
}

/** Where the shortlist of a vacancy had to be cut, at which rank, and how many of that rank are not on it. */
export async function readUnlisted(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
): Promise<RunUnlistedRow | undefined> {
  const { rows } = await sql<RunUnlistedRow>`
    select * from run_unlisted where run_id = ${runId} and position_id = ${positionId}`.execute(database)
  return rows[0]
}

/** Whom nothing excludes from a vacancy, and who is in no order because an objection was upheld. */
export async function readNotComputed(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
): Promise<readonly PairRecord[]> {
  const { rows } = await sql<PairRecord>`
    select ${person}, pair.verdict, pair.blocking, pair.missing
    from run_estimate mark
      join run_eligibility pair on pair.run_id = mark.run_id and pair.cadre_id = mark.cadre_id
      join roster on roster.cadre_id = mark.cadre_id
    where mark.run_id = ${runId} and mark.measure = 'restricted.order' and pair.position_id = ${positionId}
      and pair.verdict <> 'unmet' and pair.move is distinct from 'demotion'
    order by roster.cadre_id`.execute(database)
  return rows
}

/** The findings a run keeps of pairs of a vacancy, by cadre; pairs that it keeps none of are left out. */
export async function readPairFindings(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const subjects = cadreIds.map((cadreId) => `${positionId}/${cadreId}`)
  const { rows } = await sql<RunFindingRow>`
    select * from run_finding where run_id = ${runId} and subject = any(${subjects}::text[])
    order by subject, rule`.execute(database)
  const findings = new Map<string, Finding[]>()
  for (const row of rows) {
    const cadreId = row.subject.slice(positionId.length + 1)
    findings.set(cadreId, [...(findings.get(cadreId) ?? []), findingOf(row)])
  }
  return findings
}

function findingOf(row: RunFindingRow): Finding {
  const { rule, verdict, weight, instrument, article, title, reasons, evidence, missing, questions } = row
  const turnsOn = row.turns_on === null ? undefined : parseDate(row.turns_on)
  return {
    rule,
    verdict,
    weight,
    basis: { instrument, article, title },
    reasons,
    evidence,
    missing,
    ...(turnsOn === undefined ? {} : { turnsOn }),
    ...(questions.length === 0 ? {} : { questions }),
    ...(row.lifted_by.length === 0 ? {} : { liftedBy: row.lifted_by }),
  }
}

/**
 * Which pairs of a vacancy: by verdict, by a rule that excludes, and whether those on the shortlist are left out. Moves to a
 * lower level are left out unless they are asked for, and then stand alone.
 */
export interface PairSelection {
  readonly verdict?: Verdict | undefined
  readonly rule?: string | undefined
  readonly move?: 'demotion' | undefined
  readonly unlisted?: boolean
  readonly offset: number
  readonly limit: number
}

export async function readPairs(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
  selection: PairSelection,
): Promise<{ total: number; rows: readonly PairRecord[] }> {
  const isLower = sql`pair.move is not distinct from 'demotion'`
  const conditions = [
    sql`pair.run_id = ${runId}`,
    sql`pair.position_id = ${positionId}`,
    selection.move === 'demotion' ? isLower : sql`not ${isLower}`,
  ]
  if (selection.verdict !== undefined) conditions.push(sql`pair.verdict = ${selection.verdict}`)
  if (selection.rule !== undefined) conditions.push(sql`pair.blocking @> array[${selection.rule}]`)
  if (selection.unlisted) {
    conditions.push(sql`not exists (
      select from run_shortlist listed where listed.run_id = pair.run_id and listed.position_id = pair.position_id
        and listed.cadre_id = pair.cadre_id)`)
  }
  const from = sql`run_eligibility pair join roster using (cadre_id) where ${sql.join(conditions, sql` and `)}`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<PairRecord>`
      select ${person}, pair.verdict, pair.blocking, pair.missing from ${from}
      order by post_rank desc nulls last, unit_order nulls last, cadre_id
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

/** How many pairs of a vacancy each rule excludes, and how many wait for each fact; moves to a lower level left out. */
export async function readPairTallies(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
): Promise<{
  blocking: readonly { id: string; count: number }[]
  missing: readonly { id: string; count: number }[]
}> {
  const tally = (column: 'blocking' | 'missing', verdict: Verdict) =>
    sql<{ id: string; count: number }>`
      select id, count(*)::integer as count from run_eligibility, unnest(${sql.ref(column)}) id
      where run_id = ${runId} and position_id = ${positionId} and verdict = ${verdict}
        and move is distinct from 'demotion'
      group by id order by count(*) desc, id`.execute(database)
  const [blocking, missing] = await Promise.all([tally('blocking', 'unmet'), tally('missing', 'unknown')])
  return { blocking: blocking.rows, missing: missing.rows }
}

export async function readRequirements(
  database: QueryExecutorProvider,
  positionId: string,
): Promise<readonly Fact<'requirements'>[]> {
  const { rows } = await sql<Fact<'requirements'>>`
    select * from requirements where position_id = ${positionId} order by weight desc nulls last, facet, element`.execute(
    database,
  )
  return rows
}

/** Names of some cadres. */
export async function readNames(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ cadre_id: string; name: string }>`
    select cadre_id, name from cadres where cadre_id = any(${[...cadreIds]}::text[])`.execute(database)
  return new Map(rows.map(({ cadre_id, name }) => [cadre_id, name]))
}

/** The fit estimates of a vacancy: their middle half, and the ends of all intervals. */
export interface FitBand {
  readonly size: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly least: number
  readonly most: number
}

export async function readFitBand(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
): Promise<FitBand | undefined> {
  const { rows } = await sql<FitBand>`
    select count(*)::integer as size, min(lower) as least, max(upper) as most,
      percentile_cont(0.25) within group (order by value) as "lowerQuartile",
      percentile_cont(0.5) within group (order by value) as median,
      percentile_cont(0.75) within group (order by value) as "upperQuartile"
    from run_estimate where run_id = ${runId} and measure = ${`fit:${positionId}`} and separable`.execute(database)
  const [band] = rows
  return band === undefined || band.size === 0 ? undefined : band
}

/** The stored verdict of one pair; undefined where the two were not compared. */
export async function readPair(
  database: QueryExecutorProvider,
  runId: string,
  positionId: string,
  cadreId: string,
): Promise<RunEligibilityRow | undefined> {
  const { rows } = await sql<RunEligibilityRow>`
    select * from run_eligibility
    where run_id = ${runId} and position_id = ${positionId} and cadre_id = ${cadreId}`.execute(database)
  return rows[0]
}
