/** A request over a board, as a cascade of numbers: what each move gains, and what must hold or costs a price. */
import type { RotationDuty } from '#domain/results.ts'
import type { Lock, SlateRequest, TeamFloor } from '#domain/slate.ts'
import type { CascadeProblem, Limit } from '#optimisation/index.ts'
import type { Ground } from '../ground.ts'
import { isOfKind } from '../team/kinds.ts'
import type { TeamOnBoard } from '../team/teams-on-board.ts'
import type { LawfulMove, SlateBoard } from './board.ts'
import { limitsOf } from './limits.ts'
import type { SlateSettings } from './settings.ts'

/** What a limit is about; `moves` where it looks at all of them. */
export type Wish =
  | { readonly goal: 'fill'; readonly seat: number }
  | { readonly goal: 'rotation'; readonly duty: RotationDuty }
  | { readonly goal: 'structure'; readonly floor: TeamFloor; readonly team: TeamOnBoard; readonly before: number }
  | { readonly goal: 'kin'; readonly pair: readonly [cadre: number, cadre: number]; readonly unit: string }
  | { readonly goal: 'quota'; readonly unitName: string; readonly quota: number }
  | { readonly goal: 'moves' }
  | { readonly goal: 'lock'; readonly lock: Lock; readonly place: number }

export interface WishedLimit {
  readonly wish: Wish
  readonly limit: Limit
}

export interface Gain {
  readonly goal: 'fit' | 'moves' | 'reserve' | 'grassroots'
  readonly value: number
}

export interface SlateProblem {
  readonly problem: CascadeProblem
  /** What each limit of the problem is about, in their order. */
  readonly wishes: readonly Wish[]
  /** What choosing each move adds, by goal. */
  readonly gainsOf: (move: LawfulMove) => readonly Gain[]
  /** Row of the cadre behind each person of the problem, and of the seat behind each seat. */
  readonly cadres: readonly number[]
  readonly seats: readonly number[]
  /** The objective while nobody moves: no merit or fault of a plan. */
  readonly idle: number
}

/** What a limit misses while nobody moves. */
export const missedNow = ({ least, most }: Limit): number => Math.max(0, least, -most)

export function slateProblem(
  ground: Ground,
  board: SlateBoard,
  request: SlateRequest,
  { settings, duties }: { readonly settings: SlateSettings; readonly duties: readonly RotationDuty[] },
): SlateProblem {
  const homes = board.people.map((cadre) => board.homeOf(cadre))
  const moving = new Set(board.moves.map(({ cadre }) => cadre))
  const cadres = board.people.filter((cadre) => moving.has(cadre))
  const seats = [
    ...new Set([
      ...board.vacancies,
      ...board.moves.map(({ seat }) => seat),
      ...homes.flatMap((home, place) => (home !== undefined && moving.has(board.people[place] ?? -1) ? [home] : [])),
    ]),
  ].sort((a, b) => a - b)
  const personOf = new Map(cadres.map((cadre, person) => [cadre, person]))
  const seatOf = new Map(seats.map((seat, place) => [seat, place]))
  const gainsOf = gainReader(ground, board, request, settings)
  const arcs = {
    person: Int32Array.from(board.moves, ({ cadre }) => personOf.get(cadre) ?? -1),
    seat: Int32Array.from(board.moves, ({ seat }) => seatOf.get(seat) ?? -1),
    gain: Float64Array.from(board.moves, (move) => gainsOf(move).reduce((sum, { value }) => sum + value, 0)),
  }
  const empty = new Uint8Array(seats.length)
  for (const seat of board.vacancies) empty[seatOf.get(seat) ?? -1] = 1
  const limits = limitsOf(ground, board, request, duties)
  return {
    problem: {
      home: Int32Array.from(cadres, (cadre) => seatOf.get(board.homeOf(cadre) ?? -1) ?? -1),
      seatCount: seats.length,
      empty,
      arcs,
      chainMost: request.chainMost,
      exchangeMost: request.exchanges ? 2 : 0,
      limits: limits.map(({ limit }) => limit),
    },
    wishes: limits.map(({ wish }) => wish),
    gainsOf,
    cadres,
    seats,
    idle: limits.reduce((sum, { limit }) => sum - (limit.price ?? 0) * missedNow(limit), 0),
  }
}

/** A seat counts with its weight times the fit of who holds it; an empty one, and whose fit is not known, counts nothing. */
export function gainReader(
  ground: Ground,
  board: SlateBoard,
  request: SlateRequest,
  { weightOf }: SlateSettings,
): (move: LawfulMove) => readonly Gain[] {
  const { facts, snapshot } = ground
  const ofKind = isOfKind(ground)
  const { reserve } = snapshot.tables.cadres.columns
  return ({ cadre, seat, fit }) => {
    // A seat that somebody else goes on holding is not missed.
    const home = board.homeOf(cadre)
    const left = home === undefined ? 0 : weightOf(facts.seat(home).role) * (board.fitAtHome(cadre)?.fit ?? 0)
    const value = fit === undefined ? 0 : weightOf(facts.seat(seat).role) * fit - left
    const gains: Gain[] = [{ goal: 'fit', value }]
    if (request.moveCost > 0) gains.push({ goal: 'moves', value: -request.moveCost })
    if (request.reserve.force === 'goal' && reserve.values[cadre] === 1)
      gains.push({ goal: 'reserve', value: request.reserve.value })
    if (request.grassroots.force === 'goal' && ofKind(cadre, 'grassroots', request.grassroots.years) === true)
      gains.push({ goal: 'grassroots', value: request.grassroots.value })
    return gains
  }
}
