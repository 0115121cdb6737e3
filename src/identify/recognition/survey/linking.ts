import type { Ballots } from '../ballots.ts'
import { cadreEffects } from '../cadre-effects.ts'
import { homeUnits } from '../rating-design.ts'
import type { RatingFit } from '../rating-model.ts'
import { type DifferenceSds, foreseenDifferences, type SurveyShape } from './foreseen-linking.ts'
import { variancesOf } from './reliability.ts'

/** How well a measure compares people of different units, and what would mend it. */
export interface Linking {
  readonly raters: number
  /** Raters who scored people of more than one unit. */
  readonly crossRaters: number
  /** Share of ballots given to people of another unit than the rater's main one. */
  readonly crossShare: number
  /** Typical posterior SD of a difference now; undefined where no such pair may be compared. */
  readonly sameUnit: number | undefined
  readonly across: number | undefined
  /** The same for a survey of the typical shape, by share of cross-unit ballots: no outcome is needed to foresee it. */
  readonly foreseen: readonly ({ readonly share: number } & DifferenceSds)[]
  readonly shape: SurveyShape
}

const foreseenShares = [0, 0.02, 0.05, 0.1, 0.2] as const
/** More units than this change nothing that is foreseen. */
const mostUnits = 60
/** So many people stand for all in the typical SDs. */
const sampled = 48

export function linkingOf(ballots: Ballots, model: RatingFit, groupOf: Int32Array): Linking {
  const home = homeUnits(ballots)
  const main = mainUnits(ballots, home)
  const crossed = new Set<number>()
  let guests = 0
  ballots.rater.forEach((rater, ballot) => {
    if (home[ballot] === main.get(rater)) return
    crossed.add(rater)
    guests += 1
  })
  const shape = shapeOf(ballots, home, main)
  const variances = variancesOf(model)
  return {
    raters: main.size,
    crossRaters: crossed.size,
    crossShare: guests / ballots.length,
    ...presentSds(ballots, model, home, groupOf),
    foreseen:
      shape.units < 2 || shape.cadresPerUnit < 2
        ? []
        : foreseenShares.map((share) => ({ share, ...foreseenDifferences(shape, variances, share) })),
    shape,
  }
}

/** The unit whose people each rater mostly scored. */
function mainUnits({ rater }: Ballots, home: Int32Array): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  rater.forEach((who, ballot) => {
    const own = counts.get(who) ?? new Map<number, number>()
    const unit = home[ballot] as number
    counts.set(who, own.set(unit, (own.get(unit) ?? 0) + 1))
  })
  return new Map(
    [...counts].map(([who, own]) => {
      const [most] = [...own].sort(([a, x], [b, y]) => y - x || a - b)
      return [who, most?.[0] ?? 0]
    }),
  )
}

/** Medians over units: how many people each has, and how many ballots each of them got. */
function shapeOf(ballots: Ballots, home: Int32Array, main: ReadonlyMap<number, number>): SurveyShape {
  const people = new Map<number, Set<number>>()
  const received = new Map<number, number>()
  home.forEach((unit, ballot) => {
    const own = people.get(unit) ?? new Set<number>()
    people.set(unit, own.add(ballots.cadre[ballot] as number))
    received.set(unit, (received.get(unit) ?? 0) + 1)
  })
  const perPerson = [...people].map(([unit, own]) => (received.get(unit) ?? 0) / own.size)
  return {
    units: Math.min(mostUnits, people.size),
    cadresPerUnit: Math.min(20, median([...people.values()].map((own) => own.size))),
    ratersPerUnit: Math.max(1, Math.min(main.size, 60, median(perPerson))),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}

/** Root mean squares over pairs among people spread evenly over the table, inside comparable groups. */
function presentSds(ballots: Ballots, model: RatingFit, home: Int32Array, groupOf: Int32Array) {
  const unitOf = new Map<number, number>()
  ballots.cadre.forEach((cadre, ballot) => unitOf.set(cadre, home[ballot] as number))
  const byUnit = Map.groupBy(
    Array.from(model.cadres, (cadre, level) => ({ level, unit: unitOf.get(cadre) ?? 0, group: groupOf[cadre] })),
    ({ unit }) => unit,
  )
  const units = [...byUnit.values()].filter((people) => people.length > 1)
  const step = Math.max(1, Math.floor(units.length / (sampled / 2)))
  const chosen = units
    .filter((_, index) => index % step === 0)
    .flatMap((people) => people.slice(0, 2))
    .slice(0, sampled)
  const effects = cadreEffects(model)
  const sums = chosen.map(({ level }) => {
    const sum = new Float64Array(model.cadres.length)
    sum[level] = 1
    return sum
  })
  const covariances = sums.length > 0 ? effects.covariances(sums) : []
  const same: number[] = []
  const across: number[] = []
  chosen.forEach((a, first) => {
    for (const b of chosen.slice(first + 1)) {
      if (a.group !== b.group) continue
      const shared = covariances[first]?.[b.level] ?? 0
      const variance = (effects.variances[a.level] as number) + (effects.variances[b.level] as number) - 2 * shared
      ;(a.unit === b.unit ? same : across).push(variance)
    }
  })
  return { sameUnit: rootMean(same), across: rootMean(across) }
}

const rootMean = (variances: readonly number[]): number | undefined =>
  variances.length === 0
    ? undefined
    : Math.sqrt(Math.max(0, variances.reduce((sum, value) => sum + value, 0) / variances.length))
