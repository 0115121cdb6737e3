/** The registers of principals as result tables, and what of them is due. */

import type { DateCode } from '#domain/calendar.ts'
import { addMonths, formatDate, isOnOrBefore } from '#domain/calendar.ts'
import type { DueItem } from '#domain/due.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { WorkList } from '#domain/results.ts'
import { fill } from '#domain/text.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { type AuditDue, type AuditQuestion, auditSource, auditsDue } from './audits.ts'
import { decisionRecord, sumOf } from './decision-rules.ts'
import { type OpenFinding, openFindings } from './open-findings.ts'
import { nameOf, type Principal, principalsIn } from './register.ts'
import { principalSettings } from './settings.ts'

type Cell = string | number | boolean | null
const day = (date: DateCode | undefined): Cell => (date === undefined ? null : formatDate(date))

/** What a principal has to mend: findings about the person, and about the unit headed. */
export function findingsOf(findings: readonly OpenFinding[], { cadre, seat }: Principal): readonly OpenFinding[] {
  return findings.filter(({ cadreId, isNamed, unitId }) => (isNamed ? cadreId === cadre.id : unitId === seat.unit))
}

/** `principals.csv`, `audits.csv` and `rectifications.csv`, of the facts alone. */
export function principalLists(facts: Facts, book: RuleBook): readonly WorkList[] {
  const audits = auditsDue({ facts, book })
  const findings = openFindings(facts, book)
  return [registerList(facts, book, audits, findings), auditList(audits), findingList(findings)]
}

const registerColumns = [
  'cadre_id',
  'position_id',
  'unit_id',
  'unit_kind',
  'kind',
  'since',
  'term_to',
  'team_size',
  'audit_last',
  'audit_due',
  'audit_rule',
  'audit_state',
  'inspections_open',
  'rectification_open',
  'rectification_overdue',
  'rectification_unverified',
  'decision_rule_checked',
  'decision_rule_unmet',
  'decision_rule_unknown',
  'evaluation_years',
] as const

function registerList(
  facts: Facts,
  book: RuleBook,
  audits: readonly AuditDue[],
  findings: readonly OpenFinding[],
): WorkList {
  const { asOf } = facts.snapshot
  const since = addMonths(asOf, -12 * principalSettings(book, asOf).yearsBack)
  const rows = principalsIn(facts).map((principal): readonly Cell[] => {
    const { cadre, seat, kind, term, team, events } = principal
    const audit = audits.find((due) => due.cadreId === cadre.id && due.positionId === seat.position)
    const own = findingsOf(findings, principal)
    const open = own.filter(({ state }) => state !== 'unverified')
    const rules = sumOf(decisionRecord([], events, since))
    const audited = events.filter((event) => event.kind === 'triple-audit').map(({ on }) => on)
    return [
      cadre.id,
      seat.position,
      seat.unit,
      seat.unitKind,
      kind,
      day(principal.since),
      day(term?.to),
      team.length + 1,
      day(audited.length > 0 ? Math.max(...audited) : undefined),
      day(audit?.dueOn),
      audit?.rule ?? null,
      audit?.state ?? null,
      open.filter((one) => one.kind === 'inspection').length,
      open.length,
      open.filter(({ state }) => state === 'overdue').length,
      own.length - open.length,
      rules.checked,
      rules.unmet,
      rules.unknown,
      cadre.evaluations.map(({ year, result }) => `${year}:${result}`).join(';') || null,
    ]
  })
  return { name: 'principals', columns: registerColumns, rows }
}

const auditList = (audits: readonly AuditDue[]): WorkList => ({
  name: 'audits',
  columns: ['cadre_id', 'position_id', 'trigger', 'rule', 'since', 'due_on', 'state', 'audit_last'],
  rows: audits.map(({ cadreId, positionId, trigger, rule, since, dueOn, state, lastOn }) => [
    cadreId,
    positionId,
    trigger,
    rule,
    day(since),
    day(dueOn),
    state,
    day(lastOn),
  ]),
})

const findingList = (findings: readonly OpenFinding[]): WorkList => ({
  name: 'rectifications',
  columns: ['event_id', 'cadre_id', 'unit_id', 'kind', 'on', 'severity', 'due_on', 'closed_on', 'state'],
  rows: findings.map(({ eventId, cadreId, unitId, kind, on, severity, dueOn, closedOn, state }) => [
    eventId,
    cadreId ?? null,
    unitId ?? null,
    kind,
    day(on),
    severity ?? null,
    day(dueOn),
    day(closedOn),
    state,
  ]),
})

/** What a matter that attends to a finding names as its origin. */
export const findingSource = (eventId: string): string => `supervision/${eventId}`

export interface PrincipalDueQuestion extends AuditQuestion {
  readonly today: DateCode
  /** Origins of matters under way: their own deadlines speak for them. */
  readonly inHand: ReadonlySet<string>
}

/** Joint audits due within a year, and findings with a day due that nobody attends to yet. */
export function principalDues({ today, inHand, ...question }: PrincipalDueQuestion): readonly DueItem[] {
  const { facts, book } = question
  const horizon = addMonths(today, 12)
  const personOf = (cadreId: string): string => {
    const index = facts.cadreIndex(cadreId)
    return index === undefined ? cadreId : nameOf(facts, facts.cadre(index))
  }
  const audits = auditsDue(question).flatMap((due): DueItem[] => {
    const { dueOn, cadreId, seat, basis } = due
    const source = auditSource(due)
    if (dueOn === undefined || inHand.has(source) || isOnOrBefore(dueOn, horizon) === 'no') return []
    const values = { name: personOf(cadreId), seat: `${seat.unitName}${seat.title}` }
    const label = fill({ zh: '三责联审：{name}（{seat}）', en: 'Joint audit: {name} ({seat})' }, values)
    return [
      {
        id: source,
        kind: 'joint-audit',
        label,
        on: dueOn,
        basis,
        cadreId,
        unitId: seat.unit,
        accounts: [],
        link: '/principals/audits',
      },
    ]
  })
  const findings = openFindings(facts, book).flatMap(
    ({ eventId, kind, dueOn, closedOn, cadreId, unitId, finding }): DueItem[] => {
      const id = findingSource(eventId)
      if (dueOn === undefined || closedOn !== undefined || inHand.has(id)) return []
      const values = { kind: labelOf('supervisionKind', kind), finding }
      const label = fill({ zh: '{kind}问题整改：{finding}', en: 'To be rectified ({kind}): {finding}' }, values)
      const subject = { ...(cadreId === undefined ? {} : { cadreId }), ...(unitId === undefined ? {} : { unitId }) }
      return [
        { id, kind: 'rectification', label, on: dueOn, ...subject, accounts: [], link: '/principals/rectifications' },
      ]
    },
  )
  return [...audits, ...findings]
}
