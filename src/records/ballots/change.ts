import type { Pool, PoolClient } from 'pg'
import type { BallotStep } from '#domain/ballot.ts'
import { commit } from '../commit.ts'
import { alreadyEnded, ballotUnknown } from './refusals.ts'

interface Change {
  readonly ballotId: string
  /** As the audit calls it, after `ballot.`. */
  readonly action: string
  readonly actor: string
}

/** A write to a ballot that has not ended, one after another for each ballot. */
export const changeBallot = <T>(
  pool: Pool,
  { ballotId, action, actor }: Change,
  write: (session: PoolClient, steps: ReadonlySet<BallotStep>, note: (detail: object) => void) => Promise<T>,
): Promise<T> =>
  commit(pool, { actor, action: `ballot.${action}`, subject: ballotId }, async (session, note) =>
    write(session, await standingSteps(session, ballotId), note),
  )

/** Locks the ballot; @throws ProblemError where there is none or it has ended */
async function standingSteps(session: PoolClient, ballotId: string): Promise<ReadonlySet<BallotStep>> {
  const found = await session.query('select 1 from ballot where ballot_id = $1 for update', [ballotId])
  if (found.rowCount === 0) throw ballotUnknown()
  const { rows } = await session.query<{ step: BallotStep }>('select step from ballot_step where ballot_id = $1', [
    ballotId,
  ])
  const steps = new Set(rows.map(({ step }) => step))
  if (steps.has('closed') || steps.has('cancelled')) throw alreadyEnded()
  return steps
}

export async function addStep(
  session: PoolClient,
  { ballotId, actor }: Omit<Change, 'action'>,
  step: BallotStep,
  detail: object,
): Promise<void> {
  await session.query('insert into ballot_step (ballot_id, step, detail, recorded_by) values ($1, $2, $3, $4)', [
    ballotId,
    step,
    JSON.stringify(detail),
    actor,
  ])
}
