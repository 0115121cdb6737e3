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

/** What was observed of one element: precision, and deviation × precision. */
interface Observed {
  readonly precision: number
  readonly weighted: number
}

const nothing: Observed = { precision: 0, weighted: 0 }

/** All that is known of one person before a seat is named. */
export interface Person {
  readonly cadre: number
  readonly postLevel: string
  readonly observed: ReadonlyMap<string, Observed>
  /** Evidence on the shared part, prior included. */
  readonly shared: Observed
}

/** What an element says about the shared part: its own variation stands between them. */
function onShared(model: AbilityModel, one: Observed): Observed {
  if (one.precision === 0) return nothing
  const precision = 1 / (model.elementVariance + 1 / one.precision)
  return { precision, weighted: (one.weighted / one.precision) * precision }
}

export function personOf(
  model: AbilityModel,
  cadre: number,
  postLevel: string,
  assessments: readonly Assessment[],
): Person {
  const observed = new Map<string, Observed>()
  for (const { element, level, age } of assessments) {
    const before = observed.get(element) ?? nothing
    const precision = 1 / (model.errorVariance + driftPerYear * age)
    const weighted = (level - model.meanOf(element, postLevel)) * precision
    observed.set(element, { precision: before.precision + precision, weighted: before.weighted + weighted })
  }
  let precision = 1 / model.personVariance
  let weighted = model.expected(cadre) / model.personVariance
  for (const one of observed.values()) {
    const said = onShared(model, one)
    precision += said.precision
    weighted += said.weighted
  }
  return { cadre, postLevel, observed, shared: { precision, weighted } }
}

/** Exact normal updating: first the shared part from all elements, then each element given it. */
export function posteriorOf(model: AbilityModel, person: Person, hints: readonly Hint[]): AbilityPosterior {
  const hinted = new Map<string, Observed>()
  let { precision, weighted } = person.shared
  for (const { element, level, variance } of hints) {
    const before = person.observed.get(element) ?? nothing
    const after = {
      precision: before.precision + 1 / variance,
      weighted: before.weighted + (level - model.meanOf(element, person.postLevel)) / variance,
    }
    hinted.set(element, after)
    const [was, is] = [onShared(model, before), onShared(model, after)]
    precision += is.precision - was.precision
    weighted += is.weighted - was.weighted
  }
  const shared = weighted / precision
  return {
    sharedVariance: 1 / precision,
    element(element) {
      const one = hinted.get(element) ?? person.observed.get(element) ?? nothing
      const gain = one.precision === 0 ? 0 : model.elementVariance / (model.elementVariance + 1 / one.precision)
      const own = one.precision === 0 ? 0 : one.weighted / one.precision
      return {
        mean: model.meanOf(element, person.postLevel) + shared * (1 - gain) + own * gain,
        ownVariance: model.elementVariance * (1 - gain),
        loading: 1 - gain,
      }
    },
  }
}
