/** The posterior of one person's levels: a shared part, and a part of its own for each element. */
import type { AbilityModel } from './ability-model.ts'
import type { Assessment } from './assessments.ts'
import { driftPerYear } from './parameters.ts'

/** One element: level ~ N(mean, own variance + loading² · variance of the shared part). */
export interface ElementPosterior {
  readonly mean: number
  readonly ownVariance: number
  readonly loading: number
}

export interface AbilityPosterior {
  readonly sharedVariance: number
  readonly element: (element: string) => ElementPosterior
}

/** A further, weak observation of an element, such as years in similar seats. */
export interface Hint {
  readonly element: string
  readonly level: number
  readonly variance: number
}

interface Observed {
  precision: number
  weighted: number
}

/** Exact normal updating: first the shared part from all elements, then each element given it. */
export function posteriorOf(
  model: AbilityModel,
  cadre: number,
  postLevel: string,
  assessments: readonly Assessment[],
  hints: readonly Hint[],
): AbilityPosterior {
  const observed = new Map<string, Observed>()
  const observe = (element: string, level: number, variance: number): void => {
    const entry = observed.get(element) ?? { precision: 0, weighted: 0 }
    entry.precision += 1 / variance
    entry.weighted += (level - model.meanOf(element, postLevel)) / variance
    observed.set(element, entry)
  }
  for (const { element, level, age } of assessments) observe(element, level, model.errorVariance + driftPerYear * age)
  for (const { element, level, variance } of hints) observe(element, level, variance)

  let precision = 1 / model.personVariance
  let weighted = model.expected(cadre) / model.personVariance
  for (const one of observed.values()) {
    const variance = model.elementVariance + 1 / one.precision
    precision += 1 / variance
    weighted += one.weighted / one.precision / variance
  }
  const shared = weighted / precision
  return {
    sharedVariance: 1 / precision,
    element(element) {
      const one = observed.get(element)
      const gain = one ? model.elementVariance / (model.elementVariance + 1 / one.precision) : 0
      const own = one ? one.weighted / one.precision : 0
      return {
        mean: model.meanOf(element, postLevel) + shared * (1 - gain) + own * gain,
        ownVariance: model.elementVariance * (1 - gain),
        loading: 1 - gain,
      }
    },
  }
}
