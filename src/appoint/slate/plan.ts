/** Reads the moves that a search chose as a plan: chains in an executable order, goals with what they came to, teams. */
import { halfWidth90 } from '#domain/estimate.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { GoalOutcome, SlateChain, SlateMove, SlatePlan, SlateRequest, TeamChange } from '#domain/slate.ts'
import type { CascadeSolution } from '#optimisation/index.ts'
import { moveOf } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { standingOf } from '../team/standing.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import type { LawfulMove, SlateBoard } from './board.ts'
import { goalWords, wishOutcome } from './goals.ts'
import type { SlateProblem } from './problem.ts'
import type { SlateSettings } from './settings.ts'
import { chainEnds, moveReasons, unfilledReason } from './wording.ts'

/** Everything a plan is read with. */
export interface SlateWork {
  readonly ground: Ground
  readonly request: SlateRequest
  readonly settings: SlateSettings
  readonly duties: readonly RotationDuty[]
  readonly board: SlateBoard
  readonly posed: SlateProblem
}

/** A plan that nobody has verified yet. */
export type UncheckedPlan = Omit<SlatePlan, 'check'>

export function planOf(work: SlateWork, solution: CascadeSolution): UncheckedPlan {
  const { board, posed } = work
  const chosen = [...solution.chosen].map((arc) => board.moves[arc]).filter((move) => move !== undefined)
  const { ordered, chains } = inChains(work, chosen)
  const moves = ordered.map((move) => slateMove(work, move))
  const half = halfWidth90 * Math.hypot(...moves.map(({ gainSd }) => gainSd))
  const came = { chosen: new Set(solution.chosen), missed: solution.missed }
  const objective = solution.objective - posed.idle
  const bound = solution.bound - posed.idle
  return {
    moves,
    chains,
    objective,
    bound,
    gap: gapBetween(objective, bound),
    lower: objective - half,
    upper: objective + half,
    goals: [...sumsOf(work, ordered), ...posed.wishes.map((wish, place) => wishOutcome(work, wish, place, came))],
    unfilled: board.vacancies
      .filter((seat) => !chosen.some((move) => move.seat === seat))
      .map((seat) => ({ positionId: work.ground.facts.seat(seat).position, reason: unfilledReason(work, seat) })),
    teams: teamsOf(work, ordered),
  }
}

/** How much more is possible at most, as a share of what there is. */
export const gapBetween = (objective: number, bound: number): number =>
  bound <= objective ? 0 : (bound - objective) / Math.max(Math.abs(objective), 1e-9)

/** From each vacancy outward, vacancies in the order of their seats; then exchanges. */
function inChains(
  { ground, board }: SlateWork,
  chosen: readonly LawfulMove[],
): { ordered: LawfulMove[]; chains: SlateChain[] } {
  const into = new Map(chosen.map((move) => [move.seat, move]))
  const ordered: LawfulMove[] = []
  const chains: SlateChain[] = []
  const placed = new Set<LawfulMove>()
  const follow = (start: LawfulMove, kind: SlateChain['kind']): void => {
    const moves: number[] = []
    let last: number | undefined
    for (let move: LawfulMove | undefined = start; move && !placed.has(move); ) {
      placed.add(move)
      moves.push(ordered.push(move) - 1)
      last = board.homeOf(move.cadre)
      move = last === undefined ? undefined : into.get(last)
    }
    const end = kind === 'chain' && last !== undefined ? ground.facts.seat(last) : undefined
    chains.push({ kind, moves, ends: chainEnds(kind, end) })
  }
  const vacant = new Set(board.vacancies)
  for (const move of chosen) if (vacant.has(move.seat)) follow(move, 'chain')
  for (const move of chosen) if (!placed.has(move)) follow(move, 'exchange')
  return { ordered, chains }
}

/** Standard deviation of the gain of a move, from what is not known of the fits. */
function gainSdOf({ ground, board, settings }: SlateWork, { cadre, seat, fit, sd }: LawfulMove): number {
  if (fit === undefined) return 0
  const { facts } = ground
  const home = board.homeOf(cadre)
  const to = settings.weightOf(facts.seat(seat).role) * sd
  const from = home === undefined ? 0 : settings.weightOf(facts.seat(home).role) * (board.fitAtHome(cadre)?.sd ?? 0)
  return Math.hypot(to, from)
}

function slateMove(work: SlateWork, move: LawfulMove): SlateMove {
  const { ground, board, posed } = work
  const cadre = ground.facts.cadre(move.cadre)
  const seat = ground.facts.seat(move.seat)
  return {
    cadreId: cadre.id,
    from: cadre.post?.seat?.position,
    to: seat.position,
    fit: ground.fits.told(cadre, seat),
    fitFrom: board.fitAtHome(move.cadre)?.fit,
    verdict: move.verdict,
    move: moveOf(cadre, seat),
    gains: posed.gainsOf(move),
    gainSd: gainSdOf(work, move),
    reasons: moveReasons(work, move),
  }
}

/** Goals that every move adds to. */
function sumsOf({ posed, request }: SlateWork, ordered: readonly LawfulMove[]): GoalOutcome[] {
  const gains = ordered.flatMap((move) => posed.gainsOf(move))
  const sums = Map.groupBy(gains, ({ goal }) => goal)
  return (['fit', 'moves', 'reserve', 'grassroots'] as const).flatMap((goal): GoalOutcome[] => {
    const own = sums.get(goal) ?? []
    if (own.length === 0 && goal !== 'fit') return []
    const value = own.reduce((sum, one) => sum + one.value, 0)
    return [
      {
        id: goal === 'moves' ? 'move-cost' : goal,
        label: goalWords(goal, request),
        state: 'kept',
        reached: goal === 'fit' ? value : own.length,
        asked: undefined,
        value,
        price: undefined,
      },
    ]
  })
}

/** The teams that somebody enters or leaves, before and after. */
function teamsOf({ ground, request }: SlateWork, ordered: readonly LawfulMove[]): TeamChange[] {
  const entered = new Map(ordered.map(({ seat, cadre }) => [seat, cadre]))
  const { facts } = ground
  const moved = new Set(ordered.map(({ cadre }) => cadre))
  const left = new Set(ordered.flatMap(({ cadre }) => facts.cadre(cadre).post?.seat?.index ?? []))
  /** Where a record has several people in a seat, who stays in it when one leaves. */
  const stayerIn = (seat: number): number | undefined =>
    facts
      .seat(seat)
      .holders()
      .flatMap(({ cadre }) => facts.cadreIndex(cadre) ?? [])
      .find((cadre) => !moved.has(cadre))
  const floors = Map.groupBy(request.structure.floors, ({ unitId }) => unitId)
  return teamsOnBoard(ground).flatMap((found): TeamChange[] => {
    if (!found.seats.some((seat) => entered.has(seat) || left.has(seat))) return []
    const team = { ...found, floors: floors.get(found.unitId) ?? found.floors }
    const after = new Map(team.occupants)
    for (const seat of team.seats) {
      const holder = entered.get(seat) ?? (left.has(seat) ? stayerIn(seat) : after.get(seat))
      if (holder === undefined) after.delete(seat)
      else after.set(seat, holder)
    }
    return [
      {
        unitId: team.unitId,
        before: standingOf(ground, team, team.occupants),
        after: standingOf(ground, team, after),
      },
    ]
  })
}
