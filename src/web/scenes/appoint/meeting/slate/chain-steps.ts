import type { SlatePlanShape } from '#server/contract/index.ts'

type Move = SlatePlanShape['moves'][number]
type Seat = Move['to']

/** What a chain is drawn of, from the vacancy outward: a seat, then who comes to it, then the seat that is left. */
export type ChainStep =
  | { readonly kind: 'seat'; readonly seat: Seat; readonly isVacancy: boolean }
  | { readonly kind: 'move'; readonly move: Move }

/** A post that is not among the known seats leaves none open. An exchange ends where it began: its first seat comes again. */
export function chainSteps(moves: readonly Move[]): ChainStep[] {
  const [first] = moves
  if (!first) return []
  return [
    { kind: 'seat', seat: first.to, isVacancy: true },
    ...moves.flatMap((move): ChainStep[] => [
      { kind: 'move', move },
      ...(move.from ? [{ kind: 'seat', seat: move.from, isVacancy: false } as const] : []),
    ]),
  ]
}
