/** What a request asks of the moves of a board together: goals with a price, and limits that must hold. */
import type { RotationDuty } from '#domain/results.ts'
import type { SlateRequest } from '#domain/slate.ts'
import type { Limit } from '#optimisation/index.ts'
import type { Facts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { isOfKind } from '../team/kinds.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import type { SlateBoard } from './board.ts'
import { kinLimits } from './kin.ts'
import type { WishedLimit } from './problem.ts'
import { quotaLimits } from './quota.ts'

/** The moves of a board by whom they move and which seat they fill: indices, ascending. */
interface MoveIndex {
  readonly ofCadre: ReadonlyMap<number, readonly number[]>
  readonly into: ReadonlyMap<number, readonly number[]>
}

function indexOf({ moves }: SlateBoard): MoveIndex {
  const arcs = moves.map((_, arc) => arc)
  const by = <K>(keyOf: (move: SlateBoard['moves'][number]) => K) =>
    Map.groupBy(arcs, (arc) => keyOf(moves[arc] as SlateBoard['moves'][number]))
  return {
    ofCadre: by(({ cadre }) => cadre),
    into: by(({ seat }) => seat),
  }
}

export function limitsOf(
  ground: Ground,
  board: SlateBoard,
  request: SlateRequest,
  duties: readonly RotationDuty[],
): readonly WishedLimit[] {
  const index = indexOf(board)
  return [
    ...fillLimits(board, index, request),
    ...rotationLimits(ground.facts, board, index, request, duties),
    ...structureLimits(ground, board, index, request),
    ...kinLimits(ground.facts, board),
    ...quotaLimits(ground, board),
    ...budget(board, request),
    ...lockLimits(ground.facts, board, index, request),
  ]
}

const counting = (arcs: readonly number[]): Pick<Limit, 'arcs' | 'coefficients'> => ({
  arcs: Int32Array.from(arcs),
  coefficients: new Float64Array(arcs.length).fill(1),
})

/** One of these moves is made. */
const oneOf = (arcs: readonly number[] = []): Omit<Limit, 'price'> => ({ ...counting(arcs), least: 1, most: 1 })

const withForce = (limit: Omit<Limit, 'price'>, { force, price }: SlateRequest['fill']): Limit =>
  force === 'goal' ? { ...limit, price } : limit

function fillLimits(board: SlateBoard, { into }: MoveIndex, { fill }: SlateRequest): WishedLimit[] {
  if (fill.force === 'off') return []
  return board.vacancies.map((seat) => ({
    wish: { goal: 'fill', seat },
    limit: withForce(oneOf(into.get(seat)), fill),
  }))
}

/** Once for each person: whoever moves has left every duty of the present post behind. */
function rotationLimits(
  facts: Facts,
  board: SlateBoard,
  { ofCadre }: MoveIndex,
  { rotation }: SlateRequest,
  duties: readonly RotationDuty[],
): WishedLimit[] {
  if (rotation.force === 'off') return []
  const inPool = new Set(board.people)
  const due = duties.filter(({ state, cadreId, positionId }) => {
    const cadre = facts.cadreIndex(cadreId)
    if (state === 'later' || cadre === undefined || !inPool.has(cadre)) return false
    return facts.cadre(cadre).post?.position === positionId
  })
  return [...Map.groupBy(due, ({ cadreId }) => cadreId)].flatMap(([cadreId, [duty]]) => {
    if (!duty) return []
    const limit = oneOf(ofCadre.get(facts.cadreIndex(cadreId) ?? -1))
    return [{ wish: { goal: 'rotation', duty } as const, limit: withForce(limit, rotation) }]
  })
}

/**
 * People of the kind now, those who come, less those who go. A team that nobody can enter or leave is no matter of a goal; a
 * limit must hold there, too.
 */
function structureLimits(
  ground: Ground,
  board: SlateBoard,
  { into, ofCadre }: MoveIndex,
  { structure }: SlateRequest,
): WishedLimit[] {
  if (structure.force === 'off') return []
  const ofKind = isOfKind(ground)
  const teams = new Map(teamsOnBoard(ground).map((team) => [team.unitId, team]))
  return structure.floors.flatMap((floor): WishedLimit[] => {
    const team = teams.get(floor.unitId)
    if (!team) return []
    const entering = team.seats.flatMap((seat) => into.get(seat) ?? [])
    const leaving = [...team.occupants].flatMap(([seat, cadre]) =>
      ground.facts.cadre(cadre).post?.seat?.index === seat ? (ofCadre.get(cadre) ?? []) : [],
    )
    if (entering.length + leaving.length === 0 && structure.force === 'goal') return []
    const counts = (cadre: number | undefined): boolean =>
      cadre !== undefined && ofKind(cadre, floor.kind, floor.with) === true
    const change = new Map<number, number>()
    const add = (arcs: readonly number[], by: number): void => {
      for (const arc of arcs) if (counts(board.moves[arc]?.cadre)) change.set(arc, (change.get(arc) ?? 0) + by)
    }
    add(entering, 1)
    add(leaving, -1)
    const changes = [...change].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b)
    const before = new Set([...team.occupants.values()].filter(counts)).size
    const limit = {
      arcs: Int32Array.from(changes, ([arc]) => arc),
      coefficients: Float64Array.from(changes, ([, by]) => by),
      least: floor.least - before,
      most: Number.POSITIVE_INFINITY,
    }
    return [{ wish: { goal: 'structure', floor, team, before }, limit: withForce(limit, structure) }]
  })
}

function budget({ moves }: SlateBoard, { movesMost }: SlateRequest): WishedLimit[] {
  if (movesMost === undefined) return []
  const all = counting(moves.map((_, arc) => arc))
  return [{ wish: { goal: 'moves' }, limit: { ...all, least: Number.NEGATIVE_INFINITY, most: movesMost } }]
}

/** Locks that keep somebody or something out are no limits: their moves are not on the board. */
function lockLimits(facts: Facts, board: SlateBoard, { ofCadre }: MoveIndex, { locks }: SlateRequest): WishedLimit[] {
  return locks.flatMap((lock, place): WishedLimit[] => {
    if (lock.kind !== 'must' && lock.kind !== 'must-move') return []
    const seat = lock.kind === 'must' ? facts.seatIndex(lock.positionId) : undefined
    const own = ofCadre.get(facts.cadreIndex(lock.cadreId) ?? -1) ?? []
    const wanted = own.filter((arc) => lock.kind === 'must-move' || board.moves[arc]?.seat === seat)
    return [{ wish: { goal: 'lock', lock, place }, limit: oneOf(wanted) }]
  })
}
