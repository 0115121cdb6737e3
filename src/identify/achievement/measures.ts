import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Readings } from './combined.ts'
import type { Grouping } from './groups.ts'
import type { PersonReading } from './people.ts'
import type { Visibility } from './results.ts'
import { type Alternatives, spreadOverWays } from './sensitivity.ts'
import { type Inseparable, leastInformation } from './together.ts'
import { causes } from './wording.ts'

/** What one visibility says of everybody. */
export interface Side {
  readonly visibility: Visibility
  readonly alternatives: Alternatives
  /** By row of the cadres table. */
  readonly people: ReadonlyMap<number, PersonReading>
  readonly together: ReadonlyMap<number, readonly Inseparable[]>
  /** Of the environment, by row of the units table. */
  readonly units: ReadonlyMap<number, Readings[Visibility]>
}

/** Everything that decides whether a value may be shown. */
interface Standing {
  readonly years: number
  readonly group: number
  readonly information: number
  readonly partners: readonly Inseparable[]
}

export interface Refusals {
  readonly grouping: Grouping
  readonly leastYears: number
  readonly nameOf: (cadre: number) => string
}

/** Why the data cannot tell somebody apart; undefined where they can. */
export function causeAgainst(standing: Standing, { grouping, leastYears, nameOf }: Refusals): Text | undefined {
  const { years, group, information, partners } = standing
  if (years < leastYears) return fill(causes.fewYears, { n: years, least: leastYears })
  if ((grouping.sizes[group] ?? 0) < 2) return causes.alone
  if (partners.length > 0) {
    const names = partners.map(({ cadre }) => nameOf(cadre))
    return fill(causes.together, { names: { zh: names.join('、'), en: names.join(', ') } })
  }
  return information >= leastInformation ? undefined : causes.little
}

/** An estimate from parts and a variance; refused where there is a cause. */
export function estimateFrom({
  n,
  group,
  cause,
  variance,
  parts,
}: {
  readonly n: number
  readonly group: string
  readonly cause: Text | undefined
  readonly variance: number
  readonly parts: readonly Part[]
}): Estimate {
  if (cause) return { separable: false, n, group, cause }
  const value = parts.reduce((sum, part) => sum + part.value, 0)
  const sd = Math.sqrt(variance)
  return {
    separable: true,
    value,
    lower: value - halfWidth90 * sd,
    upper: value + halfWidth90 * sd,
    sd,
    n,
    group,
    parts,
  }
}

/** Variance of a reading with what the choice among the ways of crediting adds. */
export const varianceOver = ({ alternatives }: Side, reading: PersonReading): number =>
  reading.variance + spreadOverWays(alternatives, reading.cadre)
