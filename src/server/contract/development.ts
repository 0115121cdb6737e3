/** Development (精准培养): the experience ledger, needs, and the track of a cadre. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { date, finding, instant, limit, many, offset, postLevel, sector, tenureKind, text, track } from './shared.ts'

const experienceNeed = z.enum(['grassroots', 'hardship', 'narrow', 'principal-seat'])
const growthRoute = z.enum(identifiersOf('growthRoute'))
const trackVerdict = z.enum(identifiersOf('trackVerdict'))

const person = {
  cadreId: z.string(),
  name: z.string(),
  unitName: z.string().nullable(),
  title: z.string().nullable(),
  postLevel: postLevel.nullable(),
  reserve: z.boolean().nullable(),
}

/** GET /api/development */
export const needQuery = z.object({
  need: many(experienceNeed),
  told: z.enum(['lacking', 'open']).default('lacking').describe('What is lacking, or what the record leaves open.'),
  unit: z.string().max(64).optional(),
  level: many(postLevel),
  reserve: z.enum(['true']).optional().describe('Reserve cadres alone.'),
  offset,
  limit,
})

export const needRow = z
  .object({ ...person, need: experienceNeed, finding, proposal: text.nullable().describe('Null where it is open.') })
  .meta({ id: 'NeedRow' })

export const needPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z
      .array(z.object({ need: experienceNeed, count: z.int() }))
      .describe('Of what is lacking, unit, level and reserve as asked.'),
    open: z.int().describe('What the record leaves open, likewise.'),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), count: z.int() })).describe('Of the whole list.'),
    rows: z.array(needRow),
  })
  .meta({ id: 'NeedPage' })

/** GET /api/development/tracks: proposals that nobody has confirmed. */
export const trackQuery = z.object({ verdict: z.enum(['differs', 'new']).default('differs'), offset, limit })

export const trackPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z.object({ differs: z.int(), new: z.int() }),
    rows: z.array(z.object({ ...person, recorded: track.nullable(), proposed: track, finding })),
  })
  .meta({ id: 'TrackPage' })

const routeEntry = z.object({
  route: growthRoute,
  months: z.int().nullable().describe('Null = not known.'),
  open: z.int().describe('Months of which it is not recorded whether they count besides.'),
  spells: z.int(),
  distinct: z.int(),
  evidence: z.array(z.string()),
})

const developmentStep = z.object({
  evidence: z.string(),
  from: date,
  to: date.nullable(),
  label: z.string(),
  kind: tenureKind,
  unitLevel: z.string().nullable(),
  routes: z.array(growthRoute).describe('Routes for which it counts.'),
})

const trackEvent = z.object({
  seq: z.int(),
  kind: z.enum(['confirmed', 'undone']),
  track: track.nullable(),
  reason: z.string(),
  on: date,
  byName: z.string(),
  recordedAt: instant,
})

/** GET /api/cadres/:cadreId/development. Opening it is recorded in the audit. */
export const development = z
  .object({
    cadreId: z.string(),
    asOf: date,
    today: date,
    steps: z.array(developmentStep).describe('In the order in which they began.'),
    routes: z.array(routeEntry),
    breadth: z.object({ regions: z.int(), levels: z.int(), units: z.int(), sectors: z.int() }),
    trade: z.object({ sector, percent: z.int() }).nullable(),
    qualities: z
      .array(
        z.object({
          quality: z.enum(identifiersOf('professionalQuality')),
          element: z.string(),
          level: z.int().describe('From 1 to 5, as assessed last.'),
          on: date,
        }),
      )
      .describe('Professional knowledge, ability, style and spirit.'),
    track: z.object({
      recorded: track.nullable().describe('With what was confirmed since the analysis.'),
      proposed: track.nullable(),
      verdict: trackVerdict,
      finding,
      version: z.int(),
      isConfirmed: z.boolean(),
      events: z.array(trackEvent).describe('Newest first.'),
    }),
    needs: z.array(z.object({ need: experienceNeed, finding, proposal: text })),
    open: z.array(z.object({ need: experienceNeed, finding })),
  })
  .meta({ id: 'Development' })

/** POST /api/cadres/:cadreId/track */
export const newTrackEvent = z.object({
  version: z.int().min(0),
  on: z.iso.date(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirmed'), track, reason: z.string().trim().min(2).max(200) }),
    z.object({ kind: z.literal('undone'), reason: z.string().trim().min(2).max(200) }),
  ]),
})

export const developmentParams = z.object({ cadreId: z.string().max(64) })

export type NeedQuery = z.output<typeof needQuery>
export type NeedPage = z.output<typeof needPage>
export type NeedRow = z.output<typeof needRow>
export type TrackQuery = z.output<typeof trackQuery>
export type TrackPage = z.output<typeof trackPage>
export type Development = z.output<typeof development>
export type NewTrackEventBody = z.input<typeof newTrackEvent>
