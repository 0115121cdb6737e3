/**
 * What stored analyses say of somebody is emptied at once where an objection was upheld, so that no page, list or search that
 * reads them shows it any more. A run is derived: it can be worked out again from its snapshot and what was known then.
 */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { notComputed, type Restriction, withholdEstimates } from '#domain/restriction.ts'

/** Inside the transaction of the decision, and of the saving of an analysis. Doing it twice changes nothing. */
export async function withholdResults(
  transaction: QueryExecutorProvider,
  restrictions: readonly Restriction[],
): Promise<void> {
  const run = (query: RawBuilder<unknown>) => query.execute(transaction)
  const marks = withholdEstimates([], restrictions)
  for (const { cadreId, measure, estimate } of marks) {
    await run(sql`
      insert into run_estimate (run_id, cadre_id, measure, n, "group", separable, cause)
      select run_id, ${cadreId}, ${measure}, 0, ${estimate.group}, false, ${JSON.stringify(notComputed)}::jsonb
      from run where exists (select from run_eligibility pair where pair.run_id = run.run_id)
      on conflict do nothing`)
  }
  for (const { cadreId, of } of restrictions) for (const query of withheld[of](cadreId)) await run(query)
  // What is kept in memory is kept by the stamp of the edition.
  if (marks.length > 0) await run(sql`update edition set stamp = stamp + 1`)
}

const cause = sql`${JSON.stringify(notComputed)}::jsonb`

const emptyEstimate = sql`${JSON.stringify({
  value: null,
  lower: null,
  upper: null,
  sd: null,
  separable: false,
  cause: notComputed,
})}::jsonb`

const emptied = (cadreId: string, condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  update run_estimate set value = null, lower = null, upper = null, sd = null, parts = null, separable = false,
    cause = ${cause}
  where cadre_id = ${cadreId} and separable and ${condition}`

const withheld: Readonly<Record<Restriction['of'], (cadreId: string) => readonly RawBuilder<unknown>[]>> = {
  estimates: (cadreId) => [
    emptied(cadreId, sql`measure not like 'fit:%'`),
    sql`delete from run_paper where subject = ${cadreId} and kind in ('achievement', 'ratings', 'recognition', 'synthesis')`,
    sql`
      update roster set rating_value = null, rating_lower = null, rating_upper = null, rating_sd = null,
        rating_separable = case when rating_separable is not null then false end,
        rating_cause = case when rating_separable is not null then ${cause} end,
        achievement = achievement || ${emptyEstimate}, achievement_value = null, achievement_lower = null,
        achievement_upper = null, recognition = recognition || ${emptyEstimate}, recognition_value = null,
        recognition_lower = null, recognition_upper = null
      where cadre_id = ${cadreId}`,
  ],
  order: (cadreId) => [
    sql`
      update vacancy_tally set listed = greatest(listed - 1, 0)
      where position_id in (
        select position_id from run_shortlist join edition using (run_id) where cadre_id = ${cadreId})`,
    sql`delete from run_shortlist where cadre_id = ${cadreId}`,
    sql`update run_shortlist set tied_with = array_remove(tied_with, ${cadreId}) where ${cadreId} = any (tied_with)`,
    sql`delete from run_estimate where cadre_id = ${cadreId} and measure like 'fit:%'`,
    sql`delete from run_paper where subject = ${cadreId} and kind = 'synthesis'`,
  ],
  signs: (cadreId) => [
    sql`delete from run_signal where cadre_id = ${cadreId}`,
    sql`delete from run_paper where subject = ${cadreId} and kind in ('course', 'synthesis')`,
  ],
}
