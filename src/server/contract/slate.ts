/** Slates: what people choose, what the search gives, and what has become of it since. */
import { z } from 'zod'
import { teamKinds } from '#domain/slate.ts'
import { citation, date, estimate, finding, instant, move, postLevel, text, verdict } from './shared.ts'

const id = z.string().min(1).max(64)
const force = z.enum(['off', 'goal', 'limit'])
/** In units of fit: 1 = a seat wholly filled. */
const price = z.number().min(0).max(100)

const teamFloor = z.object({
  unitId: id,
  kind: z.enum(teamKinds),
  with: z
    .union([z.number(), z.string().max(40)])
    .optional()
    .describe('Under which age; familiar with which field.'),
  least: z.int().min(1).max(50),
})

const signed = { by: z.string().max(80).optional(), on: date.optional() }
export const lock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('must'), cadreId: id, positionId: id, ...signed }),
  z.object({ kind: z.literal('must-not'), cadreId: id, positionId: id, ...signed }),
  z.object({ kind: z.literal('keep'), cadreId: id, ...signed }),
  z.object({ kind: z.literal('must-move'), cadreId: id, elsewhere: z.boolean().optional(), ...signed }),
  z.object({ kind: z.literal('leave-empty'), positionId: id, ...signed }),
])

const priced = z.object({ force, price })

/** What people choose before a slate is searched; `domain/slate.ts` says what each means. A large city has thousands of floors. */
export const slateRequest = z
  .object({
    vacancies: z.array(id).max(5_000),
    pool: z
      .object({
        units: z.array(id).max(500).optional(),
        cadres: z.array(id).max(5000).optional(),
        reserveOnly: z.boolean().optional(),
      })
      .optional(),
    verdicts: z.array(z.enum(['met', 'discretion', 'unknown'])).min(1),
    chainMost: z.int().min(1).max(5),
    exchanges: z.boolean(),
    movesMost: z.int().min(1).max(50_000).optional(),
    moveCost: price,
    fill: priced,
    rotation: priced,
    structure: priced.extend({ floors: z.array(teamFloor).max(50_000) }),
    reserve: z.object({ force: z.enum(['off', 'goal']), value: price }),
    grassroots: z.object({ force: z.enum(['off', 'goal']), value: price, years: z.number().min(0).max(40) }),
    locks: z.array(lock).max(500),
  })
  .meta({ id: 'SlateRequest' })

/** A slate that begins with vacancies; an exchange may do without. */
const fillingRequest = slateRequest.extend({ vacancies: z.array(id).min(1).max(5_000) })

/** A seat as a chain draws it. */
const seatName = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
})

const person = z.object({ cadreId: z.string(), name: z.string(), age: z.int().nullable() })

const slateMove = z.object({
  cadre: person.extend({ post: z.string().describe('Present post as written.') }),
  from: seatName.nullable().describe('Null where the present post is not among the known seats.'),
  to: seatName,
  fit: estimate,
  fitFrom: z.number().nullable(),
  verdict,
  move: move.nullable(),
  gains: z.array(z.object({ goal: z.string(), label: text, value: z.number() })),
  reasons: z.array(text),
  lock: z.int().nullable().describe('The lock that asked for it: index into the locks of the request.'),
  order: z.int().describe('In which order it can be carried out, from 1.'),
})

const goalOutcome = z.object({
  id: z.string(),
  label: text,
  state: z.enum(['kept', 'binding', 'missed']),
  reached: z.number(),
  asked: z.number().nullable(),
  value: z.number().describe('Part of the objective.'),
  price: z.number().nullable(),
})

const teamStanding = z.object({
  members: z.array(person),
  empty: z.int(),
  counts: z.array(
    z.object({
      kind: z.enum(teamKinds),
      with: z.union([z.number(), z.string()]).nullable(),
      label: text,
      count: z.int(),
      unknown: z.int().describe('Members of whom it is not recorded.'),
      least: z.int().nullable(),
    }),
  ),
})

export const slatePlan = z
  .object({
    moves: z.array(slateMove),
    chains: z.array(
      z.object({
        kind: z.enum(['chain', 'exchange']),
        moves: z.array(z.int()).describe('Indices into moves, from the vacancy outward.'),
        ends: text,
      }),
    ),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
    lower: z.number(),
    upper: z.number(),
    statement: text.describe('How far from the best: at most x % more is possible.'),
    goals: z.array(goalOutcome),
    unfilled: z.array(z.object({ seat: seatName, reason: text })),
    teams: z.array(z.object({ unitId: z.string(), unitName: z.string(), before: teamStanding, after: teamStanding })),
    check: z.object({
      moves: z.int(),
      rules: z.int(),
      faults: z.array(z.object({ move: z.int().nullable(), says: text })),
    }),
  })
  .meta({ id: 'SlatePlan' })

export const slateState = z.enum(['searching', 'found', 'clash', 'stopped', 'failed'])

/** How the first plan compares with another: what the data can tell apart. */
const planComparison = z.object({
  plan: z.int(),
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  says: text,
})

export const slateSummary = z
  .object({
    slateId: z.string(),
    name: z.string(),
    madeBy: text,
    madeAt: instant,
    asOf: date,
    state: slateState,
    vacancies: z.int(),
    moves: z.int().nullable(),
    filled: z.int().nullable(),
    objective: z.number().nullable(),
    broken: z.int().nullable().describe('Moves that no longer hold on the facts of today; null = not checked.'),
  })
  .meta({ id: 'SlateSummary' })

/** GET /api/slates */
export const slateList = z.object({ asOf: date, slates: z.array(slateSummary) }).meta({ id: 'SlateList' })

/** GET /api/slates/choices: what a new slate may begin with. */
export const slateChoices = z
  .object({
    asOf: date,
    vacancies: z.array(
      seatName.extend({ daysOpen: z.int(), theme: z.string().nullable(), met: z.int(), discretion: z.int() }),
    ),
    request: slateRequest.describe('The local defaults, with every vacancy.'),
    rotationDue: z.int(),
    serving: z.int(),
    reserve: z.int(),
  })
  .meta({ id: 'SlateChoices' })

/** POST /api/slates */
export const newSlate = z.object({
  name: z.string().trim().min(1).max(60),
  request: fillingRequest,
  basedOn: z.uuid().optional().describe('The slate that it began with.'),
})

/** GET /api/slates/:slateId. While it is searched: asked for again every half second. */
export const slate = z
  .object({
    slateId: z.string(),
    name: z.string(),
    madeBy: text,
    madeAt: instant,
    asOf: date.describe('The day of the facts that it was made on.'),
    knownAt: instant,
    isCurrent: z.boolean().describe('Made on the facts that the screens show.'),
    request: slateRequest,
    locks: z.array(text).describe('The locks of the request in words.'),
    state: slateState,
    progress: z.object({
      fraction: z.number(),
      seconds: z.number(),
      step: text,
      objective: z.number().nullable(),
      bound: z.number().nullable(),
      moves: z.int().nullable(),
    }),
    size: z.object({ people: z.int(), seats: z.int(), pairs: z.int() }).nullable(),
    plans: z.array(slatePlan).describe('The first is the one searched for.'),
    comparisons: z.array(planComparison),
    clash: z.array(text).describe('What cannot hold together, in words; empty unless the state is clash.'),
    changes: z
      .array(z.object({ plan: z.int(), move: z.int().nullable(), says: text }))
      .nullable()
      .describe('What no longer holds since; null where the facts are the same.'),
  })
  .meta({ id: 'Slate' })

/** POST /api/slates/:slateId/why-not */
export const whyNotQuestion = z.object({ plan: z.int().min(0).default(0), cadreId: id, positionId: id })

export const whyNot = z
  .object({
    answer: z.enum(['chosen', 'unlawful', 'locked', 'not-considered', 'costs', 'equal', 'clash']),
    says: text,
    findings: z.array(finding).describe('The rules that stand against, where some do.'),
    basis: z.array(citation),
    loss: z.number().nullable().describe('What the objective loses at least if it must be so.'),
    instead: slatePlan.nullable().describe('The best plan found in which it is so.'),
  })
  .meta({ id: 'WhyNot' })

const previewedPerson = person.extend({ fit: estimate, verdict })

/** POST /api/slates/preview */
export const previewQuestion = z.object({ request: fillingRequest })

export const slatePreview = z
  .object({
    seats: z.array(
      z.object({
        seat: seatName,
        person: previewedPerson.nullable().describe('Null where the seat stays empty.'),
        reason: text.nullable().describe('Why it stays empty.'),
        isLocked: z.boolean(),
        next: z
          .object({
            person: previewedPerson.nullable().describe('Null where the seat would stay empty.'),
            loss: z.number().describe('What the objective loses; below 0 where a lock is in the way of more.'),
          })
          .nullable()
          .describe('What is best without that person in that seat.'),
      }),
    ),
    objective: z.number(),
    filled: z.int(),
    unmet: z.array(text).describe('Locks that cannot be kept here, in words.'),
    overrun: z.array(text).describe('Law over several moves together that the preview leaves out, and that is broken.'),
  })
  .meta({
    id: 'SlatePreview',
    description: 'Who would fill the chosen vacancies without chains, exchanges, teams, duties and budget.',
  })

export type SlateRequestShape = z.output<typeof slateRequest>
export type SlatePlanShape = z.output<typeof slatePlan>
export type SlateSummary = z.output<typeof slateSummary>
export type SlateList = z.output<typeof slateList>
export type SlateChoices = z.output<typeof slateChoices>
export type SlateShape = z.output<typeof slate>
export type NewSlate = z.output<typeof newSlate>
export type WhyNotQuestion = z.output<typeof whyNotQuestion>
export type WhyNotAnswer = z.output<typeof whyNot>
export type LockShape = z.output<typeof lock>
export type SlatePreviewShape = z.output<typeof slatePreview>
