/** What a voter's phone asks. The code stands in the body, never in an address that is written into logs. */
import { z } from 'zod'
import { ballotKind, ballotQuestion } from './ballots.ts'
import { date } from './shared.ts'

const code = z.string().min(1).max(64)

/** POST /api/votes/paper */
export const votingCode = z.object({ code })

export const votingPaper = z
  .object({
    kind: ballotKind,
    title: z.string(),
    heldOn: date,
    voterClass: z.string(),
    questions: z.array(ballotQuestion),
    draftHours: z.int().describe('How long the phone keeps what is not cast.'),
  })
  .meta({ id: 'VotingPaper' })

/** POST /api/votes: for each question the numbers of options, or names written. */
export const newVote = z
  .object({
    code,
    sheet: z.array(z.array(z.union([z.int().min(0).max(500), z.string().max(60)])).max(200)).max(500),
  })
  .meta({ id: 'NewVote' })

export const voteCast = z.object({ cast: z.literal(true) })

export type VotingPaper = z.output<typeof votingPaper>
export type NewVote = z.output<typeof newVote>
