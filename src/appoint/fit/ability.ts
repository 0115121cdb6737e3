/** The posterior of one person's levels: a part shared by all elements of a facet, and a part of its own for each element. */
import type { AbilityModel } from './ability-model.ts'
import type { Assessment } from './assessments.ts'
import { driftPerYear } from './parameters.ts'

/** The facets that carry numbers, in the order of the posterior's rows. */
export const facetOrder = ['knowledge', 'psychology', 'style', 'practice', 'experience'] as const
const size = facetOrder.length
/** Party spirit, the one facet without a number, never comes here. */
export const facetPlace = (facet: string): number => facetOrder.findIndex((one) => one === facet)

/** What assessments of one element say beside the facet's shared part. */
export interface ElementKnowledge {
  /** Deviation of the mean assessed level from what is usual at the person's post level. */
  readonly deviation: number
  /** Share of it that is believed of this element, beside what it says of the facet. */
  readonly gain: number
  readonly count: number
}

/**
 * Level on an element = usual level + (1 − gain) · (facet + shift by service and courses) + gain · deviation + own error of
 * variance (1 − gain) · element variance; the facets are normal with `mean` and `covariance` (row-major). An element that
 * is not in the map has gain 0.
 */
export interface Person {
  readonly mean: Float64Array
  readonly covariance: Float64Array
  readonly elements: ReadonlyMap<string, ElementKnowledge>
}

/**
 * Exact normal updating, one element after the other.
 * @param usual the level that is usual of an element at the person's post level
 * @param shift what the person's service and courses make one expect beyond it
 */
export function personOf(
  model: AbilityModel,
  cadre: number,
  assessments: readonly Assessment[],
  usual: (element: string) => number,
  shift: (element: string, facet: string) => number,
): Person {
  const foreseen = model.foreseen(cadre)
  const mean = Float64Array.from(facetOrder, (facet) => foreseen.person + foreseen.facet(facet))
  const covariance = Float64Array.from(
    { length: size * size },
    (_, at) => foreseen.personVariance + (Math.floor(at / size) === at % size ? foreseen.facetVariance : 0),
  )
  const elements = new Map<string, ElementKnowledge>()
  for (const [element, same] of Map.groupBy(assessments, (one) => one.element)) {
    let precision = 0
    let weighted = 0
    for (const { level, age } of same) {
      const weight = 1 / (model.errorVariance + driftPerYear * age)
      precision += weight
      weighted += weight * (level - usual(element))
    }
    const deviation = weighted / precision
    const gain = model.elementVariance / (model.elementVariance + 1 / precision)
    elements.set(element, { deviation, gain, count: same.length })
    const facet = same[0]?.facet ?? ''
    const surprise = deviation - shift(element, facet)
    observe(mean, covariance, facetPlace(facet), surprise, model.elementVariance + 1 / precision)
  }
  return { mean, covariance, elements }
}

/** Bayes' rule for one noisy observation of one coordinate. */
function observe(mean: Float64Array, covariance: Float64Array, place: number, value: number, noise: number): void {
  const column = Array.from({ length: size }, (_, row) => covariance[row * size + place] ?? 0)
  const total = (column[place] ?? 0) + noise
  const surprise = value - (mean[place] ?? 0)
  for (let row = 0; row < size; row += 1) {
    const share = (column[row] ?? 0) / total
    mean[row] = (mean[row] ?? 0) + share * surprise
    for (let other = 0; other < size; other += 1)
      covariance[row * size + other] = (covariance[row * size + other] ?? 0) - share * (column[other] ?? 0)
  }
}
