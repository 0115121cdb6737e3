import { textAt } from '#domain/columns.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { CadreEstimate, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import { accordAmong } from './accord.ts'
import { bent } from './bend.ts'
import type { ChannelReadings } from './channel-reading.ts'
import { acceptanceChannels, besideChannels, leastAnswers } from './channels.ts'
import { type CommonScale, commonScale } from './common-scale.ts'
import { type Apart, disagreements } from './disagreements.ts'
import type { Accord, PersonReadings, Weights } from './joint-reading.ts'
import { recognitionWeights } from './local-weights.ts'
import type { ChannelSheet, DisagreementList, RecognitionPaper } from './paper.ts'
import type { AcceptanceReading } from './read-acceptance.ts'
import { recognitionEstimate } from './recognition-estimate.ts'

export interface PublicRecognition {
  readonly estimates: readonly CadreEstimate[]
  readonly papers: readonly WorkingPaper[]
}

/**
 * Public recognition (群众认可): the true values in the four channels on a common scale, weighted as the place has set. A channel that has not
 * spoken stays unknown: it counts with what the other channels let one expect, and its doubt stays in the interval. Channels
 * that disagree beyond chance widen the interval and are listed.
 *
 * The value is a share of the full mark, 0–1. Its parts: the average of all people, what each channel adds, shrinkage, and
 * what the ends of the scales take.
 *
 * @example combineChannels(snapshot, book, readAcceptance(snapshot)).estimates[0]?.measure // 'recognition'
 */
export function combineChannels(snapshot: Snapshot, book: RuleBook, reading: AcceptanceReading): PublicRecognition {
  const weights = recognitionWeights(book, snapshot.asOf)
  const scale = commonScale(reading.channels)
  if (!scale) return { estimates: [], papers: [] }
  const accord = accordAmong(scale.people.values())
  const apart = disagreements(accord, scale, weights)
  const idOf = (row: number): string => textAt(snapshot.tables.cadres.columns.cadre_id, row) ?? ''
  const found = [...scale.people].sort(([a], [b]) => a - b)
  const estimates = found.map(([row, readings]): CadreEstimate => {
    const group = reading.groupOf[row] as number
    const place = { group: `G${group + 1}`, size: reading.groupSizes[group] ?? 0 }
    const estimate = recognitionEstimate({ accord, scale, readings, weights, place, isApart: apart.has(row) })
    return { cadreId: idOf(row), measure: 'recognition', estimate }
  })
  const papers = found.map(
    ([row, readings]): WorkingPaper => ({
      kind: 'recognition',
      subject: idOf(row),
      body: paperOf(row, readings, { reading, scale, accord, weights, apart }),
    }),
  )
  return { estimates, papers: [...papers, listOf(reading, found, apart, idOf)] }
}

interface Ground {
  readonly reading: AcceptanceReading
  readonly scale: CommonScale
  readonly accord: Accord
  readonly weights: Weights
  readonly apart: Apart
}

function paperOf(
  row: number,
  readings: PersonReadings,
  { reading, scale, accord, weights, apart }: Ground,
): RecognitionPaper {
  return {
    channels: acceptanceChannels.map((channel) => ({
      ...sheetOf(channel, reading.channels, row),
      weight: weights[channel],
      usual: scale.usual[channel],
      disagreement: apart.get(row)?.[channel],
      oddities: odditiesOf(reading, row, channel),
    })),
    beside: besideChannels.map((channel) => sheetOf(channel, reading.beside, row)),
    spoken: acceptanceChannels.reduce((sum, channel) => sum + (readings[channel] ? weights[channel] : 0), 0),
    correlation: accord.reduce(
      (sum, { office, outside, probability }) => sum + (probability * (office + outside)) / 2,
      0,
    ),
  }
}

const odditiesOf = ({ odd }: AcceptanceReading, row: number, channel: string) =>
  odd.filter((each) => each.cadre === row && each.channel === channel).map(({ oddity }) => oddity)

function sheetOf<Channel extends string>(
  channel: Channel,
  all: readonly ChannelReadings[],
  row: number,
): ChannelSheet<Channel> {
  const held = all.find((each) => each.channel === channel)
  const answers = held?.answers.get(row) ?? 0
  const found = held?.readings.get(row)
  if (answers === 0) return { channel, state: 'silent', figures: undefined }
  if (answers < leastAnswers) return { channel, state: 'too-few', figures: undefined }
  if (!found || !held?.scale) return { channel, state: 'flat', figures: undefined }
  const half = halfWidth90 * Math.sqrt(found.errorVariance)
  const { bend } = held.scale
  const [value, lower, upper] = [0, -half, half].map((shift) => bent(bend, found.value + shift)) as [
    number,
    number,
    number,
  ]
  return { channel, state: 'read', figures: { answers, value, lower, upper } }
}

function listOf(
  reading: AcceptanceReading,
  people: readonly (readonly [number, PersonReadings])[],
  apart: Apart,
  idOf: (row: number) => string,
): WorkingPaper {
  const rows = people.flatMap(([row]) =>
    acceptanceChannels.flatMap((channel): DisagreementList['rows'][number][] => {
      const found = apart.get(row)?.[channel]
      const oddities = odditiesOf(reading, row, channel)
      if (!found && oddities.length === 0) return []
      const { side, distance, falseShare } = found ?? {}
      return [{ cadreId: idOf(row), channel, side, distance, falseShare, oddities }]
    }),
  )
  const compared = people.filter(([, readings]) => Object.keys(readings).length > 1).length
  const body: DisagreementList = { compared, rows }
  return { kind: 'recognition-list', subject: 'disagreements', body }
}
