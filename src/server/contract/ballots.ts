/** Ballots (投票): the office prepares, opens and closes them; nobody reads a vote before they are closed. */
import { z } from 'zod'
import { ballotKinds } from '#domain/ballot.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { recordedFacts } from './case-acts.ts'
import { exportPurpose } from './exports.ts'
import { date, instant, text } from './shared.ts'
import { day, kept, written } from './written.ts'

const id = z.string().min(1).max(64)
const words = written(200)
const short = written(60)
const number = z.int().min(0).max(5_000)

export const ballotKind = z.enum(ballotKinds)
export const ballotState = z.enum(['prepared', 'open', 'closed', 'cancelled'])

const voterClass = z.object({ id: short, label: short, due: z.int().min(1).max(5_000) })
const votedOn = { name: short, post: kept(200).optional(), cadreId: id.optional() }
const head = {
  title: words,
  heldOn: day,
  caseId: id.optional(),
  classes: z
    .array(voterClass)
    .min(1)
    .max(12)
    .refine((classes) => new Set(classes.map((one) => one.id)).size === classes.length, 'a class is there twice'),
}

/** POST /api/ballots */
export const newBallot = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('recommendation'),
      ...head,
      posts: z
        .array(
          z
            .object({
              title: words,
              positionId: id.optional(),
              most: z.int().min(1).max(50),
              reference: z.array(z.object(votedOn)).max(200),
              freeNames: z.boolean(),
            })
            .refine(({ reference, freeNames }) => freeNames || reference.length > 0, 'neither a list nor free names'),
        )
        .min(1)
        .max(40),
    }),
    z.object({
      kind: z.literal('evaluation'),
      ...head,
      people: z.array(z.object(votedOn)).min(1).max(60),
      items: z.array(z.enum(identifiersOf('ratingItem'))).min(1),
      grades: z.array(short).min(2).max(10).describe('From the highest to the lowest.'),
      channel: z.enum(identifiersOf('ratingChannel')),
    }),
    z.object({
      kind: z.literal('decision'),
      ...head,
      matters: z
        .array(z.object({ ...votedOn, proposal: words, caseId: id.optional() }))
        .min(1)
        .max(100),
      third: z.enum(['abstain', 'postpone']),
    }),
  ])
  .meta({ id: 'NewBallot' })

export const ballotQuestion = z
  .object({
    subject: z.string(),
    note: z.string(),
    aspect: text.describe('What of the subject is asked; empty where the subject itself is.'),
    options: z.array(text),
    most: z.int(),
    freeNames: z.boolean(),
    blankAs: z.int().nullable().describe('The option that a blank counts as.'),
  })
  .meta({ id: 'BallotQuestion' })

const handed = z.object({ present: number, codes: number, papers: number, returned: number })

/** POST /api/ballots/:ballotId/roll */
export const ballotRoll = z
  .object({
    voters: z
      .array(z.object({ name: short, classId: short, received: z.enum(['code', 'paper']).nullable() }))
      .max(5_000),
    handed: z.record(z.string().max(60), handed),
  })
  .meta({ id: 'BallotRoll', description: 'Who is due and who drew a slip; never which.' })

export const tally = z
  .object({
    received: number,
    invalid: number,
    questions: z.array(
      z.object({
        marks: z.array(number).max(200),
        free: z.array(z.object({ name: short, votes: number })).max(500),
        blank: number,
        spoiled: number,
      }),
    ),
  })
  .meta({ id: 'Tally' })

/** POST /api/ballots/:ballotId/paper-counts */
export const newPaperCount = z.object({
  entry: z.union([z.literal(1), z.literal(2)]),
  countedBy: short,
  tallies: z.record(z.string().max(60), tally),
})

/** POST /api/ballots/:ballotId/paper-sheet?name=: a workbook as figures for the form; nothing is stored. */
export const paperSheet = z
  .object({
    tally,
    problems: z.array(z.object({ message: text, mend: text, row: z.int().nullable() })),
  })
  .meta({ id: 'PaperSheet' })

/** POST /api/ballots/:ballotId/slips */
export const slipOrder = z.object({
  address: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .describe('Of the page for voting; printed on each slip.'),
})

const names = z.array(short).max(20)
/** POST /api/ballots/:ballotId/closing */
export const closeBallot = z.object({ scrutineers: names, tellers: names })

/** POST /api/ballots/:ballotId/cancellation */
export const cancelBallot = z.object({ reason: words })

/** POST /api/ballots/:ballotId/report */
export const reportOrder = z.object({ purpose: exportPurpose })

const turnout = z.object({
  due: z.int(),
  present: z.int(),
  issued: z.int(),
  received: z.int(),
  returned: z.int(),
  missing: z.int(),
})

const report = z.object({
  turnout,
  shown: z.boolean().describe('False where too few voted for anything to be shown.'),
  total: tally,
  groups: z
    .array(z.object({ classes: z.array(z.string()), tally }))
    .describe('Classes as far as they may be shown: small ones are added to others.'),
  scrutineers: z.array(z.string()),
  tellers: z.array(z.string()),
  closedAt: instant,
  closedBy: z.string(),
})

export const ballotSummary = z
  .object({
    ballotId: z.string(),
    kind: ballotKind,
    title: z.string(),
    heldOn: date,
    state: ballotState,
    due: z.int(),
    cast: z.int().describe('Sheets cast with codes; how, nobody sees before the end.'),
  })
  .meta({ id: 'BallotSummary' })

/** GET /api/ballots */
export const ballotList = z.object({ ballots: z.array(ballotSummary) }).meta({ id: 'BallotList' })

/** GET /api/ballots/:ballotId */
export const ballot = ballotSummary
  .extend({
    madeBy: z.string(),
    madeAt: instant,
    caseId: z.string().nullable(),
    classes: z.array(voterClass),
    questions: z.array(ballotQuestion),
    roll: ballotRoll,
    progress: z
      .array(z.object({ classes: z.array(z.string()), made: z.int(), cast: z.int() }))
      .describe('By class, small classes together.'),
    paperCounts: z.array(z.object({ entry: z.int(), countedBy: z.string() })),
    differences: z
      .array(z.object({ classId: z.string(), what: text }))
      .describe('Where the two counts of paper differ; the figures stay with those who count.'),
    leastShown: z.int(),
    report: report.nullable().describe('Null until the ballot is closed.'),
    cancelled: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
    forCases: z
      .array(
        z.object({
          caseId: z.string(),
          cadreId: z.string().nullable(),
          facts: recordedFacts,
          shown: z.array(z.object({ label: text, value: text })),
        }),
      )
      .describe('What the result says to cases, for an officer to record there.'),
  })
  .meta({ id: 'Ballot' })

export type BallotKindName = z.output<typeof ballotKind>
export type BallotStateName = z.output<typeof ballotState>
export type NewBallot = z.output<typeof newBallot>
export type NewPaperCount = z.output<typeof newPaperCount>
export type BallotSummary = z.output<typeof ballotSummary>
export type BallotList = z.output<typeof ballotList>
export type BallotShape = z.output<typeof ballot>
export type BallotQuestionShape = z.output<typeof ballotQuestion>
export type BallotRollShape = z.output<typeof ballotRoll>
export type PaperSheetShape = z.output<typeof paperSheet>
export type TallyShape = z.output<typeof tally>
