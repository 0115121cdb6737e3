/** Signs from courses: a cadre rated lower than before, and the results of a unit lower than before under who leads it. */
import { addMonths, type DateCode, dateCode, yearOf } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { type Held, holds, type Seats } from '../team/seats.ts'
import type { YearOfUnit } from '../team/unit-results.ts'
import { type Courses, fewestPeers, lastCompared, type Round, type Step } from './courses.ts'
import { knownFrom } from './record-rules.ts'
import type { SignSettings } from './settings.ts'
import type { Gravity, Seen, Watch } from './watch.ts'

/** The step that holds on a day: the last one compared in the present course, while it is not too old. */
function stepOn(steps: readonly Step[], day: DateCode, months: number): Step | undefined {
  const past = steps.filter((step) => step.day <= day)
  const last = lastCompared(past.filter(({ course }) => course === past.at(-1)?.course))
  return last && day < addMonths(last.day, months) ? last : undefined
}

const daysOf = (steps: readonly Step[], months: number): DateCode[] =>
  steps.flatMap(({ day }) => [day, addMonths(day, months)])

/** Lower on two occasions is more than lower on one. */
const gravityOf = ({ again }: Step): Gravity => (again ? 2 : 1)

const two = (value: number): string => value.toFixed(2)
const oftenOf = ({ chance = 1 }: Step): string =>
  Math.max(1, Math.round(1 / Math.max(chance, 1e-6))).toLocaleString('en')

export function watchRatings(snapshot: Snapshot, courses: Courses, { changeMonths }: SignSettings): Watch[] {
  return [...courses.steps].flatMap(([cadre, steps]): Watch[] => {
    if (!steps.some(({ lowerSince }) => lowerSince)) return []
    return [
      {
        cadreId: textAt(snapshot.tables.cadres.columns.cadre_id, cadre),
        unitId: undefined,
        kind: 'rating',
        days: daysOf(steps, changeMonths),
        seenOn(day): Seen | undefined {
          const step = stepOn(steps, day, changeMonths)
          if (!step?.lowerSince) return undefined
          const known = steps.filter((one) => one.day <= day && one.course === step.course)
          return {
            gravity: gravityOf(step),
            evidence: [...new Set(known.map(({ occasion }) => `ratings/${occasion}`))].sort(),
            reason: ratingReason(step),
          }
        },
      },
    ]
  })
}

function ratingReason(step: Step): Text {
  const drop = two((step.expected ?? 0) - step.value)
  const sd = two(step.sd ?? 0)
  return {
    zh: `测评比本人以往和同批受评人的变化低${drop}个受评人标准差（标准误${sd}），${step.again ? '连续两次偏低' : '为一次偏低'}；没有变化的人约每${oftenOf(step)}次比较才出现一次`,
    en: `Rated ${drop} standard deviations of people lower than the own course and the change of peers (standard error ${sd}), ${step.again ? 'on two occasions' : 'on one occasion'}; about one in ${oftenOf(step)} comparisons of people who have not changed shows as much`,
  }
}

/**
 * The years of all units as rounds: a year counts from its last day. The peers of a unit are those of its trade, whose bad
 * year is nobody's; units of trades with few are each other's. A course is the unit under one leader: who comes new, also to
 * a hard unit, begins a new one.
 */
export function resultRounds(snapshot: Snapshot, results: readonly YearOfUnit[], seats: Seats): Round[] {
  const leaders = leadersByUnit(snapshot, seats)
  return [...Map.groupBy(results, ({ year }) => year)].map(([year, units]) => ({
    day: knownFrom(year),
    occasion: String(year),
    readings: units.map(({ unit, trade, value, variance }) => ({
      subject: unit,
      course: String(leaderIn(year, leaders.get(unit) ?? []) ?? `nobody in ${year}`),
      value,
      variance,
      peers: units.filter((other) => other.trade === trade).length > fewestPeers ? trade : '',
    })),
  }))
}

/** A year belongs to who led the unit from its first quarter to its end. */
const leaderIn = (year: number, stretches: readonly Held[]): number | undefined =>
  stretches.find((one) => one.from <= dateCode(year, 4, 1) && holds(one, knownFrom(year)))?.cadre

/** Lower results of a unit, for who has led it all the time. */
export function watchResults(
  snapshot: Snapshot,
  courses: Courses,
  seats: Seats,
  { changeMonths }: SignSettings,
): Watch[] {
  const leaders = leadersByUnit(snapshot, seats)
  return [...courses.steps].flatMap(([unit, steps]): Watch[] => {
    const fallen = new Set(steps.flatMap(({ lowerSince, course }) => (lowerSince ? [Number(course)] : [])))
    const unitId = textAt(snapshot.tables.units.columns.unit_id, unit)
    const held = leaders.get(unit) ?? []
    return [...fallen].map((cadre) => {
      const own = held.filter((one) => one.cadre === cadre)
      return {
        cadreId: textAt(snapshot.tables.cadres.columns.cadre_id, cadre),
        unitId,
        kind: 'results' as const,
        days: [...daysOf(steps, changeMonths), ...own.flatMap(({ from, to }) => (to === 0 ? [from] : [from, to]))],
        seenOn(day): Seen | undefined {
          const step = stepOn(steps, day, changeMonths)
          if (!step?.lowerSince || Number(step.course) !== cadre || !own.some((one) => holds(one, day)))
            return undefined
          const since = Number(step.lowerSince)
          return {
            gravity: gravityOf(step),
            evidence: steps
              .filter((one) => one.day <= day && yearOf(one.day) >= since)
              .map(({ occasion }) => `indicators/${unitId}/${occasion}`),
            reason: resultReason(step),
          }
        },
      }
    })
  })
}

function leadersByUnit(snapshot: Snapshot, seats: Seats): Map<number, Held[]> {
  const { positions, units } = snapshot.tables
  const unitOf = new Map(
    Array.from({ length: units.length }, (_, unit) => [textAt(units.columns.unit_id, unit), unit] as const),
  )
  const leaders = new Map<number, Held[]>()
  for (let position = 0; position < positions.length; position += 1) {
    const unit = unitOf.get(textAt(positions.columns.unit_id, position))
    if (unit === undefined || textAt(positions.columns.role, position) !== 'principal') continue
    leaders.set(unit, [...(leaders.get(unit) ?? []), ...seats.ofPosition(position)])
  }
  return leaders
}

function resultReason(step: Step): Text {
  const drop = two((step.expected ?? 0) - step.value)
  const sd = two(step.sd ?? 0)
  return {
    zh: `${step.occasion}年单位实绩扣除行业和年度后，比本单位以往低${drop}个标准差（标准误${sd}），${step.again ? '连续两年偏低' : '为一年偏低'}；没有变化的单位约每${oftenOf(step)}次比较才出现一次`,
    en: `Results of ${step.occasion}, less trade and year, are ${drop} standard deviations below the unit's own past (standard error ${sd}), ${step.again ? 'for two years' : 'for one year'}; about one in ${oftenOf(step)} comparisons of units that have not changed shows as much`,
  }
}
