import type { Membership } from '#statistics/index.ts'
import type { CarryOver } from './carry-over.ts'
import type { Results } from './results.ts'
import type { SharesOf } from './shares.ts'

/** A share below this is of no account. */
const leastShare = 1e-6
/** Years back after which hardly anything is carried over. */
const yearsCarried = 4

/**
 * Who is credited with what part of each result. With a carry-over, a result that stands for all years before it shows the
 * work of those years too, φ to the power of their distance, as far as it is of `among`: people with a result of their own.
 */
export function membershipOf(
  results: Results,
  sharesOf: SharesOf,
  carried?: CarryOver & { readonly among: Int32Array },
): { readonly people: Membership; readonly cadres: Int32Array } {
  const known = carried && new Set(carried.among)
  const teams = Array.from({ length: results.length }, (_, row) => {
    const years = carried && (carried.before[row] as number) < 0 ? yearsCarried : 0
    const shares = new Map<number, number>()
    for (let back = 0; back <= years; back += 1) {
      const weight = back === 0 ? 1 : (carried?.part ?? 0) ** back
      const year = (results.year[row] as number) - back
      for (const [cadre, share] of sharesOf(results.unit[row] as number, results.indicator[row] as number, year))
        if (weight * share > leastShare && (known?.has(cadre) ?? true))
          shares.set(cadre, (shares.get(cadre) ?? 0) + weight * share)
    }
    return [...shares].sort(([a], [b]) => a - b)
  })
  const cadres =
    carried?.among ?? Int32Array.from(new Set(teams.flatMap((team) => team.map(([cadre]) => cadre)))).sort()
  const levelOf = new Map(Array.from(cadres, (cadre, level) => [cadre, level]))
  const starts = new Int32Array(teams.length + 1)
  teams.forEach((team, row) => {
    starts[row + 1] = (starts[row] as number) + team.length
  })
  const people = {
    name: 'person',
    levels: cadres.length,
    starts,
    members: Int32Array.from(teams.flatMap((team) => team.map(([cadre]) => levelOf.get(cadre) as number))),
    shares: Float64Array.from(teams.flatMap((team) => team.map(([, share]) => share))),
  }
  return { people, cadres }
}
