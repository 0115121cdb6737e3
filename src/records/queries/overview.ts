import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'

/** What the first page counts; worked out once per edition. */
export interface Overview {
  readonly counts: {
    readonly cadres: number
    readonly serving: number
    readonly units: number
    readonly positions: number
    readonly vacancies: number
    readonly rotation: number
    readonly needs: number
    readonly statements: number
  }
  /** Serving people of whom a fact is missing, by that fact. */
  readonly unknown: {
    readonly bornOn: number
    readonly postSince: number
    readonly evaluation: number
    readonly rating: number
  }
  /** Comparable groups of the overall rating. */
  readonly ratingGroups: number
  readonly unlistedVacancies: number
  /** The twelve sources with the most statements and the newest statement of each, the longest silent last. */
  readonly sources: readonly { readonly channel: string; readonly unitName: string | null; readonly lastOn: string }[]
}

/** Counts what an edition holds. Reads the roster, the facts as of a date and the results of a run. */
export async function overviewOf(database: QueryExecutorProvider, asOf: DateCode, runId: string): Promise<Overview> {
  // As text, a month-only date sorts before every day of its month.
  const day = formatDate(asOf)
  const { rows } = await sql<Overview>`
    select
      jsonb_build_object(
        'cadres', count(*),
        'serving', count(*) filter (where serving),
        'units', (select count(*) from units where abolished_on is null),
        'positions', (select count(*) from positions),
        'vacancies', (select count(distinct position_id) from vacancies),
        'rotation', (select count(*) from run_rotation where run_id = ${runId}),
        'needs', (select count(*) from run_need where run_id = ${runId} and kind = 'experience'),
        'statements', (select count(*) from statements where recorded_on <= ${day})
      ) as counts,
      jsonb_build_object(
        'bornOn', count(*) filter (where serving and born_on is null),
        'postSince', count(*) filter (where serving and post_since is null),
        'evaluation', count(*) filter (where serving and evaluations[cardinality(evaluations)] is null),
        'rating', count(*) filter (where serving and rating_separable is false)
      ) as unknown,
      count(distinct rating_group)::integer as "ratingGroups",
      (select count(distinct position_id)::integer from vacancies left join vacancy_tally using (position_id)
        where coalesce(listed, 0) = 0) as "unlistedVacancies",
      (
        select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'unitName', name, 'lastOn', last_on)
          order by last_on desc, channel, name), '[]')
        from (
          select channel, units.name, max(recorded_on) as last_on
          from statements left join units on units.unit_id = source_unit_id
          where recorded_on <= ${day}
          group by channel, units.name
          order by count(*) desc
          limit 12
        ) source
      ) as sources
    from roster`.execute(database)
  const [overview] = rows
  if (!overview) throw new Error('invariant: an aggregate without groups gives one row')
  return overview
}

/** The overview of the current edition. */
export async function readOverview(database: QueryExecutorProvider): Promise<Overview | undefined> {
  const { rows } = await sql<{ overview: Overview }>`select overview from edition`.execute(database)
  return rows[0]?.overview
}
