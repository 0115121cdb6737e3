/**
 * Who stands lower than before: against the own course, and against what happened to the peers at the same time.
 *
 * A reading is a subject's standing on one occasion, with its sampling variance. Its change is
 *
 *   x = mean of the last r readings - weighted mean of the readings before,   r = 1, 2
 *
 * and what counts is x less the median x of the peers on that occasion: an occasion harsher or kinder to everybody moves
 * nobody. Under the null model a standing also varies by itself, with variance ω² an occasion. ω² is estimated from all
 * changes recorded up to that day by matching the median of their squares to that of χ²(1), which a few real falls do not
 * move. Each day uses what was recorded by that day alone.
 */
import { type DateCode, daysBetween } from '#domain/calendar.ts'
import { normalCdf } from '#statistics/index.ts'
import { lowestBesides, medianBesides } from './peers.ts'
import { type Change, type ProcessVariance, processVariance, varianceOf } from './process-variance.ts'

export interface Reading {
  readonly subject: number
  /** A course ends where this changes: another unit, another kind of survey. */
  readonly course: string
  readonly value: number
  /** Sampling variance. */
  readonly variance: number
  /** Readings of one peer group are compared with each other. */
  readonly peers: string
}

/** The readings of one occasion that became known on one day. A later round of the same occasion takes its place. */
export interface Round {
  readonly day: DateCode
  readonly occasion: string
  readonly readings: readonly Reading[]
}

export interface Step {
  readonly day: DateCode
  readonly occasion: string
  readonly course: string
  readonly value: number
  readonly variance: number
  /** What the own course and the peers lead one to expect; undefined where there is nothing to compare with. */
  readonly expected?: number
  /** Standard deviation of value - expected. */
  readonly sd?: number
  /** Probability of a fall as large by chance alone. */
  readonly chance?: number
  /** Occasion from which on the subject stands lower than before; undefined while it does not. */
  readonly lowerSince?: string
  /** It stood lower on the occasion before as well. */
  readonly again?: boolean
}

export interface Comparison {
  readonly day: DateCode
  readonly subject: number
  readonly rise: boolean
  /** How much of a year lies between it and the occasion before: as much of what chance may raise in a year falls to it. */
  readonly share: number
}

export interface Courses {
  /** By subject, in the order of days. */
  readonly steps: ReadonlyMap<number, readonly Step[]>
  /** Comparisons with enough peers made so far, by day: how many, and how many rose as much as a fall is called. */
  readonly comparisons: readonly Comparison[]
}

/** A fall that was seen stays seen while the later standing is below the earlier one with 95 %. */
const stays = 0.05
/** Fewer peers than this cannot show what happened to everybody; one less, and only whoever fell further than both has fallen. */
export const fewestPeers = 3

/** @param chance how often a fall may be called by chance alone, of each subject in a year */
export function followCourses(rounds: readonly Round[], chance: number): Courses {
  const steps = new Map<number, Step[]>()
  const comparisons: Comparison[] = []
  const process = processVariance()
  const days = [...Map.groupBy(rounds, ({ day }) => day)].sort(([a], [b]) => a - b)
  for (const [day, today] of days) {
    const compared = today
      .toSorted((a, b) => (a.occasion < b.occasion ? -1 : 1))
      .flatMap((round) => compareRound(round, steps, process))
    process.learn(compared.flatMap(({ last }) => (last && !last.isFew ? [last] : [])))
    for (const one of compared) {
      const share = shareOfYear(one.before.at(-1)?.day, day)
      const step = stepOf(one, day, process.value(), chance * share)
      const own = steps.get(one.reading.subject) ?? []
      steps.set(one.reading.subject, [...own, step])
      if (one.last && !one.last.isFew) {
        const z = one.last.change / Math.sqrt(varianceOf(one.last, process.value()))
        comparisons.push({ day, subject: one.reading.subject, rise: normalCdf(-z) <= (chance * share) / 2, share })
      }
    }
  }
  return { steps, comparisons }
}

const daysInYear = 365

const shareOfYear = (before: DateCode | undefined, day: DateCode): number =>
  before === undefined ? 1 : Math.min(1, Math.max(1, daysBetween(before, day)) / daysInYear)

/** The last step that could be compared: one that could not says neither that somebody fell nor that he rose again. */
export const lastCompared = (steps: readonly Step[]): Step | undefined =>
  steps.findLast(({ expected }) => expected !== undefined)

interface Compared {
  readonly reading: Reading
  readonly occasion: string
  /** The earlier steps of the course, one an occasion, with what was known before this one. */
  readonly before: readonly Step[]
  /** The last reading against all before; the last two against those before. */
  readonly last: Change | undefined
  readonly lastTwo: Change | undefined
}

/** The latest step of each other occasion, while the course is the same one. */
function historyOf(own: readonly Step[], reading: Reading, occasion: string): Step[] {
  const latest = new Map(own.filter((step) => step.occasion !== occasion).map((step) => [step.occasion, step]))
  const history = [...latest.values()]
  const broken = history.findLastIndex((step) => step.course !== reading.course)
  return history.slice(broken + 1)
}

function compareRound(round: Round, steps: ReadonlyMap<number, readonly Step[]>, process: ProcessVariance): Compared[] {
  const drafts = round.readings.map((reading) => {
    const before = historyOf(steps.get(reading.subject) ?? [], reading, round.occasion)
    const since = lastCompared(before)?.lowerSince
    const fellAt = since === undefined ? before.length : before.findIndex((step) => step.occasion === since)
    const usual = before.slice(0, fellAt)
    const previous = before.at(-1)
    return {
      reading,
      before,
      last: usual.length > 0 ? difference([reading], usual) : undefined,
      lastTwo:
        since === undefined && previous && before.length > 1
          ? difference([reading, previous], before.slice(0, -1))
          : undefined,
    }
  })
  const shifted = (pick: 'last' | 'lastTwo'): (Change | undefined)[] => {
    const changes = drafts.map((draft) => draft[pick])
    const groups = Map.groupBy(drafts.keys(), (index) => drafts[index]?.reading.peers)
    for (const members of groups.values()) lessPeers(changes, members, process.value())
    return changes
  }
  const last = shifted('last')
  const lastTwo = shifted('lastTwo')
  return drafts.map(({ reading, before }, index) => ({
    reading,
    occasion: round.occasion,
    before,
    last: last[index],
    lastTwo: lastTwo[index],
  }))
}

type Measured = Pick<Step, 'value' | 'variance'>

/** Two occasions weigh alike unless one has hardly any ballots: a standing varies by about half a unit by itself. */
const weightOf = ({ variance }: Measured): number => 1 / (variance + 0.25)

function meanOf(readings: readonly Measured[]): { value: number; sampling: number; spread: number } {
  const total = readings.reduce((sum, one) => sum + weightOf(one), 0)
  let value = 0
  let sampling = 0
  let spread = 0
  for (const one of readings) {
    const share = weightOf(one) / total
    value += share * one.value
    sampling += share * share * one.variance
    spread += share * share
  }
  return { value, sampling, spread }
}

function difference(recent: readonly Measured[], usual: readonly Measured[]): Change {
  const now = meanOf(recent)
  const then = meanOf(usual)
  return {
    change: now.value - then.value,
    sampling: now.sampling + then.sampling,
    spread: now.spread + then.spread,
  }
}

/** Takes what happened to the peers from each change; without peers enough nothing can be said. */
function lessPeers(changes: (Change | undefined)[], members: readonly number[], omega: number): void {
  const known = members.flatMap((index) => {
    const change = changes[index]
    return change ? [{ index, value: change.change, weight: 1 / varianceOf(change, omega), change }] : []
  })
  const isFew = known.length === fewestPeers
  const peersOf = isFew ? lowestBesides(known) : known.length > fewestPeers ? medianBesides(known) : undefined
  known.forEach(({ index, change }, at) => {
    const peers = peersOf?.[at]
    changes[index] = peers && {
      change: change.change - peers.value,
      sampling: change.sampling + peers.variance,
      spread: change.spread,
      ...(isFew ? { isFew } : {}),
    }
  })
}

function stepOf(
  { reading, occasion, before, last, lastTwo }: Compared,
  day: DateCode,
  omega: number,
  chance: number,
): Step {
  const { value, variance, course } = reading
  const step = { day, occasion, course, value, variance }
  if (!last) return step
  const previous = before.at(-1)
  const lower = lastCompared(before)?.lowerSince
  const sd = Math.sqrt(varianceOf(last, omega))
  const p = normalCdf(last.change / sd)
  const measured = { ...step, expected: value - last.change, sd, chance: p }
  if (lower !== undefined) return p <= stays ? { ...measured, lowerSince: lower, again: true } : measured
  if (p <= chance / 2) return { ...measured, lowerSince: occasion }
  const pTwo = lastTwo ? normalCdf(lastTwo.change / Math.sqrt(varianceOf(lastTwo, omega))) : 1
  if (previous && last.change < 0 && pTwo <= chance / 2)
    return { ...measured, chance: pTwo, lowerSince: previous.occasion, again: true }
  return measured
}
