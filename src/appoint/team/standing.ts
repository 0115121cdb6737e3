import { ageOn } from '#domain/calendar.ts'
import type { TeamFloor, TeamStanding } from '#domain/slate.ts'
import type { Ground } from '../ground.ts'
import { isOfKind } from './kinds.ts'
import type { TeamOnBoard } from './teams-on-board.ts'

export type GoalState = 'kept' | 'missed' | 'unknown'

/**
 * A team with given people in its seats: its size, ages (completed years; the lesser where only the month of birth is
 * known and decides), and what each of its goals counts.
 * @example standingOf(ground, team, team.occupants).counts[0] // { kind: 'under', with: 40, count: 1, unknown: 1, least: 2 }
 */
export function standingOf(
  ground: Ground,
  team: Pick<TeamOnBoard, 'seats' | 'floors'>,
  occupants: ReadonlyMap<number, number>,
): TeamStanding {
  const { facts, snapshot } = ground
  const test = isOfKind(ground)
  const people = [...new Set(team.seats.flatMap((seat) => occupants.get(seat) ?? []))]
  return {
    members: people.map((row) => {
      const { id, bornOn } = facts.cadre(row)
      return { cadreId: id, age: bornOn === undefined ? undefined : ageOn(bornOn, snapshot.asOf).least }
    }),
    empty: team.seats.filter((seat) => !occupants.has(seat)).length,
    counts: team.floors.map(({ kind, with: by, least }) => {
      const answers = people.map((row) => test(row, kind, by))
      return {
        kind,
        with: by,
        count: answers.filter((answer) => answer === true).length,
        unknown: answers.filter((answer) => answer === undefined).length,
        least,
      }
    }),
  }
}

/** Whether a goal is kept; where those of whom it is not recorded could settle it, that is not known. */
export function goalState({ count, unknown }: TeamStanding['counts'][number], least: TeamFloor['least']): GoalState {
  if (count >= least) return 'kept'
  return count + unknown >= least ? 'unknown' : 'missed'
}
