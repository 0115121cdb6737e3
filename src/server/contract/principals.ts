/** Principals (一把手): the register, joint audits, findings to be rectified, evaluation, and everything about one of them. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, dueState, estimate, evaluationResult, limit, offset, text, verdict } from './shared.ts'
import { teamMeetingRow } from './team-meetings.ts'

const id = z.string().min(1).max(64)
const unitKind = z.enum(identifiersOf('unitKind'))
const findingKind = z.enum(identifiersOf('supervisionKind')).extract(['inspection', 'triple-audit', 'audit'])
const severity = z.enum(identifiersOf('severity'))
const matterLink = z.object({ matterId: z.string(), stage: text, standing: z.enum(['open', 'closed']) })

export const principalFilters = ['audit-overdue', 'audit-due', 'findings', 'findings-overdue', 'rule-unmet'] as const

/** GET /api/principals */
export const principalsQuery = z.object({
  filter: z.enum(principalFilters).optional(),
  kind: unitKind.optional(),
  q: z.string().trim().max(60).optional().describe('Part of a name, a unit or a post.'),
  offset,
  limit,
})

export const auditDue = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    positionId: z.string(),
    unitId: z.string(),
    seat: z.string(),
    trigger: z.enum(identifiersOf('auditTrigger')),
    rule: z.string(),
    basis: citation,
    since: date,
    dueOn: date.nullable().describe('Null: before the person leaves.'),
    state: dueState,
    lastOn: date.nullable(),
    reason: text,
    source: z.string().describe('What a matter that attends to it names as its origin.'),
    matter: matterLink.nullable(),
  })
  .meta({ id: 'AuditDue' })

const evaluation = z.object({ year: z.int(), result: evaluationResult })
const tally = z.object({ met: z.int(), unmet: z.int(), unknown: z.int(), discretion: z.int() })
const decisions = z.object({
  items: tally.describe('Items of meetings, by verdict.'),
  checks: tally.describe('Checks by supervision, by verdict.'),
  checked: z.int(),
  unmet: z.int(),
  unknown: z.int(),
})

export const principalRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    positionId: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string(),
    unitKind,
    kind: z.enum(['appointed', 'concurrent', 'acting']),
    since: date,
    termTo: date.nullable(),
    team: z.int().describe('Others of the team.'),
    audit: z.object({ dueOn: date.nullable(), state: dueState, matter: matterLink.nullable() }).nullable(),
    lastAudit: date.nullable(),
    findings: z.object({ open: z.int(), overdue: z.int(), unverified: z.int() }),
    matters: z.int().describe('Joint audits and rectifications under way.'),
    meetings: z.int(),
    decisions,
    evaluations: z.array(evaluation).describe('The last three years on record.'),
  })
  .meta({ id: 'PrincipalRow' })

export const principalsPage = z
  .object({
    today: date,
    total: z.int(),
    offset: z.int(),
    yearsBack: z.int().describe('Meetings, checks and findings of so many years count.'),
    counts: z.record(z.enum(['all', ...principalFilters]), z.int()),
    kinds: z.array(z.object({ kind: unitKind, count: z.int() })),
    rows: z.array(principalRow),
  })
  .meta({ id: 'PrincipalsPage' })

/** GET /api/principals/audits?year=2027 : joint audits due by the end of that year. */
export const auditsQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })
export const auditsPage = z
  .object({
    today: date,
    year: z.int(),
    rows: z.array(auditDue),
  })
  .meta({ id: 'AuditsPage' })

/** GET /api/principals/rectifications */
export const rectificationsQuery = z.object({
  state: z.enum(['overdue', 'open', 'unverified']).optional(),
  kind: findingKind.optional(),
})
export const findingRow = z
  .object({
    eventId: z.string(),
    source: z.string(),
    kind: findingKind,
    person: z.object({ cadreId: z.string(), name: z.string() }).nullable(),
    isNamed: z.boolean().describe('The event names the person; else it is whoever heads the unit now.'),
    unitId: z.string().nullable(),
    unitName: z.string().nullable(),
    on: date,
    finding: z.string(),
    severity: severity.nullable(),
    dueOn: date.nullable(),
    closedOn: date.nullable(),
    state: z.enum(['overdue', 'open', 'unverified']),
    matter: matterLink.nullable(),
  })
  .meta({ id: 'FindingRow' })
export const rectificationsPage = z
  .object({
    today: date,
    counts: z.object({ overdue: z.int(), open: z.int(), unverified: z.int() }),
    rows: z.array(findingRow),
  })
  .meta({ id: 'RectificationsPage' })

const rank = z.object({
  from: z.int(),
  to: z.int(),
  of: z.int(),
  above: z.int(),
  below: z.int(),
  alike: z.int().describe('Cannot be told apart from.'),
  range: z.object({ from: z.number(), to: z.number() }).describe('Of the whole group.'),
})
const measured = z.object({ estimate, rank: rank.nullable() })

/** GET /api/principals/evaluations */
export const evaluationsQuery = z.object({ kind: unitKind.optional(), offset, limit })
export const evaluationRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    unitId: z.string(),
    seat: z.string(),
    unitKind,
    evaluations: z.array(evaluation),
    rating: measured.nullable(),
    contribution: measured.nullable(),
    condition: estimate.nullable().describe('Of the team.'),
  })
  .meta({ id: 'EvaluationRow' })
export const evaluationsPage = z
  .object({
    asOf: date.nullable().describe('Of the analysis; null before the first one.'),
    total: z.int(),
    offset: z.int(),
    kinds: z.array(z.object({ kind: unitKind, count: z.int() })),
    rows: z.array(evaluationRow),
  })
  .meta({ id: 'EvaluationsPage' })

const resultYear = z.object({
  year: z.int(),
  actual: z.number(),
  expected: z.number(),
  sd: z.number().describe('Of where an average team would fall.'),
})

/** GET /api/principals/:cadreId. Opening one is recorded in the audit. */
export const principalParams = z.object({ cadreId: id })
export const principalDetail = principalRow
  .extend({
    today: date,
    yearsBack: z.int(),
    others: z.array(z.object({ positionId: z.string(), seat: z.string() })).describe('Other principal seats held.'),
    members: z.array(z.object({ cadreId: z.string(), name: z.string(), title: z.string() })),
    dues: z.array(auditDue),
    open: z.array(findingRow),
    rules: z.array(z.object({ rule: z.string(), basis: citation, counts: tally })),
    held: z.array(teamMeetingRow).describe('Meetings presided over, the last one first.'),
    measures: evaluationRow.pick({ rating: true, contribution: true, condition: true }),
    allEvaluations: z.array(evaluation),
    results: z.array(resultYear).describe('Of the unit, in the years at its head, in standard deviations of a result.'),
    course: z.array(
      z.object({
        kind: z.enum(identifiersOf('principalEntry')),
        on: date,
        label: text,
        verdict: verdict.nullable(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'PrincipalDetail' })

export type PrincipalFilter = (typeof principalFilters)[number]
export type PrincipalsQuery = z.output<typeof principalsQuery>
export type PrincipalRow = z.output<typeof principalRow>
export type PrincipalsPage = z.output<typeof principalsPage>
export type AuditDueShape = z.output<typeof auditDue>
export type AuditsPage = z.output<typeof auditsPage>
export type RectificationsQuery = z.output<typeof rectificationsQuery>
export type FindingRow = z.output<typeof findingRow>
export type RectificationsPage = z.output<typeof rectificationsPage>
export type EvaluationsQuery = z.output<typeof evaluationsQuery>
export type EvaluationRow = z.output<typeof evaluationRow>
export type EvaluationsPage = z.output<typeof evaluationsPage>
export type PrincipalDetail = z.output<typeof principalDetail>
