import { textAt } from '#domain/columns.ts'
import type { UnitEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { combinedParts, combining, type Readings } from './combined.ts'
import type { Grouping } from './groups.ts'
import type { Reading } from './joint.ts'
import { estimateFrom, type Side } from './measures.ts'
import type { AchievementFit } from './model.ts'
import type { AchievementSettings } from './settings.ts'
import { leastInformation } from './together.ts'
import { causes } from './wording.ts'

/** What one fit says of the conditions of each unit: 0 is the average unit of the comparable group. */
export function environmentReadings({ fit, unitRows }: AchievementFit, grouping: Grouping): Map<number, Reading> {
  const effects = fit.random.find(({ name }) => name === 'unit')
  const readings = new Map<number, Reading>()
  if (!effects) return readings
  const levels = Map.groupBy(unitRows.keys(), (level) => grouping.ofUnit[unitRows[level] as number] as number)
  for (const own of levels.values()) {
    const mean = own.reduce((sum, level) => sum + (effects.modes[level] as number), 0) / own.length
    for (const level of own)
      readings.set(unitRows[level] as number, {
        value: (effects.modes[level] as number) - mean,
        variance: Math.max((effects.predictionSd[level] as number) ** 2, 1e-12),
        prior: effects.variance,
      })
  }
  return readings
}

/** The environment of every unit with results: visible and latent results together, of equal weight. */
export function environments(
  snapshot: Snapshot,
  {
    sides,
    grouping,
    settings,
  }: {
    readonly sides: readonly Side[]
    readonly grouping: Grouping
    readonly settings: AchievementSettings
  },
): UnitEstimate[] {
  const units = [...new Set(sides.flatMap((side) => [...side.units.keys()]))].sort((a, b) => a - b)
  const readingsOf = (unit: number): Readings =>
    Object.fromEntries(
      sides.flatMap((side) => {
        const reading = side.units.get(unit)
        return reading ? [[side.visibility, reading] as const] : []
      }),
    )
  const { combine } = combining(units.map(readingsOf), { visible: 0.5, latent: 0.5 })
  const rows = new Map<number, Set<number>>()
  const counts = new Map<number, number>()
  for (const {
    alternatives: {
      published: { results },
    },
  } of sides)
    results.unit.forEach((unit, row) => {
      rows.set(unit, (rows.get(unit) ?? new Set<number>()).add(results.year[row] as number))
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    })
  return units.map((unit) => {
    const combined = combine(readingsOf(unit))
    const isTold =
      (rows.get(unit)?.size ?? 0) >= settings.leastYears && 1 - combined.variance / combined.prior >= leastInformation
    return {
      unitId: textAt(snapshot.tables.units.columns.unit_id, unit) ?? '',
      measure: 'environment',
      estimate: estimateFrom({
        n: counts.get(unit) ?? 0,
        group: grouping.ids[grouping.ofUnit[unit] as number] ?? '',
        cause: isTold ? undefined : causes.unitLittle,
        variance: Math.max(combined.variance, varianceIfDependent(readingsOf(unit))),
        parts: combinedParts(combined),
      }),
    }
  })
}

/**
 * Variance of the mean of the readings if their errors go together: people who stayed long are taken for conditions of the
 * unit in visible and in latent results alike.
 */
function varianceIfDependent(readings: Readings): number {
  const spreads = Object.values(readings).map(({ variance }) => Math.sqrt(variance))
  return (spreads.reduce((sum, sd) => sum + sd, 0) / Math.max(1, spreads.length)) ** 2
}
