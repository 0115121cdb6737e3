/** What the hands of a clock may stand at, as values: ticks, the next of them, the day under a place. */
import { type CareerScale, placeOn } from '../../../../charts/career-layout.ts'

export interface Tick {
  /** What the hand is set to; undefined = today. */
  readonly value: string | undefined
  readonly left: number
  readonly title: string
}

/** The tick before or after where the hand stands; the hand at today stands after all of them. */
export function nextTick(ticks: readonly Tick[], at: string | undefined, step: 1 | -1): Tick | undefined {
  const time = at === undefined ? Number.POSITIVE_INFINITY : timeOf(at)
  const times = ticks.map(({ value }) => (value === undefined ? Number.POSITIVE_INFINITY : timeOf(value)))
  if (step === 1) return ticks[times.findIndex((each) => each > time)]
  return ticks[times.findLastIndex((each) => each < time)]
}

/** The moment that a value of a hand means: the end of a day, or the instant itself. */
export const timeOf = (value: string): number => Date.parse(value.length === 10 ? `${value}T23:59:59.999+08:00` : value)

/** Was it recorded, at an instant written to the microsecond, after what a hand stands at? */
export const isAfter = (recorded: string, value: string): boolean =>
  recorded > new Date(timeOf(value)).toISOString().replace('Z', '000Z')

/** The day of an instant in the office. */
export const dayOf = (value: string): string =>
  value.length === 10 ? value : new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 10)

export const placeOfHand = (scale: CareerScale, value: string): number =>
  Math.min(100, Math.max(0, placeOn(scale, dayOf(value))))

/** The day under a place of the axis, none after the last. */
export function dayAt({ first, last }: CareerScale, percent: number, lastDay: string): string {
  const year = first + ((last - first) * Math.min(100, Math.max(0, percent))) / 100
  const start = Date.UTC(Math.floor(year), 0, 1)
  const end = Date.UTC(Math.floor(year) + 1, 0, 1)
  const found = new Date(start + (end - start) * (year - Math.floor(year))).toISOString().slice(0, 10)
  return found < lastDay ? found : lastDay
}
