import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { comparedPerson } from './matrix.ts'
import { citation, date, many, text, verdict } from './shared.ts'
import { seat } from './vacancy.ts'

export const mostConsidered = 5

/** GET /api/vacancies/:positionId/considerations */
export const considerationsQuery = z.object({
  cadres: many(z.string().max(64)).describe('Five at most; the first tier of the list where left out.'),
})

/** One row of the record that speaks for or against something. */
export const support = z
  .object({
    kind: z.enum(['assessed', 'deed', 'studied', 'served', 'result', 'honour']),
    evidence: z.array(z.string()),
    on: date.nullable(),
    says: text,
    corroborated: z.boolean().nullable().describe('Of deeds: told through a second channel.'),
    text: z.string().nullable().describe('Of deeds: what was written.'),
  })
  .meta({ id: 'Support' })

const supported = {
  rule: z.string(),
  basis: citation,
  verdict: verdict.describe(
    'Met: kinds of evidence that agree; discretion: for people to weigh; unknown: nothing on record.',
  ),
  supports: z.array(support),
  against: z.array(support),
}

export const strength = z
  .object({
    trait: z.enum(['coordination', 'profession', 'masses', 'economy', 'management']),
    meeting: z.enum(['matched', 'leaning', 'unsupported', 'unknown', 'not-asked']),
    ...supported,
  })
  .meta({ id: 'Strength' })

export const readiness = z
  .object({
    step: z.enum(['now', 'one', 'two', 'never', 'unknown']),
    on: date.nullable().describe('The first day on which the rules let the person be considered.'),
    postings: z.array(text).describe('What it takes first, in order; none where time is enough.'),
    blocking: z.array(z.object({ rule: z.string(), basis: citation })),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Readiness' })

export const considerationRow = z
  .object({
    id: z.string(),
    factor: z.enum(['region', 'team', 'growth']),
    label: text,
    need: text.nullable().describe('What is needed; null for plain facts.'),
    evidence: z.array(z.string()),
    cells: z
      .array(
        z.object({
          bearing: z.enum(['answers', 'partly', 'lacks', 'unknown', 'fact']).describe('Never added up.'),
          says: text,
          evidence: z.array(z.string()),
        }),
      )
      .describe('One per candidate, in their order.'),
  })
  .meta({ id: 'ConsiderationRow' })

export const considerations = z
  .object({
    asOf: date,
    seat,
    theme: z.enum(identifiersOf('theme')).nullable(),
    asks: z.array(z.object({ trait: z.string(), basis: citation })).describe('Strengths that the place asks for.'),
    candidates: z
      .array(
        z.object({
          person: comparedPerson,
          readiness,
          strengths: z.array(strength),
          theme: z.object({ says: text, ...supported }).nullable(),
        }),
      )
      .describe('In the order asked; where nobody was named, the first tier by surname strokes.'),
    rows: z.array(considerationRow),
  })
  .meta({ id: 'Considerations', description: 'Regional need, team need and personal growth side by side.' })

export type Considerations = z.output<typeof considerations>
export type ConsiderationRow = z.output<typeof considerationRow>
export type ConsideredCandidate = Considerations['candidates'][number]
export type SupportShape = z.output<typeof support>
export type StrengthShape = z.output<typeof strength>
export type ReadinessShape = z.output<typeof readiness>
