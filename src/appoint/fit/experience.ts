/** Years in similar seats, as a weak observation of knowledge (same field) and of experience (same role). */
import { asFraction, type DateCode } from '#domain/calendar.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { Hint } from './ability.ts'
import type { Requirement } from './assessments.ts'
import { experienceHalfYears, experienceVariance, knownCareerShare } from './parameters.ts'

const atWork: readonly string[] = ['appointed', 'concurrent', 'acting', 'seconded']

/** Years worked in each field, and in a leading post in each role. */
export interface Experience {
  readonly bySector: ReadonlyMap<string, number>
  readonly byRole: ReadonlyMap<string, number>
}

/** Undefined where too much of the career was spent in seats not known here to speak of years at all. */
export function experienceOf(cadre: CadreFacts, asOf: DateCode): Experience | undefined {
  const bySector = new Map<string, number>()
  const byRole = new Map<string, number>()
  let all = 0
  let known = 0
  for (const { kind, from, to, position, seat, leading, role } of cadre.stretches) {
    if (!atWork.includes(kind)) continue
    const years = asFraction(to || asOf) - asFraction(from)
    all += years
    if (position !== undefined) known += years
    if (seat?.sector !== undefined) bySector.set(seat.sector, (bySector.get(seat.sector) ?? 0) + years)
    if (leading === true && role !== undefined) byRole.set(role, (byRole.get(role) ?? 0) + years)
  }
  return all > 0 && known / all >= knownCareerShare ? { bySector, byRole } : undefined
}

const levelFor = (years: number): number => 1 + (4 * years) / (years + experienceHalfYears)

export function experienceHints(
  experience: Experience | undefined,
  seat: SeatFacts,
  asked: readonly Requirement[],
): Hint[] {
  if (!experience) return []
  return asked.flatMap(({ facet, element }): Hint[] => {
    if (facet !== 'knowledge' && facet !== 'experience') return []
    const years = facet === 'knowledge' ? experience.bySector.get(seat.sector ?? '') : experience.byRole.get(seat.role)
    return [{ element, level: levelFor(years ?? 0), variance: experienceVariance }]
  })
}
