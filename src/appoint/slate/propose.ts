import { textAt } from '#domain/columns.ts'
import type { Eligibility, ProposedSlate, RotationDuty, SubjectFinding } from '#domain/results.ts'
import { explainPair } from '../explain-pair.ts'
import type { Ground } from '../ground.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import { isVacant } from '../vacant.ts'
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
  const { snapshot, book } = ground
  const open = [...listedVacancies(ground)].filter((id) => isVacant(ground, id))
  if (open.length === 0) return undefined
  const floors = teamsOnBoard(ground).flatMap((team) => team.floors)
  const request = defaultRequest(book, snapshot.asOf, open.sort(), floors)
  const slate = await searchSlate(ground, request, { duties, ...(onState ? { onState } : {}) })
  return { request, slate }
}

/** Seats of `vacancies.csv`, held ones too. */
function listedVacancies({ snapshot }: Ground): Set<string> {
  const { columns, length } = snapshot.tables.vacancies
  return new Set(Array.from({ length }, (_, row) => textAt(columns.position_id, row) ?? ''))
}

/**
 * The pairs of a slate that are no vacancy × cadre pairs, each once: seats that open only by a move of one of its plans.
 * With these, every move has its row and its findings.
 */
export function openedPairs(
  ground: Ground,
  { slate }: Pick<ProposedSlate, 'slate'>,
): { readonly eligibility: readonly Eligibility[]; readonly findings: readonly SubjectFinding[] } {
  const compared = listedVacancies(ground)
  const moves = slate.feasible ? slate.plans.flatMap((plan) => plan.moves) : []
  const opened = new Map(
    moves.filter(({ to }) => !compared.has(to)).map((move) => [`${move.to}/${move.cadreId}`, move]),
  )
  return {
    eligibility: [...opened.values()].map(({ to, cadreId, verdict, move }) => ({
      positionId: to,
      cadreId,
      verdict,
      blocking: [],
      missing: [],
      move,
    })),
    findings: [...opened].flatMap(([subject, { to, cadreId }]) =>
      explainPair(ground.snapshot, ground.book, to, cadreId).map((finding) => ({ subject, finding })),
    ),
  }
}
