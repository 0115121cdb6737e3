/** A draft of an exchange across units as the request of a slate (跨部门交流方案). */
import { defaultRequest, type Ground, goalState, isVacant, standingOf, teamsOnBoard } from '#appoint/index.ts'
import { textAt } from '#domain/columns.ts'
import type { SlateRequest, TeamFloor } from '#domain/slate.ts'
import type { SeatFacts } from '#policy/index.ts'

export interface Exchange {
  /** Who must leave the present seat. */
  readonly cadres: readonly string[]
  /** Who may move. */
  readonly volunteers: readonly string[]
  /** Each of the chosen goes to another unit. */
  readonly elsewhere: boolean
  /** Goals of structure that the teams now keep must hold; else each miss costs its price. */
  readonly keepStructure: boolean
}

/** The seat of the present post; undefined where it is not among the known seats. */
export function seatOf({ facts }: Ground, cadreId: string): SeatFacts | undefined {
  const row = facts.cadreIndex(cadreId)
  return row === undefined ? undefined : facts.cadre(row).post?.seat
}

/** Vacant seats of the levels of these people, in other units than theirs. */
export function seatsFree(ground: Ground, cadres: readonly string[]): readonly string[] {
  const { facts, snapshot } = ground
  const held = cadres.flatMap((id) => seatOf(ground, id) ?? [])
  const { columns, length } = snapshot.tables.vacancies
  const listed = new Set(Array.from({ length }, (_, row) => textAt(columns.position_id, row) ?? ''))
  return [...listed].filter((position) => {
    const row = facts.seatIndex(position)
    if (row === undefined || !isVacant(ground, position)) return false
    const seat = facts.seat(row)
    return held.some(({ level, unit }) => level === seat.level && unit !== seat.unit)
  })
}

/**
 * Nobody moves but the chosen and the volunteers: into vacant seats of their levels, or into each other's.
 * @example exchangeRequest(ground, { cadres: ['C1', 'C2'], volunteers: [], elsewhere: true, keepStructure: true }).exchanges // true
 */
export function exchangeRequest(ground: Ground, wanted: Exchange): SlateRequest {
  const { book, snapshot } = ground
  const { cadres, volunteers, elsewhere, keepStructure } = wanted
  const people = [...new Set([...cadres, ...volunteers])]
  const vacancies = seatsFree(ground, cadres)
  const { movesMost: _budget, ...standard } = defaultRequest(book, snapshot.asOf, vacancies, [])
  const floors = floorsOf(ground, people, vacancies, keepStructure)
  return {
    ...standard,
    pool: { cadres: people },
    exchanges: true,
    fill: { ...standard.fill, force: 'off' },
    rotation: { ...standard.rotation, force: 'off' },
    structure: { ...standard.structure, floors, force: keepStructure ? 'limit' : 'goal' },
    locks: cadres.map((cadreId) => ({ kind: 'must-move', cadreId, ...(elsewhere ? { elsewhere } : {}) })),
  }
}

/** Goals of the teams that somebody may leave or enter; of these, only those kept now where they must stay so. */
function floorsOf(
  ground: Ground,
  people: readonly string[],
  vacancies: readonly string[],
  onlyKept: boolean,
): readonly TeamFloor[] {
  const { facts } = ground
  const units = new Set([
    ...people.flatMap((id) => seatOf(ground, id)?.unit ?? []),
    ...vacancies.flatMap((id) => {
      const row = facts.seatIndex(id)
      return row === undefined ? [] : [facts.seat(row).unit]
    }),
  ])
  return teamsOnBoard(ground)
    .filter(({ unitId }) => units.has(unitId))
    .flatMap((team) => {
      const { counts } = standingOf(ground, team, team.occupants)
      return team.floors.filter((floor, place) => {
        const count = counts[place]
        return !onlyKept || (count !== undefined && goalState(count, floor.least) === 'kept')
      })
    })
}
