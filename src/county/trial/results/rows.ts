import { formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import { row } from '../../tables/row.ts'
import { indicatorsOf } from '../../vocabulary/indicators.ts'
import type { Post, TrialWorld } from '../world.ts'
import {
  bookkeepingOf,
  courseOf,
  deputiesOf,
  firstResultYear,
  firstYearOf,
  portfolioOf,
  shareOf,
} from './achievement.ts'

export function* indicators(world: TrialWorld): Iterator<Row> {
  for (const unit of world.posts.keys()) {
    const first = firstYearOf(world, unit)
    for (const indicator of indicatorsOf(unit.kind, unit.sector)) {
      const random = new Random(world.seed, 'trial-indicator', unit.id, indicator.name)
      for (const [year, standing] of courseOf(world, unit, indicator)) {
        if (year < first || !existed(unit, year) || random.chance(0.04)) continue
        const { mean, spread, higherIsBetter } = indicator
        const value = mean + (higherIsBetter ? spread : -spread) * standing
        yield row('indicators', {
          unit_id: unit.id,
          year,
          indicator: indicator.name,
          value: Number(value.toFixed(mean < 1 ? 4 : 2)),
          higher_is_better: higherIsBetter,
          visibility: indicator.visibility,
        })
      }
    }
  }
}

const existed = (unit: Unit, year: number): boolean =>
  (unit.foundedOn === undefined || yearOf(unit.foundedOn) < year) &&
  (unit.abolishedOn === undefined || yearOf(unit.abolishedOn) > year)

/** Who answered for what, as far as the unit wrote it down; those who left and are in no package have no row. */
export function* duties(world: TrialWorld): Iterator<Row> {
  for (const [unit, posts] of world.posts) {
    const books = bookkeepingOf(world, unit)
    if (books === 'nothing') continue
    const deputies = deputiesOf(world, unit)
    for (const post of posts) yield* dutiesOf(world, unit, post, deputies)
  }
}

/** Latent results of the first year come from work three years before. */
const longestLag = 3

function* dutiesOf(world: TrialWorld, unit: Unit, post: Post, deputies: number): Iterable<Row> {
  const { person, stint } = post
  const cadre = world.cadreOf.get(person)
  if (!cadre || (stint.to !== 0 && yearOf(stint.to) < firstResultYear(world) - longestLag)) return
  const books = bookkeepingOf(world, unit)
  const divided = books === 'portfolios' && !post.isPrincipal
  for (const indicator of divided ? portfolioOf(world, unit, post) : [undefined]) {
    yield row('duties', {
      cadre_id: cadre.id,
      unit_id: unit.id,
      indicator: indicator?.name,
      from: formatDate(stint.from),
      to: stint.to === 0 ? undefined : formatDate(stint.to),
      share: books === 'names' ? undefined : Number(shareOf(world, unit, post, deputies, indicator).toFixed(2)),
    })
  }
}
