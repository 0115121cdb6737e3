import { asFraction, type DateCode, parseDate } from '#domain/calendar.ts'
import { type PostLevel, postLadder } from '#domain/lexicon/terms.ts'
import type { CareerStep } from '#server/contract/index.ts'

/** A level of the ladder, or the line for what lies outside it (study, service, posts without a recorded level). */
export type Line = PostLevel | 'outside'

export interface CareerBand {
  readonly step: CareerStep
  /** Percent of the width of the drawing. */
  readonly left: number
  readonly width: number
  readonly current: boolean
}

export interface CareerGap {
  readonly left: number
  readonly width: number
  readonly months: number
}

export interface CareerLine {
  readonly line: Line
  readonly bands: readonly CareerBand[]
  /** Secondments and concurrent posts: thinner, beneath the main band of their time. */
  readonly beside: readonly CareerBand[]
  readonly gaps: readonly CareerGap[]
}

export interface CareerLayout {
  readonly lines: readonly CareerLine[]
  readonly years: readonly { readonly year: number; readonly left: number }[]
  readonly now: number
}

const besideKinds = new Set(['seconded', 'concurrent'])
/** Shorter stretches without a post are the ordinary days between two appointments. */
const shortestGap = 1 / 6

const at = (date: string): number => {
  const code: DateCode | undefined = parseDate(date)
  return code === undefined ? Number.NaN : asFraction(code)
}

/** The years from the left edge to the right. */
export interface CareerScale {
  readonly first: number
  readonly last: number
}

const isPost = (step: CareerStep): boolean => !(step.kind === 'other' && step.change === 'exit')

/** From the year of the first post to a little after the day. */
export function careerScale(career: readonly CareerStep[], asOf: string): CareerScale {
  const now = at(asOf)
  const first = Math.floor(Math.min(now - 1, ...career.filter(isPost).map((step) => at(step.from))))
  return { first, last: now + (now - first) * 0.02 }
}

/** Where a date stands, in percent of the width. */
export const placeOn = ({ first, last }: CareerScale, date: string): number =>
  ((at(date) - first) / (last - first)) * 100

/**
 * Where everything stands when time runs right and level is height. Pure: the drawing only places what this says. With the
 * scale of a longer career, an earlier one stands where it stood in it.
 */
export function careerLayout(
  career: readonly CareerStep[],
  asOf: string,
  scale: CareerScale = careerScale(career, asOf),
): CareerLayout {
  const now = at(asOf)
  const { first, last } = scale
  const steps = career.filter(isPost)
  const percent = (time: number) => ((time - first) / (last - first)) * 100
  const lineOf = (step: CareerStep): Line => step.postLevel ?? 'outside'
  const band = (step: CareerStep): CareerBand => {
    const left = percent(at(step.from))
    const end = step.to === null ? now : Math.min(now, at(step.to))
    return { step, left, width: Math.max(0.3, percent(end) - left), current: step.to === null }
  }
  const main = steps.filter((step) => !besideKinds.has(step.kind))
  const gaps = gapsBetween(main, now)
  const lines = ([...postLadder].reverse() as Line[]).concat('outside').map((line) => ({
    line,
    bands: main.filter((step) => lineOf(step) === line).map(band),
    beside: steps.filter((step) => besideKinds.has(step.kind) && hostLine(step, main, lineOf) === line).map(band),
    gaps: gaps
      .filter((gap) => lineOf(gap.after) === line)
      .map(({ from, to }) => ({
        left: percent(from),
        width: percent(to) - percent(from),
        months: Math.round((to - from) * 12),
      })),
  }))
  return {
    lines: lines.filter((line) => line.bands.length + line.beside.length > 0),
    years: yearTicks(first, Math.floor(last)).map((year) => ({ year, left: percent(year) })),
    now: percent(now),
  }
}

/** A secondment hangs under the post held at home at its start. */
function hostLine(step: CareerStep, main: readonly CareerStep[], lineOf: (step: CareerStep) => Line): Line {
  const host = main.findLast((other) => other.from <= step.from && (other.to === null || other.to > step.from))
  return lineOf(host ?? step)
}

function gapsBetween(main: readonly CareerStep[], now: number) {
  const gaps: { from: number; to: number; after: CareerStep }[] = []
  let reached: { until: number; step: CareerStep } | undefined
  for (const step of main) {
    const from = at(step.from)
    if (reached && from - reached.until > shortestGap) gaps.push({ from: reached.until, to: from, after: reached.step })
    const until = step.to === null ? now : at(step.to)
    if (!reached || until > reached.until) reached = { until, step }
  }
  return gaps
}

function yearTicks(first: number, last: number): number[] {
  const stride = last - first > 24 ? 4 : 2
  const ticks: number[] = []
  for (let year = Math.ceil(first / stride) * stride; year <= last; year += stride) ticks.push(year)
  return ticks
}
