import type { SlatePlanShape } from '#server/contract/index.ts'

type Move = SlatePlanShape['moves'][number]
type Seat = Move['to']

/** What a chain is drawn of, from the vacancy outward: a seat, then who comes to it, then the seat that is left. */
export type ChainStep =
  | { readonly kind: 'seat'; readonly seat: Seat | null; readonly isVacancy: boolean }
  | { readonly kind: 'move'; readonly move: Move }

/** An exchange ends where it began: its first seat is drawn again at its end. */
export function chainSteps(moves: readonly Move[]): ChainStep[] {
  const [first] = moves
  if (!first) return []
  return [
    { kind: 'seat', seat: first.to, isVacancy: true },
    ...moves.flatMap((move): ChainStep[] => [
      { kind: 'move', move },
      { kind: 'seat', seat: move.from, isVacancy: false },
    ]),
  ]
}
