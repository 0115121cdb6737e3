import { localise, type Scales } from './assembly.ts'
import type { BlockStorage } from './block-storage.ts'
import type { Equations } from './equations.ts'

/**
 * What is kept of the inverse of the whole matrix: its diagonal, the rows of the fixed effects, and the entries of pairs of
 * effects that share an observation, as they lie in `links` and `coupling` of the equations.
 */
export interface InverseParts {
  readonly leaf: Float64Array
  readonly node: Float64Array
  readonly leafFixed: Float64Array
  readonly nodeFixed: Float64Array
  readonly fixed: Float64Array
  readonly links: Float64Array
  readonly coupling: Float64Array
}

/** Reads the parts from the inverse of the Schur complement on the pattern of its factor. */
export function readInverse(equations: Equations, scales: Scales, storage: BlockStorage): InverseParts {
  const { plan, links, leafFixed, coupling } = equations
  const { nodes, fixed } = plan
  const parts: InverseParts = {
    leaf: new Float64Array(scales.diagonal.length),
    node: new Float64Array(nodes),
    leafFixed: new Float64Array(leafFixed.length),
    nodeFixed: new Float64Array(nodes * fixed),
    fixed: new Float64Array(fixed * fixed),
    links: new Float64Array(links.values.length),
    coupling: new Float64Array(coupling.values.length),
  }
  const local = new Int32Array(nodes + fixed)
  for (const block of storage.blocks) {
    localise(storage, block, local)
    for (let column = 0; column < block.width; column += 1) {
      const base = block.at + column * block.height
      const entry = (row: number): number => storage.memory[base + (local[row] as number)] as number
      const position = block.first + column
      if (position < nodes) readNode(equations, scales, parts, position, entry)
      else readFixed(parts, nodes, fixed, position - nodes, entry)
    }
  }
  finishLeaves(equations, scales, parts)
  return parts
}

type Entry = (row: number) => number

function readFixed(parts: InverseParts, nodes: number, fixed: number, x: number, entry: Entry): void {
  for (let y = x; y < fixed; y += 1) {
    parts.fixed[x * fixed + y] = entry(nodes + y)
    parts.fixed[y * fixed + x] = entry(nodes + y)
  }
}

/** Reads one column; adds to `coupling` its share in Z r, where r is what a leaf sees. */
function readNode(equations: Equations, scales: Scales, parts: InverseParts, node: number, entry: Entry): void {
  const { plan, coupling, couplingByNode, links, leafFixed } = equations
  const { nodes, fixed } = plan
  const own = scales.node[node] as number
  const variance = entry(node)
  parts.node[node] = variance
  for (let x = 0; x < fixed; x += 1) parts.nodeFixed[node * fixed + x] = entry(nodes + x)
  for (let place = links.starts[node] as number; place < (links.starts[node + 1] as number); place += 1)
    parts.links[place] = entry(links.columns[place] as number)
  const end = couplingByNode.starts[node + 1] as number
  for (let index = couplingByNode.starts[node] as number; index < end; index += 1) {
    const leaf = couplingByNode.rows[index] as number
    const place = couplingByNode.places[index] as number
    const weight = own * (coupling.values[place] as number)
    let sum = weight * variance
    for (let next = place + 1; next < (coupling.starts[leaf + 1] as number); next += 1) {
      const other = coupling.columns[next] as number
      const value = entry(other)
      sum += (scales.node[other] as number) * (coupling.values[next] as number) * value
      parts.coupling[next] = (parts.coupling[next] as number) + weight * value
    }
    for (let x = 0; x < fixed; x += 1)
      sum += (leafFixed[leaf * fixed + x] as number) * (parts.nodeFixed[node * fixed + x] as number)
    parts.coupling[place] = (parts.coupling[place] as number) + sum
  }
}

/** Completes the leaves: variance 1/d + θ² r'Zr/d², covariances -θ Zr/d with nodes and fixed effects. */
function finishLeaves(equations: Equations, scales: Scales, parts: InverseParts): void {
  const { plan, coupling, leafFixed } = equations
  const { fixed } = plan
  const ratio = scales.leaf * scales.leaf
  scales.diagonal.forEach((diagonal, leaf) => {
    const start = coupling.starts[leaf] as number
    const end = coupling.starts[leaf + 1] as number
    let quadratic = 0
    for (let x = 0; x < fixed; x += 1) {
      let product = 0
      for (let y = 0; y < fixed; y += 1)
        product += (parts.fixed[x * fixed + y] as number) * (leafFixed[leaf * fixed + y] as number)
      for (let place = start; place < end; place += 1) {
        const node = coupling.columns[place] as number
        const weight = (scales.node[node] as number) * (coupling.values[place] as number)
        product += weight * (parts.nodeFixed[node * fixed + x] as number)
      }
      quadratic += (leafFixed[leaf * fixed + x] as number) * product
      parts.leafFixed[leaf * fixed + x] = (-scales.leaf * product) / diagonal
    }
    for (let place = start; place < end; place += 1) {
      const weight = (scales.node[coupling.columns[place] as number] as number) * (coupling.values[place] as number)
      quadratic += weight * (parts.coupling[place] as number)
      parts.coupling[place] = (-scales.leaf * (parts.coupling[place] as number)) / diagonal
    }
    parts.leaf[leaf] = 1 / diagonal + (ratio * quadratic) / (diagonal * diagonal)
  })
}
