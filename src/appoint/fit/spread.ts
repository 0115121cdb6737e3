/**
 * Variances of a level between persons, between the facets of a person, between the elements of a facet, and of assessors'
 * error, from mean products of residuals: two assessments of a person share the first, of one facet also the second, of one
 * element also the third. Unbiased whatever the numbers per person (method of moments).
 */
import { assumedSpread, errorShare, fewestForSpread } from './parameters.ts'

export interface Residual {
  readonly cadre: number
  readonly facet: string
  readonly element: string
  readonly value: number
}

export interface Spread {
  readonly person: number
  readonly facet: number
  readonly element: number
  readonly error: number
}

/** A variance that is nothing but noise is still not taken to be 0. */
const least = 0.01

export function spreadOf(residuals: readonly Residual[]): Spread {
  const sums = { own: 0, element: 0, facet: 0, person: 0 }
  const counts = { own: 0, element: 0, facet: 0, person: 0 }
  let people = 0
  for (const own of Map.groupBy(residuals, ({ cadre }) => cadre).values()) {
    if (own.length > 1) people += 1
    own.forEach((one, place) => {
      sums.own += one.value * one.value
      counts.own += 1
      for (const other of own.slice(place + 1)) {
        const shared = one.element === other.element ? 'element' : one.facet === other.facet ? 'facet' : 'person'
        sums[shared] += one.value * other.value
        counts[shared] += 1
      }
    })
  }
  const [apart, together] = [counts.person, counts.facet].map((count) => count >= fewestForSpread)
  if (people < fewestForSpread || !(apart || together)) return assumedSpread
  const within = together ? sums.facet / counts.facet : sums.person / counts.person + assumedSpread.facet
  const person = Math.max(least, apart ? sums.person / counts.person : within - assumedSpread.facet)
  const facet = Math.max(least, within - person)
  const rest = Math.max(2 * least, sums.own / counts.own - person - facet)
  const repeated = counts.element >= fewestForSpread
  const error = repeated ? sums.own / counts.own - sums.element / counts.element : rest * errorShare
  return {
    person,
    facet,
    element: Math.max(least, rest - error),
    error: Math.max(least, Math.min(error, rest)),
  }
}
