import { z } from 'zod'
import { vacancySummary } from './home.ts'
import { shortlistAge } from './requirements.ts'
import { citation, date, estimate, finding, limit, move, offset, postLevel, role, text, verdict } from './shared.ts'

/** GET /api/vacancies */
export const vacancyList = z.object({ asOf: date, vacancies: z.array(vacancySummary) }).meta({ id: 'VacancyList' })

export const seat = z
  .object({
    positionId: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string(),
    postLevel,
    role,
    sector: z.string().nullable(),
    portfolio: z.string().nullable(),
    keyPower: z.boolean().nullable(),
    keyFund: z.boolean().nullable(),
    keyResource: z.boolean().nullable(),
    hardship: z.boolean().nullable(),
    from: date,
    daysOpen: z.int(),
    theme: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Seat' })

/** A person in the matrix: one verdict per rule column, then the fit. */
export const candidateRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    unitName: z.string().nullable(),
    title: z.string().nullable(),
    postLevel: postLevel.nullable(),
    move: move
      .nullable()
      .describe('What the appointment would be; null where not listed or the present level is unknown.'),
    verdict: verdict.describe('Over all rules that bear on the pair.'),
    verdicts: z.array(verdict.nullable()).describe('One per rule column, in their order; null = does not bear.'),
    missing: z.array(z.string()),
    fit: estimate.nullable(),
    tiedWith: z.array(z.string()).describe('Cadre ids that the data cannot tell apart from this one.'),
  })
  .meta({ id: 'CandidateRow' })

export const tier = z
  .object({
    rank: z.int(),
    label: text,
    reason: text.describe('The sentence that justifies the border of the tier.'),
    members: z.array(candidateRow).describe('In the order said in `order`, which is no order of merit.'),
    unlisted: z.int().describe('People of the same standing for whom the list had no room.'),
  })
  .meta({ id: 'Tier' })

/** GET /api/vacancies/:positionId */
export const vacancy = z
  .object({
    asOf: date,
    seat,
    requirements: z.array(
      z.object({ facet: z.string(), element: z.string(), level: z.int(), weight: z.number().nullable() }),
    ),
    rules: z.array(z.object({ rule: z.string(), basis: citation })).describe('The columns of the matrix.'),
    order: z.literal('stroke').describe('How people inside a tier are ordered.'),
    compared: z.int(),
    counts: z.record(verdict, z.int()).describe('Pairs by verdict over all rules, those of `lower` left out.'),
    lower: z.int().describe('Moves to a lower level, which go by another procedure; with the counts: all compared.'),
    tiers: z.array(tier),
    pending: z.object({
      total: z.int(),
      members: z.array(candidateRow).describe('Fifty at most; the rest under candidates?verdict=unknown.'),
      missing: z.array(z.object({ field: z.string(), label: text, count: z.int() })),
    }),
    notComputed: z
      .object({ reason: text, members: z.array(candidateRow) })
      .describe('Whom nothing excludes, beside the order: an objection was upheld. Anybody of them may be picked.'),
    unmet: z.object({
      total: z.int(),
      byRule: z
        .array(z.object({ rule: z.string(), basis: citation.nullable(), count: z.int() }))
        .describe('A person may be counted under several rules. Named only when opened.'),
    }),
    fitBand: z
      .object({ size: z.int(), lowerQuartile: z.number(), median: z.number(), upperQuartile: z.number() })
      .nullable()
      .describe('The middle half of those with a fit estimate.'),
    fitRange: z.object({ least: z.number(), most: z.number() }).nullable().describe('The axis of the column.'),
    shortlist: shortlistAge,
    statement: text.describe('What the data can and cannot say about the first tier.'),
  })
  .meta({ id: 'Vacancy' })

/** GET /api/vacancies/:positionId/candidates */
export const candidateQuery = z.object({
  verdict: verdict.optional(),
  rule: z.string().max(80).optional(),
  move: z.literal('demotion').optional().describe('Moves to a lower level alone; they are left out otherwise.'),
  offset,
  limit,
})

export const candidatePage = z
  .object({
    total: z.int(),
    offset: z.int(),
    rows: z.array(
      z.object({
        cadreId: z.string(),
        name: z.string(),
        unitName: z.string().nullable(),
        title: z.string().nullable(),
        verdict,
        blocking: z.array(z.string()),
        missing: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'CandidatePage' })

/** GET /api/vacancies/:positionId/candidates/:cadreId. Opening one is recorded in the audit. */
export const pair = z
  .object({
    asOf: date,
    seat,
    cadre: z.object({
      cadreId: z.string(),
      name: z.string(),
      unitName: z.string().nullable(),
      title: z.string().nullable(),
      postLevel: postLevel.nullable(),
    }),
    verdict,
    findings: z.array(finding),
    fit: estimate.nullable(),
    rank: z.int().nullable().describe('The tier; null when not listed.'),
    tiedWith: z.array(z.object({ cadreId: z.string(), name: z.string() })),
  })
  .meta({ id: 'Pair' })

export type VacancyList = z.output<typeof vacancyList>
export type Seat = z.output<typeof seat>
export type CandidateRow = z.output<typeof candidateRow>
export type Tier = z.output<typeof tier>
export type Vacancy = z.output<typeof vacancy>
export type CandidateQuery = z.output<typeof candidateQuery>
export type CandidatePage = z.output<typeof candidatePage>
export type Pair = z.output<typeof pair>
