/** A graph: edge e joins `from[e]` and `to[e]`. */
export interface Graph {
  readonly vertices: number
  readonly from: Int32Array
  readonly to: Int32Array
}

export interface Cuts {
  /** 1 for an edge whose removal parts its component. */
  readonly bridges: Uint8Array
  /** 1 for a vertex whose removal parts its component. */
  readonly cutVertices: Uint8Array
}

/** Bridges and cut vertices by one depth-first search (Hopcroft and Tarjan 1973, Commun. ACM 16:372–378). */
export function cutsOf(graph: Graph): Cuts {
  const { vertices } = graph
  const { starts, edges } = incidence(graph)
  const bridges = new Uint8Array(graph.from.length)
  const cutVertices = new Uint8Array(vertices)
  /** When a vertex was reached, from 1; the earliest vertex that its subtree reaches; the edge that led to it. */
  const reached = new Int32Array(vertices)
  const low = new Int32Array(vertices)
  const entry = new Int32Array(vertices).fill(-1)
  const next = starts.slice(0, vertices)
  const path = new Int32Array(vertices)
  let clock = 0
  for (let root = 0; root < vertices; root += 1) {
    if (reached[root]) continue
    let depth = 0
    let branches = 0
    path[0] = root
    clock += 1
    reached[root] = clock
    low[root] = clock
    while (depth >= 0) {
      const at = path[depth] as number
      const place = next[at] as number
      if (place < (starts[at + 1] as number)) {
        next[at] = place + 1
        const edge = edges[place] as number
        if (edge === entry[at]) continue
        const other = (graph.from[edge] as number) + (graph.to[edge] as number) - at
        if (reached[other]) {
          low[at] = Math.min(low[at] as number, reached[other] as number)
          continue
        }
        clock += 1
        reached[other] = clock
        low[other] = clock
        entry[other] = edge
        if (at === root) branches += 1
        depth += 1
        path[depth] = other
        continue
      }
      depth -= 1
      if (depth < 0) break
      const parent = path[depth] as number
      low[parent] = Math.min(low[parent] as number, low[at] as number)
      if ((low[at] as number) > (reached[parent] as number)) bridges[entry[at] as number] = 1
      if (parent !== root && (low[at] as number) >= (reached[parent] as number)) cutVertices[parent] = 1
    }
    if (branches > 1) cutVertices[root] = 1
  }
  return { bridges, cutVertices }
}

function incidence({ vertices, from, to }: Graph): { starts: Int32Array; edges: Int32Array } {
  const starts = new Int32Array(vertices + 1)
  for (const ends of [from, to]) for (const vertex of ends) starts[vertex + 1] = (starts[vertex + 1] as number) + 1
  for (let vertex = 0; vertex < vertices; vertex += 1)
    starts[vertex + 1] = (starts[vertex + 1] as number) + (starts[vertex] as number)
  const next = starts.slice()
  const edges = new Int32Array(2 * from.length)
  for (const ends of [from, to]) {
    ends.forEach((vertex, edge) => {
      edges[next[vertex] as number] = edge
      next[vertex] = (next[vertex] as number) + 1
    })
  }
  return { starts, edges }
}
