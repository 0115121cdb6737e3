/** Who may read which class of facts about whom: grants, given and taken back by the security officer, never changed. */
import { z } from 'zod'
import { fieldClasses } from '#domain/lexicon/field-classes.ts'
import { instant, postLevel, text } from './shared.ts'
import { written } from './written.ts'

export const grantedClass = z.enum(fieldClasses).exclude(['public'])

const scope = z
  .object({
    unit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
    levels: z.array(postLevel).nullable(),
  })
  .describe(
    'Those under the management authority of a unit and of all below it (null: of every unit), who hold a post of one of these levels (null: whatever they hold).',
  )

const grant = z
  .object({
    grantId: z.string(),
    account: z.string(),
    scope,
    classes: z.array(grantedClass),
    purpose: z.string(),
    basis: z.string(),
    startsAt: instant,
    endsAt: instant.nullable(),
    grantedBy: text,
    state: z.enum(['holds', 'not-begun', 'ended', 'withdrawn']),
    withdrawn: z.object({ reason: z.string(), by: text, at: instant }).nullable(),
  })
  .meta({ id: 'Grant' })

/** GET /api/accounts/:account/grants, the newest first; `units` and `levels` are what a new one may choose from. */
export const grantList = z
  .object({
    grants: z.array(grant),
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
    mayGrant: z.boolean(),
  })
  .meta({ id: 'GrantList' })

/** POST /api/accounts/:account/grants */
export const newGrant = z.object({
  unitId: z.string().max(64).optional(),
  levels: z.array(postLevel).min(1).optional(),
  classes: z.array(grantedClass).min(1),
  purpose: written(200),
  basis: written(500),
  endsOn: z.iso.date().optional().describe('The last day on which it holds.'),
})

/** POST /api/accounts/:account/grants/:grantId/withdrawal */
export const grantWithdrawal = z.object({ reason: written(500) })
export const grantParams = z.object({ account: z.string(), grantId: z.uuid() })

/** GET /api/cadres/:cadreId/rights: by what right one sees this person, and what one does not see. */
export const byWhatRight = z
  .object({
    grants: z.array(grant),
    withheld: z.array(grantedClass),
  })
  .meta({ id: 'ByWhatRight' })

export type GrantList = z.output<typeof grantList>
export type ShownGrant = GrantList['grants'][number]
export type NewGrantShape = z.output<typeof newGrant>
export type ByWhatRight = z.output<typeof byWhatRight>
