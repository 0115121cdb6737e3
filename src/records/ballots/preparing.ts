import type { Pool } from 'pg'
import type { BallotDesign, BallotRoll } from '#domain/ballot.ts'
import { invariant } from '#domain/problem.ts'
import { commit } from '../commit.ts'
import { addStep, changeBallot } from './change.ts'
import { codesAlreadyUsed, notPrepared } from './refusals.ts'

/** Returns the id. */
export const createBallot = (pool: Pool, design: BallotDesign, roll: BallotRoll, actor: string): Promise<string> =>
  commit(pool, { actor, action: 'ballot.create', detail: { title: design.title } }, async (session) => {
    const { rows } = await session.query<{ ballot_id: string }>(
      'insert into ballot (design, recorded_by) values ($1, $2) returning ballot_id',
      [JSON.stringify(design), actor],
    )
    const id = rows[0]?.ballot_id
    invariant(id, 'an insert returns its row')
    await session.query('insert into ballot_roll (ballot_id, roll) values ($1, $2)', [id, JSON.stringify(roll)])
    await session.query('insert into ballot_box (ballot_id, class) select $1, unnest($2::text[])', [
      id,
      design.classes.map((voters) => voters.id),
    ])
    return id
  })

export const writeRoll = (pool: Pool, ballotId: string, roll: BallotRoll, actor: string): Promise<void> =>
  changeBallot(pool, { ballotId, action: 'roll', actor }, async (session) => {
    await session.query('update ballot_roll set roll = $2 where ballot_id = $1', [ballotId, JSON.stringify(roll)])
  })

export const replaceCodes = (
  pool: Pool,
  ballotId: string,
  hashes: Readonly<Record<string, readonly Uint8Array[]>>,
  actor: string,
): Promise<void> =>
  changeBallot(pool, { ballotId, action: 'slips', actor }, async (session, steps, note) => {
    if (steps.size > 0) throw codesAlreadyUsed()
    for (const [classId, list] of Object.entries(hashes))
      await session.query(
        'update ballot_box set unused = array_sort($3::bytea[]) where ballot_id = $1 and class = $2',
        [ballotId, classId, list.map((hash) => Buffer.from(hash))],
      )
    note({ slips: Object.values(hashes).reduce((sum, list) => sum + list.length, 0) })
  })

export const openBallot = (pool: Pool, ballotId: string, actor: string): Promise<void> =>
  changeBallot(pool, { ballotId, action: 'open', actor }, async (session, steps) => {
    if (steps.has('opened')) throw notPrepared()
    await addStep(session, { ballotId, actor }, 'opened', {})
  })
