import type { Part } from '#domain/estimate.ts'
import { correlationOf, type Reading, readTogether } from './joint.ts'
import { type Visibility, visibilities } from './results.ts'
import { combinedLabels } from './wording.ts'

/** What is said of one subject, by visibility; a visibility without results is absent. */
export type Readings = Readonly<Partial<Record<Visibility, Reading>>>

/** A weighted mean of two qualities: what each kind of results says by itself, and what each says of the other. */
export interface Combined {
  readonly parts: readonly (readonly [Visibility | 'shared', number])[]
  readonly value: number
  readonly variance: number
  readonly prior: number
}

/** How the visible and the latent quality of subjects go together, and the weighted mean of both for any of them. */
export function combining(
  subjects: Iterable<Readings>,
  weights: Readonly<Record<Visibility, number>>,
): { readonly correlation: number; combine(readings: Readings): Combined } {
  const all = [...subjects]
  const correlation = correlationOf(
    all.flatMap(({ visible, latent }) => (visible && latent ? [[visible, latent] as const] : [])),
  )
  const unseen = (visibility: Visibility): Reading | undefined => {
    const prior = all.find((readings) => readings[visibility])?.[visibility]?.prior
    return prior === undefined ? undefined : { value: 0, variance: prior, prior }
  }
  const nothing = { visible: unseen('visible'), latent: unseen('latent') }
  return {
    correlation,
    combine(readings) {
      const visible = readings.visible ?? nothing.visible
      const latent = readings.latent ?? nothing.latent
      if (!visible || !latent) return alone(readings)
      const joint = readTogether(visible, latent, correlation)
      const w = weights
      const square = (own: number, other: number, both: number): number =>
        w.visible ** 2 * own + w.latent ** 2 * other + 2 * w.visible * w.latent * both
      const parts: [Visibility | 'shared', number][] = []
      if (readings.visible) parts.push(['visible', w.visible * visible.value])
      if (readings.latent) parts.push(['latent', w.latent * latent.value])
      const value = w.visible * joint.values[0] + w.latent * joint.values[1]
      parts.push(['shared', value - parts.reduce((sum, [, part]) => sum + part, 0)])
      return {
        parts,
        value,
        variance: square(joint.variances[0], joint.variances[1], joint.covariance),
        prior: square(visible.prior, latent.prior, correlation * Math.sqrt(visible.prior * latent.prior)),
      }
    },
  }
}

/** Where the whole package has results of one visibility only, that one is all there is. */
function alone(readings: Readings): Combined {
  for (const visibility of visibilities) {
    const reading = readings[visibility]
    if (reading) return { ...reading, parts: [[visibility, reading.value]] }
  }
  return { parts: [], value: 0, variance: 0, prior: 0 }
}

export const combinedParts = ({ parts }: Combined): Part[] =>
  parts.map(([id, value]) => ({ id, label: combinedLabels[id], value }))
