import { textAt } from '#domain/columns.ts'
import type { Eligibility, ProposedSlate, RotationDuty, SubjectFinding } from '#domain/results.ts'
import { explainPair } from '../explain-pair.ts'
import type { Ground } from '../ground.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import { type SlateSearchOptions, searchSlate } from './search.ts'
import { defaultRequest } from './settings.ts'

/**
 * The slate of every vacancy under the local settings: what an analysis writes. Undefined where nothing is vacant.
 * @example (await proposeSlate(ground, duties))?.slate.feasible // true
 */
export async function proposeSlate(
  ground: Ground,
  duties: readonly RotationDuty[],
  onState?: SlateSearchOptions['onState'],
): Promise<ProposedSlate | undefined> {
  const { snapshot, facts, book } = ground
  const { position_id } = snapshot.tables.vacancies.columns
  const open = new Set(
    Array.from({ length: snapshot.tables.vacancies.length }, (_, row) => textAt(position_id, row) ?? '').filter(
      (id) => {
        const seat = facts.seatIndex(id)
        return seat !== undefined && facts.seat(seat).holders().length === 0
      },
    ),
  )
  if (open.size === 0) return undefined
  const floors = teamsOnBoard(ground).flatMap((team) => team.floors)
  const request = defaultRequest(book, snapshot.asOf, [...open].sort(), floors)
  const slate = await searchSlate(ground, request, { duties, ...(onState ? { onState } : {}) })
  return { request, slate }
}

/**
 * The pairs of a slate that are no vacancy × cadre pairs: seats that open only by a move of the slate. With these, every
 * move of the slate has its row and its findings.
 */
export function openedPairs(
  { snapshot, book }: Ground,
  { request, slate }: ProposedSlate,
): { readonly eligibility: readonly Eligibility[]; readonly findings: readonly SubjectFinding[] } {
  const vacancies = new Set(request.vacancies)
  const moves = slate.feasible ? slate.plans.flatMap((plan) => plan.moves) : []
  const opened = moves.filter(({ to }) => !vacancies.has(to))
  return {
    eligibility: opened.map(({ to, cadreId, verdict, move }) => ({
      positionId: to,
      cadreId,
      verdict,
      blocking: [],
      missing: [],
      move,
    })),
    findings: opened.flatMap(({ to, cadreId }) =>
      explainPair(snapshot, book, to, cadreId).map((finding) => ({ subject: `${to}/${cadreId}`, finding })),
    ),
  }
}
