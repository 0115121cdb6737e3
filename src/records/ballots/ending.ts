import type { Pool, PoolClient } from 'pg'
import type { BallotDesign, BallotRoll, PaperCount } from '#domain/ballot.ts'
import { invariant } from '#domain/problem.ts'
import { addStep, changeBallot } from './change.ts'
import { notOpen } from './refusals.ts'

/** The sheets of a ballot as they were sealed, by class, in no order but that of their text. */
type SealedSheets = Readonly<Record<string, readonly string[]>>

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

/** One of the two counts of paper, in place of what was entered before. */
export const writePaperCount = (
  pool: Pool,
  ballotId: string,
  entry: 1 | 2,
  count: PaperCount,
  actor: string,
): Promise<void> =>
  changeBallot(pool, { ballotId, action: 'paper-count', actor }, async (session, steps, note) => {
    if (!steps.has('opened')) throw notOpen()
    await session.query(
      `insert into ballot_paper_count (ballot_id, entry, count, recorded_by) values ($1, $2, $3, $4)
       on conflict (ballot_id, entry) do update set (count, recorded_by, recorded_at) = row(excluded.count, excluded.recorded_by, now())`,
      [ballotId, entry, JSON.stringify(count), actor],
    )
    note({ entry, countedBy: count.countedBy })
  })

/** Ends a ballot without a count; the sheets are destroyed. */
export async function cancelBallot(pool: Pool, ballotId: string, reason: string, actor: string): Promise<void> {
  await changeBallot(pool, { ballotId, action: 'cancel', actor }, async (session, _, note) => {
    await session.query("update ballot_box set unused = '{}', used = '{}', sheets = '{}' where ballot_id = $1", [
      ballotId,
    ])
    await addStep(session, { ballotId, actor }, 'cancelled', { reason })
    note({ reason })
  })
}

/** Opens the box, counts and ends the ballot, or changes nothing where `count` throws. */
export async function closeBallot(
  pool: Pool,
  ballotId: string,
  count: (ballot: EndingBallot) => BallotResult,
  actor: string,
): Promise<void> {
  await changeBallot(pool, { ballotId, action: 'close', actor }, async (session, steps, note) => {
    if (!steps.has('opened')) throw notOpen()
    const ending = await openBox(session, ballotId)
    const { report, ratings } = count(ending)
    await session.query("update ballot_box set unused = '{}', used = '{}' where ballot_id = $1", [ballotId])
    await addStep(session, { ballotId, actor }, 'closed', report)
    await writeRatings(session, ratings)
    const sheets = Object.values(ending.sheets).reduce((sum, list) => sum + list.length, 0)
    note({ sheets, ratings: ratings.length })
  })
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
export async function forgetEarlierVersions(pool: Pool): Promise<void> {
  await pool.query('vacuum (full) ballot_box, ballot_roll').catch(() => undefined)
}
