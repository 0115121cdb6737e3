/**
 * Values of the rule language as numbers, so that a column is a Float64Array: numbers and dates are themselves, texts and
 * truths are numbered from `base` (no number of law is so large), and what is not known is NaN.
 */
import type { Known } from '../language/types.ts'

const base = 2 ** 40

export interface Encoding {
  readonly encode: (value: Known) => number
  /** The place of a value in an order of terms: -1 where it has none there, NaN where it is not known. */
  readonly rankIn: (order: readonly string[]) => (code: number) => number
}

export function encoding(): Encoding {
  const codes = new Map<Known, number>()
  const texts: string[] = []
  return {
    encode(value) {
      if (typeof value === 'number') return value
      if (value === undefined) return Number.NaN
      const known = codes.get(value)
      if (known !== undefined) return known
      const code = base + texts.push(String(value)) - 1
      codes.set(value, code)
      return code
    },
    rankIn: (order) => (code) => {
      if (Number.isNaN(code)) return code
      return order.indexOf(code >= base ? (texts[code - base] ?? '') : String(code))
    },
  }
}
