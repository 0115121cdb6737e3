import { type Heap, heapOf, nearer, nearest } from './heap.ts'
import type { Side, Vertices } from './side.ts'

/** What a search notes of the vertices it comes to; between searches every distance is ∞. */
export interface SearchSpace {
  readonly distances: Float64Array
  /** The vertex and the arc by which each was reached. */
  readonly sources: Int32Array
  readonly arcs: Int32Array
  readonly heap: Heap
  /** Passed vertices in order, with how far they were. */
  readonly passed: Int32Array
  readonly passedAt: Float64Array
}

export const searchSpace = (size: number): SearchSpace => ({
  distances: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  sources: new Int32Array(size),
  arcs: new Int32Array(size),
  heap: heapOf(size),
  passed: new Int32Array(size),
  passedAt: new Float64Array(size),
})

/** The least price at which no arc is worth more: the best of what a vertex can have at the prices of the other side. */
export function worthOf(from: Side, to: Vertices, vertex: number): number {
  const { starts, ends, gains, fronts } = from
  const { prices } = to
  let worth = from.floors[vertex] as number
  const beyond = (fronts.beyond[vertex] as number) - to.lowest
  let stop = fronts.ends[vertex] as number
  for (let place = starts[vertex] as number; ; place += 1) {
    if (place === stop) {
      stop = starts[vertex + 1] as number
      if (place === stop || beyond <= worth) break
    }
    const value = (gains[place] as number) - (prices[ends[place] as number] as number)
    if (value > worth) worth = value
  }
  return worth
}

/**
 * Finds the best place for a vertex without mate, along the shortest alternating path in reduced gains to a vertex of the
 * other side without mate, or to one of this side that can best be left unfilled (maybe itself), and corrects prices on
 * the way (Dijkstra with potentials; Jonker & Volgenant, 1987, Computing 38:325–340).
 */
export function settle(from: Side, to: Vertices, space: SearchSpace, start: number): void {
  from.prices[start] = worthOf(from, to, start)
  const end = search(from, to, space, start)
  const { passed, passedAt } = space
  // Rounding may put the end a hair before what was passed on the way to it: hence > 0.
  from.prices[start] = (from.prices[start] as number) - Math.max(0, end.distance)
  for (let place = 0; place < end.passed; place += 1) {
    const rise = end.distance - (passedAt[place] as number)
    if (!(rise > 0)) continue
    const vertex = passed[place] as number
    const mate = to.mates[vertex] as number
    to.prices[vertex] = (to.prices[vertex] as number) + rise
    from.prices[mate] = (from.prices[mate] as number) - rise
  }
  let entered = end.entered
  if (entered < 0) {
    from.prices[end.left] = from.floors[end.left] as number
    entered = unpair(from, to, end.left)
    if (end.left === start) return
  }
  flip(from, to, space, start, entered)
}

interface PathEnd {
  readonly distance: number
  /** The vertex of the other side that gets a mate, or −1. */
  readonly entered: number
  /** If −1: the vertex of this side that loses its mate, or has none. */
  readonly left: number
  /** How many vertices of the other side are nearer than the end. */
  readonly passed: number
}

/** The nearest end; what is farther than the best end found is never kept. */
function search(from: Side, to: Vertices, space: SearchSpace, start: number): PathEnd {
  const { starts, ends, gains, prices, floors, fronts } = from
  const { prices: opposite, mates, lowest } = to
  const { distances, sources, arcs, heap, passed, passedAt } = space
  let best = Number.POSITIVE_INFINITY
  let left = start
  let entered = -1
  let count = 0
  let vertex = start
  let at = 0
  for (;;) {
    const base = at + (prices[vertex] as number)
    const leaving = base - (floors[vertex] as number)
    if (leaving < best) {
      best = leaving
      left = vertex
      entered = -1
    }
    const beyond = base + lowest - (fronts.beyond[vertex] as number)
    let stop = fronts.ends[vertex] as number
    for (let place = starts[vertex] as number; ; place += 1) {
      if (place === stop) {
        stop = starts[vertex + 1] as number
        if (place === stop || beyond >= best) break
      }
      const end = ends[place] as number
      const distance = base + (opposite[end] as number) - (gains[place] as number)
      if (distance >= best || distance >= (distances[end] as number)) continue
      sources[end] = vertex
      arcs[end] = place
      if ((mates[end] as number) < 0) {
        best = distance
        entered = end
      } else {
        distances[end] = distance
        nearer(heap, distances, end)
      }
    }
    if (heap.size === 0 || (distances[heap.items[0] as number] as number) >= best) break
    const next = nearest(heap, distances)
    at = distances[next] as number
    passed[count] = next
    passedAt[count] = at
    count += 1
    // So that rounding cannot find a shorter way to what has been passed.
    distances[next] = Number.NEGATIVE_INFINITY
    vertex = mates[next] as number
  }
  for (let place = 0; place < count; place += 1) distances[passed[place] as number] = Number.POSITIVE_INFINITY
  for (let place = 0; place < heap.size; place += 1) distances[heap.items[place] as number] = Number.POSITIVE_INFINITY
  heap.size = 0
  return { distance: best, entered, left, passed: count }
}

/** Pairs along the path, from its end back to its start. */
function flip(from: Side, to: Vertices, { sources, arcs }: SearchSpace, start: number, entered: number): void {
  for (let end = entered; ; ) {
    const vertex = sources[end] as number
    const next = from.mates[vertex] as number
    pair(from, to, vertex, end, from.ids[arcs[end] as number] as number)
    if (vertex === start) return
    end = next
  }
}

export function pair(from: Vertices, to: Vertices, vertex: number, end: number, arc: number): void {
  from.mates[vertex] = end
  from.chosen[vertex] = arc
  to.mates[end] = vertex
  to.chosen[end] = arc
}

/** Leaves a vertex without mate; gives the mate it had, or −1. */
export function unpair(from: Vertices, to: Vertices, vertex: number): number {
  const mate = from.mates[vertex] as number
  from.mates[vertex] = -1
  from.chosen[vertex] = -1
  if (mate < 0) return mate
  to.mates[mate] = -1
  to.chosen[mate] = -1
  return mate
}
