/** The experience ledger (历练台账): how long a career was on each route on which cadres grow. */
import { atWork, exposureOf, postsOf, sectorOf, synthesisSettings, type TimeOn, timeOn } from '#identify/index.ts'
import { type CadreFacts, type Facts, type RuleBook, type Stretch, timeIn } from '#policy/index.ts'
import { hasGoneUp } from './secondment.ts'
import { type ExperienceSettings, experienceSettings } from './settings.ts'

/** 复合型四条路径，专业型三条路径 */
export const generalistRoutes = ['growth-front', 'breadth', 'hardship', 'grassroots'] as const
export const specialistRoutes = ['trade', 'adjacent', 'secondment'] as const
export const growthRoutes = [...generalistRoutes, ...specialistRoutes] as const
export type GrowthRoute = (typeof growthRoutes)[number]

export interface RouteEntry extends Omit<TimeOn, 'units'> {
  readonly route: GrowthRoute
  /** Units; of the adjacent seats, fields. */
  readonly distinct: number
}

export interface CadreLedger {
  readonly cadreId: string
  /** In the order of `growthRoutes`. */
  readonly routes: readonly RouteEntry[]
  readonly breadth: {
    readonly regions: number
    readonly levels: number
    readonly units: number
    readonly sectors: number
  }
  /** The field of the longest work, and its share of the time of which the field is known. */
  readonly trade: { readonly sector: string; readonly percent: number } | undefined
  /** Months in posts, and those of them in units that are known here. */
  readonly served: number
  readonly known: number
}

export type LedgerReader = (cadre: CadreFacts) => CadreLedger

/**
 * Reads cadre after cadre. What the record does not say is `open` or undefined, never nought.
 * @example experienceLedger(facts, book)(facts.cadre(0)).routes[3]?.months // 24, at the grassroots
 */
export function experienceLedger({ snapshot }: Pick<Facts, 'snapshot'>, book: RuleBook): LedgerReader {
  const { asOf } = snapshot
  const settings = experienceSettings(book, asOf)
  const { noTrade } = synthesisSettings(book, asOf)
  return (cadre) => {
    const posts = postsOf(cadre)
    const { sectors } = exposureOf(cadre, asOf)
    const trade = sectors.find(({ sector }) => !noTrade.includes(sector))
    const main = trade?.sector
    const inFields = sectors.reduce((sum, { months }) => sum + months, 0)
    const on = (route: GrowthRoute, chosen: readonly Stretch[], counts: Question): RouteEntry => {
      const { units, ...time } = timeOn(chosen, asOf, counts)
      return { route, ...time, distinct: units.length }
    }
    const adjacent = on('adjacent', posts, isAdjacent(main, settings))
    return {
      cadreId: cadre.id,
      routes: [
        on('growth-front', posts, isGrowthFront(settings)),
        breadthEntry(posts, asOf),
        on('hardship', posts, ({ place }) => place?.hardship),
        on('grassroots', atWork(cadre), ({ place }) => place?.frontLine),
        on('trade', posts, isIn(main)),
        { ...adjacent, distinct: fieldsOf(posts, adjacent.evidence).size },
        on(
          'secondment',
          posts.filter(({ kind }) => kind === 'seconded'),
          (stretch) => hasGoneUp(stretch, posts),
        ),
      ],
      breadth: breadthOf(posts),
      trade: trade && { sector: trade.sector, percent: Math.round((100 * trade.months) / Math.max(1, inFields)) },
      served: timeIn(posts, [], asOf).least,
      known: timeIn(
        posts.filter(({ place }) => place?.around),
        [],
        asOf,
      ).least,
    }
  }
}

type Question = (stretch: Stretch) => boolean | undefined

/** A unit of one of the kinds listed, or one recorded as a growth front. */
const isGrowthFront =
  ({ frontUnits }: ExperienceSettings): Question =>
  ({ place }) =>
    frontUnits.includes(place?.around?.kind ?? '') || place?.around?.growthFront

const isIn =
  (sector: string | undefined): Question =>
  (stretch) => {
    const own = sectorOf(stretch)
    return own === undefined || sector === undefined ? undefined : own === sector
  }

/** Another field of the group to which the main one belongs. */
const isAdjacent =
  (main: string | undefined, { groupOf }: ExperienceSettings): Question =>
  (stretch) => {
    const own = sectorOf(stretch)
    if (own === undefined || main === undefined) return undefined
    return own !== main && groupOf(own) !== undefined && groupOf(own) === groupOf(main)
  }

function fieldsOf(posts: readonly Stretch[], evidence: readonly string[]): Set<string> {
  const chosen = new Set(evidence)
  return new Set(posts.flatMap((stretch) => (chosen.has(stretch.evidence) ? (sectorOf(stretch) ?? []) : [])))
}

const distinct = <T>(values: readonly (T | undefined)[]): number =>
  new Set(values.filter((value) => value !== undefined)).size

const breadthOf = (posts: readonly Stretch[]): CadreLedger['breadth'] => ({
  regions: distinct(posts.map(({ place }) => place?.around?.region)),
  levels: distinct(posts.map(({ place }) => place?.around?.level)),
  units: distinct(posts.map(({ place }) => place?.unit)),
  sectors: distinct(posts.map(sectorOf)),
})

/** Several places: the time outside the unit served longest. */
function breadthEntry(posts: readonly Stretch[], asOf: number): RouteEntry {
  const byUnit = [...Map.groupBy(posts, ({ place }) => place?.unit)].filter(([unit]) => unit !== undefined)
  const longest = byUnit
    .map(([unit, own]) => ({ unit, months: timeIn(own, [], asOf).least }))
    .sort((a, b) => b.months - a.months)[0]?.unit
  const { units: _units, ...time } = timeOn(posts, asOf, ({ place }) =>
    place?.unit === undefined ? undefined : place.unit !== longest,
  )
  return { route: 'breadth', ...time, distinct: byUnit.length }
}
