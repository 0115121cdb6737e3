import { type DateCode, formatDate } from '#domain/calendar.ts'

/** The last moment of a day in the office. */
export const endOfDay = (day: DateCode): Date => new Date(`${formatDate(day)}T23:59:59.999+08:00`)
