/** Who went how far in what was selected: for the comparison of groups, which keeps no names. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, parseDate } from '#domain/calendar.ts'

export interface PersonInSelection {
  readonly cadreId: string
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly bornOn: DateCode | undefined
  /** Meets, as far as the rules can tell, what one vacancy at least asks for. */
  readonly isEligible: boolean
  /** Is on the list of one vacancy at least. */
  readonly isListed: boolean
  /** Could have been placed by a slate: eligible for one of its vacancies, and in its pool. */
  readonly isConsidered: boolean
  /** Is in the first plan of one slate at least. */
  readonly isPlaced: boolean
}

const mayBeListed = sql`verdict in ('met', 'discretion') and move is distinct from 'demotion'`

/** Everybody of the roster. Slates are those of this run that were found. */
export async function readSelection(
  database: QueryExecutorProvider,
  runId: string,
): Promise<readonly PersonInSelection[]> {
  const { rows } = await sql<Omit<PersonInSelection, 'bornOn'> & { bornOn: string | null }>`
    with eligible as (
      select distinct cadre_id from run_eligibility where run_id = ${runId} and ${mayBeListed}
    ), listed as (
      select distinct cadre_id from run_shortlist where run_id = ${runId}
    ), found as (
      select request, result from slate join slate_result using (slate_id)
      where run_id = ${runId} and state in ('found', 'stopped')
    ), placed as (
      select distinct move ->> 'cadreId' as cadre_id
      from found, jsonb_path_query(result, '$.plans[0].moves[*]') move
    ), asked as (
      select distinct request -> 'pool' as pool, vacancy.position_id
      from found cross join lateral jsonb_array_elements_text(request -> 'vacancies') as vacancy (position_id)
    ), considered as (
      select cadre_id
      from asked
        join run_eligibility pair using (position_id)
        join roster using (cadre_id)
        join cadres using (cadre_id)
      where pair.run_id = ${runId} and ${mayBeListed}
        and coalesce(pool -> 'units' ? roster.unit_id, true)
        and coalesce(pool -> 'cadres' ? cadre_id, true)
        and (coalesce((pool ->> 'reserveOnly')::boolean, false) = false or cadres.reserve)
      union select cadre_id from placed
    )
    select cadre_id as "cadreId", cadres.sex, cadres.ethnicity, cadres.born_on::text as "bornOn",
      cadre_id in (select cadre_id from eligible) as "isEligible",
      cadre_id in (select cadre_id from listed) as "isListed",
      cadre_id in (select cadre_id from considered) as "isConsidered",
      cadre_id in (select cadre_id from placed) as "isPlaced"
    from cadres join roster using (cadre_id)`.execute(database)
  return rows.map(({ bornOn, ...row }) => ({ ...row, bornOn: bornOn === null ? undefined : parseDate(bornOn) }))
}
