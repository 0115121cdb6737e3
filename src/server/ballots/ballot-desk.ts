/** The side of the office: prepares a ballot, prints its slips, and ends it with a count. */
import { randomUUID } from 'node:crypto'
import {
  checkedCount,
  countReport,
  openSheet,
  ratingRows,
  type VotingSettings,
  votingSettings,
} from '#appoint/voting/index.ts'
import type { BallotDesign, BallotReport, PaperCount, Sheet, Witnesses } from '#domain/ballot.ts'
import { type Slip, slipsPdf } from '#exchange/index.ts'
import type { EndingBallot, Records } from '#records/index.ts'
import { type BallotRecord, readBallots } from '#records/queries/index.ts'
import type { LawDesk } from '../http/law-desk.ts'
import { groupedCode, hashOfCode, newCode } from './codes.ts'
import { countedByOne, noSuchBallot } from './refusals.ts'

/** What is kept with the step that closes a ballot. */
export type ClosedReport = BallotReport & Witnesses

export interface BallotDesk {
  settings(): Promise<VotingSettings>
  /** @throws Refusal `ballot-unknown` */
  read(ballotId: string): Promise<BallotRecord>
  /** New codes for everybody due, as slips to be cut and drawn. The codes are in the file alone. */
  printSlips(ballotId: string, address: string, actor: string): Promise<Uint8Array>
  enterPaperCount(ballotId: string, entry: 1 | 2, count: PaperCount, actor: string): Promise<void>
  close(ballotId: string, witnesses: Witnesses, actor: string): Promise<void>
}

export function openBallotDesk({ ballots, database }: Records, law: LawDesk): BallotDesk {
  const settings = async () => votingSettings((await law.rules()).book, law.today())

  async function read(ballotId: string): Promise<BallotRecord> {
    const [found] = await readBallots(database, ballotId)
    if (!found) throw noSuchBallot()
    return found
  }

  return {
    settings,
    read,

    async printSlips(ballotId, address, actor) {
      const [{ design }, { codeLength }] = await Promise.all([read(ballotId), settings()])
      const drawn = design.classes.map(({ id, label, due }) => ({
        id,
        label,
        codes: Array.from({ length: due }, () => newCode(codeLength)),
      }))
      const slips = drawn.flatMap(({ label, codes }) =>
        codes.map((code): Slip => ({ voterClass: label, code: groupedCode(code) })),
      )
      const pdf = slipsPdf({ title: design.title, address: `${address}/vote`, slips })
      const hashes = drawn.map(({ id, codes }) => [id, codes.map(hashOfCode)] as const)
      await ballots.replaceCodes(ballotId, Object.fromEntries(hashes), actor)
      return pdf
    },

    async enterPaperCount(ballotId, entry, count, actor) {
      const { design, paper } = await read(ballotId)
      const checked = checkedCount(design, count)
      const other = paper.find((one) => one.entry !== entry)
      if (other?.count.countedBy === checked.countedBy) throw countedByOne(checked.countedBy)
      await ballots.writePaperCount(ballotId, entry, checked, actor)
    },

    async close(ballotId, witnesses, actor) {
      const here = await settings()
      await ballots.close(ballotId, (ending) => resultOf(ballotId, ending, witnesses, here), actor)
    },
  }
}

function resultOf(ballotId: string, ending: EndingBallot, witnesses: Witnesses, settings: VotingSettings) {
  const { design } = ending
  const sheets = Object.fromEntries(
    Object.entries(ending.sheets).map(([classId, sealed]): [string, Sheet[]] => [classId, sealed.map(openSheet)]),
  )
  const report = countReport({ ...ending, sheets, witnesses }, settings)
  return {
    report: { ...report, ...witnesses } satisfies ClosedReport,
    ratings: areFew(sheets, settings) ? [] : ratingsOf(design, sheets, report, ballotId),
  }
}

/** Beside paper, a few electronic sheets would be a survey of a few people. */
const areFew = (sheets: Readonly<Record<string, readonly Sheet[]>>, { leastShown }: VotingSettings): boolean =>
  Object.values(sheets).flat().length < leastShown

const ratingsOf = (
  design: BallotDesign,
  sheets: Readonly<Record<string, readonly Sheet[]>>,
  report: BallotReport,
  ballotId: string,
) => (design.kind === 'evaluation' ? ratingRows(design, sheets, report, `ballot-${ballotId}`, randomUUID) : [])
