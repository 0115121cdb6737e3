/**
 * Ballots as they are kept. Nothing here reads a sheet but `close`, which counts them in the transaction that ends the
 * ballot; nothing writes down who cast what or when, so `cast` is the one write without an audit entry.
 */
import type { Pool, PoolClient } from 'pg'
import type { BallotDesign, BallotRoll, BallotStep, PaperCount } from '#domain/ballot.ts'
import { invariant } from '#domain/problem.ts'
import { commit } from '../commit.ts'
import { alreadyEnded, ballotUnknown, codesAlreadyUsed, notOpen, notPrepared } from './refusals.ts'

/** The sheets of a ballot as they were sealed, by class, in no order but that of their text. */
export type SealedSheets = Readonly<Record<string, readonly string[]>>

/** What is known of a ballot when its box is opened. */
export interface EndingBallot {
  readonly design: BallotDesign
  readonly roll: BallotRoll
  readonly paper: readonly PaperCount[]
  readonly sheets: SealedSheets
}

/** What closing a ballot writes: the report, kept with the step, and ratings for the analysis. */
export interface BallotResult {
  readonly report: object
  readonly ratings: readonly object[]
}

export type CastAnswer = 'cast' | 'already-cast' | 'unknown'

export interface BallotStore {
  /** Returns the id. */
  create(design: BallotDesign, roll: BallotRoll, actor: string): Promise<string>
  /** Writes the list of voters, or what was handed out, as a whole. */
  writeRoll(ballotId: string, roll: BallotRoll, actor: string): Promise<void>
  /** Codes for slips, by class, in place of those before; only before the ballot is opened. */
  replaceCodes(ballotId: string, hashes: Readonly<Record<string, readonly Uint8Array[]>>, actor: string): Promise<void>
  open(ballotId: string, actor: string): Promise<void>
  /** Ends it without a count; the sheets are destroyed. */
  cancel(ballotId: string, reason: string, actor: string): Promise<void>
  /** One of the two counts of paper, in place of what was entered before. */
  writePaperCount(ballotId: string, entry: 1 | 2, count: PaperCount, actor: string): Promise<void>
  /** Opens the box, counts and ends the ballot, or changes nothing where `count` throws. */
  close(ballotId: string, count: (ballot: EndingBallot) => BallotResult, actor: string): Promise<void>
  /** The open ballot and class a code belongs to, and whether it was used. */
  findCode(hash: Uint8Array): Promise<{ design: BallotDesign; classId: string; isUsed: boolean } | undefined>
  /** Exactly one of any number of attempts with one code puts its sheet into the box. */
  cast(hash: Uint8Array, sheet: string): Promise<CastAnswer>
}

export function openBallotStore(pool: Pool): BallotStore {
  /** A write to a ballot that has not ended, one after another for each ballot. */
  const change = <T>(
    ballotId: string,
    action: string,
    actor: string,
    write: (session: PoolClient, steps: ReadonlySet<BallotStep>, note: (detail: object) => void) => Promise<T>,
  ): Promise<T> =>
    commit(pool, { actor, action: `ballot.${action}`, subject: ballotId }, async (session, note) =>
      write(session, await standingSteps(session, ballotId), note),
    )

  return {
    create: (design, roll, actor) =>
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
      }),

    writeRoll: (ballotId, roll, actor) =>
      change(ballotId, 'roll', actor, async (session) => {
        await session.query('update ballot_roll set roll = $2 where ballot_id = $1', [ballotId, JSON.stringify(roll)])
      }),

    replaceCodes: (ballotId, hashes, actor) =>
      change(ballotId, 'slips', actor, async (session, steps, note) => {
        if (steps.size > 0) throw codesAlreadyUsed()
        for (const [classId, list] of Object.entries(hashes))
          await session.query(
            'update ballot_box set unused = array_sort($3::bytea[]) where ballot_id = $1 and class = $2',
            [ballotId, classId, list.map((hash) => Buffer.from(hash))],
          )
        note({ slips: Object.values(hashes).reduce((sum, list) => sum + list.length, 0) })
      }),

    open: (ballotId, actor) =>
      change(ballotId, 'open', actor, async (session, steps) => {
        if (steps.has('opened')) throw notPrepared()
        await addStep(session, ballotId, 'opened', {}, actor)
      }),

    async cancel(ballotId, reason, actor) {
      await change(ballotId, 'cancel', actor, async (session, _, note) => {
        await session.query("update ballot_box set unused = '{}', used = '{}', sheets = '{}' where ballot_id = $1", [
          ballotId,
        ])
        await addStep(session, ballotId, 'cancelled', { reason }, actor)
        note({ reason })
      })
      await forgetEarlierVersions(pool)
    },

    writePaperCount: (ballotId, entry, count, actor) =>
      change(ballotId, 'paper-count', actor, async (session, steps, note) => {
        if (!steps.has('opened')) throw notOpen()
        await session.query(
          `insert into ballot_paper_count (ballot_id, entry, count, recorded_by) values ($1, $2, $3, $4)
           on conflict (ballot_id, entry) do update set (count, recorded_by, recorded_at) = row(excluded.count, excluded.recorded_by, now())`,
          [ballotId, entry, JSON.stringify(count), actor],
        )
        note({ entry, countedBy: count.countedBy })
      }),

    async close(ballotId, count, actor) {
      await change(ballotId, 'close', actor, async (session, steps, note) => {
        if (!steps.has('opened')) throw notOpen()
        const ending = await openBox(session, ballotId)
        const { report, ratings } = count(ending)
        await session.query("update ballot_box set unused = '{}', used = '{}' where ballot_id = $1", [ballotId])
        await addStep(session, ballotId, 'closed', report, actor)
        await writeRatings(session, ratings)
        note({
          sheets: Object.values(ending.sheets).reduce((sum, list) => sum + list.length, 0),
          ratings: ratings.length,
        })
      })
      await forgetEarlierVersions(pool)
    },

    async findCode(hash) {
      const { rows } = await pool.query<{ design: BallotDesign; class: string; is_used: boolean }>(
        `select design, class, $1 = any(used) as is_used
         from ballot_box join ballot using (ballot_id) join ballot_step using (ballot_id)
         where step = 'opened' and ($1 = any(unused) or $1 = any(used))`,
        [Buffer.from(hash)],
      )
      const [found] = rows
      return found && { design: found.design, classId: found.class, isUsed: found.is_used }
    },

    async cast(hash, sheet) {
      const code = Buffer.from(hash)
      // Of two at once the second waits for the first, finds the code gone from the new version of the row, and changes nothing.
      const { rowCount } = await pool.query(
        `update ballot_box box
         set unused = array_remove(unused, $1), used = array_sort(used || $1::bytea), sheets = array_sort(sheets || $2::text)
         where $1 = any(unused) and exists (select from ballot_step where ballot_id = box.ballot_id and step = 'opened')`,
        [code, sheet],
      )
      if (rowCount === 1) return 'cast'
      const { rows } = await pool.query('select 1 from ballot_box where $1 = any(used)', [code])
      return rows.length > 0 ? 'already-cast' : 'unknown'
    },
  }
}

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

const addStep = async (session: PoolClient, ballotId: string, step: BallotStep, detail: object, actor: string) => {
  await session.query('insert into ballot_step (ballot_id, step, detail, recorded_by) values ($1, $2, $3, $4)', [
    ballotId,
    step,
    JSON.stringify(detail),
    actor,
  ])
}

async function openBox(session: PoolClient, ballotId: string): Promise<EndingBallot> {
  const box = await session.query<{ class: string; sheets: string[] }>(
    'select class, sheets from ballot_box where ballot_id = $1 order by class for update',
    [ballotId],
  )
  const { rows } = await session.query<{ design: BallotDesign; roll: BallotRoll; paper: PaperCount[] }>(
    `select design, roll,
       (select coalesce(jsonb_agg(count order by entry), '[]') from ballot_paper_count where ballot_id = $1) as paper
     from ballot join ballot_roll using (ballot_id) where ballot_id = $1`,
    [ballotId],
  )
  const [known] = rows
  invariant(known, 'a ballot has its roll')
  return { ...known, sheets: Object.fromEntries(box.rows.map((row) => [row.class, row.sheets])) }
}

/** In the order of their ids, which are drawn at random: nothing is left of the order of the sheets. */
async function writeRatings(session: PoolClient, ratings: readonly object[]): Promise<void> {
  await session.query(
    `insert into ratings (survey_id, "on", channel, cadre_id, rater_id, rater_class, item, score, scale_max)
     select survey_id, "on", channel, cadre_id, rater_id, rater_class, item, score, scale_max
     from jsonb_to_recordset($1) as r (survey_id text, "on" text, channel text, cadre_id text, rater_id text,
       rater_class text, item text, score double precision, scale_max double precision)
     where exists (select from cadres where cadres.cadre_id = r.cadre_id)
     order by rater_id, cadre_id, item`,
    [JSON.stringify(ratings)],
  )
}

/** Writes the files of the box and the roll anew without the versions that changes have left. Where somebody else holds it, the server's own sweep follows. */
async function forgetEarlierVersions(pool: Pool): Promise<void> {
  await pool.query('vacuum (full) ballot_box, ballot_roll').catch(() => undefined)
}
