import { z } from 'zod'
import { parameterValue, purpose, ruleId } from './law.ts'
import { comparedPerson } from './matrix.ts'
import { citation, date, postLevel, verdict } from './shared.ts'

/** The longest rule text that is read, in characters. */
export const longestRuleText = 100_000

/** A change of the law that nobody has adopted: other values, other rules. */
export const lawChanges = z.object({
  parameters: z
    .array(z.object({ rule: ruleId, name: z.string().min(1).max(80), value: parameterValue }))
    .max(50)
    .default([]),
  rules: z
    .array(z.string().max(longestRuleText))
    .max(10)
    .default([])
    .describe('YAML as in a rule file: rules: [ … ]. A rule with a known id takes its place.'),
})

/**
 * POST /api/rules/what-if. Compares every vacancy with everybody under the law as it is and as changed; nothing is stored.
 * Closing the request stops the work. A mistake in the YAML answers 422 with `place`: which text, line and column.
 */
export const whatIfRequest = z.object({
  changes: lawChanges,
  from: verdict.optional().describe('Names: only pairs that had this verdict.'),
  to: verdict.optional().describe('Names: only pairs that get this verdict.'),
  positionId: z.string().max(64).optional().describe('Names: only pairs of this seat.'),
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(500).default(50),
})

const transition = z.object({
  from: verdict,
  to: verdict,
  pairs: z.int(),
  people: z.int().describe('Each counted once, however many seats.'),
})

export const whatIf = z
  .object({
    asOf: date,
    seats: z.int().describe('Vacancies compared.'),
    people: z.int().describe('People compared.'),
    pairs: z.int(),
    changed: z.int().describe('Pairs whose overall verdict is another.'),
    changedPeople: z.int(),
    gains: z.int().describe('Pairs that become met or discretion.'),
    losses: z.int().describe('Pairs that cease to be.'),
    rules: z
      .array(z.object({ rule: ruleId, basis: citation, purposes: z.array(purpose), isNew: z.boolean() }))
      .describe('The rules that the change touches. Only rules of appointment show in the figures.'),
    transitions: z.array(transition).describe('The most pairs first.'),
    bySeat: z
      .array(
        z.object({
          positionId: z.string(),
          unitName: z.string(),
          title: z.string(),
          postLevel,
          before: z.record(verdict, z.int()),
          after: z.record(verdict, z.int()),
          changed: z.int(),
          gains: z.int(),
          losses: z.int(),
        }),
      )
      .describe('Seats with at least one changed pair, the most changed first.'),
    total: z.int().describe('Changed pairs that the filter leaves.'),
    offset: z.int(),
    rows: z.array(
      z.object({
        person: comparedPerson,
        positionId: z.string(),
        seatTitle: z.string(),
        seatUnitName: z.string(),
        from: verdict,
        to: verdict,
        rules: z
          .array(z.object({ rule: ruleId, from: verdict.nullable(), to: verdict.nullable() }))
          .describe('The rules that say something else; null = does not bear.'),
      }),
    ),
  })
  .meta({ id: 'WhatIf' })

export type LawChanges = z.input<typeof lawChanges>
export type WhatIfRequest = z.input<typeof whatIfRequest>
export type WhatIf = z.output<typeof whatIf>
