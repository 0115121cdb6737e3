/** Sets of nodes that are connected with each other: set i is `nodes[starts[i] .. starts[i + 1])`. */
export interface Cliques {
  readonly starts: Int32Array
  readonly nodes: Int32Array
}

/** A block of nodes eliminated together, and the later nodes that it touches. */
export interface Pivot {
  readonly nodes: readonly number[]
  readonly touches: Int32Array
}

/** From this density on the rest of the graph is treated as one dense block. */
const denseFrom = 0.5
const denseSize = 160

/**
 * A fill-reducing order of elimination by approximate minimum degree on the quotient graph (Amestoy, Davis and Duff 1996,
 * SIAM J. Matrix Anal. Appl. 17:886–905), with element absorption and mass elimination. The graph is given as cliques, as
 * the elimination of the largest factor leaves them. Ends with one pivot that holds the dense rest.
 */
export function eliminationOrder(nodeCount: number, cliques: Cliques): { pivots: Pivot[]; rest: number[] } {
  const graph = new QuotientGraph(nodeCount, cliques)
  const queue = new DegreeQueue(graph.degree)
  const pivots: Pivot[] = []
  while (graph.alive > denseSize) {
    const node = queue.takeLeast(graph.degree, graph.gone)
    const degree = graph.degree[node] as number
    if (degree >= denseFrom * graph.alive) {
      const exact = graph.exactDegree(node)
      if (exact >= denseFrom * graph.alive) break
      if (exact < degree) {
        graph.degree[node] = exact
        queue.add(node, exact)
        continue
      }
    }
    const pivot = graph.eliminate(node)
    pivots.push(pivot)
    for (const touched of pivot.touches) queue.add(touched, graph.degree[touched] as number)
  }
  const rest: number[] = []
  for (let node = 0; node < nodeCount; node += 1) if (!graph.gone[node]) rest.push(node)
  return { pivots, rest }
}

/** Buckets by degree; an entry whose degree has changed since is skipped when it comes up. */
class DegreeQueue {
  private readonly buckets: number[][] = []
  private least = 0

  constructor(degrees: Int32Array) {
    for (let node = degrees.length - 1; node >= 0; node -= 1) this.add(node, degrees[node] as number)
  }

  add(node: number, degree: number): void {
    let bucket = this.buckets[degree]
    if (!bucket) {
      bucket = []
      this.buckets[degree] = bucket
    }
    bucket.push(node)
    this.least = Math.min(this.least, degree)
  }

  takeLeast(degrees: Int32Array, gone: Uint8Array): number {
    for (;;) {
      const node = this.buckets[this.least]?.pop()
      if (node === undefined) this.least += 1
      else if (!gone[node] && degrees[node] === this.least) return node
    }
  }
}

class QuotientGraph {
  readonly gone: Uint8Array
  readonly degree: Int32Array
  alive: number
  /** Nodes of each element; undefined once absorbed. */
  private readonly elements: (Int32Array | undefined)[] = []
  private readonly elementsOf: number[][]
  private readonly outside: number[] = []
  private readonly mark: Int32Array
  private stamp = 0

  constructor(nodeCount: number, cliques: Cliques) {
    this.gone = new Uint8Array(nodeCount)
    this.mark = new Int32Array(nodeCount)
    this.alive = nodeCount
    this.elementsOf = Array.from({ length: nodeCount }, () => [])
    for (let index = 0; index + 1 < cliques.starts.length; index += 1) {
      const nodes = cliques.nodes.subarray(cliques.starts[index], cliques.starts[index + 1])
      if (nodes.length < 2) continue
      for (const node of nodes) this.elementsOf[node]?.push(this.elements.length)
      this.elements.push(nodes)
    }
    this.degree = Int32Array.from({ length: nodeCount }, (_, node) => this.exactDegree(node))
  }

  /** How many living nodes are connected with this one. */
  exactDegree(node: number): number {
    return this.union(node).length
  }

  private union(node: number): number[] {
    this.stamp += 1
    this.mark[node] = this.stamp
    const found: number[] = []
    for (const element of this.elementsOf[node] ?? []) {
      for (const other of this.elements[element] ?? []) {
        if (this.mark[other] === this.stamp || this.gone[other]) continue
        this.mark[other] = this.stamp
        found.push(other)
      }
    }
    return found
  }

  /** Eliminates a node with every node that has become indistinguishable from it. */
  eliminate(node: number): Pivot {
    const touched = this.union(node)
    this.remove(node)
    for (const element of this.elementsOf[node] ?? []) this.elements[element] = undefined
    const created = this.elements.length
    this.elements.push(undefined)
    this.countOutside(touched)

    const together = [node]
    const touches: number[] = []
    const outsides: number[] = []
    for (const other of touched) {
      const kept: number[] = []
      let beyond = 0
      for (const element of this.elementsOf[other] ?? []) {
        if (!this.elements[element]) continue
        const outside = this.outside[element] ?? 0
        if (outside === 0) continue
        kept.push(element)
        beyond += outside
      }
      if (kept.length === 0) {
        together.push(other)
        this.remove(other)
        continue
      }
      kept.push(created)
      this.elementsOf[other] = kept
      touches.push(other)
      outsides.push(beyond)
    }
    touches.forEach((other, index) => {
      const inside = touches.length - 1
      const bound = Math.min(this.alive - 1, (this.degree[other] ?? 0) + inside, inside + (outsides[index] ?? 0))
      this.degree[other] = bound
    })
    const result = Int32Array.from(touches)
    this.elements[created] = result
    return { nodes: together, touches: result }
  }

  private remove(node: number): void {
    this.gone[node] = 1
    this.alive -= 1
  }

  /** For every living element that meets `touched`: how many of its living nodes lie outside. */
  private countOutside(touched: readonly number[]): void {
    const seen = new Set<number>()
    for (const node of touched) {
      for (const element of this.elementsOf[node] ?? []) {
        const nodes = this.elements[element]
        if (!nodes) continue
        if (!seen.has(element)) {
          seen.add(element)
          this.outside[element] = nodes.length
        }
        this.outside[element] = (this.outside[element] ?? 0) - 1
      }
    }
  }
}
