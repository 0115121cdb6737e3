/** What a team gains and loses, read off its lines: the same words stand in the checks and on the sheet. */
import type { Team } from './bench.ts'

type Line = Team['structure'][number]
type Goal = Team['goals'][number]

const fieldsOf = ({ structure }: Team): Line[] => structure.filter(({ group }) => group === 'field')

export const fieldsGained = (team: Team): Line[] =>
  fieldsOf(team).filter(({ before, after }) => before.count === 0 && after.count > 0)

export const fieldsLost = (team: Team): Line[] =>
  fieldsOf(team).filter(({ before, after }) => before.count > 0 && after.count === 0)

/** Fields of its seats in which nobody is known to be at home. */
export const fieldsUncovered = (team: Team): Line[] =>
  fieldsOf(team).filter(({ needed, after }) => needed && after.count === 0)

export const goalsLost = ({ goals }: Team): Goal[] =>
  goals.filter(({ before, after }) => before.state === 'kept' && after.state !== 'kept')
