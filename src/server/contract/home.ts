import { z } from 'zod'
import { date, instant, postLevel, text, verdict } from './shared.ts'
import { wave } from './wave.ts'

export const run = z
  .object({
    id: z.string(),
    asOf: date,
    knownAt: instant.describe('What was recorded by then went into the run.'),
    madeAt: instant,
    snapshotHash: z.string(),
  })
  .meta({ id: 'Run' })

/** One vacancy in a list. */
export const vacancySummary = z
  .object({
    positionId: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string(),
    ofTeam: z.boolean().describe('A seat of a leading team.'),
    postLevel,
    from: date,
    daysOpen: z.int().describe('On the as-of date; a month-only start counts from its first day.'),
    theme: z.string().nullable(),
    note: z.string().nullable(),
    compared: z.int(),
    counts: z.record(verdict, z.int()).describe('Pairs by verdict over all rules, those of `lower` left out.'),
    lower: z.int().describe('Moves to a lower level, which go by another procedure; with the counts: all compared.'),
    listed: z.int().describe('People on the shortlist.'),
  })
  .meta({ id: 'VacancySummary' })

/** Something the data do not support, counted and said. */
export const gap = z
  .object({
    id: z.string(),
    count: z.int(),
    text,
    roster: z.record(z.string(), z.array(z.string())).optional().describe('The roster filter that lists these rows.'),
  })
  .meta({ id: 'Gap' })

/** GET /api/home */
export const home = z
  .object({
    clocks: z.object({ asOf: date, knownAt: instant }),
    run: run.nullable().describe('null before the first analysis.'),
    counts: z.object({
      cadres: z.int(),
      serving: z.int(),
      units: z.int(),
      positions: z.int(),
      vacancies: z.int(),
      rotation: z.int(),
      needs: z.int(),
      statements: z.int(),
    }),
    rotation: z.object({ overdue: z.int(), dueWithinYear: z.int(), later: z.int() }),
    vacancies: z.array(vacancySummary).describe('The longest open first, six at most.'),
    wave,
    sources: z
      .array(z.object({ channel: z.string(), unitName: z.string().nullable(), lastOn: date, daysAgo: z.int() }))
      .describe('The newest statement of each source, the longest silent last.'),
    gaps: z.array(gap),
  })
  .meta({ id: 'Home' })

export type Run = z.output<typeof run>
export type VacancySummary = z.output<typeof vacancySummary>
export type Gap = z.output<typeof gap>
export type Home = z.output<typeof home>
