import { type Design, isMembership } from '../design.ts'

/** A factor of this many rows and columns takes half a minute and a gigabyte if it is dense, which is the worst case. */
const alwaysFits = 11_000
/** A graph with fewer pairs of nodes than this for each node stays sparse when it is eliminated. */
const sparse = 24

/**
 * Would a factor of the mixed-model equations be too large? Told from counts alone, since finding the order of elimination
 * takes too long itself then: by how many nodes are left when the largest factor is eliminated, and how many pairs of them
 * its levels tie together.
 */
export function isTooLarge({ random }: Design): boolean {
  const largest = Math.max(0, ...random.map((term) => (isMembership(term) ? 0 : term.levels)))
  const nodes = random.reduce((sum, { levels }) => sum + levels, 0) - largest
  if (nodes <= alwaysFits) return false
  const leaf = random.find((term) => !isMembership(term) && term.levels === largest)
  if (!leaf || isMembership(leaf)) return true
  const met = new Float64Array(leaf.levels)
  for (const term of random) {
    if (term === leaf) continue
    leaf.codes.forEach((level, row) => {
      const entries = isMembership(term) ? (term.starts[row + 1] as number) - (term.starts[row] as number) : 1
      met[level] = (met[level] as number) + entries
    })
  }
  return met.reduce((sum, own) => sum + own * own, 0) > sparse * nodes
}
