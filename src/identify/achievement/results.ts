import { textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

export type Visibility = 'visible' | 'latent'
export const visibilities: readonly Visibility[] = ['visible', 'latent']

/** Yearly results of one visibility; all arrays run in parallel, in the order of the indicators table. */
export interface Results {
  readonly length: number
  /** Row of the units table. */
  readonly unit: Int32Array
  readonly year: Int32Array
  /** Code of the indicator. */
  readonly indicator: Int32Array
  readonly indicatorNames: readonly string[]
  /** The result among its peers: distance from the median of the indicator in robust standard deviations, more is better. */
  readonly standing: Float64Array
}

/** A level of units needs this many that report an indicator for a spread of its own. */
const leastPeers = 10
/** A result farther out counts as this far: one slip of the pen must not make a person. */
const farthest = 5
/** Median absolute deviation of N(0, 1), inverted. */
const normalConsistency = 1.4826022185056018

/**
 * The results of a visibility, made comparable. Location is taken from all units that report the indicator, spread from those
 * of the same level where they are enough; what differs between levels is left to the model. Results whose visibility is not
 * recorded count as visible; indicators that never differ say nothing and are left out.
 */
export function resultsOf(snapshot: Snapshot, visibility: Visibility): Results {
  const { length, columns } = snapshot.tables.indicators
  const unitOf = resolve(columns.unit_id, snapshot.tables.units.columns.unit_id)
  const rows: number[] = []
  for (let row = 0; row < length; row += 1) {
    const isUsable = (unitOf[row] as number) >= 0 && Number.isFinite(columns.value.values[row])
    if (isUsable && (textAt(columns.visibility, row) ?? 'visible') === visibility) rows.push(row)
  }
  const level = snapshot.tables.units.columns.level.codes
  const standing = new Map<number, number>()
  for (const own of Map.groupBy(rows, (row) => columns.indicator.codes[row] as number).values()) {
    const valuesOf = (of: readonly number[]): number[] => of.map((row) => columns.value.values[row] as number)
    const middle = median(valuesOf(own))
    const common = spreadOf(valuesOf(own))
    for (const peers of Map.groupBy(own, (row) => level[unitOf[row] as number]).values()) {
      const isEnough = new Set(peers.map((row) => unitOf[row])).size >= leastPeers
      const spread = (isEnough ? spreadOf(valuesOf(peers)) : 0) || common
      if (spread === 0) continue
      for (const row of peers) {
        const distance = ((columns.value.values[row] as number) - middle) / spread
        const better = columns.higher_is_better.values[row] === 0 ? -distance : distance
        standing.set(row, Math.max(-farthest, Math.min(farthest, better)))
      }
    }
  }
  const kept = rows.filter((row) => standing.has(row))
  return {
    length: kept.length,
    unit: Int32Array.from(kept, (row) => unitOf[row] as number),
    year: Int32Array.from(kept, (row) => columns.year.values[row] as number),
    indicator: Int32Array.from(kept, (row) => columns.indicator.codes[row] as number),
    indicatorNames: columns.indicator.values,
    standing: Float64Array.from(kept, (row) => standing.get(row) as number),
  }
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2
}

/** Robust standard deviation; where more than half of the values are equal, the usual one. */
function spreadOf(values: readonly number[]): number {
  const middle = median(values)
  const robust = normalConsistency * median(values.map((value) => Math.abs(value - middle)))
  if (robust > 0) return robust
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length)
}
