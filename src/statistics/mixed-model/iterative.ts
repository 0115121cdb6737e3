import { type Scales, scalesOf } from './assembly.ts'
import { crossTable, type SparseRows, transpose } from './cross-table.ts'
import type { Equations } from './equations.ts'
import { type Block, emptyBlock, solveBlock } from './large/conjugate-gradients.ts'
import { type Point, type System, scaled } from './system.ts'

/** A system that is solved by conjugate gradients: no factor, memory in proportion to the data. */
export interface IterativeSystem extends System {
  /** The solutions for right sides in the scale of u; `near` are first guesses. */
  solveAll(rights: readonly Point[], near?: readonly Point[]): Point[]
}

/** Cross-products that do not change with θ: rest × rest, leaf × rest and its transpose; rest are nodes and columns of X. */
interface CrossProducts {
  readonly rest: SparseRows
  readonly leaf: SparseRows
  readonly byRest: SparseRows
}

/** Vectors that are multiplied in one pass. */
const passWidth = 8

/** Systems of one design at any θ; residuals fall to `tolerance` of their right side. */
export function iterativeSolver(
  equations: Equations,
  tolerance = 1e-10,
): (theta: readonly number[]) => IterativeSystem {
  const products = crossProductsOf(equations)
  return (theta) => {
    const scales = scalesOf(equations, theta)
    const operator = schurOperator(products, scales, equations.plan.nodes)
    const solveAll = (rights: readonly Point[], near?: readonly Point[]): Point[] => {
      if (rights.length === 0) return []
      const right = interleave(rights.map(({ rest }) => rest))
      const leaf = divided(interleave(rights.map((point) => point.leaf)), scales.diagonal)
      addProducts(operator.byRest, leaf, right, -1)
      const { solution } = solveBlock(operator, right, tolerance, near && interleave(near.map(({ rest }) => rest)))
      const seen = operator.seenByLeaves(solution)
      const leaves = split({ ...leaf, values: leaf.values.map((value, at) => value - (seen.values[at] as number)) })
      const rests = split(solution)
      return leaves.map((own, index) => ({ leaf: own, rest: rests[index] as Float64Array }))
    }
    const solveScaled = (right: Point): Point => solveAll([right])[0] as Point
    const solve = (moments: Point): Point => solveScaled(scaled(equations, scales, moments))
    return { equations, theta, scales, solveAll, solveScaled, solve }
  }
}

function crossProductsOf({
  plan,
  nodeWeight,
  nodeFixed,
  fixedFixed,
  leafFixed,
  links,
  coupling,
}: Equations): CrossProducts {
  const { nodes, fixed } = plan
  const size = nodes + fixed
  const rest = triplets()
  for (let node = 0; node < nodes; node += 1) {
    rest.add(node, node, nodeWeight[node] as number)
    for (let x = 0; x < fixed; x += 1) rest.addBoth(node, nodes + x, nodeFixed[node * fixed + x] as number)
  }
  forEachEntry(links, rest.addBoth)
  for (let x = 0; x < fixed; x += 1)
    for (let y = 0; y < fixed; y += 1) rest.add(nodes + x, nodes + y, fixedFixed[x * fixed + y] as number)
  const seen = triplets()
  const leaves = coupling.starts.length - 1
  forEachEntry(coupling, seen.add)
  for (let leaf = 0; leaf < leaves; leaf += 1)
    for (let x = 0; x < fixed; x += 1) seen.add(leaf, nodes + x, leafFixed[leaf * fixed + x] as number)
  const leaf = seen.table(leaves, size)
  const { starts, rows, places } = transpose(leaf, size)
  const values = Float64Array.from(places, (place) => leaf.values[place] as number)
  return { rest: rest.table(size, size), leaf, byRest: { starts, columns: rows, values } }
}

function triplets() {
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  const add = (row: number, column: number, value: number): void => {
    rows.push(row)
    columns.push(column)
    values.push(value)
  }
  return {
    add,
    addBoth: (row: number, column: number, value: number): void => {
      add(row, column, value)
      add(column, row, value)
    },
    table: (rowCount: number, columnCount: number): SparseRows =>
      crossTable(Int32Array.from(rows), Int32Array.from(columns), Float64Array.from(values), rowCount, columnCount),
  }
}

function forEachEntry(table: SparseRows, visit: (row: number, column: number, value: number) => void): void {
  for (let row = 0; row + 1 < table.starts.length; row += 1)
    for (let place = table.starts[row] as number; place < (table.starts[row + 1] as number); place += 1)
      visit(row, table.columns[place] as number, table.values[place] as number)
}

/** The Schur complement of the leaves, ΛZ'WZΛ + I with the columns of X, at one θ. */
function schurOperator(products: CrossProducts, scales: Scales, nodes: number) {
  const size = products.rest.starts.length - 1
  const scale = new Float64Array(size).fill(1)
  scale.set(scales.node)
  const leafScale = new Float64Array(scales.diagonal.length).fill(scales.leaf)
  const rest = scaledTable(products.rest, scale, scale)
  const leaf = scaledTable(products.leaf, leafScale, scale)
  const byRest = scaledTable(products.byRest, scale, leafScale)
  const diagonal = new Float64Array(size).fill(1, 0, nodes)
  forEachEntry(rest, (row, column, value) => {
    if (row === column) diagonal[row] = (diagonal[row] as number) + value
  })
  forEachEntry(byRest, (row, own, value) => {
    diagonal[row] = (diagonal[row] as number) - (value * value) / (scales.diagonal[own] as number)
  })
  /** D⁻¹ times what the leaves see. */
  const seenByLeaves = (from: Block): Block => {
    const seen = emptyBlock(leafScale.length, from.width)
    addProducts(leaf, from, seen, 1)
    return divided(seen, scales.diagonal)
  }
  const apply = (from: Block, to: Block): void => {
    to.values.set(from.values)
    to.values.fill(0, nodes * from.width)
    addProducts(rest, from, to, 1)
    addProducts(byRest, seenByLeaves(from), to, -1)
  }
  return { size, diagonal, together: passWidth, apply, seenByLeaves, byRest }
}

function scaledTable(
  { starts, columns, values }: SparseRows,
  rowScale: Float64Array,
  columnScale: Float64Array,
): SparseRows {
  const scaledValues = new Float64Array(values.length)
  for (let row = 0; row + 1 < starts.length; row += 1)
    for (let place = starts[row] as number; place < (starts[row + 1] as number); place += 1)
      scaledValues[place] =
        (rowScale[row] as number) * (columnScale[columns[place] as number] as number) * (values[place] as number)
  return { starts, columns, values: scaledValues }
}

/** to += sign · table from, four vectors at a time where there are four. */
function addProducts(table: SparseRows, from: Block, to: Block, sign: 1 | -1): void {
  const { width } = from
  let first = 0
  for (; first + 4 <= width; first += 4) addFour(table, from, to, first, sign)
  for (; first < width; first += 1) addOne(table, from, to, first, sign)
}

function addFour({ starts, columns, values }: SparseRows, from: Block, to: Block, first: number, sign: 1 | -1): void {
  const { width, values: given } = from
  const { values: target } = to
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let place = starts[row] as number; place < (starts[row + 1] as number); place += 1) {
      const value = values[place] as number
      const at = (columns[place] as number) * width + first
      a += value * (given[at] as number)
      b += value * (given[at + 1] as number)
      c += value * (given[at + 2] as number)
      d += value * (given[at + 3] as number)
    }
    const at = row * width + first
    target[at] = (target[at] as number) + sign * a
    target[at + 1] = (target[at + 1] as number) + sign * b
    target[at + 2] = (target[at + 2] as number) + sign * c
    target[at + 3] = (target[at + 3] as number) + sign * d
  }
}

function addOne({ starts, columns, values }: SparseRows, from: Block, to: Block, r: number, sign: 1 | -1): void {
  const { width, values: given } = from
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let sum = 0
    for (let place = starts[row] as number; place < (starts[row + 1] as number); place += 1)
      sum += (values[place] as number) * (given[(columns[place] as number) * width + r] as number)
    to.values[row * width + r] = (to.values[row * width + r] as number) + sign * sum
  }
}

/** Rows divided by numbers of their own, in place. */
function divided(block: Block, by: Float64Array): Block {
  const { width, values } = block
  for (let row = 0, at = 0; row < by.length; row += 1)
    for (let r = 0; r < width; r += 1, at += 1) values[at] = (values[at] as number) / (by[row] as number)
  return block
}

function interleave(vectors: readonly Float64Array[]): Block {
  const width = vectors.length
  const block = emptyBlock(vectors[0]?.length ?? 0, width)
  vectors.forEach((vector, r) => {
    for (let row = 0; row < vector.length; row += 1) block.values[row * width + r] = vector[row] as number
  })
  return block
}

function split({ width, values }: Block): Float64Array[] {
  return Array.from({ length: width }, (_, r) =>
    new Float64Array(values.length / width).map((_, row) => values[row * width + r] as number),
  )
}
