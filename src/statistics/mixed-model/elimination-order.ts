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

/** What a factor may take: the numbers that it holds, and the multiplications that make it. */
export interface FactorLimits {
  readonly numbers: number
  readonly work: number
}

/** From this density on the rest of the graph is treated as one dense block. */
const denseFrom = 0.9
const denseSize = 160

/**
 * A fill-reducing order of elimination by approximate minimum degree on the quotient graph (Amestoy, Davis and Duff 1996,
 * SIAM J. Matrix Anal. Appl. 17:886–905), with element absorption and mass elimination. The graph is given as cliques, as
 * the elimination of the largest factor leaves them. Ends with one pivot that holds the dense rest. Undefined as soon as the
 * factor goes beyond `limits`: what is left is taken to touch as many nodes, one by one, as the next one does.
 */
export function eliminationOrder(
  nodeCount: number,
  cliques: Cliques,
  limits?: FactorLimits,
): { pivots: Pivot[]; rest: number[] } | undefined {
  const graph = new QuotientGraph(nodeCount, cliques)
  const queue = new DegreeQueue(graph.degree)
  const pivots: Pivot[] = []
  const spent = { numbers: 0, work: 0 }
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
    if (limits && isBeyond(limits, spent, graph.alive, degree)) return undefined
    const pivot = graph.eliminate(node)
    pivots.push(pivot)
    const height = pivot.nodes.length + pivot.touches.length
    spent.numbers += height * pivot.nodes.length
    spent.work += height * height * pivot.nodes.length
    for (const touched of pivot.touches) queue.add(touched, graph.degree[touched] as number)
  }
  const rest: number[] = []
  for (let node = 0; node < nodeCount; node += 1) if (!graph.gone[node]) rest.push(node)
  if (limits && isBeyond(limits, spent, rest.length, rest.length)) return undefined
  return { pivots, rest }
}

function isBeyond(limits: FactorLimits, spent: FactorLimits, alive: number, degree: number): boolean {
  const dense = Math.min(alive, degree)
  const numbers = (alive - dense) * dense + dense ** 2 / 2
  const work = (alive - dense) * dense ** 2 + dense ** 3 / 3
  return spent.numbers + numbers > limits.numbers || spent.work + work > limits.work
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
  /** Of an element that meets the pivot: how many of its nodes the pivot does not touch. */
  private readonly outside: Int32Array
  private readonly met: Int32Array
  private readonly mark: Int32Array
  private stamp = 0

  constructor(nodeCount: number, cliques: Cliques) {
    const count = cliques.starts.length - 1
    this.gone = new Uint8Array(nodeCount)
    this.mark = new Int32Array(nodeCount)
    this.outside = new Int32Array(count + nodeCount)
    this.met = new Int32Array(count + nodeCount)
    this.alive = nodeCount
    this.elementsOf = Array.from({ length: nodeCount }, () => [])
    for (let index = 0; index < count; index += 1) {
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
    for (const element of this.elementsOf[node] as number[]) {
      for (const other of this.elements[element] ?? []) {
        if (this.mark[other] === this.stamp) continue
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
    for (const element of this.elementsOf[node] as number[]) this.elements[element] = undefined
    this.countOutside(touched)
    const created = this.elements.length
    const together = [node]
    const touches: number[] = []
    for (const other of touched) {
      if (this.keepElements(other, created)) touches.push(other)
      else {
        together.push(other)
        this.remove(other)
      }
    }
    const inside = touches.length - 1
    for (const other of touches) {
      let beyond = 0
      for (const element of this.elementsOf[other] as number[]) beyond += this.outside[element] as number
      this.degree[other] = Math.min(this.alive - 1, (this.degree[other] as number) + inside, inside + beyond)
    }
    const result = Int32Array.from(touches)
    this.elements.push(result)
    return { nodes: together, touches: result }
  }

  /** For every living element that meets `touched`: how many of its nodes lie outside. */
  private countOutside(touched: readonly number[]): void {
    for (const node of touched) {
      for (const element of this.elementsOf[node] as number[]) {
        const nodes = this.elements[element]
        if (!nodes) continue
        if (this.met[element] !== this.stamp) {
          this.met[element] = this.stamp
          this.outside[element] = nodes.length
        }
        this.outside[element] = (this.outside[element] as number) - 1
      }
    }
  }

  /** Drops elements that the new one absorbs, and adds it. False where nothing else is left: the node goes with the pivot. */
  private keepElements(node: number, created: number): boolean {
    const own = this.elementsOf[node] as number[]
    let kept = 0
    for (const element of own) {
      if (!this.elements[element] || this.outside[element] === 0) continue
      own[kept] = element
      kept += 1
    }
    own.length = kept
    if (kept > 0) own.push(created)
    return kept > 0
  }

  private remove(node: number): void {
    this.gone[node] = 1
    this.alive -= 1
  }
}
