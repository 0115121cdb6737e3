import { z } from 'zod'
import { outline, parameter, parameterValue, ruleCase, ruleId, ruleSummary, severity } from './law.ts'
import { citation, date, text } from './shared.ts'

/** GET /api/rules. The as-of date picks the versions in force; today's edition where left out. */
export const rulesQuery = z.object({ asOf: date.optional() })

export const instrumentOfRules = z
  .object({
    id: z.string(),
    name: text,
    from: date,
    to: date.nullable(),
    inForce: z.boolean(),
    local: z.boolean().describe('Adopted by this place: no file of the rule book.'),
    articles: z
      .array(z.object({ article: z.string(), rules: z.array(ruleSummary) }))
      .describe('In the order of the instrument; a rule not in force on the day is listed, and marked.'),
    uncovered: z
      .array(z.object({ article: z.string(), why: text }))
      .describe('Articles that are deliberately no rule, and why.'),
  })
  .meta({ id: 'InstrumentOfRules' })

export const ruleList = z
  .object({
    asOf: date,
    counts: z.object({
      rules: z.int(),
      inForce: z.int(),
      verified: z.int(),
      awaiting: z.int().describe('In force, UNVERIFIED and not confirmed here: they warn only.'),
      cases: z.int(),
    }),
    setAside: z
      .array(z.object({ message: text, mend: text }))
      .describe('What this place adopted and no longer counts, the national rule having changed.'),
    instruments: z.array(instrumentOfRules).describe('In the order in which findings are listed.'),
  })
  .meta({ id: 'RuleList' })

const wording = outline.nullable().describe('The condition in words; null where there is none.')

/** GET /api/rules/:ruleId */
export const ruleDetail = z
  .object({
    asOf: date,
    rule: ruleSummary,
    guard: wording.describe('Whom it bears on; null = everybody its purpose looks at.'),
    requirements: z.array(
      z.object({
        when: wording,
        that: outline.describe('What is required, in words.'),
        severity,
        messages: z
          .object({ met: text, unmet: text, unknown: text.nullable() })
          .describe('Templates: {name} is filled.'),
      }),
    ),
    questions: z.array(z.object({ when: wording, ask: text })),
    exceptions: z.array(
      z.object({ basis: citation, approval: text, when: wording.describe('null = only named, never applied.') }),
    ),
    parameters: z.array(parameter),
    versions: z.array(ruleSummary).describe('Other dated versions, oldest first.'),
    cases: z.array(ruleCase).describe('Run with the rule as it stands here on the day of each case.'),
    source: z.object({
      place: z.string().describe('file:line below src/policy, or where the place adopted it.'),
      yaml: z.string(),
    }),
    impact: z
      .object({
        vacancies: z.int().describe('Vacancies that it bears on.'),
        pairs: z.int().describe('Person × vacancy pairs that it bears on.'),
        excluded: z.int().describe('Pairs that it excludes.'),
        alone: z.int().describe('Pairs that it alone excludes.'),
        people: z.int().describe('People excluded from at least one vacancy.'),
        unknown: z.int().describe('Pairs that it cannot judge for want of facts.'),
      })
      .nullable()
      .describe(
        'On the as-of date of the screens; null where the rule is no rule of appointment, or nothing is analysed.',
      ),
  })
  .meta({ id: 'RuleDetail' })

/** What a decision of the place rests on; recorded in the audit with it. */
const grounds = z.object({
  document: z.string().trim().min(1).max(200).describe('Number or name of the document it rests on.'),
  by: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Who decided; office and name of the account where left out.'),
  on: date.optional().describe('Day of the decision, with the day known; today where left out.'),
  note: z.string().trim().max(1000).default(''),
})

/** POST /api/rules/:ruleId/confirmation. The rule binds from the day `on`. Answers the rule as it stands then. */
export const confirmRule = grounds

/** POST /api/rules/:ruleId/parameters. Answers the rule as it stands then. */
export const adoptParameter = grounds.extend({
  name: z.string().min(1).max(80),
  value: parameterValue,
  from: date.describe('The first day on which the value counts.'),
})

/**
 * DELETE /api/rules/:ruleId/confirmation and /api/rules/:ruleId/parameters/:name: from the day `on` the decision no longer
 * counts. Nothing is removed. Answers the rule as it stands then.
 */
export const withdrawal = z
  .object({ on: date.optional().describe('Today where left out.'), reason: z.string().trim().max(1000).optional() })
  .nullish()

export const ruleParams = z.object({ ruleId })
export const parameterParams = ruleParams.extend({ name: z.string().min(1).max(80) })

export type RulesQuery = z.input<typeof rulesQuery>
export type RuleList = z.output<typeof ruleList>
export type InstrumentOfRules = z.output<typeof instrumentOfRules>
export type RuleDetail = z.output<typeof ruleDetail>
export type ConfirmRule = z.input<typeof confirmRule>
export type AdoptParameter = z.input<typeof adoptParameter>
export type WithdrawLocal = z.input<typeof withdrawal>
