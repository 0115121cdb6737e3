import { certaintyOf } from '#domain/estimate.ts'
import { labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import type { Text } from '#domain/text.ts'
import type { CadreResults, GroupQuantiles } from '#records/queries/index.ts'
import type { EstimateShape, MeasuredQuantity } from '../contract/index.ts'
import { presentStoredEstimate } from './evidence.ts'

/** Each estimate with its comparable group, its standing in it, and the tie said in a sentence. */
export function presentMeasured(
  estimates: CadreResults['estimates'],
  groups: readonly GroupQuantiles[],
  indistinguishable: ReadonlyMap<string, number>,
): MeasuredQuantity[] {
  return [...estimates]
    .sort((a, b) => placeOfMeasure(a.measure) - placeOfMeasure(b.measure))
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
  const deviations = (estimate.value - median) / estimate.sd
  return { certainty: certaintyOf(deviations), side: deviations >= 0 ? 'above' : 'below' }
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
