import { type Block, type Course, emptyBlock } from './conjugate-gradients.ts'
import type { FewLevels } from './few-levels.ts'
import { randomSigns } from './random-signs.ts'
import { type Effects, type RandomSystem, scaledBy, seenByLeaves, solveNodes } from './random-system.ts'
import type { LargeSolution } from './solution.ts'
import type { SortedRows } from './sorted-rows.ts'

/**
 * Hutchinson's estimate of the traces of A⁻¹ by term: good enough to find the variances, never used for the uncertainty of a
 * single effect. The same signs at every θ make it a smooth function of θ.
 */
export interface TraceEstimate {
  /** By term, what each probe says; nothing for terms with few levels. */
  readonly byProbe: readonly Float64Array[]
  /** Their means, with what terms with few levels and, for REML, the uncertainty of β add: that is exact. */
  readonly traces: readonly number[]
  readonly solution: Block
  /** The steps of each probe, by its parts. */
  readonly courses: readonly (readonly ProbePart[])[]
}

/** A probe, or its part for the strong terms or for the weak. */
export interface ProbePart {
  readonly course: Course
  /** Nodes on which it is not zero. */
  readonly nodes: number
}

/**
 * Terms with less than a quarter of the spread of the strongest. What a probe of a strong term leaks into the trace of a weak one
 * is of the order of the weak θ, what the score asks of that trace of the order of its square: near the boundary the noise
 * would be all there is. Weak terms therefore have parts of the probes to themselves.
 */
export function weakTerms(theta: readonly number[]): ReadonlySet<number> {
  const strongest = Math.max(...theta)
  return new Set(theta.flatMap((own, index) => (own < strongest / 4 ? [index] : [])))
}

/** Random signs for every node. */
export function probeSigns(rows: SortedRows, probes: number): Block {
  const signs = emptyBlock(rows.nodes, probes)
  const next = randomSigns(20261122)
  for (let at = 0; at < signs.values.length; at += 1) signs.values[at] = next() & 1 ? 1 : -1
  return signs
}

/**
 * With S = D^½ (I + …) D^½ near its diagonal D, the probes are D^½ z and are read with D^-½ z: unbiased as ever, with less
 * spread, and log |S| comes from the same solutions. Leaves: tr = Σ 1/d + tr(S⁻¹ C'd⁻²C).
 */
export function estimateTraces(
  at: LargeSolution,
  few: FewLevels,
  signs: Block,
  tolerance: number,
  guess?: Block,
): TraceEstimate {
  const { rows, method } = at.problem
  const system = few.without
  const probes = signs.width
  const parted = partsOf(rows, signs, weakTerms(system.theta), few.terms)
  const { width } = parted
  const roots = system.schur.diagonal.map(Math.sqrt)
  const inverse = roots.map((value) => 1 / value)
  const reading: Block = { width, values: scaledBy(inverse, parted) }
  const right: Block = { width, values: scaledBy(roots, parted) }
  const near = guess?.width === width ? guess : undefined
  const { solution, courses } = solveNodes(system, right, tolerance, near)
  const byProbe = rows.design.random.map((term, index) => {
    if (few.terms.has(index)) return new Float64Array(probes)
    if (index === rows.leafTerm) return leafTraces(system, reading, solution, probes)
    const first = (rows.firstNode[index] as number) * width
    return joined(sumProducts(reading.values, solution.values, first, first + term.levels * width, width), probes)
  })
  const traces = byProbe.map((values, index) => {
    const probed = values.reduce((sum, value) => sum + value, 0) / probes
    const known = probed + traceOver(rows, index, few.columns, few.inner)
    return method === 'REML' ? known + traceOver(rows, index, at.slopes, at.fixedInverse) : known
  })
  return { byProbe, traces, solution, courses: coursesOf(courses, parted, probes) }
}

/** Each probe in one part, or its strong part and, `probes` vectors further on, its weak part. Terms in `exact` go anywhere. */
function partsOf(rows: SortedRows, signs: Block, weak: ReadonlySet<number>, exact: ReadonlySet<number>): Block {
  const isWeak = new Uint8Array(rows.nodes)
  rows.design.random.forEach(({ levels }, index) => {
    const first = rows.firstNode[index] as number
    if (index !== rows.leafTerm && weak.has(index) && !exact.has(index)) isWeak.fill(1, first, first + levels)
  })
  if (!isWeak.includes(1)) return signs
  const probes = signs.width
  const parted = emptyBlock(rows.nodes, 2 * probes)
  for (let node = 0; node < rows.nodes; node += 1)
    for (let r = 0; r < probes; r += 1)
      parted.values[(2 * node + (isWeak[node] as number)) * probes + r] = signs.values[node * probes + r] as number
  return parted
}

/** The parts of each probe together. */
function joined(sums: Float64Array, probes: number): Float64Array {
  if (sums.length === probes) return sums
  return sums.subarray(0, probes).map((value, probe) => value + (sums[probes + probe] as number))
}

function coursesOf(courses: readonly Course[], parted: Block, probes: number): ProbePart[][] {
  const nodes = new Int32Array(parted.width)
  parted.values.forEach((value, at) => {
    if (value !== 0) nodes[at % parted.width] = (nodes[at % parted.width] as number) + 1
  })
  return Array.from({ length: probes }, (_, probe) =>
    courses.flatMap((course, vector) =>
      vector % probes === probe ? [{ course, nodes: nodes[vector] as number }] : [],
    ),
  )
}

function leafTraces(system: RandomSystem, reading: Block, solution: Block, probes: number): Float64Array {
  const { leafDiagonal } = system
  const { width } = reading
  const a = seenByLeaves(system, reading).values
  const b = seenByLeaves(system, solution).values
  const sums = new Float64Array(width)
  let known = 0
  leafDiagonal.forEach((own, leaf) => {
    known += 1 / own
    for (let r = 0; r < width; r += 1) {
      const product = (a[leaf * width + r] as number) * (b[leaf * width + r] as number)
      sums[r] = (sums[r] as number) + product / (own * own)
    }
  })
  return joined(sums, probes).map((value) => value + known)
}

/** tr(V Q V') over the levels of a term. */
function traceOver(rows: SortedRows, index: number, columns: Effects, square: Float64Array): number {
  const isLeaf = index === rows.leafTerm
  const { width, values } = isLeaf ? columns.leaf : columns.node
  const first = isLeaf ? 0 : (rows.firstNode[index] as number)
  const levels = rows.design.random[index]?.levels ?? 0
  let sum = 0
  for (let level = first; level < first + levels; level += 1)
    sum += quadraticForm(square, values.subarray(level * width, (level + 1) * width))
  return sum
}

/** v'Mv for a small matrix. */
export function quadraticForm(matrix: Float64Array, v: Float64Array): number {
  let sum = 0
  for (let x = 0; x < v.length; x += 1)
    for (let y = 0; y < v.length; y += 1)
      sum += (v[x] as number) * (matrix[x * v.length + y] as number) * (v[y] as number)
  return sum
}

function sumProducts(a: Float64Array, b: Float64Array, from: number, to: number, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let at = from; at < to; at += width)
    for (let r = 0; r < width; r += 1) sums[r] = (sums[r] as number) + (a[at + r] as number) * (b[at + r] as number)
  return sums
}
