/** Whole choices from fractions at once: each chain goes where the relaxation takes most, while it goes on more than not. */
import type { Choice } from './choices.ts'
import type { Network } from './network.ts'
import { opens } from './network.ts'
import { peopleOf } from './part.ts'

interface Share {
  readonly choice: Choice
  readonly value: number
}

/** Keeps what limits without a price allow at most, but may miss what they ask at least. */
export const followed = (network: Network, choices: readonly Choice[], values: Float64Array): readonly Choice[] => {
  const { problem, limitsOf, coefficients } = network
  const shares = choices
    .map((choice, index): Share => ({ choice, value: values[index] ?? 0 }))
    .filter(({ value }) => value > 1e-6)
    .sort((a, b) => b.value - a.value)
  const place = (step: number, seat: number) => step * problem.seatCount + seat
  const at = Map.groupBy(shares, ({ choice: { step, arcs } }) => place(step, problem.arcs.seat[arcs[0] ?? 0] ?? 0))
  const flow = (step: number, seat: number): number =>
    (at.get(place(step, seat)) ?? []).reduce((sum, { value }) => sum + value, 0)
  const busy = new Set<number>()
  const sums = new Float64Array(problem.limits.length)
  const found: Choice[] = []
  const fits = (choice: Choice): boolean =>
    !peopleOf(network, choice).some((person) => busy.has(person)) &&
    choice.arcs.every((arc) => {
      for (let entry = limitsOf.starts[arc] ?? 0; entry < (limitsOf.starts[arc + 1] ?? 0); entry++) {
        const { most = 0, price } = problem.limits[limitsOf.items[entry] ?? 0] ?? {}
        const more = coefficients[entry] ?? 0
        if (price === undefined && more > 0 && (sums[limitsOf.items[entry] ?? 0] ?? 0) + more > most) return false
      }
      return true
    })
  const take = (choice: Choice): void => {
    found.push(choice)
    for (const person of peopleOf(network, choice)) busy.add(person)
    for (const arc of choice.arcs)
      for (let entry = limitsOf.starts[arc] ?? 0; entry < (limitsOf.starts[arc + 1] ?? 0); entry++) {
        const limit = limitsOf.items[entry] ?? 0
        sums[limit] = (sums[limit] ?? 0) + (coefficients[entry] ?? 0)
      }
  }
  for (const { choice, value } of shares) if (choice.step === 0 && value > 0.5 && fits(choice)) take(choice)
  for (const { choice: first } of shares) {
    if (first.step !== 1) continue
    let seat = problem.arcs.seat[first.arcs[0] ?? 0] ?? -1
    const shut = found.some(({ step, arcs }) => step === 1 && problem.arcs.seat[arcs[0] ?? 0] === seat)
    for (let step = 1, enough = 0.5; !shut && seat >= 0 && flow(step, seat) >= enough; step++) {
      const next = at.get(place(step, seat))?.find(({ choice }) => fits(choice))
      if (!next) break
      take(next.choice)
      enough = next.value / 2
      seat = opens(network, next.choice.arcs[0] ?? 0)
    }
  }
  return found
}
