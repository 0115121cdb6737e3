import type { SlatePlan } from '#domain/slate.ts'
import {
  type CascadeProblem,
  type CascadeSolution,
  type Infeasible,
  type Limit,
  type SearchOptions,
  solveCascade,
} from '#optimisation/index.ts'
import type { SeatFacts } from '#policy/index.ts'
import { isNear } from './kin.ts'
import { planOf, type SlateWork } from './plan.ts'
import { verifySlate } from './verify.ts'

export interface ReplayedPlan {
  readonly solution: CascadeSolution
  readonly plan: SlatePlan
}

/** A plan whose replay still finds fault after so many rounds is shown with its faults. */
const roundsMost = 5

/**
 * Searches, replays what was found, and where the replay finds fault forbids those moves together and searches again: what
 * several moves break between them is too various to be written as limits beforehand. (Logic-based Benders cuts: Hooker and
 * Ottosson, Mathematical Programming 96, 2003.) What one search has learned, the next ones know.
 */
export function replayedSearch(work: SlateWork) {
  const learned: Limit[] = []
  const count = work.posed.wishes.length
  return async (problem: CascadeProblem, options: SearchOptions): Promise<ReplayedPlan | Infeasible> => {
    for (let round = 1; ; round += 1) {
      const found = await solveCascade({ ...problem, limits: [...problem.limits, ...learned] }, options)
      if ('clash' in found) return { clash: found.clash.filter((place) => place < count) }
      const solution = { ...found, missed: found.missed.subarray(0, count) }
      const plan = checked(work, solution)
      const cuts = cutsFrom(work, solution, plan)
      if (cuts.length === 0 || round === roundsMost) return { solution, plan }
      learned.push(...cuts)
    }
  }
}

export function checked(work: SlateWork, solution: CascadeSolution): SlatePlan {
  const plan = planOf(work, solution)
  return { ...plan, check: verifySlate(work.ground, work.request, plan) }
}

/** Not again that move after those before it that touch its unit, the one above or one below. */
function cutsFrom(
  { ground, board }: SlateWork,
  { chosen }: CascadeSolution,
  { moves, chains, check }: SlatePlan,
): Limit[] {
  const { facts } = ground
  const arcOf = new Map([...chosen].map((arc) => [keyOf(board.moves[arc]), arc]))
  const order = chains.flatMap((chain) => chain.moves)
  const seatAt = (position: string | undefined): SeatFacts | undefined => {
    const row = position === undefined ? undefined : facts.seatIndex(position)
    return row === undefined ? undefined : facts.seat(row)
  }
  return check.faults.flatMap(({ move }): Limit[] => {
    const place = move === undefined ? -1 : order.indexOf(move)
    const seat = seatAt(moves[move ?? -1]?.to)
    if (place < 0 || !seat) return []
    const together = order.slice(0, place + 1).filter((index) => {
      const { from, to } = moves[index] ?? {}
      return (
        index === move ||
        [from, to].some((one) => {
          const other = seatAt(one)
          return other !== undefined && isNear(seat, other)
        })
      )
    })
    const arcs = Int32Array.from(
      together.flatMap((index) => {
        const { cadreId = '', to = '' } = moves[index] ?? {}
        return arcOf.get(`${facts.cadreIndex(cadreId)} ${facts.seatIndex(to)}`) ?? []
      }),
    ).sort()
    return [
      {
        arcs,
        coefficients: new Float64Array(arcs.length).fill(1),
        least: Number.NEGATIVE_INFINITY,
        most: arcs.length - 1,
      },
    ]
  })
}

const keyOf = (move: { readonly cadre: number; readonly seat: number } | undefined): string =>
  `${move?.cadre} ${move?.seat}`
