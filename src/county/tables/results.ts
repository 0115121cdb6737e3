import { formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import {
  dutiesByUnit,
  environmentOf,
  firstResultYear,
  latentLag,
  recordsOf,
  sectorYear,
  teamContribution,
} from '../achievement.ts'
import { Random } from '../random.ts'
import type { Unit } from '../structure/shape.ts'
import { type Indicator, indicatorsOf } from '../vocabulary/indicators.ts'
import type { World } from '../world.ts'
import { row } from './row.ts'

export function* indicators(world: World): Iterator<Row> {
  const duties = dutiesByUnit(world)
  for (const [unit, team] of duties) {
    const environment = environmentOf(world.seed, unit)
    for (let year = firstResultYear(world); year < yearOf(world.asOf); year += 1) {
      if (!existed(unit, year)) continue
      const shock = sectorYear(world.seed, unit.sector, year)
      for (const indicator of indicatorsOf(unit.kind, unit.sector)) {
        const random = new Random(world.seed, 'indicator', unit.id, year, indicator.name)
        if (random.chance(0.02)) continue
        const added = teamContribution(team, indicator.visibility === 'latent' ? year - latentLag : year, indicator)
        yield indicatorRow(unit, year, indicator, environment + shock + added + 0.5 * random.normal())
      }
    }
  }
}

const existed = (unit: Unit, year: number): boolean =>
  (unit.foundedOn === undefined || yearOf(unit.foundedOn) < year) &&
  (unit.abolishedOn === undefined || yearOf(unit.abolishedOn) > year)

function indicatorRow(unit: Unit, year: number, indicator: Indicator, standing: number): Row {
  const { mean, spread, higherIsBetter } = indicator
  const value = mean + (higherIsBetter ? spread : -spread) * standing
  return row('indicators', {
    unit_id: unit.id,
    year,
    indicator: indicator.name,
    value: Number(value.toFixed(mean < 1 ? 4 : 2)),
    higher_is_better: higherIsBetter,
    visibility: indicator.visibility,
  })
}

/** Who answers for what, of everybody whose work some result shows. */
export function* duties(world: World): Iterator<Row> {
  const first = firstResultYear(world) - latentLag
  for (const cadre of world.cadres) {
    const { person } = cadre
    for (const stint of person.stints) {
      const { seat } = stint
      if (!seat || seat.role === 'staff' || stint.kind !== 'appointed') continue
      if (stint.to !== 0 && yearOf(stint.to) < first) continue
      for (const { indicator, share } of recordsOf(world.seed, {
        person,
        stint,
        isPrincipal: seat.role === 'principal',
      }))
        yield row('duties', {
          cadre_id: cadre.id,
          unit_id: stint.unit.id,
          indicator,
          from: formatDate(stint.from),
          to: stint.to === 0 ? undefined : formatDate(stint.to),
          share,
        })
    }
  }
}
