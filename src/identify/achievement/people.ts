import type { Influence } from './factors.ts'
import type { Grouping } from './groups.ts'
import type { Reading } from './joint.ts'
import type { AchievementFit } from './model.ts'

/** What leads from the results of a team to what one of its members added, in standard deviations of a result. */
export type Step = 'team' | Influence | 'colleagues' | 'full-share' | 'group'

/** What one fit says of one person. */
export interface PersonReading extends Reading {
  /** Row of the cadres table. */
  readonly cadre: number
  readonly level: number
  /** Results credited, and the years they are of. */
  readonly n: number
  readonly years: number
  /** Sum to `value`. */
  readonly steps: readonly (readonly [Step, number])[]
}

/** A year counts when a person is credited with results of at least this much of it: less is a handover. */
const leastOfYear = 1 / 50

/** Everybody who is credited with a result, in the order of the levels. Values are distances from the mean of the group. */
export function readPeople(fitted: AchievementFit, grouping: Grouping): PersonReading[] {
  const { fit, people, cadres, results } = fitted
  const effects = fit.random[0]
  if (!effects) return []
  const rowsOf = creditedRows(fitted)
  const means = groupMeans(fitted, grouping)
  return Array.from(cadres, (cadre, level): PersonReading => {
    const rows = rowsOf[level] ?? []
    const group = means[grouping.ofCadre[cadre] as number]
    const size = group?.size ?? 1
    const own = effects.modes[level] as number
    const variance =
      (effects.predictionSd[level] as number) ** 2 - 2 * (group?.withMean[level] ?? 0) + (group?.ofMean ?? 0)
    const value = own - (group?.mean ?? 0)
    const years = new Set(rows.filter(({ share }) => share >= leastOfYear).map(({ row }) => results.year[row]))
    return {
      cadre,
      level,
      value,
      variance: Math.max(variance, 1e-12),
      prior: effects.variance * (1 - 1 / size),
      n: rows.length,
      years: years.size,
      steps: stepsOf(fitted, { rows, own, value, modes: effects.modes, people }),
    }
  })
}

interface Credited {
  readonly row: number
  readonly share: number
}

/** The results that each level of `people` is credited with. */
export function creditedRows({ people, results }: AchievementFit): Credited[][] {
  const found = Array.from({ length: people.levels }, (): Credited[] => [])
  for (let row = 0; row < results.length; row += 1)
    for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1)
      found[people.members[at] as number]?.push({ row, share: people.shares[at] as number })
  return found
}

/** From the mean result of the teams, by share, to the value: each step takes away what is not the person's. */
function stepsOf(
  { results, added }: AchievementFit,
  person: {
    readonly rows: readonly Credited[]
    readonly own: number
    readonly value: number
    readonly modes: Float64Array
    readonly people: AchievementFit['people']
  },
): PersonReading['steps'] {
  const { rows, own, value, modes, people } = person
  const weight = rows.reduce((sum, { share }) => sum + share, 0)
  const mean = (valueAt: (row: number) => number): number =>
    rows.reduce((sum, { row, share }) => sum + (share / weight) * valueAt(row), 0)
  const ofTeam = (row: number): number => {
    let sum = 0
    for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1)
      sum += (people.shares[at] as number) * (modes[people.members[at] as number] as number)
    return sum
  }
  const ownPart = own * rows.reduce((sum, { share }) => sum + (share / weight) * share, 0)
  const steps: [Step, number][] = [['team', mean((row) => results.standing[row] as number)]]
  for (const [influence, values] of added) steps.push([influence, -mean((row) => values[row] as number)])
  steps.push(['colleagues', ownPart - mean(ofTeam)])
  const left = steps.reduce((sum, [, part]) => sum + part, 0)
  steps.push(['full-share', own - left], ['group', value - own])
  return steps
}

/** Mean of the effects in each group, its variance, and the covariance of every effect with it. */
function groupMeans({ fit, cadres }: AchievementFit, grouping: Grouping) {
  const modes = fit.random[0]?.modes ?? new Float64Array(cadres.length)
  const members = grouping.ids.map((): number[] => [])
  cadres.forEach((cadre, level) => {
    members[grouping.ofCadre[cadre] as number]?.push(level)
  })
  const sums = members.map((levels) => {
    const weights = new Float64Array(cadres.length)
    for (const level of levels) weights[level] = 1 / levels.length
    return [weights]
  })
  return fit.posterior.covariances(sums).map(([covariance], index) => {
    const levels = members[index] ?? []
    const average = (of: Float64Array | undefined): number =>
      levels.reduce((sum, level) => sum + (of?.[level] ?? 0), 0) / Math.max(1, levels.length)
    return {
      size: levels.length,
      mean: average(modes),
      ofMean: average(covariance),
      withMean: covariance ?? new Float64Array(cadres.length),
    }
  })
}
