import { falseDiscoveryRates, normalCdf } from '#statistics/index.ts'
import { type AcceptanceChannel, acceptanceChannels } from './channels.ts'
import type { CommonScale } from './common-scale.ts'
import { type Accord, disagreementOf, type Weights } from './joint-reading.ts'
import type { Disagreement } from './paper.ts'
import { plainInterval } from './recognition-estimate.ts'

/** By cadre row and channel, who stands apart. */
export type Apart = ReadonlyMap<number, Partial<Readonly<Record<AcceptanceChannel, Disagreement>>>>

/** Expected share of chance findings among the disagreements listed. */
const falseShare = 0.05

/** Whose channels differ by more than chance, among all people with two channels or more. */
export function disagreements(accord: Accord, scale: CommonScale, weights: Weights): Apart {
  const tested = [...scale.people].flatMap(([row, readings]) =>
    acceptanceChannels.flatMap((channel) => {
      const distance = disagreementOf(accord, readings, channel)
      return distance === undefined ? [] : [{ row, readings, channel, distance }]
    }),
  )
  const rates = falseDiscoveryRates(tested.map(({ distance }) => 2 * normalCdf(-Math.abs(distance))))
  const apart = new Map<number, Partial<Record<AcceptanceChannel, Disagreement>>>()
  tested.forEach(({ row, readings, channel, distance }, index) => {
    const rate = rates[index] as number
    if (rate > falseShare) return
    const { [channel]: _, ...others } = readings
    const own = apart.get(row) ?? {}
    own[channel] = {
      side: distance > 0 ? 'above' : 'below',
      distance,
      falseShare: rate,
      without: plainInterval(accord, scale, others, weights),
    }
    apart.set(row, own)
  })
  return apart
}
