import { formatDate } from '#domain/calendar.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { binomialTail, falseDiscoveryRates, type Histogram, histogramOf, tiltedTo } from '#statistics/index.ts'
import { leastAnswers } from './channels.ts'

/** Something about the answers of a channel on one person that a person should look at; it changes no estimate. */
export type Oddity =
  | {
      readonly kind: 'burst'
      readonly survey: string
      readonly day: string
      readonly answers: number
      readonly ofAnswers: number
      readonly probability: number
    }
  | {
      readonly kind: 'alike'
      readonly answers: number
      readonly ofAnswers: number
      readonly probability: number
    }

export interface OddAnswers {
  readonly cadre: number
  readonly channel: string
  readonly oddity: Oddity
}

/** Expected share of chance findings among those listed. */
const falseShare = 0.05

interface Answer {
  readonly day: number
  readonly survey: number
  readonly score: number
  readonly scale: number
}

/**
 * Bursts (many of the answers about one person on one day, unlike the days of the others in the survey, and of another
 * opinion than the rest, or of one only) and answers more alike than those of other people of the same mean.
 */
export function oddAnswers(snapshot: Snapshot, channels: readonly string[]): OddAnswers[] {
  return channels.flatMap((channel) => {
    const people = answersOf(snapshot, channel)
    const found = [...burstsIn(snapshot, channel, people), ...alikeIn(channel, people)]
    const rates = falseDiscoveryRates(found.map(({ oddity }) => oddity.probability))
    return found.filter((_, index) => (rates[index] as number) <= falseShare)
  })
}

/** The answers of a channel by cadre row, one per ballot: the overall score, else the first item. */
function answersOf(snapshot: Snapshot, channel: string): Map<number, Answer[]> {
  const { length, columns } = snapshot.tables.ratings
  const wanted = columns.channel.values.indexOf(channel)
  const overall = columns.item.values.indexOf('overall')
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const ballots = new Map<string, { readonly cadre: number; readonly answer: Answer }>()
  for (let row = 0; row < length; row += 1) {
    const cadre = cadreOf[row] as number
    const scale = columns.scale_max.values[row] as number
    const score = columns.score.values[row] as number
    if (columns.channel.codes[row] !== wanted || cadre < 0 || !(scale > 0) || Number.isNaN(score)) continue
    const survey = columns.survey_id.codes[row] as number
    const key = `${survey} ${cadre} ${columns.rater_id.codes[row]}`
    if (ballots.has(key) && columns.item.codes[row] !== overall) continue
    ballots.set(key, { cadre, answer: { day: columns.on.codes[row] as number, survey, score, scale } })
  }
  const people = new Map<number, Answer[]>()
  for (const { cadre, answer } of ballots.values()) {
    const own = people.get(cadre)
    if (own) own.push(answer)
    else people.set(cadre, [answer])
  }
  return people
}

function burstsIn(snapshot: Snapshot, channel: string, people: ReadonlyMap<number, readonly Answer[]>): OddAnswers[] {
  const bySurvey = new Map<number, Map<number, number>>()
  for (const answers of people.values()) {
    for (const { survey, day } of answers) {
      const days = bySurvey.get(survey) ?? new Map<number, number>()
      bySurvey.set(survey, days.set(day, (days.get(day) ?? 0) + 1))
    }
  }
  const found: OddAnswers[] = []
  for (const [cadre, all] of people) {
    for (const [survey, answers] of Map.groupBy(all, (answer) => answer.survey)) {
      const days = bySurvey.get(survey) ?? new Map<number, number>()
      if (answers.length < 2 * leastAnswers || days.size < 3) continue
      const burst = burstOf(answers, days)
      const oddity: Oddity = {
        kind: 'burst',
        survey: snapshot.tables.ratings.columns.survey_id.values[survey] ?? '',
        day: formatDate(burst.day),
        answers: burst.answers,
        ofAnswers: answers.length,
        probability: burst.probability,
      }
      found.push({ cadre, channel, oddity })
    }
  }
  return found
}

/** The day with the least probable number of answers, all days counted, given the days on which others were asked. */
function burstOf(answers: readonly Answer[], days: ReadonlyMap<number, number>) {
  const own = Map.groupBy(answers, ({ day }) => day)
  const others = [...days].map(([day, count]) => [day, count - (own.get(day)?.length ?? 0)] as const)
  const total = others.reduce((sum, [, count]) => sum + count + 1, 0)
  let best = { day: 0, answers: 0, probability: 1 }
  for (const [day, count] of others) {
    const there = own.get(day) ?? []
    const chance = binomialTail(there.length, answers.length, (count + 1) / total) * days.size
    const isMany = there.length >= leastAnswers && there.length < answers.length
    if (isMany && chance < best.probability && (isOneVoice(there) || isOtherOpinion(there, answers)))
      best = { day, answers: there.length, probability: chance }
  }
  return best
}

const isOneVoice = ([first, ...rest]: readonly Answer[]): boolean => rest.every(({ score }) => score === first?.score)

/** Welch's statistic of the day against the other days, beyond 2. */
function isOtherOpinion(there: readonly Answer[], all: readonly Answer[]): boolean {
  const chosen = new Set(there)
  const a = momentsOf(there)
  const b = momentsOf(all.filter((answer) => !chosen.has(answer)))
  const error = Math.sqrt(a.variance / a.n + b.variance / b.n)
  return Math.abs(a.mean - b.mean) > 2 * error
}

function momentsOf(answers: readonly Answer[]) {
  const n = answers.length
  const mean = answers.reduce((sum, { score, scale }) => sum + score / scale, 0) / n
  const squares = answers.reduce((sum, { score, scale }) => sum + (score / scale - mean) ** 2, 0)
  return { n, mean, variance: squares / Math.max(1, n - 1) }
}

/** The most frequent score among the answers on a person, against people of the same mean on the same scale. */
function alikeIn(channel: string, people: ReadonlyMap<number, readonly Answer[]>): OddAnswers[] {
  const scales = new Map<number, Histogram>()
  const all = [...people.values()].flat()
  for (const [scale, answers] of Map.groupBy(all, (answer) => answer.scale))
    scales.set(scale, histogramOf(answers.map(({ score }) => score)))
  const found: OddAnswers[] = []
  for (const [cadre, answers] of people) {
    for (const [scale, own] of Map.groupBy(answers, (answer) => answer.scale)) {
      const usual = scales.get(scale)
      if (own.length < 2 * leastAnswers || !usual) continue
      const scores = own.map(({ score }) => score)
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      const mode = [...Map.groupBy(scores, (score) => score).values()].reduce((a, b) => (b.length > a.length ? b : a))
      const share = tiltedTo(usual, mean)?.shares[usual.values.indexOf(mode[0] as number)] ?? 1
      const probability = Math.min(1, binomialTail(mode.length, own.length, share) * usual.values.length)
      const oddity: Oddity = { kind: 'alike', answers: mode.length, ofAnswers: own.length, probability }
      found.push({ cadre, channel, oddity })
    }
  }
  return found
}
