import { type DateCode, monthOf, parseDate, yearOf } from '#domain/calendar.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'
import type { TrialWorld } from '../world.ts'
import type { Need, Plant } from './plants.ts'

/** `lookAlike` undefined: too near the border, or not planted: it may be listed and need not be. */
export interface NeedTruth {
  readonly cadre: Cadre
  readonly need: Need
  readonly manner: string
  readonly lookAlike: boolean | undefined
}

type Facts = Record<string, string | null>
export interface Told {
  readonly cadre: Facts
  readonly tenures: readonly Facts[]
}

/** True, false, or undefined where the record or the border leave it open. */
type Answer = boolean | undefined

/**
 * Who really lacks what, reckoned from the written careers by plain months, and by nothing that the analysis uses. Of
 * potential only what was planted is judged.
 */
export function needTruth(world: TrialWorld, told: (cadre: Cadre) => Told | undefined): NeedTruth[] {
  const units = new Map(world.structure.units.map((unit) => [unit.name, unit]))
  const seats = new Map(world.structure.seats.map((seat) => [seat.id, seat.unit]))
  const unitOf = ({ position_id, unit_text }: Facts): Unit | undefined =>
    seats.get(position_id ?? '') ?? units.get(unit_text ?? '')
  return world.cadres.flatMap((cadre) => {
    const record = told(cadre)
    if (!record || cadre.person.leftOn !== 0) return []
    const plant = world.needPlants.get(cadre)
    const answers: Readonly<Record<Need, Answer>> = {
      grassroots: lacksGrassroots(record, unitOf, world.asOf),
      hardship: lacksHardship(record, unitOf, world.asOf),
      narrow: isNarrow(record, unitOf),
      'principal-seat': hasPotential(record, plant),
    }
    const isOld = yearOf(world.asOf) - yearOf(cadre.person.bornOn) > 49
    return (Object.entries(answers) as [Need, Answer][]).flatMap(([need, answer]): NeedTruth[] => {
      const own = plant?.need === need ? plant : undefined
      const manner = own?.manner ?? ''
      if (answer === undefined || (answer && isOld)) return [{ cadre, need, manner, lookAlike: undefined }]
      if (answer) return [{ cadre, need, manner, lookAlike: false }]
      return own && !own.isNeed ? [{ cadre, need, manner, lookAlike: true }] : []
    })
  })
}

const monthsOf = (text: string | null | undefined, otherwise: DateCode): number => {
  const date = parseDate(text ?? '') ?? otherwise
  return yearOf(date) * 12 + monthOf(date)
}

/** Months in which one of the tenures runs. */
function monthsIn(tenures: readonly Facts[], asOf: DateCode): number {
  const months = new Set<number>()
  for (const { from, to } of tenures) {
    for (let month = monthsOf(from, asOf); month < monthsOf(to, asOf); month += 1) months.add(month)
  }
  return months.size
}

type UnitOf = (tenure: Facts) => Unit | undefined

const atWork = ({ kind, change }: Facts): boolean => kind !== 'study' && change !== 'exit'
const frontKinds: ReadonlySet<string> = new Set(['township', 'street', 'village', 'community', 'enterprise'])

function lacksGrassroots({ tenures }: Told, unitOf: UnitOf, asOf: DateCode): Answer {
  const flagOf = (tenure: Facts): string =>
    tenure.grassroots ?? (frontKinds.has(unitOf(tenure)?.kind ?? '') ? 'true' : '')
  const work = tenures.filter(atWork)
  const present = work.filter(({ to }) => !to).map(flagOf)
  const sure = work.filter((tenure) => flagOf(tenure) === 'true')
  const months = monthsIn(sure, asOf)
  const most = monthsIn([...sure, ...work.filter((tenure) => flagOf(tenure) === '')], asOf)
  if (present.includes('true') || months > 25) return false
  // By the record alone it is open: to be listed as a gap of the record, not as a need.
  if (present.includes('') || most > 25) return false
  return most < 23 ? true : undefined
}

const under: Readonly<Record<string, number>> = {
  none: 35,
  'section-deputy': 35,
  'section-chief': 40,
  'division-deputy': 45,
}
const served: ReadonlySet<string | null> = new Set(['appointed', 'seconded', 'concurrent', 'acting'])

function lacksHardship({ cadre, tenures }: Told, unitOf: UnitOf, asOf: DateCode): Answer {
  const now = tenures.findLast(({ kind, to }) => kind === 'appointed' && !to)
  const limit = under[now?.post_level ?? '']
  if (limit === undefined || !cadre.born_on) return false
  const left = 12 * limit - (monthsOf(null, asOf) - monthsOf(cadre.born_on, asOf))
  if (Math.abs(left) <= 1) return undefined
  if (left < 0) return false
  return !tenures.some((tenure) => served.has(tenure.kind ?? null) && unitOf(tenure)?.hardship)
}

function isNarrow({ cadre, tenures }: Told, unitOf: UnitOf): Answer {
  if (cadre.reserve !== 'true') return false
  return new Set(tenures.filter(atWork).map((tenure) => unitOf(tenure)?.name ?? tenure.unit_text)).size === 1
}

function hasPotential({ cadre, tenures }: Told, plant: Plant | undefined): Answer {
  if (plant?.need === 'principal-seat') return plant.isNeed
  const now = tenures.findLast(({ kind, to }) => kind === 'appointed' && !to)
  return cadre.reserve === 'true' && now?.role === 'deputy' ? undefined : false
}
