import type { Block, BlockStorage } from './block-storage.ts'

/** Columns that one pass over the factor serves; more would not fit into the buffers of the storage. */
export const columnsAtOnce = 64

/** Solves L L' X = B in place for a few columns of B (at most `columnsAtOnce`), stored one after the other. */
export function solveColumns(storage: BlockStorage, columns: Float64Array, count: number): void {
  for (const [index, block] of storage.blocks.entries()) forward(storage, block, index, columns, count)
  solveTransposed(storage, columns, count)
}

/** Solves L' X = B in the same way: L⁻ᵀ z has covariance (L L')⁻¹ for standard normal z. */
export function solveTransposed(storage: BlockStorage, columns: Float64Array, count: number): void {
  for (let index = storage.blocks.length - 1; index >= 0; index -= 1)
    backward(storage, storage.blocks[index] as Block, index, columns, count)
}

/** X_J = L_JJ⁻¹ B_J, and B_R -= L_RJ X_J for the rows below. */
function forward(storage: BlockStorage, block: Block, index: number, columns: Float64Array, count: number): void {
  const { kernels, memory, panel, square, inverseAt, plan } = storage
  const { at, first, width, below, height, rowStart } = block
  const length = columns.length / count
  const inverse = inverseAt[index] as number
  for (let column = 0; column < count; column += 1)
    memory.set(columns.subarray(column * length + first, column * length + first + width), square + column * width)
  memory.fill(0, panel, panel + width * count)
  kernels.multiply(false, false, width, count, width, 1, inverse, width, square, width, panel, width)
  for (let column = 0; column < count; column += 1)
    columns.set(memory.subarray(panel + column * width, panel + (column + 1) * width), column * length + first)
  if (below === 0) return
  memory.fill(0, square, square + below * count)
  kernels.multiply(false, false, below, count, width, 1, at + width, height, panel, width, square, below)
  for (let column = 0; column < count; column += 1)
    for (let row = 0; row < below; row += 1) {
      const place = column * length + (plan.rows[rowStart + row] as number)
      columns[place] = (columns[place] as number) - (memory[square + column * below + row] as number)
    }
}

/** X_J = L_JJ⁻ᵀ (B_J - L_RJ' X_R). */
function backward(storage: BlockStorage, block: Block, index: number, columns: Float64Array, count: number): void {
  const { kernels, memory, panel, square, inverseAt, plan } = storage
  const { at, first, width, below, height, rowStart } = block
  const length = columns.length / count
  const inverse = inverseAt[index] as number
  for (let column = 0; column < count; column += 1) {
    const start = column * length
    memory.set(columns.subarray(start + first, start + first + width), square + column * width)
    for (let row = 0; row < below; row += 1)
      memory[panel + column * below + row] = columns[start + (plan.rows[rowStart + row] as number)] as number
  }
  if (below > 0) kernels.multiply(true, false, width, count, below, -1, at + width, height, panel, below, square, width)
  memory.fill(0, panel, panel + width * count)
  kernels.multiply(true, false, width, count, width, 1, inverse, width, square, width, panel, width)
  for (let column = 0; column < count; column += 1)
    columns.set(memory.subarray(panel + column * width, panel + (column + 1) * width), column * length + first)
}
