/**
 * Of many arcs few are ever worth a look. Each vertex with many has the best ones first; a scan goes beyond them only while
 * the greatest gain that may be there, at the lowest price that can be asked, would still change its answer.
 */
export interface Fronts {
  /** Where the best arcs of each vertex end; the end of its arcs if it has few. */
  readonly ends: Int32Array
  /** No arc of the vertex behind its front has a greater gain. */
  readonly beyond: Float64Array
}

const size = 32
/** With fewer arcs than this, sorting out the best costs more than it saves. */
const worthwhile = 8 * size

interface Arcs {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly gains: Float64Array
  readonly ids: Int32Array
}

/** Moves the best arcs of each vertex with many to its front. */
export function frontsOf(arcs: Arcs): Fronts {
  const { starts, gains } = arcs
  const count = starts.length - 1
  const ends = starts.slice(1)
  const beyond = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
  for (let vertex = 0; vertex < count; vertex += 1) {
    const start = starts[vertex] as number
    const stop = starts[vertex + 1] as number
    if (stop - start < worthwhile) continue
    for (let place = size >> 1; place > 0; place -= 1) sink(arcs, start, place - 1)
    for (let place = start + size; place < stop; place += 1) {
      if ((gains[place] as number) <= (gains[start] as number)) continue
      swap(arcs, place, start)
      sink(arcs, start, 0)
    }
    ends[vertex] = start + size
    beyond[vertex] = gains[start] as number
  }
  return { ends, beyond }
}

/** Keeps a front as a heap with the least gain first. */
function sink(arcs: Arcs, start: number, from: number): void {
  const { gains } = arcs
  let place = from
  for (;;) {
    let below = 2 * place + 1
    if (below >= size) return
    if (below + 1 < size && (gains[start + below + 1] as number) < (gains[start + below] as number)) below += 1
    if ((gains[start + place] as number) <= (gains[start + below] as number)) return
    swap(arcs, start + place, start + below)
    place = below
  }
}

function swap({ ends, gains, ids }: Arcs, a: number, b: number): void {
  const end = ends[a] as number
  const gain = gains[a] as number
  const id = ids[a] as number
  ends[a] = ends[b] as number
  gains[a] = gains[b] as number
  ids[a] = ids[b] as number
  ends[b] = end
  gains[b] = gain
  ids[b] = id
}
