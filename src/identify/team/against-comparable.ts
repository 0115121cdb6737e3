import type { Reading } from './common-factor.ts'

/**
 * A part of the condition against comparable teams. What is observed of a team is its true standing with noise:
 *
 *   y = mean of the group + true deviation + noise,   deviation ~ N(0, τ²), group means ~ N(μ, γ²)
 *
 * τ² and γ² come from the method of moments over all groups (Hedges 1983). A team's deviation is told in τ, drawn towards the
 * group as far as noise goes; a small group's mean is drawn towards that of all.
 */
export interface Observed {
  readonly unit: number
  /** Only teams of one group are compared. */
  readonly group: string
  readonly value: number
  /** Sampling variance; 0 for what is counted and not measured. */
  readonly variance: number
  /** Records it rests on. */
  readonly n: number
}

export interface Placed {
  /** Posterior mean of the deviation, in standard deviations among comparable teams. */
  readonly mean: number
  /** Posterior variance, 1 when nothing is known. */
  readonly variance: number
  readonly n: number
  readonly value: number
  /** What is usual in the group. */
  readonly usual: number
  /**
   * Deviation from the usual, unshrunk, in standard deviations of all that is observed, with its error. Undefined where there
   * is nothing to be held against.
   */
  readonly reading: Reading | undefined
}

/** Fewer teams beyond one a group than this do not show how much teams differ. */
const fewestFreedom = 8
/** One wild count does not decide a whole condition. */
const farthest = 3

export function placeAmongComparable(observed: readonly Observed[]): Map<number, Placed> {
  const groups = [...Map.groupBy(observed, ({ group }) => group).values()]
  const freedom = observed.length - groups.length
  const means = groups.map((members) => meanOf(members.map(({ value }) => value)))
  const squares = groups.reduce((sum, members, at) => sum + squaresAbout(members, means[at] as number), 0)
  const noise = meanOf(observed.map(({ variance }) => variance))
  const whole = freedom < fewestFreedom ? 0 : squares / freedom
  const spread = Math.max(0, whole - noise)
  const usual = groupMeans(groups, means, spread)
  return new Map(
    groups.flatMap((members, at) =>
      members.map((one) => [
        one.unit,
        {
          ...place(one, usual[at] as Usual, spread, members.length),
          reading: whole < 1e-12 || members.length < 2 ? undefined : readingOf(one, usual[at] as Usual, whole),
        },
      ]),
    ),
  )
}

/** Alone in its group, or among teams that differ no more than by chance, a team is placed nowhere: 0, with all doubt. */
function place({ value, variance, n }: Observed, usual: Usual, spread: number, size: number): Omit<Placed, 'reading'> {
  const known = { n, value, usual: usual.mean }
  if (spread < 1e-12 || size < 2) return { ...known, mean: 0, variance: 1 }
  const reliability = spread / (spread + variance)
  const deviation = (reliability * (value - usual.mean)) / Math.sqrt(spread)
  return {
    ...known,
    mean: clip(deviation),
    variance: Math.min(1, 1 - reliability + (reliability ** 2 * usual.variance) / spread),
  }
}

const clip = (deviation: number): number => Math.max(-farthest, Math.min(farthest, deviation))

const readingOf = ({ value, variance }: Observed, usual: Usual, whole: number): Reading => ({
  value: clip((value - usual.mean) / Math.sqrt(whole)),
  variance: (variance + usual.variance) / whole,
})

interface Usual {
  readonly mean: number
  readonly variance: number
}

function groupMeans(groups: readonly (readonly Observed[])[], means: readonly number[], spread: number): Usual[] {
  const errors = groups.map((members) => meanOf(members.map(({ variance }) => spread + variance)) / members.length)
  const overall = meanOf(means)
  const between =
    means.length < 2
      ? 0
      : Math.max(0, means.reduce((sum, mean) => sum + (mean - overall) ** 2, 0) / (means.length - 1) - meanOf(errors))
  return means.map((mean, at) => {
    const error = errors[at] as number
    const trust = between === 0 ? (means.length === 1 ? 1 : 0) : between / (between + error)
    const left = means.length === 1 ? error : between === 0 ? error / means.length : trust * error
    return { mean: overall + trust * (mean - overall), variance: left }
  })
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const squaresAbout = (members: readonly Observed[], mean: number): number =>
  members.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
