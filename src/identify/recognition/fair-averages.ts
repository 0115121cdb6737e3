import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Ballots } from './ballots.ts'
import { type CadreEffects, cadreEffects } from './cadre-effects.ts'
import type { ComparableGroup } from './comparable-groups.ts'
import { furtherDoubt } from './further-doubt.ts'
import { type Influence, influences } from './rating-design.ts'
import { allowance, type RatingFit } from './rating-model.ts'

export interface FairAverage {
  /** Row of the cadres table. */
  readonly cadre: number
  readonly estimate: Estimate
  readonly rawMean: number
}

/** Below this share of the prior variance taken away by the data, the data do not tell a cadre from the average. */
const leastInformation = 0.2

/** The fair average of every cadre with a ballot, in the order of the cadres table. */
export function fairAverages(
  ballots: Ballots,
  model: RatingFit | undefined,
  grouping: { readonly groups: readonly ComparableGroup[]; readonly groupOf: Int32Array },
  leastBallots: number,
): FairAverage[] {
  const cadres = model?.cadres ?? Int32Array.from(new Set(ballots.cadre)).sort()
  const means = meansByCadre(ballots, cadres, grouping.groupOf.length)
  const raw = means(ballots.score)
  const counts = countByCadre(ballots, grouping.groupOf.length)
  const effects = model && cadreEffects(model)
  const corrections = effects && correctionsOf(model, effects, means, raw)
  const spreads = effects && spreadsWithinGroups(model, effects, grouping)
  return Array.from(cadres, (cadre, level): FairAverage => {
    const group = grouping.groups[grouping.groupOf[cadre] as number]
    const size = group?.cadreIds.length ?? 0
    const n = counts[cadre] as number
    const rawMean = raw[level] as number
    const refuse = (cause: Text): FairAverage => ({
      cadre,
      rawMean,
      estimate: { separable: false, n, group: group?.id ?? '', cause },
    })
    if (n < leastBallots) return refuse(fill(tooFewBallots, { n, least: leastBallots }))
    if (size < 2) return refuse(aloneInGroup)
    if (!corrections || !effects || !spreads) return refuse(noModel)
    const given = spreads.given[level] as number
    const information = 1 - given / (effects.prior * (1 - 1 / size))
    if (!(information >= leastInformation)) return refuse(tooLittleInformation)
    const parts: Part[] = [{ id: 'raw-mean', label: labels['raw-mean'], value: rawMean }]
    for (const [id, values] of corrections.parts) parts.push({ id, label: labels[id], value: values[level] as number })
    const value = parts.reduce((sum, part) => sum + part.value, 0)
    const fitted = corrections.fitted[level] as number
    const half = halfWidth90 * allowance * Math.sqrt(given + (spreads.further[level] as number))
    const lower = corrections.shareOf(fitted - half)
    const upper = corrections.shareOf(fitted + half)
    return {
      cadre,
      rawMean,
      estimate: {
        separable: true,
        value,
        lower,
        upper,
        sd: (upper - lower) / (2 * halfWidth90),
        n,
        group: group?.id ?? '',
        parts,
      },
    }
  })
}

/**
 * What takes the raw mean to the fair average: minus each influence, minus what is left unexplained (shrinkage). What turning
 * marks of several scales into one measure changes, with the ends of the scales, is the part of the scale.
 */
function correctionsOf(
  { fit, added, usual, shareOf }: RatingFit,
  { modes }: CadreEffects,
  means: (values: Float64Array) => Float64Array,
  raw: Float64Array,
) {
  const parts: [Influence | 'shrinkage', Float64Array][] = []
  for (const influence of influences) {
    const own = added.get(influence)
    if (own && influence !== 'scale') parts.push([influence, means(own).map((value) => 0 - value)])
  }
  parts.push(['shrinkage', means(fit.residuals).map((value) => 0 - value)])
  const fitted = modes.map((mode) => usual + mode)
  const scale = fitted.map((value, level) =>
    parts.reduce((rest, [, values]) => rest - (values[level] as number), shareOf(value) - (raw[level] as number)),
  )
  return { parts: [...parts.slice(0, -1), ['scale', scale] as const, ...parts.slice(-1)], fitted, shareOf }
}

function countByCadre(ballots: Ballots, rows: number): Int32Array {
  const counts = new Int32Array(rows)
  for (const cadre of ballots.cadre) counts[cadre] = (counts[cadre] as number) + 1
  return counts
}

/** Averages values of ballots by cadre, in the order of `cadres`. */
function meansByCadre(ballots: Ballots, cadres: Int32Array, rows: number): (values: Float64Array) => Float64Array {
  const counts = countByCadre(ballots, rows)
  return (values) => {
    const sums = new Float64Array(rows)
    ballots.cadre.forEach((cadre, ballot) => {
      sums[cadre] = (sums[cadre] as number) + (values[ballot] as number)
    })
    return Float64Array.from(cadres, (cadre) => (sums[cadre] as number) / (counts[cadre] as number))
  }
}

/** Variance of the distance of each cadre from the mean of the group, given the variances of the model and beyond. */
function spreadsWithinGroups(
  model: RatingFit,
  effects: CadreEffects,
  { groups, groupOf }: { readonly groups: readonly ComparableGroup[]; readonly groupOf: Int32Array },
): { readonly given: Float64Array; readonly further: Float64Array } {
  const { cadres } = model
  const given = new Float64Array(cadres.length)
  const further = new Float64Array(cadres.length)
  const { around } = furtherDoubt(model)
  const members = groups.map((): number[] => [])
  cadres.forEach((cadre, level) => {
    members[groupOf[cadre] as number]?.push(level)
  })
  const compared = members.filter((levels) => levels.length > 1)
  const means = compared.map((levels) => {
    const weights = new Float64Array(cadres.length)
    for (const level of levels) weights[level] = 1 / levels.length
    return weights
  })
  effects.covariances(means).forEach((withMean, index) => {
    const levels = compared[index] ?? []
    const ofMean = levels.reduce((sum, level) => sum + (withMean[level] as number), 0) / levels.length
    const aroundMean = around(levels)
    for (const level of levels) {
      given[level] = Math.max(0, (effects.variances[level] as number) - 2 * (withMean[level] as number) + ofMean)
      further[level] = aroundMean(level)
    }
  })
  return { given, further }
}

const labels: Readonly<Record<Influence | 'raw-mean' | 'shrinkage', Text>> = {
  'raw-mean': { zh: '原始均分', en: 'Raw mean' },
  severity: { zh: '扣除评分人宽严', en: 'Less the severity of the raters' },
  custom: { zh: '扣除评分人单位的打分习惯', en: "Less the custom of the raters' units" },
  survey: { zh: '扣除各次测评的差别', en: 'Less differences between surveys' },
  class: { zh: '扣除票类差别', en: 'Less differences between ballot classes' },
  channel: { zh: '扣除测评渠道差别', en: 'Less differences between channels' },
  form: { zh: '扣除单位测评表的宽严', en: "Less how easy the unit's form is" },
  scale: { zh: '各分制、各等次换算到同一尺度', en: 'Marks of all scales brought to one measure' },
  shrinkage: { zh: '按票数向平均水平收缩', en: 'Shrinkage towards the average, by number of ballots' },
}

const tooFewBallots: Text = {
  zh: '只有 {n} 票，少于 {least} 票，不足以区分。',
  en: 'Only {n} ballots, fewer than {least}: too few to tell this cadre apart.',
}
const aloneInGroup: Text = {
  zh: '给他打分的人没有给别人打过分，无从比较。',
  en: 'Nobody who rated this cadre rated anybody else: there is nothing to compare with.',
}
const tooLittleInformation: Text = {
  zh: '现有票数据不足以把他与平均水平区分开。',
  en: 'The ballots cannot tell this cadre from the average.',
}
const noModel: Text = {
  zh: '票数据太少或没有差别，无法校正宽严。',
  en: 'The ballots are too few, or too alike, to correct for severity.',
}
