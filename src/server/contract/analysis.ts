import { z } from 'zod'
import { date, instant, text } from './shared.ts'

/** GET /api/analysis: what the screens show, what has come since, and the analysis under way. */
export const analysisState = z
  .object({
    runId: z.string(),
    asOf: date,
    knownAt: instant,
    latest: date.describe('The day that a new analysis is of unless another is asked for; none may be later.'),
    arrivals: z
      .array(z.object({ table: z.string(), label: text, count: z.int() }))
      .describe('Facts recorded, changed or removed since `knownAt`; not counted while an analysis is under way.'),
    rulesChanged: z.boolean().describe('Other rules are in force here than those of the run.'),
    underWay: z
      .object({
        asOf: date,
        by: text,
        step: text,
        fraction: z.number().describe('Of the step, from 0 to 1.'),
        seconds: z.number(),
      })
      .nullable(),
    last: z
      .object({
        state: z.enum(['done', 'stopped', 'failed']),
        asOf: date,
        endedAt: instant,
        message: text.nullable().describe('Why it failed.'),
        mend: text.nullable(),
      })
      .nullable()
      .describe('How the last analysis since the start of the server ended.'),
  })
  .meta({ id: 'AnalysisState' })

/** POST /api/analysis */
export const newAnalysis = z.object({ asOf: date.optional() })

export type AnalysisState = z.output<typeof analysisState>
export type NewAnalysis = z.input<typeof newAnalysis>
