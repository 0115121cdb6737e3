import { textAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { connectedComponents } from '#statistics/index.ts'
import type { AchievementFit } from './model.ts'

/** Sets inside which results connect people: through units in which they served, and people who served in several. */
export interface Grouping {
  /** `A1` is the largest; of equals the one with the smallest cadre id first. */
  readonly ids: readonly string[]
  /** How many people there are in each. */
  readonly sizes: readonly number[]
  /** Place in `ids` by row of the cadres table, -1 where no result is credited. */
  readonly ofCadre: Int32Array
  /** By row of the units table, -1 where there is no result. */
  readonly ofUnit: Int32Array
}

/** The connected components of the graph of people and units, over the results of both visibilities. */
export function comparableGroups(snapshot: Snapshot, fits: readonly AchievementFit[]): Grouping {
  const { cadres, units } = snapshot.tables
  const from: number[] = []
  const to: number[] = []
  const hasResult = new Uint8Array(units.length)
  for (const { people, cadres: rows, results } of fits) {
    for (let row = 0; row < results.length; row += 1) {
      const unit = results.unit[row] as number
      hasResult[unit] = 1
      for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1) {
        from.push(rows[people.members[at] as number] as number)
        to.push(cadres.length + unit)
      }
    }
  }
  const component = connectedComponents(cadres.length + units.length, Int32Array.from(from), Int32Array.from(to))
  const members = Map.groupBy([...new Set(from)], (cadre) => component[cadre] as number)
  const ordered = [...members]
    .map(([root, rows]) => ({
      root,
      size: rows.length,
      first: rows.map((row) => textAt(cadres.columns.cadre_id, row) ?? '').reduce((a, b) => (a < b ? a : b)),
    }))
    .sort((a, b) => b.size - a.size || (a.first < b.first ? -1 : 1))
  const placeOf = new Map(ordered.map(({ root }, place) => [root, place]))
  const place = (vertex: number): number => placeOf.get(component[vertex] as number) ?? -1
  const credited = new Set(from)
  return {
    ids: ordered.map((_, index) => `A${index + 1}`),
    sizes: ordered.map(({ size }) => size),
    ofCadre: Int32Array.from({ length: cadres.length }, (_, row) => (credited.has(row) ? place(row) : -1)),
    ofUnit: Int32Array.from({ length: units.length }, (_, row) =>
      hasResult[row] === 1 ? place(cadres.length + row) : -1,
    ),
  }
}
