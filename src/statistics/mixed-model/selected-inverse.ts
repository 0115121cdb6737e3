import { type Block, type BlockStorage, findPlaces, forEachRun, liftPanel } from './block-storage.ts'

/**
 * Replaces L in the storage by the entries of Z = (L L')⁻¹ on the pattern of L (Takahashi, Fagan and Chin 1973), from the
 * last supernode to the first. With W = L_RJ L_JJ⁻¹: Z_RJ = -Z_RR W and Z_JJ = L_JJ⁻ᵀ L_JJ⁻¹ - W' Z_RJ. Diagonal blocks
 * are stored with both triangles. No solve after this.
 */
export function invert(storage: BlockStorage): void {
  const { kernels, memory, panel, inverseAt, blocks } = storage
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] as Block
    const { at, width, below, height } = block
    const inverse = inverseAt[index] as number
    if (below > 0) {
      scalePanel(storage, block, inverse)
      forEachRun(storage, block, (owner, from, to) => spread(storage, block, owner, from, to))
    }
    for (let column = 0; column < width; column += 1) memory.fill(0, at + column * height, at + column * height + width)
    kernels.multiply(true, false, width, width, width, 1, inverse, width, inverse, width, at, height)
    if (below > 0) kernels.multiply(true, false, width, width, below, -1, panel, below, at + width, height, at, height)
    for (let column = 0; column < width; column += 1)
      for (let row = column + 1; row < width; row += 1)
        memory[at + row * height + column] = memory[at + column * height + row] as number
  }
}

/** Puts W = L_RJ L_JJ⁻¹ into the panel buffer and clears the rows below the diagonal block. */
function scalePanel(storage: BlockStorage, block: Block, inverse: number): void {
  const { kernels, memory, panel, square } = storage
  const { width, below } = block
  liftPanel(storage, block)
  memory.fill(0, square, square + below * width)
  kernels.multiply(false, false, below, width, width, 1, panel, below, inverse, width, square, below)
  memory.copyWithin(panel, square, square + below * width)
}

/** Adds to Z_RJ what the columns of Z that belong to one other supernode contribute. */
function spread(storage: BlockStorage, block: Block, owner: Block, from: number, to: number): void {
  const { kernels, memory, panel, places, square } = storage
  const { width, below, height } = block
  const skipped = from - block.rowStart
  const rows = below - skipped
  const columns = to - from
  findPlaces(storage, owner, from, from + rows)
  const start = places[0] as number
  let source = square
  let lead = rows
  if ((places[rows - 1] as number) - start === rows - 1) {
    source = owner.at + start * (owner.height + 1)
    lead = owner.height
  } else {
    for (let column = 0; column < columns; column += 1) {
      const outOf = owner.at + (places[column] as number) * owner.height
      const into = square + column * rows
      for (let row = 0; row < rows; row += 1) memory[into + row] = memory[outOf + (places[row] as number)] as number
    }
  }
  const target = block.at + width + skipped
  const weights = panel + skipped
  kernels.multiply(false, false, rows, width, columns, -1, source, lead, weights, below, target, height)
  const rest = rows - columns
  if (rest === 0) return
  const lower = source + columns
  kernels.multiply(true, false, columns, width, rest, -1, lower, lead, weights + columns, below, target, height)
}
