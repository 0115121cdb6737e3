import type { Factor, MixedModelFit } from '#statistics/index.ts'
import type { CarryOver } from './carry-over.ts'
import { type Influence, influenceOf, type Term } from './factors.ts'
import type { Results } from './results.ts'

/** What each influence adds to each result, people apart. */
export function addedBy(
  fit: MixedModelFit,
  factors: readonly Factor[],
  { results, carryOver }: { readonly results: Results; readonly carryOver: CarryOver },
): ReadonlyMap<Influence, Float64Array> {
  const of = (influence: Influence): Float64Array => sumOf(influence, fit, factors)
  const [trade, environment] = [of('trade'), of('environment')]
  const start = Float64Array.from(carryOver.before, (last) =>
    last < 0
      ? 0
      : carryOver.part * ((results.standing[last] as number) - (trade[last] as number) - (environment[last] as number)),
  )
  return new Map<Influence, Float64Array>([
    ['trade', trade],
    ['environment', environment],
    ['start', start],
    ['year', of('year')],
  ])
}

/** What the terms of one influence add to each result; the intercept belongs to the trade. */
export function sumOf(influence: Influence, fit: MixedModelFit, factors: readonly Factor[]): Float64Array {
  const sums = new Float64Array(fit.observations).fill(influence === 'trade' ? (fit.fixed[0]?.estimate ?? 0) : 0)
  for (const { name, codes } of factors) {
    const modes = fit.random.find((term) => term.name === name)?.modes
    if (modes && influenceOf[name as Term] === influence)
      codes.forEach((code, row) => {
        sums[row] = (sums[row] as number) + (modes[code] as number)
      })
  }
  return sums
}
