import { formatDate, parseDate } from '#domain/calendar.ts'

const written = /^(?:(\d{4})[.\-/年](\d{1,2})[.\-/月](\d{1,2})日?|(\d{4})(\d{2})(\d{2}))$/

/**
 * The day that was typed, as `YYYY-MM-DD`; undefined where it is none.
 * @example readDay('2026.3.5') // '2026-03-05'
 */
export function readDay(typed: string): string | undefined {
  const match = written.exec(typed.trim())
  if (!match) return undefined
  const [year = '', month = '', date = ''] = match.slice(1).filter((part) => part !== undefined)
  const code = parseDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return code === undefined ? undefined : formatDate(code)
}
