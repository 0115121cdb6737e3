/** Findings of inspections and audits that are open, or were closed and nobody has verified the closing: to be rectified. */
import { addMonths, type DateCode, isOnOrBefore } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { headsOf } from './register.ts'
import { principalSettings } from './settings.ts'

export const findingKinds = ['inspection', 'triple-audit', 'audit'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface OpenFinding {
  readonly eventId: string
  readonly kind: FindingKind
  /** The person it names; else whoever heads the unit now. */
  readonly cadreId: string | undefined
  readonly isNamed: boolean
  readonly unitId: string | undefined
  readonly on: DateCode
  readonly finding: string
  readonly severity: string | undefined
  readonly dueOn: DateCode | undefined
  readonly closedOn: DateCode | undefined
  /** `unverified`: closed, and nobody has verified it. */
  readonly state: 'overdue' | 'open' | 'unverified'
}

const isFindingKind = (kind: string | undefined): kind is FindingKind => findingKinds.some((one) => one === kind)

/** Those of the years that the place looks back on; overdue first, then by due day. */
export function openFindings(facts: Facts, book: RuleBook): readonly OpenFinding[] {
  const { asOf, tables } = facts.snapshot
  const { columns: c, length } = tables.supervision
  const from = addMonths(asOf, -12 * principalSettings(book, asOf).yearsBack)
  const heads = headsOf(facts)
  const found: OpenFinding[] = []
  for (let row = 0; row < length; row += 1) {
    const kind = textAt(c.kind, row)
    const on = dateAt(c.on, row) ?? 0
    const closedOn = dateAt(c.closed_on, row)
    const severity = textAt(c.severity, row)
    const isDone = closedOn !== undefined && booleanAt(c.verified, row) === true
    if (!isFindingKind(kind) || on < from || severity === 'none' || isDone) continue
    const named = textAt(c.cadre_id, row)
    const unitId = textAt(c.unit_id, row)
    const dueOn = dateAt(c.due_on, row)
    const isOverdue = dueOn !== undefined && isOnOrBefore(asOf, dueOn) === 'no'
    found.push({
      eventId: textAt(c.event_id, row) ?? '',
      kind,
      cadreId: named ?? heads.get(unitId ?? '')?.cadre.id,
      isNamed: named !== undefined,
      unitId,
      on,
      finding: textAt(c.finding, row) ?? '',
      severity,
      dueOn,
      closedOn,
      state: closedOn !== undefined ? 'unverified' : isOverdue ? 'overdue' : 'open',
    })
  }
  const order = ['overdue', 'open', 'unverified']
  const due = ({ dueOn }: OpenFinding): number => dueOn ?? Number.MAX_SAFE_INTEGER
  return found.sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || due(a) - due(b) || (a.eventId < b.eventId ? -1 : 1),
  )
}
