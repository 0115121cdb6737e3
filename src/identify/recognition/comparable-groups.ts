import { connectedComponents } from '#statistics/index.ts'
import type { Ballots } from './ballots.ts'

/** A set of cadres whose ratings the data connect: through raters who rated more than one of them. */
export interface ComparableGroup {
  /** `G1` is the largest; of equals, the one with the smallest cadre id first. */
  readonly id: string
  readonly cadreIds: readonly string[]
}

/** The connected components of the graph of cadres and raters, and the group of each cadre row (-1 where not rated). */
export function comparableGroups(
  ballots: Ballots,
  cadreIds: readonly string[],
  raterCount: number,
): { groups: ComparableGroup[]; groupOf: Int32Array } {
  const cadres = cadreIds.length
  const raters = ballots.rater.map((rater) => cadres + rater)
  const component = connectedComponents(cadres + raterCount, ballots.cadre, raters)
  const members = new Map<number, number[]>()
  for (const cadre of new Set(ballots.cadre)) {
    const root = component[cadre] as number
    const found = members.get(root)
    if (found) found.push(cadre)
    else members.set(root, [cadre])
  }
  const nameOf = (cadre: number): string => cadreIds[cadre] ?? ''
  const ordered = [...members.values()]
    .map((rows) => ({ rows, ids: rows.map(nameOf).sort() }))
    .sort((a, b) => b.rows.length - a.rows.length || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
  const groupOf = new Int32Array(cadres).fill(-1)
  ordered.forEach(({ rows }, index) => {
    for (const row of rows) groupOf[row] = index
  })
  return { groups: ordered.map(({ ids }, index) => ({ id: `G${index + 1}`, cadreIds: ids })), groupOf }
}
