import type { Solution } from './criterion.ts'
import type { Score } from './score.ts'
import { solveSmall } from './small-matrix.ts'

/** θ at which a variance is held while it tends to zero. */
export const floor = 1e-4

/** Is a variance held? The residual variance moves under it, so that θ is not the floor to the last bit. */
export const isAtFloor = (theta: number): boolean => theta < 2 * floor

/** A θ above this may overshoot zero by mistake: one step takes no more of its variance than all but a twentieth. */
const doubtful = 0.02

export interface NewtonStep {
  /** Undefined where the information is not positive definite. */
  readonly move: readonly number[] | undefined
  /** Variances at zero whose score points outward. */
  readonly held: readonly boolean[]
  /** √(g' AI⁻¹ g): the length of the score of the free variances in standard errors. */
  readonly norm: number
}

/**
 * The step AI⁻¹ g over the variances that are free. A variance that the step would make negative goes towards the boundary
 * instead, and the others take the best step that goes with that.
 */
export function newtonStep(theta: readonly number[], score: Score): NewtonStep {
  const { gradient, variances } = score
  const atFloor = floor * floor * (variances[theta.length] as number)
  const least = theta.map((own, index) => (own > doubtful ? (variances[index] as number) / 20 : atFloor))
  const held = gradient.map((slope, index) => index < theta.length && isAtFloor(theta[index] as number) && slope <= 0)
  const fixed: (number | undefined)[] = held.map((isHeld) => (isHeld ? 0 : undefined))
  const full = restrictedStep(score, fixed)
  if (!full) return { move: undefined, held, norm: Number.POSITIVE_INFINITY }
  const norm = Math.sqrt(full.reduce((sum, value, index) => sum + value * (gradient[index] as number), 0))
  let move: number[] | undefined = full
  for (;;) {
    const beyond = move.findIndex(
      (value, index) =>
        index < theta.length &&
        fixed[index] === undefined &&
        (variances[index] as number) + value < (least[index] as number),
    )
    if (beyond < 0) return { move, held, norm }
    fixed[beyond] = (least[beyond] as number) - (variances[beyond] as number)
    move = restrictedStep(score, fixed)
    if (!move) return { move: undefined, held, norm }
  }
}

/** AI⁻¹ g with some components of the step given. Undefined where the information is not positive definite. */
function restrictedStep(
  { gradient, information }: Score,
  given: readonly (number | undefined)[],
): number[] | undefined {
  const size = gradient.length
  const free = gradient.flatMap((_, index) => (given[index] === undefined ? [index] : []))
  const entry = (row: number, column: number): number => information[row * size + column] as number
  const right = free.map((row) =>
    given.reduce<number>((sum, value, column) => sum - (value ?? 0) * entry(row, column), gradient[row] as number),
  )
  const solution = solveSmall(Float64Array.from(free.flatMap((row) => free.map((column) => entry(row, column)))), right)
  if (!solution) return undefined
  const move = given.map((value) => value ?? 0)
  free.forEach((index, place) => {
    move[index] = solution[place] as number
  })
  return move
}

/** θ after moving the variances; a ratio below the floor stays at the floor. */
export function moved(variances: readonly number[], move: readonly number[], length: number): number[] | undefined {
  const next = variances.map((variance, index) => variance + length * (move[index] as number))
  const residual = next.pop() as number
  if (!(residual > 0)) return undefined
  return next.map((variance) => Math.max(floor, Math.sqrt(Math.max(0, variance) / residual)))
}

/** One step of EM: b'b + tr C_kk over the levels, e'We + the spread of the fit over the rows. Never raises the criterion. */
export function expectationStep(current: Solution, score: Score): number[] {
  const { design, leafFactor, nodeFactor, plan } = current.system.equations
  const squares = design.random.map(() => 0)
  const { leaf, rest } = current.point
  nodeFactor.forEach((factor, node) => {
    squares[factor] = (squares[factor] as number) + (rest[node] as number) ** 2
  })
  for (const effect of leaf) squares[leafFactor] = (squares[leafFactor] as number) + effect * effect
  let used = plan.fixed
  const ratios = design.random.map((factor, index) => {
    const trace = score.traces[index] as number
    used += factor.levels - trace
    const spherical = ((squares[index] as number) + current.residualVariance * trace) / factor.levels
    return spherical * (current.theta[index] as number) ** 2
  })
  let errors = 0
  current.residuals.forEach((value, row) => {
    errors += value * value * (design.weights ? (design.weights[row] as number) : 1)
  })
  const residual = (errors + current.residualVariance * used) / design.response.length
  return ratios.map((ratio) => Math.max(floor, Math.sqrt(ratio / residual)))
}
