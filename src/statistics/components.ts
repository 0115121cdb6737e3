/**
 * The connected components of a graph given by edges between `count` vertices: for each vertex, the smallest vertex of its
 * component. Union–find with path halving.
 */
export function connectedComponents(count: number, from: Int32Array, to: Int32Array): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, vertex) => vertex)
  const find = (vertex: number): number => {
    let at = vertex
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (let edge = 0; edge < from.length; edge += 1) {
    const a = find(from[edge] as number)
    const b = find(to[edge] as number)
    if (a < b) parent[b] = a
    else parent[a] = b
  }
  return parent.map((_, vertex) => find(vertex))
}
