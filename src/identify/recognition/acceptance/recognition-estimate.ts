import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { acceptanceChannels } from './channels.ts'
import type { CommonScale } from './common-scale.ts'
import { type Accord, type JointReading, joinReadings, type PersonReadings, type Weights } from './joint-reading.ts'

/** Below this share of the prior variance taken away, the answers do not tell a cadre from the average. */
const leastInformation = 0.2

interface Ground {
  readonly accord: Accord
  readonly scale: CommonScale
  readonly readings: PersonReadings
  readonly weights: Weights
  readonly place: { readonly group: string; readonly size: number }
  /** Whether the channels disagree beyond chance. */
  readonly isApart: boolean
}

/** The recognition of one person: a share of the full mark, with a part for each channel. */
export function recognitionEstimate({ accord, scale, readings, weights, place, isApart }: Ground): Estimate {
  const joint = joinReadings(accord, readings, weights)
  const used = acceptanceChannels.filter((channel) => readings[channel])
  const n = used.reduce((sum, channel) => sum + (readings[channel]?.answers ?? 0), 0)
  const refuse = (cause: Text): Estimate => ({ separable: false, n, group: place.group, cause })
  if (used.length === 0) return refuse(noChannel)
  if (place.size < 2) return refuse(alone)
  const tells = (sd: number): boolean => 1 - sd * sd >= leastInformation
  const within = Math.sqrt(joint.variance)
  if (!tells(within)) return refuse(fill(tooLittle, { spoken: used.length, of: acceptanceChannels.length }))
  // Where channels contradict each other, all are taken to err by as much as they differ (Birge 1932).
  const sd = isApart ? within * Math.max(1, Math.sqrt(joint.surprise)) : within
  if (!tells(sd)) return refuse(contradictory)
  const parts = partsOf(joint, scale, readings, weights)
  const value = parts.reduce((sum, part) => sum + part.value, 0)
  const lower = scale.shareOf(joint.value - halfWidth90 * sd)
  const upper = scale.shareOf(joint.value + halfWidth90 * sd)
  const width = upper - lower
  return { separable: true, value, lower, upper, sd: width / (2 * halfWidth90), n, group: place.group, parts }
}

/** The value with its 90 % interval, whatever it is worth. */
export function plainInterval(accord: Accord, scale: CommonScale, readings: PersonReadings, weights: Weights) {
  const { value, variance } = joinReadings(accord, readings, weights)
  const half = halfWidth90 * Math.sqrt(variance)
  return { value: scale.shareOf(value), lower: scale.shareOf(value - half), upper: scale.shareOf(value + half) }
}

function partsOf(joint: JointReading, scale: CommonScale, readings: PersonReadings, weights: Weights): Part[] {
  const average = scale.shareOf(0)
  const unit = scale.unit * joint.stretch
  let shrinkage = 0
  const added = acceptanceChannels.map((channel, index): Part => {
    const own = readings[channel]
    const expected = joint.means[index] as number
    const reached = own?.value ?? expected
    shrinkage += unit * weights[channel] * (expected - reached)
    const label = fill(own ? spokenLabel : silentLabel, { channel: labelOf('ratingChannel', channel) })
    return { id: channel, label, value: unit * weights[channel] * reached }
  })
  return [
    { id: 'average', label: averageLabel, value: average },
    ...added,
    { id: 'shrinkage', label: shrinkageLabel, value: shrinkage },
    { id: 'scale', label: scaleLabel, value: scale.shareOf(joint.value) - average - scale.unit * joint.value },
  ]
}

const averageLabel: Text = { zh: '全体平均', en: 'Average of everybody' }
const spokenLabel: Text = { zh: '{channel}', en: '{channel}' }
const silentLabel: Text = { zh: '{channel}：未知，按其他渠道推算', en: '{channel}: unknown, expected from the others' }
const shrinkageLabel: Text = { zh: '按答复数向平均水平收缩', en: 'Shrinkage towards the average, by number of answers' }
const scaleLabel: Text = { zh: '分数到顶到底的折算', en: 'Ends of the scales' }
const noChannel: Text = {
  zh: '四个渠道都不足 5 份，不作估计。',
  en: 'Fewer than 5 answers in every channel: not estimated.',
}
const alone: Text = {
  zh: '评价他的人没有评价过别人，无从比较。',
  en: 'Nobody who answered about this cadre answered about anybody else: there is nothing to compare with.',
}
const contradictory: Text = {
  zh: '各渠道的反映相差太大，合不成一个数，逐个渠道核对。',
  en: 'The channels contradict each other too far for one figure: check them one by one.',
}
const tooLittle: Text = {
  zh: '四个渠道中只有 {spoken} 个有足够答复，不足以把他与平均水平区分开。',
  en: 'Of {of} channels {spoken} have enough answers: too little to tell this cadre from the average.',
}
