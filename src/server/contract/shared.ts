/**
 * The shapes that every answer is made of. Dates are `YYYY-MM-DD`, or `YYYY-MM` where only the month is known; null is
 * unknown, never "no" and never 0; vocabulary values are the identifiers of `domain/lexicon`.
 */
import { z } from 'zod'
import { verdicts, weights } from '#domain/finding.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'

export const text = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' })

/** A date as recorded, month precision kept. */
export const date = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime()

export const verdict = z.enum(verdicts)
export const postLevel = z.enum(identifiersOf('postLevel'))
export const role = z.enum(identifiersOf('role'))
export const move = z.enum(identifiersOf('move'))
export const sex = z.enum(identifiersOf('sex'))
export const sector = z.enum(identifiersOf('sector'))
export const track = z.enum(identifiersOf('track'))
export const educationLevel = z.enum(identifiersOf('educationLevel'))
export const educationMode = z.enum(identifiersOf('educationMode'))
export const degree = z.enum(identifiersOf('degree'))
export const tenureKind = z.enum(identifiersOf('tenureKind'))
export const evaluationResult = z.enum(identifiersOf('evaluationResult'))
export const dueState = z.enum(['overdue', 'due-within-year', 'later'])
export const needName = z.enum(['grassroots', 'hardship', 'narrow', 'principal-seat', 'hours', 'topic'])

export const citation = z
  .object({ instrument: z.string(), article: z.string(), title: text })
  .meta({ id: 'Citation', description: 'The Chinese name of an instrument and its article, e.g. 8(3).' })

export const finding = z
  .object({
    rule: z.string(),
    verdict,
    basis: citation,
    reasons: z.array(text),
    evidence: z.array(z.string()).describe('Ids of the rows it rests on: tenures/T00017.'),
    missing: z.array(z.string()).describe('Facts that would settle an unknown: cadres.born_on.'),
    turnsOn: date.nullable().describe('The earliest day on which the passing of time alone turns the verdict.'),
    weight: z.enum(weights).describe('What the finding counts for in the verdict over all rules.'),
    questions: z.array(text).describe('What people must still answer, whatever the data say.'),
    liftedBy: z.array(z.object({ basis: citation, approval: text })).describe('Articles that lift the rule.'),
  })
  .meta({ id: 'Finding' })

export const part = z.object({ id: z.string(), label: text, value: z.number() })

export const estimate = z
  .discriminatedUnion('separable', [
    z.object({
      separable: z.literal(true),
      value: z.number(),
      lower: z.number(),
      upper: z.number(),
      sd: z.number(),
      n: z.int(),
      group: z.string(),
      parts: z.array(part),
    }),
    z.object({ separable: z.literal(false), n: z.int(), group: z.string(), cause: text }),
  ])
  .meta({ id: 'Estimate', description: 'A posterior mean with its 90 % interval, or the cause why there is none.' })

/** Zero or more values of one filter: `?level=a&level=b`. */
export const many = <T extends z.ZodType>(value: T) =>
  z.union([z.array(value), value.transform((one): z.output<T>[] => [one])]).optional()

/** A truth value in a query string. */
export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional()

export const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)
export const limit = z.coerce.number().int().min(1).max(500).default(50)

export type Verdict = z.output<typeof verdict>
export type CitationShape = z.output<typeof citation>
export type FindingShape = z.output<typeof finding>
export type EstimateShape = z.output<typeof estimate>
export type DueState = z.output<typeof dueState>
export type NeedName = z.output<typeof needName>
