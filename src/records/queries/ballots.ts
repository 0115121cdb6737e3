import { type QueryExecutorProvider, sql } from 'kysely'
import type { BallotDesign, BallotRoll, BallotStep, PaperCount } from '#domain/ballot.ts'
import { readingForSystem } from '../rights/reader.ts'

export interface BallotRecord {
  readonly ballotId: string
  readonly design: BallotDesign
  readonly roll: BallotRoll
  readonly madeBy: string
  readonly madeAt: Date
  readonly steps: readonly {
    readonly step: BallotStep
    readonly detail: unknown
    readonly by: string
    readonly at: string
  }[]
  readonly paper: readonly { readonly entry: 1 | 2; readonly count: PaperCount }[]
  /** Codes made, and those used, by class: how many have cast, never what. */
  readonly progress: Readonly<Record<string, { readonly made: number; readonly cast: number }>>
}

/** Ballots, newest first, or the one asked for. The box, which no reader may open, is counted by its codes; no sheet is read. */
export async function readBallots(
  database: QueryExecutorProvider,
  ballotId?: string,
): Promise<readonly BallotRecord[]> {
  const asked = sql<BallotRecord>`
    select ballot_id as "ballotId", design, roll, recorded_by as "madeBy", recorded_at as "madeAt",
      (select coalesce(jsonb_agg(jsonb_build_object('step', step, 'detail', detail, 'by', recorded_by, 'at', recorded_at)
        order by recorded_at), '[]') from ballot_step where ballot_id = ballot.ballot_id) as steps,
      (select coalesce(jsonb_agg(jsonb_build_object('entry', entry, 'count', count) order by entry), '[]')
        from ballot_paper_count where ballot_id = ballot.ballot_id) as paper,
      (select jsonb_object_agg(class, jsonb_build_object('made', cardinality(unused) + cardinality(used), 'cast', cardinality(used)))
        from ballot_box where ballot_id = ballot.ballot_id) as progress
    from ballot join ballot_roll using (ballot_id)
    where ${ballotId === undefined ? sql`true` : sql`ballot_id = ${ballotId}`}
    order by recorded_at desc, ballot_id`
  const { rows } = await readingForSystem(() => asked.execute(database))
  return rows
}
