/** A change, with its sampling variance and the squared weights of the occasions in it, by which ω² counts. */
export interface Change {
  readonly change: number
  readonly sampling: number
  readonly spread: number
  /** Held against the lower of two peers alone: that says nothing of how much standings usually vary. */
  readonly isFew?: boolean
}

export const varianceOf = ({ sampling, spread }: Change, omega: number): number => sampling + spread * omega

/** How much a standing varies from occasion to occasion by itself, learnt as changes come in. */
export interface ProcessVariance {
  value(): number
  learn(changes: readonly Change[]): void
}

/** ω² while too few changes are known: half a unit of the scale from occasion to occasion. */
const assumed = 0.25
const fewest = 40
/** The median of χ²(1): half of all squared standard normal values lie below. */
const medianSquare = 0.45493642311957
/** It is learnt anew when a tenth more changes are known: a finer rhythm moves it by less than its own error. */
const growth = 1.1

export function processVariance(): ProcessVariance {
  const known: Change[] = []
  let learnt = 0
  let omega = assumed
  return {
    value: () => omega,
    learn(changes) {
      known.push(...changes)
      if (known.length < fewest || known.length < learnt * growth) return
      learnt = known.length
      omega = solve(known)
    },
  }
}

/** ω² at which half of the squared standardised changes lie below the median of χ²(1). */
function solve(changes: readonly Change[]): number {
  const excess = (omega: number): number => {
    const squares = Float64Array.from(changes, (one) => one.change ** 2 / varianceOf(one, omega)).sort()
    return (squares[Math.floor(squares.length / 2)] as number) - medianSquare
  }
  if (excess(0) <= 0) return 0
  let lower = 0
  let upper = 1
  while (excess(upper) > 0) upper *= 2
  for (let halving = 0; halving < 30; halving += 1) {
    const middle = (lower + upper) / 2
    if (excess(middle) > 0) lower = middle
    else upper = middle
  }
  return (lower + upper) / 2
}
