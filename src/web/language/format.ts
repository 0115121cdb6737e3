/** The month of a recorded date as forms write it: `2026.11`. */
export const month = (date: string): string => date.slice(0, 7).replace('-', '.')

/** A recorded date to the day where the day is known: `2026.11.22`; of an instant, its day on the reader's clock. */
export const day = (date: string): string =>
  date.includes('T') ? minute(date).slice(0, 10) : date.slice(0, 10).replaceAll('-', '.')

/** A moment to the minute, on the reader's clock: `2026.11.23 09:05`. */
export function minute(instant: string): string {
  const at = new Date(instant)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getFullYear()}.${two(at.getMonth() + 1)}.${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** `1,846`. */
export const count = (value: number): string => value.toLocaleString('en-US')

/** A share in whole per cent: `93%`; a share short of all is never written as all. */
export const percent = (share: number): string => `${share < 1 ? Math.min(99, Math.round(100 * share)) : 100}%`

/** Years to one decimal, as a column reads them: `4.0`. */
export const years = (value: number): string => value.toFixed(1)

/**
 * Decimals that an interval deserves: two significant figures of half its width, and no more.
 * @example decimals(0.49, 0.75) // 2
 */
export function decimals(lower: number, upper: number): number {
  const half = (upper - lower) / 2
  if (!(half > 0)) return 2
  return Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(half))))
}

/** A figure with a true minus sign, and no sign before zero. */
export function figure(value: number, digits: number): string {
  const text = value.toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−')
}

export interface IntervalFigures {
  readonly value: string
  readonly lower: string
  readonly upper: string
}

export function intervalFigures(estimate: { value: number; lower: number; upper: number }): IntervalFigures {
  const digits = decimals(estimate.lower, estimate.upper)
  return {
    value: figure(estimate.value, digits),
    lower: figure(estimate.lower, digits),
    upper: figure(estimate.upper, digits),
  }
}
