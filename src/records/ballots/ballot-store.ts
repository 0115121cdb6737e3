/**
 * Ballots as they are kept. Nothing here reads a sheet but `close`, which counts them in the transaction that ends the
 * ballot; nothing writes down who cast what or when, so `cast` is the one write without an audit entry.
 */
import type { Pool } from 'pg'
import type { BallotDesign, BallotRoll, PaperCount } from '#domain/ballot.ts'
import { type CastAnswer, castSheet, findCode, type KnownCode } from './casting.ts'
import {
  type BallotResult,
  cancelBallot,
  closeBallot,
  type EndingBallot,
  forgetEarlierVersions,
  writePaperCount,
} from './ending.ts'
import { createBallot, openBallot, replaceCodes, writeRoll } from './preparing.ts'

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
  findCode(hash: Uint8Array): Promise<KnownCode | undefined>
  /** Exactly one of any number of attempts with one code puts its sheet into the box. */
  cast(hash: Uint8Array, sheet: string): Promise<CastAnswer>
}

/** `owning` writes the files of the box anew once it is counted, which only the owner of a table may. */
export const openBallotStore = (pool: Pool, owning: Pool): BallotStore => ({
  create: (design, roll, actor) => createBallot(pool, design, roll, actor),
  writeRoll: (ballotId, roll, actor) => writeRoll(pool, ballotId, roll, actor),
  replaceCodes: (ballotId, hashes, actor) => replaceCodes(pool, ballotId, hashes, actor),
  open: (ballotId, actor) => openBallot(pool, ballotId, actor),
  cancel: (ballotId, reason, actor) => cancelBallot(pool, ballotId, reason, actor),
  writePaperCount: (ballotId, entry, count, actor) => writePaperCount(pool, ballotId, entry, count, actor),
  async close(ballotId, count, actor) {
    await closeBallot(pool, ballotId, count, actor)
    await forgetEarlierVersions(owning)
  },
  findCode: (hash) => findCode(pool, hash),
  cast: (hash, sheet) => castSheet(pool, hash, sheet),
})
