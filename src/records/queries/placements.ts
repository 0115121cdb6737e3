import { type QueryExecutorProvider, sql } from 'kysely'

/** A placement round with what it gave; `state` is null while it is worked on, or where it was cut off. */
export interface PlacementRecord {
  readonly placement_id: string
  readonly run_id: string
  readonly book_hash: string
  readonly made_by: string
  readonly recorded_at: Date
  readonly as_of: string
  readonly state: 'found' | 'stopped' | 'failed' | null
  /** As `develop/placement/result.ts` gives it. */
  readonly result: object | null
  readonly seconds: number | null
}

/** Every placement round, the newest first, or one. */
export async function readPlacements(
  database: QueryExecutorProvider,
  placementId?: string,
): Promise<readonly PlacementRecord[]> {
  const { rows } = await sql<PlacementRecord>`
    select placement_id, run_id, placement.book_hash, made_by, placement.recorded_at, run.as_of::text as as_of, state, result,
      seconds
    from placement join run using (run_id) left join placement_result using (placement_id)
    where ${placementId ?? null}::text is null or placement_id::text = ${placementId ?? null}
    order by placement.recorded_at desc, placement_id desc limit 100`.execute(database)
  return rows
}
