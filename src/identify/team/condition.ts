import { addMonths, type DateCode } from '#domain/calendar.ts'
import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import type { Text } from '#domain/text.ts'
import { type Placed, placeAmongComparable } from './against-comparable.ts'
import type { Team } from './members.ts'
import { datedParts, type Ground, observedOn } from './parts.ts'
import { type PartId, partIds } from './settings.ts'

export const partWords: Readonly<Record<PartId, Text>> = {
  results: { zh: '实绩，扣除条件', en: 'Results less conditions' },
  ratings: { zh: '成员测评，已校正', en: 'Calibrated ratings' },
  agreement: { zh: '内部评价一致', en: 'Agreement inside' },
  rules: { zh: '议事与操作规范', en: 'Rules and norms' },
  findings: { zh: '巡察审计整改', en: 'Findings mended' },
  seats: { zh: '职数配备', en: 'Seats filled' },
  breadth: { zh: '分工领域熟悉', en: 'Lines of work known' },
}

/** Where the data decide less than this of a condition, it is not told. */
const leastKnown = 0.2
/** With fewer comparable teams there is nothing to be compared with. */
export const fewestTeams = 3

export interface PlacedPart {
  readonly id: PartId
  /** By which a deviation of one standard deviation counts; the squares of all parts sum to one. */
  readonly weight: number
  /** Undefined where nothing is known: it counts as usual, with all doubt. */
  readonly placed: Placed | undefined
}

export interface TeamCondition {
  readonly team: Team
  readonly estimate: Estimate
  readonly parts: readonly PlacedPart[]
}

/**
 * The condition of every team on a day, in standard deviations among comparable teams: 0 is what is usual for its kind and
 * level. The parts are taken as independent of each other.
 */
export function conditionsOn(ground: Ground, day: DateCode, ids: readonly PartId[] = partIds): TeamCondition[] {
  const norm = Math.sqrt(ids.reduce((sum, id) => sum + ground.settings.weights[id] ** 2, 0)) || 1
  const placedBy = new Map(ids.map((id) => [id, placeAmongComparable(observedOn(ground, id, day))]))
  const sizes = Map.groupBy(ground.teams, ({ group }) => group)
  return ground.teams.map((team) => {
    const parts = ids.map(
      (id): PlacedPart => ({
        id,
        weight: ground.settings.weights[id] / norm,
        placed: placedBy.get(id)?.get(team.unit),
      }),
    )
    return { team, parts, estimate: estimateOf(team, parts, sizes.get(team.group)?.length ?? 1) }
  })
}

function estimateOf({ group }: Team, parts: readonly PlacedPart[], comparable: number): Estimate {
  const n = parts.reduce((sum, { placed }) => sum + (placed?.n ?? 0), 0)
  if (comparable < fewestTeams) return { separable: false, n, group, cause: tooFewTeams(comparable) }
  const variance = parts.reduce((sum, { weight, placed }) => sum + weight ** 2 * (placed?.variance ?? 1), 0)
  if (1 - variance < leastKnown) return { separable: false, n, group, cause: tooLittleKnown(parts) }
  const addends = parts.map(
    ({ id, weight, placed }): Part => ({ id, label: partWords[id], value: weight * (placed?.mean ?? 0) }),
  )
  const value = addends.reduce((sum, part) => sum + part.value, 0)
  const sd = Math.sqrt(variance)
  return {
    separable: true,
    value,
    lower: value - halfWidth90 * sd,
    upper: value + halfWidth90 * sd,
    sd,
    n,
    group,
    parts: addends,
  }
}

const tooFewTeams = (count: number): Text => ({
  zh: `同类同层级的班子只有${count}个，没有可比的范围`,
  en: `Only ${count} of this kind and level: nothing to compare with`,
})

function tooLittleKnown(parts: readonly PlacedPart[]): Text {
  const missing = parts.filter(({ placed }) => placed === undefined).map(({ id }) => partWords[id])
  return {
    zh: `所记资料不足以分辨${missing.length > 0 ? `，缺：${missing.map(({ zh }) => zh).join('、')}` : ''}`,
    en: `The records do not tell it apart${missing.length > 0 ? `; missing: ${missing.map(({ en }) => en.toLowerCase()).join(', ')}` : ''}`,
  }
}

export interface TrendPoint {
  readonly on: DateCode
  readonly estimate: Estimate
}

export interface Change {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

export interface Trend {
  /** Oldest first, the day of the analysis last. */
  readonly points: readonly TrendPoint[]
  /** From the first separable point to the last; undefined with fewer than two. */
  readonly change: Change | undefined
}

/**
 * The same computation a year, two, three earlier, from what was known then. Only parts that can be told of any day are in
 * it, today as well, so that like is compared with like.
 */
export function trendsOf(ground: Ground, asOf: DateCode): Map<number, Trend> {
  const days = Array.from({ length: ground.settings.years + 1 }, (_, back) => addMonths(asOf, -12 * back)).reverse()
  const points = new Map<number, TrendPoint[]>()
  for (const on of days)
    for (const { team, estimate } of conditionsOn(ground, on, datedParts))
      points.set(team.unit, [...(points.get(team.unit) ?? []), { on, estimate }])
  return new Map([...points].map(([unit, own]) => [unit, { points: own, change: changeOver(own) }]))
}

/** The two ends are taken as independent; what they share makes the true interval shorter. */
function changeOver(points: readonly TrendPoint[]): Change | undefined {
  const told = points.flatMap(({ estimate }) => (estimate.separable ? [estimate] : []))
  const first = told[0]
  const last = told.at(-1)
  if (!first || !last || first === last) return undefined
  const value = last.value - first.value
  const reach = halfWidth90 * Math.hypot(first.sd, last.sd)
  return { value, lower: value - reach, upper: value + reach }
}
