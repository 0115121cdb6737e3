import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { standing } from './dossier.ts'
import { date, educationLevel, estimate, limit, offset, role, sector, text } from './shared.ts'
import { earlySign } from './signs.ts'

const unitKind = z.enum(identifiersOf('unitKind'))
const unitLevel = z.enum(identifiersOf('unitLevel'))

/** GET /api/teams */
export const teamsQuery = z.object({ kind: unitKind.optional(), level: unitLevel.optional(), offset, limit })

const interval = z.object({ value: z.number(), lower: z.number(), upper: z.number() })

export const teamRow = z
  .object({
    unitId: z.string(),
    unitName: z.string(),
    kind: unitKind,
    level: unitLevel,
    comparedKinds: z.array(unitKind).describe('Kinds of the teams it is compared with, its own among them.'),
    estimate,
    standing: standing.nullable().describe('Against what is usual among comparable teams.'),
    change: interval.nullable().describe('Over the years of the trend.'),
    filled: z.int(),
    quota: z.int().nullable(),
    openFindings: z.int(),
    overdueFindings: z.int(),
  })
  .meta({ id: 'TeamRow' })

export const teamsPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    groups: z.array(z.object({ kind: unitKind, level: unitLevel, count: z.int() })).describe('Of the whole list.'),
    rows: z.array(teamRow),
  })
  .meta({ id: 'TeamsPage' })

/** GET /api/teams/:unitId. Opening one is recorded in the audit. */
export const team = z
  .object({
    asOf: date,
    unitId: z.string(),
    unitName: z.string(),
    kind: unitKind,
    level: unitLevel,
    estimate,
    group: z.object({ size: z.int(), kinds: z.array(unitKind), quantiles: z.array(z.number()).nullable() }),
    standing: standing.nullable(),
    parts: z.array(
      z.object({
        id: z.string(),
        label: text,
        weight: z.number().describe('Set by the place, as a share of all.'),
        correlation: z.number().describe('With what the parts have in common, as the records show it.'),
        told: z
          .object({
            mean: z.number(),
            lower: z.number(),
            upper: z.number(),
            value: z.number(),
            usual: z.number(),
            n: z.int(),
          })
          .nullable()
          .describe('Null where nothing is recorded.'),
      }),
    ),
    members: z.array(
      z.object({
        cadreId: z.string(),
        name: z.string(),
        title: z.string(),
        role: role.nullable(),
        since: date,
        age: z.int().nullable(),
        education: educationLevel.nullable(),
        fields: z.array(sector),
      }),
    ),
    structure: z.object({
      filled: z.int(),
      quota: z.int().nullable(),
      ageBounds: z.array(z.int()),
      ages: z.array(z.int()).describe('Under the first bound, up to the next …, and of unknown age.'),
      termTo: date.nullable(),
      termEnding: z.boolean(),
      lines: z.array(z.object({ field: sector, familiar: z.int() })),
    }),
    results: z.array(
      z.object({ year: z.int(), value: z.number(), lower: z.number(), upper: z.number(), indicators: z.int() }),
    ),
    findings: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(identifiersOf('supervisionKind')),
        on: date,
        severity: z.enum(identifiersOf('severity')),
        finding: z.string().nullable(),
        due: date.nullable(),
        overdue: z.boolean(),
      }),
    ),
    trend: z.object({
      points: z.array(z.object({ on: date, estimate })),
      change: interval.nullable(),
    }),
    signs: z.array(earlySign).describe('Of the unit itself; those of people stand in their dossiers.'),
  })
  .meta({ id: 'Team' })

export type TeamsQuery = z.output<typeof teamsQuery>
export type TeamRow = z.output<typeof teamRow>
export type TeamsPage = z.output<typeof teamsPage>
export type Team = z.output<typeof team>
