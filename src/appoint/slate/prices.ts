/** What a missed goal would cost if it had to hold, and what one move more would buy: each by a search of its own. */

import type { SlatePlan } from '#domain/slate.ts'
import { type CascadeProblem, type CascadeSolution, type Limit, solveCascade } from '#optimisation/index.ts'
import type { SlateWork } from './plan.ts'
import type { Wish } from './problem.ts'

/** Searches at most; goals beyond have no price. */
const searchesMost = 12

/** Vacancies first, then teams, then duties: the order in which an office asks. */
const urgency: Partial<Record<Wish['goal'], number>> = { moves: 0, fill: 1, structure: 2, rotation: 3 }

export async function priced(
  { posed }: SlateWork,
  plan: SlatePlan,
  solution: CascadeSolution,
  work: number,
): Promise<SlatePlan> {
  const sums = plan.goals.length - posed.wishes.length
  const asked = posed.wishes
    .map((wish, place) => ({ wish, place, outcome: plan.goals[sums + place] }))
    .filter(({ outcome }) => outcome && outcome.state !== 'kept')
    .sort((a, b) => (urgency[a.wish.goal] ?? 9) - (urgency[b.wish.goal] ?? 9) || a.place - b.place)
    .slice(0, searchesMost)
  const prices = new Map<number, number>()
  for (const { place, wish } of asked) {
    const limit = posed.problem.limits[place]
    if (!limit || (limit.arcs.length === 0 && wish.goal !== 'moves')) continue
    const other = await solveCascade(withLimit(posed.problem, place, changed(limit, wish)), {
      work,
      start: solution.chosen,
    })
    if (!('clash' in other)) prices.set(sums + place, Math.abs(other.objective - solution.objective))
  }
  return { ...plan, goals: plan.goals.map((goal, index) => ({ ...goal, price: prices.get(index) ?? goal.price })) }
}

/** A missed goal must hold; a limit on moves lets one more. */
function changed(limit: Limit, wish: Wish): Limit {
  if (wish.goal === 'moves') return { ...limit, most: limit.most + 1 }
  const { price: _price, ...hard } = limit
  return hard
}

const withLimit = (problem: CascadeProblem, place: number, limit: Limit): CascadeProblem => ({
  ...problem,
  limits: problem.limits.map((one, index) => (index === place ? limit : one)),
})
