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
  return [...classes].flatMap(([key, [seat]]): WishedLimit[] => {
    if (key === undefined || seat === undefined) return []
    const { quota = 0, unitName } = facts.seat(seat)
    const counted = new Set([...facts.seat(seat).holders(), ...facts.seat(seat).peers()].map(({ cadre }) => cadre))
    // Whoever enters a held seat takes the place of its holder: only seats that are empty now can overrun the quota.
    const room = quota - counted.size
    if (board.vacancies.filter((row) => classOf(row) === key).length <= room) return []
    const changes = board.moves.flatMap((move, arc) => {
      const holds = counted.has(facts.cadre(move.cadre).id)
      const comes = classOf(move.seat) === key && !holds ? 1 : 0
      const goes = classOf(move.seat) !== key && classOf(board.homeOf(move.cadre)) === key && holds ? 1 : 0
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
