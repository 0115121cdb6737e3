import { formatDate } from '#domain/calendar.ts'
import { type Principal, principalSettings } from '#manage/index.ts'
import type { PrincipalDetail } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { presentPerson } from '../presenters/named.ts'
import {
  presentAudit,
  presentEvaluations,
  presentMeetingRow,
  presentOpenFinding,
  presentPrincipal,
} from './present-principals.ts'
import type { PrincipalBoard, PrincipalStanding } from './principal-board.ts'

/** One principal in full, but for what a run measured and the time axis. */
export function presentDetail(
  board: PrincipalBoard,
  standing: PrincipalStanding,
  held: readonly Principal[],
): Omit<PrincipalDetail, 'measures' | 'results' | 'course'> {
  const { principal, findings, meetings, decisions } = standing
  const { cadre, team } = principal
  return {
    ...presentPrincipal(board, standing),
    today: formatDate(board.today),
    yearsBack: principalSettings(board.book, board.facts.snapshot.asOf).yearsBack,
    others: held
      .filter((other) => other !== principal)
      .map(({ seat }) => ({ positionId: seat.position, seat: `${seat.unitName}${seat.title}` })),
    members: team.map(({ cadreId, seat }) => ({
      cadreId,
      name: presentPerson(board, cadreId).name,
      title: seat.title,
    })),
    dues: board.audits.filter(({ cadreId }) => cadreId === cadre.id).map((due) => presentAudit(board, due)),
    open: findings.map((one) => presentOpenFinding(board, one)),
    rules: decisions.rules.map(({ rule, basis, counts }) => ({
      rule,
      basis: presentBasis(basis),
      counts: { ...counts },
    })),
    held: meetings.map((one) => presentMeetingRow(board, one)),
    allEvaluations: presentEvaluations(cadre),
  }
}
