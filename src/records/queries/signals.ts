import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { RunSignalRow } from '../database.ts'

/** A sign as it is stored, with the standing of the person or the name of the unit. */
export interface SignRecord extends RunSignalRow {
  readonly unit_name: string | null
  readonly post_level: string | null
  /** The unit of the person, or the unit itself, and all units above it. */
  readonly path: readonly string[]
}

export interface SignSelection {
  readonly cadre?: string | undefined
  readonly unit?: string | undefined
}

/**
 * Signs of a run, the gravest first and of those the newest. Who may see which of them is not decided here: nothing of them
 * leaves the server but through `server/care/sign-sight.ts`.
 */
export async function readSigns(
  database: QueryExecutorProvider,
  runId: string,
  selection: SignSelection = {},
): Promise<readonly SignRecord[]> {
  const { rows } = await sql<SignRecord>`
    with recursive above as (
      select unit_id, array[unit_id] as path, parent_id from units
      union all
      select above.unit_id, above.path || units.unit_id, units.parent_id
      from above join units on units.unit_id = above.parent_id where not units.unit_id = any(above.path)
    ), whole as (select unit_id, path from above where parent_id is null)
    select sign.*, units.name as unit_name, roster.post_level,
      coalesce(case when sign.cadre_id is null then whole.path else roster.unit_path end, array[]::text[]) as path
    from run_signal sign left join roster using (cadre_id) left join units on units.unit_id = sign.unit_id
      left join whole on whole.unit_id = sign.unit_id
    where ${sql.join(conditionsOf(runId, selection), sql` and `)}
    order by array_position(array['serious', 'moderate', 'minor'], sign.severity), sign.raised_on desc,
      sign.kind, sign.cadre_id, sign.unit_id, sign.evidence`.execute(database)
  return rows
}

function conditionsOf(runId: string, { cadre, unit }: SignSelection): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`sign.run_id = ${runId}`]
  if (cadre !== undefined) conditions.push(sql`sign.cadre_id = ${cadre}`)
  if (unit !== undefined) conditions.push(sql`sign.unit_id = ${unit}`)
  return conditions
}
