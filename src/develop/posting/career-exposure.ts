/** How long a career has been exposed to what, as recorded. */
import { type DateCode, monthsBetween } from '#domain/calendar.ts'
import type { CadreFacts } from '#policy/index.ts'
import { type Exposure, exposures } from './seat-exposure.ts'

/** Months by kind of exposure; posts held at once count each, and what is not recorded counts nothing. */
export function monthsOfExposure(cadre: CadreFacts, asOf: DateCode): Readonly<Record<Exposure, number>> {
  const months = Object.fromEntries(exposures.map((one) => [one, 0])) as Record<Exposure, number>
  for (const { kind, place, role, leading, from, to } of cadre.stretches) {
    if (kind === 'grade' || kind === 'study') continue
    const holds: Readonly<Record<Exposure, boolean>> = {
      grassroots: place?.frontLine === true,
      hardship: place?.hardship === true,
      'growth-front': place?.around?.growthFront === true,
      key: place?.key === true,
      principal: role === 'principal' && leading === true,
    }
    const lasted = Math.max(0, monthsBetween(from, to === 0 ? asOf : to).most)
    for (const one of exposures) if (holds[one]) months[one] += lasted
  }
  return months
}
