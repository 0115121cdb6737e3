/** A binary heap of vertices by distance, then by index, which knows where each vertex is. */
export interface Heap {
  size: number
  readonly items: Int32Array
  /** Of each vertex that is in the heap; of others whatever was last. */
  readonly places: Int32Array
}

export const heapOf = (size: number): Heap => ({
  size: 0,
  items: new Int32Array(size),
  places: new Int32Array(size).fill(-1),
})

/** Puts a vertex in, or moves it up when its distance has fallen. */
export function nearer(heap: Heap, distances: Float64Array, vertex: number): void {
  const { items, places } = heap
  let place = places[vertex] as number
  if (place < 0 || place >= heap.size || items[place] !== vertex) {
    place = heap.size
    heap.size += 1
  }
  const distance = distances[vertex] as number
  while (place > 0) {
    const above = (place - 1) >> 1
    const other = items[above] as number
    const otherDistance = distances[other] as number
    if (otherDistance < distance || (otherDistance === distance && other < vertex)) break
    items[place] = other
    places[other] = place
    place = above
  }
  items[place] = vertex
  places[vertex] = place
}

/** Takes out the vertex with the least distance; the heap must not be empty. */
export function nearest(heap: Heap, distances: Float64Array): number {
  const { items, places } = heap
  const first = items[0] as number
  heap.size -= 1
  const { size } = heap
  if (size === 0) return first
  const vertex = items[size] as number
  const distance = distances[vertex] as number
  let place = 0
  for (;;) {
    let below = 2 * place + 1
    if (below >= size) break
    let other = items[below] as number
    let otherDistance = distances[other] as number
    if (below + 1 < size) {
      const right = items[below + 1] as number
      const rightDistance = distances[right] as number
      if (rightDistance < otherDistance || (rightDistance === otherDistance && right < other)) {
        below += 1
        other = right
        otherDistance = rightDistance
      }
    }
    if (distance < otherDistance || (distance === otherDistance && vertex < other)) break
    items[place] = other
    places[other] = place
    place = below
  }
  items[place] = vertex
  places[vertex] = place
  return first
}
