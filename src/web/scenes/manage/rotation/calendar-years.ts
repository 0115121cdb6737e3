import type { RotationPage } from '#server/contract/index.ts'

export interface CalendarYear {
  readonly year: number
  /** Twelve, January first. */
  readonly counts: readonly number[]
  readonly total: number
}

/** This year and the next five. */
const yearsShown = 6

/**
 * The months of a list by year, with the greatest count of a month.
 * @example calendarOf([{ month: '2027-03', count: 4 }], 2026).years[1]?.counts[2] // 4
 */
export function calendarOf(
  months: RotationPage['months'],
  first: number,
): { readonly years: readonly CalendarYear[]; readonly most: number } {
  const counts = new Map(months.map(({ month, count }) => [month, count]))
  const years = Array.from({ length: yearsShown }, (_, step) => {
    const year = first + step
    const own = Array.from({ length: 12 }, (_, at) => counts.get(`${year}-${String(at + 1).padStart(2, '0')}`) ?? 0)
    return { year, counts: own, total: own.reduce((sum, count) => sum + count, 0) }
  })
  return { years, most: Math.max(1, ...years.flatMap((year) => year.counts)) }
}
