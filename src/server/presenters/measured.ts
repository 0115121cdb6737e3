import { halfWidth90 } from '#domain/estimate.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { CadreResults, GroupQuantiles } from '#records/queries/index.ts'
import type { EstimateShape, MeasuredQuantity } from '../contract/index.ts'
import { presentStoredEstimate } from './evidence.ts'

/** Standard deviations from the median at which one side has a probability of .80: the 0.80 quantile of N(0, 1). */
const leaning = 0.8416212335729143
/** And of .95; the same quantile that bounds 90 % of the posterior. */
const separable = halfWidth90

const labels: Record<string, Text> = {
  rating: { zh: '民主测评', en: 'Democratic rating' },
  contribution: { zh: '实绩', en: 'Contribution' },
  'contribution.visible': { zh: '显绩', en: 'Visible contribution' },
  'contribution.latent': { zh: '潜绩', en: 'Latent contribution' },
  recognition: { zh: '群众认可', en: 'Public recognition' },
}

function labelOfMeasure(measure: string): Text {
  const [kind, item] = measure.split('.')
  if (kind !== 'rating' || item === undefined) return labels[measure] ?? { zh: measure, en: measure }
  const { zh, en } = labelOf('ratingItem', item)
  return { zh: `民主测评·${zh}`, en: `Rating: ${en.toLowerCase()}` }
}

/** Overall rating first, then its items in their customary order, then everything else. */
function placeOf(measure: string): number {
  const [kind, item] = measure.split('.')
  if (kind !== 'rating') return 100
  return item === undefined ? 0 : 1 + identifiersOf('ratingItem').findIndex((known) => known === item)
}

/** Each estimate with its comparable group, its standing in it, and the tie said in a sentence. */
export function presentMeasured(
  estimates: CadreResults['estimates'],
  groups: readonly GroupQuantiles[],
  indistinguishable: ReadonlyMap<string, number>,
): MeasuredQuantity[] {
  return [...estimates]
    .sort((a, b) => placeOf(a.measure) - placeOf(b.measure))
    .map((row) => {
      const estimate = presentStoredEstimate(row)
      const held = groups.find(({ measure, group }) => measure === row.measure && group === row.group)
      const group = held && {
        id: held.group,
        size: held.size,
        quantiles: [...held.quantiles],
        indistinguishable: indistinguishable.get(row.measure) ?? 0,
      }
      return {
        measure: row.measure,
        label: labelOfMeasure(row.measure),
        estimate,
        group: group ?? null,
        standing: standingOf(estimate, held?.quantiles[10]),
        statement: statementOf(estimate, group),
      }
    })
}

function standingOf(estimate: EstimateShape, median: number | undefined): MeasuredQuantity['standing'] {
  if (!estimate.separable || median === undefined) return null
  const distance = (estimate.value - median) / estimate.sd
  const size = Math.abs(distance)
  const certainty = size >= separable ? 'separable' : size >= leaning ? 'leaning' : 'inseparable'
  return { certainty, side: distance >= 0 ? 'above' : 'below' }
}

function statementOf(estimate: EstimateShape, group: MeasuredQuantity['group'] | undefined): Text {
  if (!estimate.separable) return estimate.cause
  if (!group) return { zh: '没有可比组，不作比较', en: 'No comparable group: not compared' }
  if (group.indistinguishable === 0) {
    return { zh: `同组 ${group.size} 人中与各人均可分辨`, en: `Told apart from everybody in a group of ${group.size}` }
  }
  return {
    zh: `同组 ${group.size} 人中，与 ${group.indistinguishable} 人不可分辨`,
    en: `In a group of ${group.size}, cannot be told apart from ${group.indistinguishable}`,
  }
}
