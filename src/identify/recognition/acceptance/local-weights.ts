import type { DateCode } from '#domain/calendar.ts'
import { parameterOn, type RuleBook } from '#policy/index.ts'
import { type AcceptanceChannel, acceptanceChannels } from './channels.ts'

/** The local rule that says how much each channel counts. */
export const weightsRule = 'LOCAL-RECOGNITION-WEIGHTS'

/** Weights that sum to 1; equal where the local setting says nothing usable. */
export function recognitionWeights(book: RuleBook, asOf: DateCode): Readonly<Record<AcceptanceChannel, number>> {
  const rule = book.rules.get(weightsRule)
  const found = rule && parameterOn(rule, 'weights', asOf)
  const given = typeof found === 'object' && !Array.isArray(found) ? (found as Readonly<Record<string, unknown>>) : {}
  const raw = acceptanceChannels.map((channel) => Math.max(0, Number(given[channel] ?? 0) || 0))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return Object.fromEntries(
    acceptanceChannels.map((channel, index) => [
      channel,
      total > 0 ? (raw[index] as number) / total : 1 / acceptanceChannels.length,
    ]),
  ) as Record<AcceptanceChannel, number>
}
