import { type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'
import { surveyDay } from '../surveys/ballots.ts'
import { holdersOn, surveyYears, type TrialWorld } from '../world.ts'
import type { Signal } from './events.ts'

/** Falls seen at the first survey after them; and what looks like a fall: a harsh panel, a sector's bad year. */
export function changeSignals(world: TrialWorld): Signal[] {
  const signals: Signal[] = []
  for (const [cadre, { on }] of world.falls) {
    const survey = surveysOf(world, cadre).find(({ day }) => day >= on)
    if (survey) signals.push({ cadre, kind: 'rating', raisedOn: survey.day, severity: 'moderate', lookAlike: false })
  }
  const { area, year } = world.harshPanel
  for (const [unit, members] of holdersOn(world, dateCode(year, 12, 15))) {
    if (unit.area.index !== area || unit.closed) continue
    const raisedOn = surveyDay(world, unit, year)
    for (const cadre of members) {
      if (!world.falls.has(cadre)) signals.push({ cadre, kind: 'rating', raisedOn, severity: '', lookAlike: true })
    }
  }
  const last = yearOf(world.asOf) - 1
  for (const [unit, members] of holdersOn(world, dateCode(last, 12, 15))) {
    if (unit.sector !== world.slump) continue
    const shared = { kind: 'results', raisedOn: dateCode(last, 12, 31), severity: '', lookAlike: true } as const
    signals.push({ unit, ...shared }, ...members.map((cadre) => ({ cadre, ...shared })))
  }
  return signals
}

function surveysOf(world: TrialWorld, cadre: Cadre): { unit: Unit; day: DateCode }[] {
  return Array.from({ length: surveyYears }, (_, back) => yearOf(world.asOf) - surveyYears + back).flatMap((year) => {
    const day = dateCode(year, 12, 15)
    const stint = cadre.person.stints.find(
      (each) => each.seat && each.kind === 'appointed' && each.from <= day && (each.to === 0 || day < each.to),
    )
    return stint ? [{ unit: stint.unit, day: surveyDay(world, stint.unit, year) }] : []
  })
}
