import { type DateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import type { Stint } from '../careers/person.ts'
import { Random } from '../random.ts'
import type { Unit } from '../structure/shape.ts'
import { levelName } from '../vocabulary/levels.ts'
import { province } from '../vocabulary/places.ts'
import type { Cadre, World } from '../world.ts'
import { earlierWork, toMonth } from './people.ts'
import { row } from './row.ts'

/** Work at or below the county, in a village, an enterprise or an institution. */
const isGrassroots = (unit: Unit): boolean =>
  unit.level !== 'prefecture' || unit.kind === 'enterprise' || unit.kind === 'institution'

export function* tenures(world: World): Iterator<Row> {
  let count = 0
  for (const cadre of world.cadres) {
    const before = earlierWork(world, cadre)
    if (before) {
      count += 1
      yield earlierRow(world, cadre, before, count)
    }
    for (const stint of cadre.person.stints) {
      count += 1
      yield stintRow(world, cadre, stint, count)
    }
  }
}

const tenureId = (count: number): string => `T${String(count).padStart(7, '0')}`

function earlierRow(
  world: World,
  cadre: Cadre,
  before: { kind: 'military' | 'other'; from: DateCode },
  count: number,
): Row {
  const random = new Random(world.seed, 'earlier-post', cadre.person.serial)
  const isMilitary = before.kind === 'military'
  const place = isMilitary
    ? '某部队'
    : random.pick([`${province.short}机械有限公司`, `${province.short}乡镇企业总公司`, '村民委员会', '乡中心小学'])
  return row('tenures', {
    tenure_id: tenureId(count),
    cadre_id: cadre.id,
    unit_text: place,
    title_text: isMilitary
      ? random.pick(['战士', '班长', '排长'])
      : random.pick(['职工', '教师', '大学生村官', '技术员']),
    grassroots: random.chance(0.9) ? true : undefined,
    from: formatDate(toMonth(before.from)),
    to: formatDate(toMonth(cadre.person.enteredOn)),
    kind: before.kind,
  })
}

function stintRow(world: World, cadre: Cadre, stint: Stint, count: number): Row {
  const { seat } = stint
  const isExit = stint.change === 'exit'
  const isMain = stint.kind === 'appointed'
  const draw = new Random(world.seed, 'grassroots', cadre.person.serial, stint.from).uniform()
  return row('tenures', {
    tenure_id: tenureId(count),
    cadre_id: cadre.id,
    position_id: seat?.id,
    unit_text: isExit ? undefined : (stint.place ?? stint.unit.name),
    title_text: stint.title,
    post_level: isMain ? levelName(stint.rung) : undefined,
    role: isExit ? undefined : stint.role,
    grassroots:
      isExit || draw < 0.04
        ? undefined
        : stint.place === undefined || stint.unit.level === 'village'
          ? isGrassroots(stint.unit)
          : false,
    from: formatDate(recorded(world, cadre, stint.from, stint)),
    to: stint.to === 0 || isExit ? undefined : formatDate(recorded(world, cadre, stint.to, stint)),
    kind: stint.kind,
    change: isMain || isExit ? stint.change : undefined,
  })
}

/**
 * The day of a move as the record knows it: for about three in ten the month alone. A person's end of one post and start of
 * the next are one day and are known equally well; a day that bounds the seat itself is always known.
 */
function recorded(world: World, cadre: Cadre, on: DateCode, stint: Stint): DateCode {
  const month = toMonth(on)
  if (stint.seat && [stint.seat.openFrom, stint.seat.openTo].some((day) => day !== undefined && toMonth(day) === month))
    return on
  if (stint.to !== 0 && toMonth(stint.from) === toMonth(stint.to)) return on
  const isOld = yearOf(on) < 2005
  const isVague = new Random(world.seed, 'precision', cadre.person.serial, on).chance(isOld ? 0.45 : 0.19)
  return isVague ? month : on
}
