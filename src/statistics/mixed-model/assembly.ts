import type { Block, BlockStorage } from './block-storage.ts'
import type { Equations } from './equations.ts'

/** The relative standard deviations θ_k = σ_k / σ, spread over leaves and nodes, and the diagonal block of the leaves. */
export interface Scales {
  readonly leaf: number
  readonly node: Float64Array
  /** 1 + θ² w for each leaf. */
  readonly diagonal: Float64Array
}

export function scalesOf(equations: Equations, theta: readonly number[]): Scales {
  const leaf = theta[equations.leafFactor] as number
  return {
    leaf,
    node: Float64Array.from(equations.nodeFactor, (factor) => theta[factor] as number),
    diagonal: equations.leafWeight.map((weight) => 1 + leaf * leaf * weight),
  }
}

/**
 * Writes the Schur complement of the leaves in [ΛZ'WZΛ + I, ΛZ'WX; X'WZΛ, X'WX] into an empty storage (lower triangle).
 */
export function assemble(equations: Equations, scales: Scales, storage: BlockStorage): void {
  const { plan, coupling, couplingByNode, links, nodeWeight, nodeFixed, leafFixed } = equations
  const { memory } = storage
  const { nodes, fixed } = plan
  const local = new Int32Array(nodes + fixed)
  for (const block of storage.blocks) {
    localise(storage, block, local)
    for (let column = 0; column < block.width; column += 1) {
      const node = block.first + column
      const base = block.at + column * block.height
      const add = (row: number, value: number): void => {
        const place = base + (local[row] as number)
        memory[place] = (memory[place] as number) + value
      }
      if (node >= nodes) {
        fixedColumn(equations, scales, node - nodes, add)
        continue
      }
      const own = scales.node[node] as number
      add(node, 1 + own * own * (nodeWeight[node] as number))
      for (let x = 0; x < fixed; x += 1) add(nodes + x, own * (nodeFixed[node * fixed + x] as number))
      for (let place = links.starts[node] as number; place < (links.starts[node + 1] as number); place += 1) {
        const other = links.columns[place] as number
        add(other, own * (scales.node[other] as number) * (links.values[place] as number))
      }
      for (
        let entry = couplingByNode.starts[node] as number;
        entry < (couplingByNode.starts[node + 1] as number);
        entry += 1
      ) {
        const leaf = couplingByNode.rows[entry] as number
        const place = couplingByNode.places[entry] as number
        const end = coupling.starts[leaf + 1] as number
        const factor =
          (own * scales.leaf * scales.leaf * (coupling.values[place] as number)) / (scales.diagonal[leaf] as number)
        for (let next = place; next < end; next += 1) {
          const other = coupling.columns[next] as number
          add(other, -factor * (scales.node[other] as number) * (coupling.values[next] as number))
        }
        for (let x = 0; x < fixed; x += 1) add(nodes + x, -factor * (leafFixed[leaf * fixed + x] as number))
      }
    }
  }
}

/** Where the rows of a block lie in its columns, by position. Entries of other rows are left as they are. */
export function localise(storage: BlockStorage, block: Block, local: Int32Array): void {
  for (let column = 0; column < block.width; column += 1) local[block.first + column] = column
  for (let row = 0; row < block.below; row += 1)
    local[storage.plan.rows[block.rowStart + row] as number] = block.width + row
}

function fixedColumn(equations: Equations, scales: Scales, x: number, add: (row: number, value: number) => void): void {
  const { plan, leafFixed, fixedFixed } = equations
  for (let y = x; y < plan.fixed; y += 1) {
    let value = fixedFixed[x * plan.fixed + y] as number
    scales.diagonal.forEach((diagonal, leaf) => {
      const product = (leafFixed[leaf * plan.fixed + x] as number) * (leafFixed[leaf * plan.fixed + y] as number)
      value -= (scales.leaf * scales.leaf * product) / diagonal
    })
    add(plan.nodes + y, value)
  }
}
