/** The questions about ballots, and what the office does to them. */
import { queryOptions } from '@tanstack/react-query'
import type {
  BallotList,
  BallotRollShape,
  BallotShape,
  NewBallot,
  NewPaperCount,
  PaperSheetShape,
} from '#server/contract/index.ts'
import { change, read, takeFile, upload } from './request.ts'

const at = (ballotId: string): string => `/ballots/${encodeURIComponent(ballotId)}`

export const ballotsQuery = queryOptions({
  queryKey: ['ballots'],
  queryFn: ({ signal }) => read<BallotList>('/ballots', {}, signal),
})

/** While people vote it is asked for again every five seconds. */
export const ballotQuery = (ballotId: string) =>
  queryOptions({
    queryKey: ['ballot', ballotId],
    queryFn: ({ signal }) => read<BallotShape>(at(ballotId), {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? 5000 : false),
  })

export const makeBallot = (ballot: NewBallot) => change<{ ballotId: string }>('POST', '/ballots', ballot)

/** The codes are in the file that is saved, and nowhere else. */
export const takeSlips = (ballotId: string) => takeFile(`${at(ballotId)}/slips`, { address: window.location.origin })

export const openBallot = (ballotId: string) => change<BallotShape>('POST', `${at(ballotId)}/opening`)

export const writeRoll = (ballotId: string, roll: BallotRollShape) =>
  change<BallotShape>('POST', `${at(ballotId)}/roll`, roll)

export const enterPaperCount = (ballotId: string, count: NewPaperCount) =>
  change<BallotShape>('POST', `${at(ballotId)}/paper-counts`, count)

/** A workbook as figures for the form; nothing is stored. */
export const readPaperSheet = (ballotId: string, file: File) =>
  upload<PaperSheetShape>(`${at(ballotId)}/paper-sheet`, { name: file.name }, file)

export const closeBallot = (ballotId: string, scrutineers: readonly string[], tellers: readonly string[]) =>
  change<BallotShape>('POST', `${at(ballotId)}/closing`, { scrutineers, tellers })

export const cancelBallot = (ballotId: string, reason: string) =>
  change<BallotShape>('POST', `${at(ballotId)}/cancellation`, { reason })

export const reportPath = (ballotId: string): string => `${at(ballotId)}/report`
