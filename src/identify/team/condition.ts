import { addMonths, type DateCode } from '#domain/calendar.ts'
import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import type { Text } from '#domain/text.ts'
import { type Placed, placeAmongComparable } from './against-comparable.ts'
import { fitCommonFactor, type Loading, type Score, scoreOf } from './common-factor.ts'
import { fewestTeams } from './comparable-teams.ts'
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
/** What the part of most weight is expected to correlate with the condition, were it recorded without error. */
const leadingCorrelation = 0.8

export interface PlacedPart {
  readonly id: PartId
  /** The weight set by the place, as a share of all. */
  readonly weight: number
  /** Correlation with what the parts have in common, noise aside: the weight set, moved by what the records show. */
  readonly correlation: number
  /** Undefined where nothing is known: it counts as usual, with all doubt. */
  readonly placed: Placed | undefined
}

export interface TeamCondition {
  readonly team: Team
  readonly estimate: Estimate
  readonly parts: readonly PlacedPart[]
}

/**
 * The condition of every team on a day: what its parts have in common, in standard deviations among comparable teams, 0 being
 * usual. A part counts as far as it goes with the others and as its records are many; what a part has of its own is not
 * the condition. The weights set by the place say how closely each is expected to go with it.
 */
export function conditionsOn(ground: Ground, day: DateCode, ids: readonly PartId[] = partIds): TeamCondition[] {
  const weights = ids.map((id) => ground.settings.weights[id])
  const heaviest = Math.max(...weights) || 1
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const placedBy = ids.map((id) => placeAmongComparable(observedOn(ground, id, day)))
  const readings = ground.teams.map(({ unit }) => placedBy.map((placed) => placed.get(unit)?.reading))
  const loadings = fitCommonFactor(
    readings,
    weights.map((weight) => (leadingCorrelation * weight) / heaviest),
  )
  const sizes = Map.groupBy(ground.teams, ({ group }) => group)
  return ground.teams.map((team, row) => {
    const parts = ids.map((id, at): PlacedPart => {
      const { common, own } = loadings[at] as Loading
      return {
        id,
        weight: (weights[at] as number) / total,
        correlation: common / Math.sqrt(common ** 2 + own),
        placed: placedBy[at]?.get(team.unit),
      }
    })
    const score = scoreOf(readings[row] as (typeof readings)[number], loadings)
    return { team, parts, estimate: estimateOf(team, parts, score, sizes.get(team.group)?.length ?? 1) }
  })
}

function estimateOf({ group }: Team, parts: readonly PlacedPart[], score: Score, comparable: number): Estimate {
  const n = parts.reduce((sum, { placed }) => sum + (placed?.n ?? 0), 0)
  if (comparable < fewestTeams) return { separable: false, n, group, cause: tooFewTeams(comparable) }
  if (1 - score.variance < leastKnown) return { separable: false, n, group, cause: tooLittleKnown(parts) }
  const addends = parts.map(
    ({ id, placed }, at): Part => ({
      id,
      label: partWords[id],
      value: (score.weights[at] as number) * (placed?.reading?.value ?? 0),
    }),
  )
  const value = addends.reduce((sum, part) => sum + part.value, 0)
  const sd = Math.sqrt(score.variance)
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
  zh: `同层级可比的班子只有${count}个，没有可比的范围`,
  en: `Only ${count} comparable at this level: nothing to compare with`,
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
