/** Principals for screens. */
import { formatDate } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { type AuditDue, auditSource, findingSource, type OpenFinding, type Principal, sumOf } from '#manage/index.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { AuditDueShape, FindingRow, PrincipalRow, TeamMeetingRow } from '../contract/index.ts'
import type { OpenedMatter } from '../matters/matter-desk.ts'
import { presentBasis, presentDate, presentText } from '../presenters/evidence.ts'
import { presentPerson, unitNamed } from '../presenters/named.ts'
import { type CheckedMeeting, matterFrom, type PrincipalBoard, type PrincipalStanding } from './principal-board.ts'

type MatterLink = NonNullable<AuditDueShape['matter']>

const presentMatterLink = (opened: OpenedMatter | undefined): MatterLink | null => {
  if (!opened) return null
  const { matterId, design, matter } = opened
  const stage = design.stages.find(({ id }) => id === matter.stage)?.label ?? labelOf('matterKind', design.kind)
  return { matterId, stage, standing: matter.standing === 'open' ? 'open' : 'closed' }
}

const shownYears = 3

export const presentEvaluations = (cadre: CadreFacts, most = Number.MAX_SAFE_INTEGER): PrincipalRow['evaluations'] =>
  cadre.evaluations
    .toSorted((a, b) => b.year - a.year)
    .slice(0, most)
    .map(({ year, result }) => ({ year, result: result as Identifier<'evaluationResult'> }))

export const lastEvaluations = (cadre: CadreFacts): PrincipalRow['evaluations'] => presentEvaluations(cadre, shownYears)

export function presentPrincipal(board: PrincipalBoard, standing: PrincipalStanding): PrincipalRow {
  const { principal, audit, auditMatter, lastAudit, findings, meetings, decisions, matters } = standing
  const { cadre, seat, since, kind, term, team } = principal
  const isUnverified = ({ state }: OpenFinding): boolean => state === 'unverified'
  return {
    ...presentHead(board, principal),
    kind,
    since: formatDate(since),
    termTo: presentDate(term?.to),
    team: team.length,
    audit: audit
      ? { dueOn: presentDate(audit.dueOn), state: audit.state, matter: presentMatterLink(auditMatter) }
      : null,
    lastAudit: presentDate(lastAudit),
    findings: {
      open: findings.filter((one) => !isUnverified(one)).length,
      overdue: findings.filter(({ state }) => state === 'overdue').length,
      unverified: findings.filter(isUnverified).length,
    },
    matters: matters.filter(({ matter }) => matter.standing === 'open').length,
    meetings: meetings.length,
    decisions: { items: { ...decisions.items }, checks: { ...decisions.checks }, ...sumOf(decisions) },
    evaluations: lastEvaluations(cadre),
    title: seat.title,
  }
}

const presentHead = (board: PrincipalBoard, { cadre, seat }: Principal) => ({
  cadreId: cadre.id,
  name: presentPerson(board, cadre.id).name,
  positionId: seat.position,
  unitId: seat.unit,
  unitName: seat.unitName,
  title: seat.title,
  unitKind: seat.unitKind as PrincipalRow['unitKind'],
})

export function presentAudit(board: PrincipalBoard, due: AuditDue): AuditDueShape {
  const { cadreId, positionId, seat, trigger, rule, basis, since, dueOn, state, lastOn, reason } = due
  const source = auditSource(due)
  return {
    cadreId,
    name: presentPerson(board, cadreId).name,
    positionId,
    unitId: seat.unit,
    seat: `${seat.unitName}${seat.title}`,
    trigger,
    rule,
    basis: presentBasis(basis),
    since: formatDate(since),
    dueOn: presentDate(dueOn),
    state,
    lastOn: presentDate(lastOn),
    reason: presentText(reason),
    source,
    matter: presentMatterLink(matterFrom(board.matters, source)),
  }
}

export function presentOpenFinding(board: PrincipalBoard, found: OpenFinding): FindingRow {
  const { eventId, kind, cadreId, isNamed, unitId, on, finding, severity, dueOn, closedOn, state } = found
  const source = findingSource(eventId)
  return {
    eventId,
    source,
    kind,
    person: cadreId === undefined ? null : { cadreId, name: presentPerson(board, cadreId).name },
    isNamed,
    unitId: unitId ?? null,
    unitName: unitId === undefined ? null : unitNamed(board, unitId),
    on: formatDate(on),
    finding,
    severity: (severity ?? null) as FindingRow['severity'],
    dueOn: presentDate(dueOn),
    closedOn: presentDate(closedOn),
    state,
    matter: presentMatterLink(matterFrom(board.matters, source)),
  }
}

export const presentMeetingRow = (
  board: Pick<PrincipalBoard, 'facts'>,
  { meeting, items, verdict }: CheckedMeeting,
): TeamMeetingRow => ({
  meetingId: meeting.meetingId,
  heldOn: formatDate(meeting.heldOn),
  name: meeting.name,
  unitId: meeting.unitId,
  unitName: unitNamed(board, meeting.unitId),
  presider: { cadreId: meeting.presiderId, name: presentPerson(board, meeting.presiderId).name },
  items: meeting.items.map(({ kind, subject }, place) => ({
    kind,
    subject,
    verdict: items[place]?.verdict ?? 'unknown',
  })),
  verdict,
})
