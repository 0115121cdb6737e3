/** The shapes that rules are shown with: the law as the pages see it. */
import { z } from 'zod'
import { directions, purposes, severities, statuses } from '#policy/rulebook/rule.ts'
import { citation, date, instant, text, verdict } from './shared.ts'

export const ruleId = z.string().min(1).max(80)

export const severity = z
  .enum(severities)
  .describe('bar blocks; warn (一般、原则上) and human ask people; needs-approval is lifted by an approval.')
export const purpose = z.enum(purposes)

/** Whether a failure may block. An UNVERIFIED rule only warns until the place has confirmed it. */
export const standingOfRule = z
  .object({
    status: z.enum(statuses),
    binding: z.boolean().describe('VERIFIED, or confirmed here: its failure may block.'),
    confirmed: z
      .object({ by: z.string(), on: date, document: z.string(), to: date.nullable() })
      .nullable()
      .describe(
        'Who confirmed here that an UNVERIFIED rule holds, from which day, on which document; `to`: withdrawn.',
      ),
  })
  .meta({ id: 'RuleStanding' })

export const scalar = z.union([z.string().max(200), z.number(), z.boolean()])

/** A number, a term or a date; a list of them; or a map from identifiers to them. */
export const parameterValue = z
  .union([scalar, z.array(scalar).max(100), z.record(z.string().max(80), scalar)])
  .meta({ id: 'ParameterValue' })

/** A value that this place has adopted in place of the national one. */
export const localValue = z
  .object({
    id: z.string(),
    value: parameterValue,
    from: date,
    to: date.nullable().describe('Withdrawn: the first day on which it no longer counts.'),
    by: z.string().describe('Who decided it.'),
    on: date,
    document: z.string(),
    reason: z.string(),
    recordedBy: z.string().describe('The account that recorded it.'),
    recordedAt: instant,
  })
  .meta({ id: 'LocalValue' })

export const parameter = z
  .object({
    name: z.string(),
    value: parameterValue.describe('What counts on the as-of date, local values included.'),
    values: z
      .array(z.object({ from: date, value: parameterValue }))
      .describe('The dated values, oldest first, local ones included.'),
    stricter: z
      .enum(directions)
      .nullable()
      .describe('Which way a place may go: more, less, either, or not at all (null).'),
    local: z.array(localValue).describe('Adopted here, oldest first; empty = the national value alone.'),
  })
  .meta({ id: 'RuleParameter' })

/** A case beside the instrument, run just now. */
export const ruleCase = z
  .object({
    name: z.string().describe('A sentence in Chinese that an officer can check.'),
    asOf: date,
    expected: z.union([verdict, z.literal('none')]).describe('none = the rule does not apply.'),
    found: z.union([verdict, z.literal('none')]),
    passes: z.boolean(),
    differences: z.array(z.string()).describe('In Chinese, as the test reports them; empty where it passes.'),
    reasons: z.array(text).describe('What the rule says of the case.'),
    file: z.string(),
  })
  .meta({ id: 'RuleCase' })

/** A condition in words: a sentence, and under it the parts that it has. */
export const outline = z
  .object({
    text,
    get parts() {
      return z.array(outline)
    },
  })
  .meta({ id: 'Outline' })

/** One rule in a list. */
export const ruleSummary = z
  .object({
    id: ruleId,
    basis: citation,
    standing: standingOfRule,
    purposes: z.array(purpose),
    severities: z.array(severity).describe('Of its requirements, each once; empty where it only asks people.'),
    asks: z.boolean().describe('It puts questions to people that no data can answer.'),
    from: date,
    to: date.nullable().describe('The first day out of force; null while it is.'),
    inForce: z.boolean().describe('On the as-of date.'),
    cases: z.int(),
    versionOf: z.string().nullable().describe('The rule of which this is another dated version.'),
    versions: z.array(z.string()).describe('Ids of its other dated versions, itself left out.'),
    changedHere: z.boolean().describe('Confirmed, adopted or given another value by this place.'),
  })
  .meta({ id: 'RuleSummary' })

export type OutlineShape = z.output<typeof outline>
export type RuleSummary = z.output<typeof ruleSummary>
export type RuleStanding = z.output<typeof standingOfRule>
export type RuleParameter = z.output<typeof parameter>
export type RuleCase = z.output<typeof ruleCase>
export type LocalValue = z.output<typeof localValue>
export type ParameterShape = z.output<typeof parameterValue>
export type Severity = z.output<typeof severity>
export type Purpose = z.output<typeof purpose>
