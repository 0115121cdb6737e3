/**
 * Several vectors side by side: entry i of vector r lies at i · width + r, so that one pass over a sparse matrix serves
 * them all.
 */
export interface Block {
  readonly width: number
  readonly values: Float64Array
}

/** A symmetric positive (semi)definite matrix. `apply` writes its product with a block into another. */
export interface Operator {
  readonly size: number
  readonly diagonal: Float64Array
  /** Vectors that are best multiplied at once: more would not stay in the cache of the processor. */
  readonly together: number
  apply(from: Block, to: Block): void
}

/** The steps of one vector: their lengths, and the share of the last direction that each next direction keeps. */
export interface Course {
  readonly lengths: readonly number[]
  readonly shares: readonly number[]
}

export interface BlockSolution {
  readonly solution: Block
  readonly courses: readonly Course[]
}

const mostSteps = 3000

export const emptyBlock = (size: number, width: number): Block => ({ width, values: new Float64Array(size * width) })

/** Vectors that take about a quarter of a megabyte: with what they are multiplied into, half a usual second-level cache. */
export const fitting = (size: number): number => Math.max(1, Math.min(16, Math.floor(32_000 / size)))

/** Works on a block in parts of at most `most` vectors, and puts the results side by side. */
export function inParts(block: Block, most: number, work: (part: Block, first: number) => Block): Block {
  if (block.width <= most) return work(block, 0)
  const whole: { block?: Block } = {}
  for (let first = 0; first < block.width; first += most) {
    const part = work(vectorsOf(block, first, Math.min(most, block.width - first)), first)
    whole.block ??= emptyBlock(part.values.length / part.width, block.width)
    copyVectors(part, whole.block, first)
  }
  return whole.block ?? block
}

/** Some of the vectors of a block. */
export function vectorsOf({ width, values }: Block, first: number, count: number): Block {
  const part = emptyBlock(values.length / width, count)
  for (let row = 0, at = 0; at < part.values.length; row += width)
    for (let r = 0; r < count; r += 1, at += 1) part.values[at] = values[row + first + r] as number
  return part
}

/** Writes the vectors of a block over those of a wider one, from `first` on. */
export function copyVectors({ width, values }: Block, to: Block, first: number): void {
  for (let row = first, at = 0; at < values.length; row += to.width)
    for (let r = 0; r < width; r += 1, at += 1) to.values[row + r] = values[at] as number
}

/**
 * Solves A x = b for every vector of a block by conjugate gradients with the diagonal as preconditioner, until each residual
 * is below `tolerance` of its right side. Vectors do not mix: each goes its own way, in a shared pass over the matrix.
 */
export function solveBlock(operator: Operator, right: Block, tolerance: number, start?: Block): BlockSolution {
  const courses: Course[] = []
  const solution = inParts(right, operator.together, (part, first) => {
    const guess = start && (part === right ? start : vectorsOf(start, first, part.width))
    const solved = solveTogether(operator, part, tolerance, guess)
    courses.push(...solved.courses)
    return solved.solution
  })
  return { solution, courses }
}

function solveTogether(operator: Operator, right: Block, tolerance: number, start?: Block): BlockSolution {
  const { width } = right
  const inverse = operator.diagonal.map((value) => 1 / value)
  const rest = Float64Array.from(right.values)
  const image = emptyBlock(operator.size, width)
  const solution: Block = { width, values: start ? Float64Array.from(start.values) : new Float64Array(rest.length) }
  if (start) {
    operator.apply(solution, image)
    for (let at = 0; at < rest.length; at += 1) rest[at] = (rest[at] as number) - (image.values[at] as number)
  }
  const direction = emptyBlock(operator.size, width)
  turn(direction.values, rest, inverse, new Float64Array(width))
  const enough = products(right.values, right.values, width).map((value) => value * tolerance * tolerance)
  const courses = Array.from(enough, (): { lengths: number[]; shares: number[] } => ({ lengths: [], shares: [] }))
  let size = products(rest, direction.values, width)
  for (let step = 0; step < mostSteps; step += 1) {
    if (products(rest, rest, width).every((norm, r) => norm <= (enough[r] as number))) break
    operator.apply(direction, image)
    const curvature = products(direction.values, image.values, width)
    const length = size.map((value, r) => ratio(value, curvature[r] as number))
    advance(solution.values, rest, direction.values, image.values, length)
    const next = preconditioned(rest, inverse, width)
    const share = next.map((value, r) => ratio(value, size[r] as number))
    turn(direction.values, rest, inverse, share)
    size = next
    courses.forEach(({ lengths, shares }, r) => {
      if ((length[r] as number) === 0) return
      lengths.push(length[r] as number)
      shares.push(share[r] as number)
    })
  }
  return { solution, courses }
}

/** A vector that is solved to the last bit stands still. */
const ratio = (above: number, below: number): number => (below > 0 ? above / below : 0)

/** The inner product of each pair of vectors. */
export function products(a: Float64Array, b: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let at = 0; at < a.length; at += width)
    for (let r = 0; r < width; r += 1) sums[r] = (sums[r] as number) + (a[at + r] as number) * (b[at + r] as number)
  return sums
}

function preconditioned(rest: Float64Array, inverse: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let row = 0, at = 0; row < inverse.length; row += 1) {
    const scale = inverse[row] as number
    for (let r = 0; r < width; r += 1, at += 1) sums[r] = (sums[r] as number) + scale * (rest[at] as number) ** 2
  }
  return sums
}

function advance(
  solution: Float64Array,
  rest: Float64Array,
  direction: Float64Array,
  image: Float64Array,
  length: Float64Array,
): void {
  const width = length.length
  for (let row = 0; row < solution.length; row += width) {
    for (let r = 0; r < width; r += 1) {
      const at = row + r
      solution[at] = (solution[at] as number) + (length[r] as number) * (direction[at] as number)
      rest[at] = (rest[at] as number) - (length[r] as number) * (image[at] as number)
    }
  }
}

function turn(direction: Float64Array, rest: Float64Array, inverse: Float64Array, share: Float64Array): void {
  const width = share.length
  for (let row = 0, at = 0; row < inverse.length; row += 1) {
    const scale = inverse[row] as number
    for (let r = 0; r < width; r += 1, at += 1)
      direction[at] = scale * (rest[at] as number) + (share[r] as number) * (direction[at] as number)
  }
}
