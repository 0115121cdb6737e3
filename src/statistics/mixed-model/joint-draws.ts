import { seededNormal } from '../seeded.ts'
import { type FactorisedSystem, type Point, seenByLeaves } from './system.ts'
import { columnsAtOnce } from './triangular-solves.ts'

/** Draws of several values at once: value i of draw d is `values[d * size + i]`. */
export interface JointDraws {
  readonly count: number
  readonly size: number
  readonly values: Float64Array
}

/**
 * Draws of u (the spherical effects and β) around zero with covariance A⁻¹, where A are the scaled mixed-model equations:
 * with S = L L' for the rest, rest = L⁻ᵀ z, and the leaves given the rest are independent. Calls `visit` draw by draw.
 */
export function drawSpherical(
  system: FactorisedSystem,
  count: number,
  seed: number,
  visit: (draw: number, point: Point) => void,
): void {
  const { equations, scales } = system
  const normal = seededNormal(seed)
  const length = equations.plan.nodes + equations.plan.fixed
  for (let first = 0; first < count; first += columnsAtOnce) {
    const columns = Math.min(columnsAtOnce, count - first)
    const block = new Float64Array(columns * length).map(normal)
    system.solveTransposed(block, columns)
    for (let column = 0; column < columns; column += 1) {
      const rest = block.subarray(column * length, (column + 1) * length)
      const seen = seenByLeaves(equations, scales, rest)
      const leaf = scales.diagonal.map((own, index) => normal() / Math.sqrt(own) - (seen[index] as number) / own)
      visit(first + column, { leaf, rest })
    }
  }
}
