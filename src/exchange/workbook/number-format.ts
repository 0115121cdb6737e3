/** Number formats, as far as they tell dates from quantities (ECMA-376 part 1, 18.8.30; 27 to 58 as in Chinese editions). */

export type DateGrain = 'day' | 'month' | 'year' | 'time'

const groups: readonly (readonly [code: string, ...ids: number[]])[] = [
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['yyyy-m-d', 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58],
  ['yyyy-m', 17, 27, 36, 50, 52, 57],
  ['h:mm', 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56],
  ['@', 49],
]

/** Codes of the formats that a workbook names by number alone. */
export const builtInFormats: ReadonlyMap<number, string> = new Map(
  groups.flatMap(([code, ...ids]) => ids.map((id) => [id, code] as const)),
)

const grains = new Map<string, DateGrain | undefined>()

/** The finest part of a date that the format shows; undefined for quantities and text. */
export function dateGrain(format: string): DateGrain | undefined {
  if (!grains.has(format)) grains.set(format, grainOf(format))
  return grains.get(format)
}

function grainOf(format: string): DateGrain | undefined {
  if (/^general$/i.test(format)) return undefined
  const [first = ''] = format.split(';')
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/E[+-]/gi, '')
    .toLowerCase()
  const [year, month, day, clock] = [/[ye]/, /m/, /d|aaa/, /h|s/].map((part) => part.test(letters))
  if (day) return 'day'
  if (year) return month ? 'month' : 'year'
  return clock || month ? 'time' : undefined
}

/** Decimals of a plain number format, e.g. 2 of `0.00_ `. */
export function decimalsOf(format: string): number | undefined {
  const decimals = /^#?,?#*0\.(0+)(?![\d#?%E])/i.exec(format)?.[1]
  return decimals?.length
}
