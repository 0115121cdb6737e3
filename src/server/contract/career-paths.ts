/** Paths to a seat (成长路径), seats proposed for needs of experience (岗位历练), and placement rounds of the reserve (历练安排). */
import { z } from 'zod'
import { date, finding, flag, instant, limit, many, move, offset, postLevel, text, verdict } from './shared.ts'

const id = z.string().min(1).max(64)
export const postedNeed = z.enum(['grassroots', 'hardship', 'narrow', 'principal-seat'])
export const seatExposure = z.enum(['grassroots', 'hardship', 'growth-front', 'key', 'principal'])
export const openingCause = z.enum(['vacant', 'rotation', 'retirement', 'secondment'])

/** A seat as lists name it. */
export const placeName = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
})
const person = z.object({ cadreId: z.string(), name: z.string(), post: z.string(), level: postLevel.nullable() })
const named = z.object({ cadreId: z.string(), name: z.string() })

/** GET /api/development/paths */
export const pathQuery = z.object({ cadre: id, position: id })
export const pathStep = z
  .object({
    way: z.enum(['post', 'secondment', 'grade', 'goal']),
    label: text,
    level: postLevel,
    exposure: seatExposure.nullable(),
    from: date.describe('The day from which it was looked at.'),
    on: date.describe('The first day, to the month where the record knows no day.'),
    verdict,
    waits: z.array(finding).describe('What had to turn before.'),
    open: z.array(finding).describe('What is left to people, or unknown, on the day.'),
    age: z.int().nullable(),
    seats: z.int().nullable().describe('Seats of this kind here; null for grades and the goal.'),
    vacant: z.int().nullable(),
  })
  .meta({ id: 'PathStep' })
export const careerPath = z
  .object({
    on: date,
    verdict,
    gained: z.array(seatExposure),
    steps: z.array(pathStep),
    uncertain: z.array(
      z.object({
        kind: z.enum(['missing', 'month', 'discretion', 'held', 'no-vacancy', 'age', 'assumed']),
        says: text,
        rule: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CareerPath' })
export const pathAnswer = z
  .object({
    asOf: date,
    cadre: person,
    goal: placeName.extend({ holders: z.array(z.string()) }),
    move: move.nullable(),
    limit: z.object({ on: date, isRetirement: z.boolean() }),
    paths: z.array(careerPath),
    tooLate: date
      .nullable()
      .describe('Without a path: the day on which one would reach the goal, were it not for retirement.'),
    barred: z.array(finding),
    stuckAt: postLevel.nullable(),
  })
  .meta({ id: 'PathAnswer' })

/** GET /api/development/seats: leading seats whose unit and title hold what was typed. */
export const seatQuery = z.object({ q: z.string().max(60).default(''), limit: limit.default(12) })
export const seatOffer = z.object({ seats: z.array(placeName) }).meta({ id: 'SeatOffer' })

/** GET /api/development/postings */
export const postingQuery = z.object({
  need: many(postedNeed),
  cadre: id.optional(),
  reserve: flag,
  without: flag.describe('Needs for which no open seat is lawful.'),
  offset,
  limit,
})
export const postingProposal = z
  .object({
    seat: placeName,
    cause: openingCause,
    on: date,
    holder: named.nullable(),
    verdict: z.enum(['met', 'discretion']),
    move: move.nullable().describe('Null for a secondment.'),
    gain: z.array(z.object({ exposure: z.enum([...seatExposure.options, 'breadth']), months: z.int() })),
    meets: z.array(postedNeed),
    rank: z.int(),
    others: z.int(),
  })
  .meta({ id: 'PostingProposal' })
export const postingPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z.array(z.object({ need: postedNeed, people: z.int(), without: z.int() })),
    places: z.array(z.object({ cause: openingCause, count: z.int() })),
    rows: z.array(
      z.object({ cadre: person, reserve: z.boolean(), need: postedNeed, proposals: z.array(postingProposal) }),
    ),
  })
  .meta({ id: 'PostingPage' })

/** GET /api/development/postings/effect: what the teams that give and take would lose and win. */
export const postingEffect = z
  .object({
    teams: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        side: z.enum(['gives', 'takes']),
        before: z.object({ members: z.int(), empty: z.int(), age: z.number().nullable() }),
        after: z.object({ members: z.int(), empty: z.int(), age: z.number().nullable() }),
        changes: z.array(z.object({ label: text, before: z.int(), after: z.int(), least: z.int().nullable() })),
      }),
    ),
  })
  .meta({ id: 'PostingEffect' })

/** GET /api/development/placements */
const placementState = z.enum(['working', 'found', 'stopped', 'failed'])
const placementSummary = z.object({
  placementId: z.string(),
  state: placementState,
  madeBy: z.string(),
  at: instant,
  asOf: date,
  isCurrent: z.boolean().describe('On the facts and rules that are shown.'),
  people: z.int().nullable(),
  placed: z.int().nullable(),
})
export const placementList = z
  .object({ asOf: date, reserve: z.int(), lacking: z.int(), rounds: z.array(placementSummary) })
  .meta({ id: 'PlacementList' })
export const placementBegun = z.object({ placementId: z.string() })
export const placementParams = z.object({ placementId: z.uuid() })

/** GET /api/development/placements/:placementId */
const brief = z.object({ seat: placeName, round: z.int(), meets: z.array(postedNeed), value: z.number() })
export const placedPerson = z
  .object({
    cadre: person,
    needs: z.array(postedNeed),
    placed: brief
      .extend({
        cause: openingCause,
        on: date,
        holder: named.nullable(),
        verdict: z.enum(['met', 'discretion']),
        move: move.nullable(),
      })
      .nullable(),
    options: z.int(),
    contested: z.array(brief.extend({ heldBy: z.array(named) })),
    alternatives: z.array(brief),
  })
  .meta({ id: 'PlacedPerson' })
export const placement = placementSummary
  .extend({
    seconds: z.number().nullable(),
    progress: z
      .object({
        step: text,
        fraction: z.number(),
        objective: z.number().nullable(),
        bound: z.number().nullable(),
        seconds: z.number(),
      })
      .nullable(),
    result: z
      .object({
        rounds: z.array(date),
        places: z.int(),
        pairs: z.int(),
        objective: z.number(),
        bound: z.number(),
        gap: z.number(),
        faults: z.array(z.object({ cadre: named, seat: placeName, says: text })),
        people: z.array(placedPerson),
      })
      .nullable(),
  })
  .meta({ id: 'Placement' })

/** GET /api/development/placements/:placementId/why-not */
export const placementWhyNot = z
  .object({
    answer: z.enum(['chosen', 'not-lacking', 'not-open', 'no-use', 'unlawful', 'taken', 'worth-less', 'equal']),
    says: text,
    findings: z.array(finding),
    heldBy: z.array(named),
  })
  .meta({ id: 'PlacementWhyNot' })

export type PostedNeed = z.output<typeof postedNeed>
export type SeatExposure = z.output<typeof seatExposure>
export type PlaceName = z.output<typeof placeName>
export type PathAnswer = z.output<typeof pathAnswer>
export type CareerPathShape = z.output<typeof careerPath>
export type PathStepShape = z.output<typeof pathStep>
export type SeatOffer = z.output<typeof seatOffer>
export type PostingQuery = z.output<typeof postingQuery>
export type PostingPage = z.output<typeof postingPage>
export type PostingProposalShape = z.output<typeof postingProposal>
export type PostingEffect = z.output<typeof postingEffect>
export type PlacementList = z.output<typeof placementList>
export type PlacementShape = z.output<typeof placement>
export type PlacedPersonShape = z.output<typeof placedPerson>
export type PlacementWhyNot = z.output<typeof placementWhyNot>
