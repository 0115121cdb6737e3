import { textAt } from '#domain/columns.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { CadreEstimate, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import { accordAmong, type BentAccord } from './accord.ts'
import { bent } from './bend.ts'
import type { ChannelReadings, Reading } from './channel-reading.ts'
import { type AcceptanceChannel, acceptanceChannels, besideChannels, leastAnswers } from './channels.ts'
import { type Apart, disagreements } from './disagreements.ts'
import type { PersonReadings } from './joint-reading.ts'
import { recognitionWeights } from './local-weights.ts'
import type { ChannelSheet, DisagreementList, RecognitionPaper } from './paper.ts'
import type { AcceptanceReading } from './read-acceptance.ts'
import { recognitionEstimate, type Weights } from './recognition-estimate.ts'

export interface PublicRecognition {
  readonly estimates: readonly CadreEstimate[]
  readonly papers: readonly WorkingPaper[]
}

/**
 * Public recognition (群众认可): the true values in the four channels, weighted as the place has set. A channel that has not
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
  const people = peopleIn(reading)
  const accord = accordAmong(reading.channels, people.values())
  if (!accord) return { estimates: [], papers: [] }
  const apart = disagreements(accord, people, weights)
  const idOf = (row: number): string => textAt(snapshot.tables.cadres.columns.cadre_id, row) ?? ''
  const found = [...people].sort(([a], [b]) => a - b)
  const estimates = found.map(([row, readings]): CadreEstimate => {
    const group = reading.groupOf[row] as number
    const place = { group: `G${group + 1}`, size: reading.groupSizes[group] ?? 0 }
    const estimate = recognitionEstimate({ accord, readings, weights, place, isApart: apart.has(row) })
    return { cadreId: idOf(row), measure: 'recognition', estimate }
  })
  const papers = found.map(
    ([row, readings]): WorkingPaper => ({
      kind: 'recognition',
      subject: idOf(row),
      body: paperOf(row, readings, { reading, accord, weights, apart }),
    }),
  )
  return { estimates, papers: [...papers, listOf(reading, found, apart, idOf)] }
}

/** By cadre row, the channels with enough answers; everybody of whom at least one answer is held. */
function peopleIn({ channels }: AcceptanceReading): Map<number, PersonReadings> {
  const people = new Map<number, Partial<Record<AcceptanceChannel, Reading>>>()
  for (const { channel, readings, answers } of channels) {
    for (const row of answers.keys()) {
      const own = people.get(row) ?? {}
      const found = readings.get(row)
      if (found && found.answers >= leastAnswers) own[channel as AcceptanceChannel] = found
      people.set(row, own)
    }
  }
  return people
}

interface Ground {
  readonly reading: AcceptanceReading
  readonly accord: BentAccord
  readonly weights: Weights
  readonly apart: Apart
}

function paperOf(row: number, readings: PersonReadings, { reading, accord, weights, apart }: Ground): RecognitionPaper {
  return {
    channels: acceptanceChannels.map((channel) => ({
      ...sheetOf(channel, reading.channels, row),
      weight: weights[channel],
      usual: bent(accord.bend[channel], accord.mean[channel]),
      disagreement: apart.get(row)?.[channel],
      oddities: odditiesOf(reading, row, channel),
    })),
    beside: besideChannels.map((channel) => sheetOf(channel, reading.beside, row)),
    spoken: acceptanceChannels.reduce((sum, channel) => sum + (readings[channel] ? weights[channel] : 0), 0),
    correlation: accord.correlations.reduce((sum, { value, probability }) => sum + value * probability, 0),
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
