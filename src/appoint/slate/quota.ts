import { textAt } from '#domain/columns.ts'
import type { Ground } from '../ground.ts'
import type { SlateBoard } from './board.ts'
import type { WishedLimit } from './problem.ts'

/**
 * The quota of posts of a team, over all moves together: the rule was asked about each move as things stand now. Whoever may
 * still hold a post counts as holding it. (Civil Servants Law 2018, art. 43.)
 */
export function quotaLimits({ facts, snapshot }: Ground, board: SlateBoard): WishedLimit[] {
  const { team_id: teamOf } = snapshot.tables.positions.columns
  /** Principals count against one quota, deputies and other members against the other. */
  const classOf = (row: number | undefined): string | undefined => {
    if (row === undefined) return undefined
    const { quota, role } = facts.seat(row)
    return quota === undefined ? undefined : `${textAt(teamOf, row)} ${role === 'principal'}`
  }
  const entered = [...new Set(board.moves.map(({ seat }) => seat))]
  const classes = Map.groupBy(entered, classOf)
  const touching = touchingMoves(board, classOf)
  const vacantIn = Map.groupBy(board.vacancies, classOf)
  return [...classes].flatMap(([key, [seat]]): WishedLimit[] => {
    if (key === undefined || seat === undefined) return []
    const { quota = 0, unitName } = facts.seat(seat)
    const counted = new Set([...facts.seat(seat).holders(), ...facts.seat(seat).peers()].map(({ cadre }) => cadre))
    // Whoever enters a held seat takes the place of its holder: only seats that are empty now can overrun the quota.
    const room = quota - counted.size
    if ((vacantIn.get(key)?.length ?? 0) <= room) return []
    const changes = (touching.get(key) ?? []).flatMap(({ arc, isInto, isFrom }) => {
      const holds = counted.has(facts.cadre(board.moves[arc]?.cadre ?? -1).id)
      const comes = isInto && !holds ? 1 : 0
      const goes = !isInto && isFrom && holds ? 1 : 0
      return comes === goes ? [] : [{ arc, coefficient: comes - goes }]
    })
    const limit = {
      arcs: Int32Array.from(changes, ({ arc }) => arc),
      coefficients: Float64Array.from(changes, ({ coefficient }) => coefficient),
      least: Number.NEGATIVE_INFINITY,
      most: Math.max(0, room),
    }
    return [{ wish: { goal: 'quota', unitName, quota }, limit }]
  })
}

interface Touching {
  readonly arc: number
  readonly isInto: boolean
  readonly isFrom: boolean
}

/** By class of posts: the moves into it or out of it, in their order. */
function touchingMoves(
  { moves, homeOf }: SlateBoard,
  classOf: (seat: number | undefined) => string | undefined,
): ReadonlyMap<string, readonly Touching[]> {
  const found = new Map<string, Touching[]>()
  const known = new Map<number | undefined, string | undefined>()
  const classAt = (seat: number | undefined): string | undefined => {
    if (!known.has(seat)) known.set(seat, classOf(seat))
    return known.get(seat)
  }
  const homes = new Map<number, string | undefined>()
  moves.forEach(({ cadre, seat }, arc) => {
    if (!homes.has(cadre)) homes.set(cadre, classAt(homeOf(cadre)))
    const [into, from] = [classAt(seat), homes.get(cadre)]
    for (const key of new Set([into, from])) {
      if (key === undefined) continue
      const touching = found.get(key) ?? []
      touching.push({ arc, isInto: into === key, isFrom: from === key })
      found.set(key, touching)
    }
  })
  return found
}
