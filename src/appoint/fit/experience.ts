/** Years in similar seats, as a weak observation of knowledge (same field) and of experience (same role). */
import { asFraction } from '#domain/calendar.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { Hint } from './ability.ts'
import type { Requirement } from './assessments.ts'
import { experienceHalfYears, experienceVariance, knownCareerShare } from './parameters.ts'

type Stretch = CadreFacts['stretches'][number]

const atWork: readonly string[] = ['appointed', 'concurrent', 'acting', 'seconded']

const levelFor = (years: number): number => 1 + (4 * years) / (years + experienceHalfYears)

export function experienceHints(cadre: CadreFacts, seat: SeatFacts, asked: readonly Requirement[], asOf: number): Hint[] {
  const worked = cadre.stretches.filter((stretch) => atWork.includes(stretch.kind))
  const years = (chosen: (stretch: Stretch) => boolean): number =>
    worked.filter(chosen).reduce((sum, { from, to }) => sum + asFraction(to || asOf) - asFraction(from), 0)
  const all = years(() => true)
  if (all === 0 || years((stretch) => stretch.position !== undefined) / all < knownCareerShare) return []
  const similar = {
    knowledge: years((stretch) => stretch.sector !== undefined && stretch.sector === seat.sector),
    experience: years((stretch) => stretch.leading === true && stretch.role === seat.role),
  }
  return asked.flatMap(({ facet, element }): Hint[] => {
    if (facet !== 'knowledge' && facet !== 'experience') return []
    return [{ element, level: levelFor(similar[facet]), variance: experienceVariance }]
  })
}
