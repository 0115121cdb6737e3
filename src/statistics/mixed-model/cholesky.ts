import { type Block, type BlockStorage, findPlaces, forEachRun, liftPanel } from './block-storage.ts'

/**
 * Replaces the symmetric matrix in the storage (its lower triangle) by its Cholesky factor L, supernode by supernode.
 * Returns the position of a pivot that is not positive, or -1.
 */
export function factorise(storage: BlockStorage): number {
  const { kernels, panel, inverseAt, blocks } = storage
  for (const [index, block] of blocks.entries()) {
    const { at, width, below, height } = block
    const failed = kernels.factor(width, at, height)
    if (failed >= 0) return block.first + failed
    const inverse = inverseAt[index] as number
    kernels.invertTriangle(width, at, height, inverse)
    if (below === 0) continue
    liftPanel(storage, block)
    kernels.multiply(false, true, below, width, width, 1, panel, below, inverse, width, at + width, height)
    forEachRun(storage, block, (owner, from, to) => update(storage, block, owner, from, to))
  }
  return -1
}

/** Subtracts L[rows from ..] L[rows from .. to)' from the block of the supernode whose columns are the rows from .. to. */
function update(storage: BlockStorage, block: Block, owner: Block, from: number, to: number): void {
  const { kernels, memory, places, square } = storage
  const source = block.at + block.width + from - block.rowStart
  const lead = block.height
  const rows = block.rowStart + block.below - from
  const columns = to - from
  findPlaces(storage, owner, from, from + rows)
  const start = places[0] as number
  if ((places[rows - 1] as number) - start === rows - 1) {
    const place = owner.at + start * (owner.height + 1)
    kernels.multiply(false, true, rows, columns, block.width, -1, source, lead, source, lead, place, owner.height)
    return
  }
  memory.fill(0, square, square + rows * columns)
  kernels.multiply(false, true, rows, columns, block.width, -1, source, lead, source, lead, square, rows)
  for (let column = 0; column < columns; column += 1) {
    const into = owner.at + (places[column] as number) * owner.height
    const outOf = square + column * rows
    for (let row = column; row < rows; row += 1) {
      const place = into + (places[row] as number)
      memory[place] = (memory[place] as number) + (memory[outOf + row] as number)
    }
  }
}

/** The diagonal element at a position: of L after `factorise`, of the inverse after `invert`. */
export function diagonalAt(storage: BlockStorage, position: number): number {
  const block = storage.blocks[storage.plan.supernodeOf[position] as number] as Block
  return storage.memory[block.at + (position - block.first) * (block.height + 1)] as number
}
