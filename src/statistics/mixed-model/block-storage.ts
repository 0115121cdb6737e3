import { type Kernels, workLength } from '../kernels/kernels.ts'
import { type EliminationPlan, widest } from './elimination-plan.ts'

/** The memory of one factorisation: buffers, the inverses of the diagonal blocks, and the blocks of the supernodes. */
export interface BlockStorage {
  readonly plan: EliminationPlan
  readonly kernels: Kernels
  readonly memory: Float64Array
  /** Two buffers of `tallest × widest` numbers. */
  readonly panel: number
  readonly square: number
  /** Start of the inverse of each diagonal block (width × width). */
  readonly inverseAt: Float64Array
  readonly blocks: readonly Block[]
  /** Work space of `findPlaces`. */
  readonly places: Int32Array
}

/** One supernode: `width` columns of `width + below` numbers from `at` on. */
export interface Block {
  readonly at: number
  readonly first: number
  readonly width: number
  readonly below: number
  readonly height: number
  /** Its rows below the diagonal block are `plan.rows[rowStart .. rowStart + below)`. */
  readonly rowStart: number
}

/** Reserves the memory, all zero. The storage is valid until the kernels are asked for another. */
export function reserveStorage(plan: EliminationPlan, kernels: Kernels): BlockStorage {
  const buffer = plan.tallest * widest
  const panel = workLength
  const square = panel + buffer
  const inverseAt = new Float64Array(plan.first.length)
  let base = square + buffer
  plan.width.forEach((width, index) => {
    inverseAt[index] = base
    base += width * width
  })
  const memory = kernels.reserve(base + plan.size)
  memory.fill(0, base, base + plan.size)
  const blocks = Array.from(plan.first, (first, index): Block => {
    const width = plan.width[index] as number
    const rowStart = plan.rowStarts[index] as number
    const below = (plan.rowStarts[index + 1] as number) - rowStart
    return { at: base + (plan.offset[index] as number), first, width, below, height: width + below, rowStart }
  })
  return { plan, kernels, memory, panel, square, inverseAt, blocks, places: new Int32Array(plan.tallest) }
}

/** Where each of `rows[from .. to)` lies in a block; the rows ascend and are all there. Fills `places`. */
export function findPlaces(storage: BlockStorage, block: Block, from: number, to: number): void {
  const { places } = storage
  const { rows } = storage.plan
  const { first, width, rowStart } = block
  let low = rowStart
  for (let index = from; index < to; index += 1) {
    const row = rows[index] as number
    if (row < first + width) {
      places[index - from] = row - first
      continue
    }
    let high = Math.min(rowStart + block.below - 1, low + row - (rows[low] as number))
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rows[middle] as number) < row) low = middle + 1
      else high = middle
    }
    places[index - from] = width + low - rowStart
  }
}

/**
 * The rows of a block in runs, each of which are columns of one other supernode: calls `visit(owner, from, to)` with
 * indexes into `plan.rows`.
 */
export function forEachRun(
  storage: BlockStorage,
  block: Block,
  visit: (owner: Block, from: number, to: number) => void,
): void {
  const { rows, supernodeOf } = storage.plan
  const end = block.rowStart + block.below
  let from = block.rowStart
  while (from < end) {
    const owner = storage.blocks[supernodeOf[rows[from] as number] as number] as Block
    let to = from + 1
    while (to < end && (rows[to] as number) < owner.first + owner.width) to += 1
    visit(owner, from, to)
    from = to
  }
}

/** Copies the rows below the diagonal block to the panel buffer (leading dimension `below`) and clears them. */
export function liftPanel(storage: BlockStorage, block: Block): void {
  const { memory, panel } = storage
  const { at, width, below, height } = block
  for (let column = 0; column < width; column += 1) {
    const start = at + column * height + width
    memory.copyWithin(panel + column * below, start, start + below)
    memory.fill(0, start, start + below)
  }
}
