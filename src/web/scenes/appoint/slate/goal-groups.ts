import type { Goal } from './shapes.ts'

export type GoalState = Goal['state']

/** Goals of one kind, which the first part of their id names: `fill:P1` is of `fill`. */
export interface GoalGroup {
  readonly kind: string
  readonly goals: readonly Goal[]
  /** Part of the objective. */
  readonly value: number
  readonly counts: Readonly<Record<GoalState, number>>
}

const order = ['fit', 'fill', 'rotation', 'structure', 'reserve', 'grassroots', 'moves', 'move-cost', 'kin', 'lock']
const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length)
const states: Readonly<Record<GoalState, number>> = { missed: 0, binding: 1, kept: 2 }

const kindOf = ({ id }: Goal): string => id.split(':')[0] ?? id

/** The goals of a plan kind by kind; inside a kind the missed ones stand first, the dearest before the others. */
export function goalGroups(goals: readonly Goal[]): GoalGroup[] {
  return [...Map.groupBy(goals, kindOf)]
    .map(([kind, together]) => ({
      kind,
      goals: together.toSorted((a, b) => states[a.state] - states[b.state] || (b.price ?? 0) - (a.price ?? 0)),
      value: together.reduce((sum, { value }) => sum + value, 0),
      counts: {
        kept: together.filter(({ state }) => state === 'kept').length,
        binding: together.filter(({ state }) => state === 'binding').length,
        missed: together.filter(({ state }) => state === 'missed').length,
      },
    }))
    .sort((a, b) => rank(a.kind) - rank(b.kind))
}

/** The state that a whole group is marked with: the one that asks for most. */
export const worstState = ({ counts }: GoalGroup): GoalState =>
  counts.missed > 0 ? 'missed' : counts.binding > 0 ? 'binding' : 'kept'
