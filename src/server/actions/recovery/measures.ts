/** Estimates of one measure beside the truth and beside what a simple reckoning would have said. Pure figures. */
import {
  type Agreement,
  agreement,
  centred,
  centredByGroup,
  coverage,
  type Interval,
  isTold,
  meanWidth,
  type PairFigures,
  pairFigures,
  type Recovered,
  rescaled,
  slopeOf,
} from './agreement.ts'

/** An estimate with the truth, and the naive figure of each baseline that has one. */
export interface Judged extends Recovered {
  readonly id: string
  readonly naive: Readonly<Record<string, number | undefined>>
}

export interface MeasureRecovery {
  readonly measure: string
  /** Separable estimates with a truth; comparable groups of two or more among them; estimates that say "not separable". */
  readonly n: number
  readonly groups: number
  readonly notSeparable: number
  /** Of distances from the mean of the comparable group, all groups together. */
  readonly ours: Agreement
  readonly naive: Readonly<Record<string, Agreement & { readonly n: number }>>
  /** Share of true values inside the 90 % interval, as given and after rescaling by `slope`. */
  readonly coverage90: number
  readonly slope: number
  readonly coverage90Rescaled: number
  readonly meanWidth90: number
  readonly pairs: PairFigures
}

/** The figures of one measure; undefined where fewer than three estimates can be held against a truth. */
export function judgeMeasure(
  measure: string,
  judged: readonly Judged[],
  notSeparable: number,
): MeasureRecovery | undefined {
  const members = centredByGroup(judged)
  if (members.length < 3) return undefined
  const slope = slopeOf(members)
  const baselines = [...new Set(judged.flatMap(({ naive }) => Object.keys(naive)))]
  return {
    measure,
    n: judged.length,
    groups: new Set(members.map(({ group }) => group)).size,
    notSeparable,
    ours: agreement(
      members.map(({ value }) => value),
      members.map(({ truth }) => truth),
    ),
    naive: Object.fromEntries(
      baselines.flatMap((name) => {
        const found = ofBaseline(judged, name)
        return found ? [[name, found]] : []
      }),
    ),
    coverage90: coverage(members),
    slope,
    coverage90Rescaled: coverage(rescaled(members, slope)),
    meanWidth90: meanWidth(members),
    pairs: pairFigures(members),
  }
}

function ofBaseline(judged: readonly Judged[], name: string): (Agreement & { n: number }) | undefined {
  const known = judged.flatMap(({ naive, truth, group }) => {
    const value = naive[name]
    return value === undefined ? [] : [{ value, truth, group }]
  })
  const groups = known.map(({ group }) => group)
  const values = centred(
    known.map(({ value }) => value),
    groups,
  ).filter((value) => value !== undefined)
  const truths = centred(
    known.map(({ truth }) => truth),
    groups,
  ).filter((truth) => truth !== undefined)
  return values.length < 3 ? undefined : { ...agreement(values, truths), n: values.length }
}

/** Pairs that share a group although nothing in the data connects them: there must be none. */
export function refusalFaults(members: readonly { readonly group: string; readonly component: string }[]): number {
  let faults = 0
  for (const group of Map.groupBy(members, (member) => member.group).values()) {
    const counts = [...Map.groupBy(group, (member) => member.component).values()].map((part) => part.length)
    const total = counts.reduce((sum, count) => sum + count, 0)
    faults += (total * total - counts.reduce((sum, count) => sum + count * count, 0)) / 2
  }
  return faults
}

/** How many pairs of results there are within the sets, and how many of them are told apart; undefined says "not separable". */
export function toldWithin(
  sets: readonly (readonly string[])[],
  results: ReadonlyMap<string, Interval | undefined>,
): { pairs: number; told: number } {
  const figures = { pairs: 0, told: 0 }
  for (const ids of sets) {
    const members = ids.filter((id) => results.has(id)).map((id) => results.get(id))
    members.forEach((left, place) => {
      for (const right of members.slice(place + 1)) {
        figures.pairs += 1
        if (left && right && left.group === right.group && isTold(left, right)) figures.told += 1
      }
    })
  }
  return figures
}
