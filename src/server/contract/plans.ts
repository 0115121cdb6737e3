/** Individual plans of development (个人培养计划): who has one, how its steps stand. What is done in one is a matter. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { matterDeadline } from './matters.ts'
import { officer } from './officers.ts'
import { date, limit, many, offset, text } from './shared.ts'

const id = z.string().min(1).max(64)
export const planState = z.enum(identifiersOf('planState'))
const due = z.enum(['overdue', 'soon', 'later'])

/** A step as it stands, with what was recorded of it. */
export const planStep = z
  .object({
    number: z.int(),
    goal: z.enum(identifiersOf('planGoal')).nullable(),
    carrier: z.enum(identifiersOf('planCarrier')).nullable(),
    what: z.string(),
    from: date.nullable(),
    to: date.nullable(),
    by: officer.nullable(),
    judged: z.string().nullable(),
    state: z.enum(identifiersOf('planStepState')),
    isOverdue: z.boolean(),
    progress: z.array(
      z.object({
        on: date,
        byName: z.string(),
        asPerson: z.boolean(),
        state: z.enum(identifiersOf('planStepState')),
        evidence: z.string(),
      }),
    ),
  })
  .meta({ id: 'PlanStep' })

/** GET /api/plans/:matterId */
export const planSteps = z.object({ today: date, steps: z.array(planStep) }).meta({ id: 'PlanSteps' })

/** GET /api/plans */
export const planQuery = z.object({ state: many(planState), due: due.optional(), offset, limit })
export const planRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    post: z.string(),
    reserve: z.boolean(),
    needs: z.int().describe('Development needs listed by the analysis.'),
    state: planState,
    matterId: z.string().nullable(),
    steps: z.int(),
    done: z.int(),
    next: matterDeadline.nullable(),
  })
  .meta({ id: 'PlanRow' })
export const planPage = z
  .object({
    today: date,
    total: z.int(),
    offset: z.int(),
    counts: z.array(z.object({ state: planState, label: text, count: z.int() })),
    due: z.object({ overdue: z.int(), soon: z.int() }),
    rows: z.array(planRow),
  })
  .meta({ id: 'PlanPage' })

/** POST /api/plans → 201: a plan opened for a cadre and prefilled from the needs listed. */
export const newPlan = z.object({ cadreId: id })

export type PlanQuery = z.output<typeof planQuery>
export type PlanPage = z.output<typeof planPage>
export type PlanRow = z.output<typeof planRow>
export type PlanSteps = z.output<typeof planSteps>
export type PlanStepShape = z.output<typeof planStep>
