import { textAt } from '#domain/columns.ts'
import type { WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { answeringByUnit } from './answering.ts'
import type { Side } from './measures.ts'
import type { AchievementPaper, TradeRank, UnitServed, VisibilityPaper } from './paper.ts'
import type { AchievementSettings } from './settings.ts'
import { courseOf, type UnitYear } from './unit-course.ts'

/** The working paper of everybody credited with a result. */
export function cadrePapers(
  snapshot: Snapshot,
  {
    sides,
    years,
    ranks,
    correlation,
    settings,
  }: {
    readonly sides: readonly Side[]
    readonly years: readonly UnitYear[]
    readonly ranks: ReadonlyMap<number, TradeRank>
    readonly correlation: number
    readonly settings: AchievementSettings
  },
): WorkingPaper[] {
  const { cadre_id, name } = snapshot.tables.cadres.columns
  const servedBy = unitsServed(snapshot, sides, years)
  const sidePaper = (side: Side | undefined, cadre: number): VisibilityPaper | undefined => {
    const reading = side?.people.get(cadre)
    if (!side || !reading) return undefined
    const { ways, published, isOverride } = side.alternatives
    return {
      n: reading.n,
      years: reading.years,
      isOverride,
      ways: ways.map(({ setting, values, evidence }) => ({
        scheme: setting.scheme,
        lag: setting.lag,
        value: values.get(cadre),
        evidence,
        isPublished: setting === published.setting,
      })),
      together: (side.together.get(cadre) ?? []).map((other) => ({
        cadreId: textAt(cadre_id, other.cadre) ?? '',
        name: textAt(name, other.cadre) ?? '',
        information: other.information,
      })),
    }
  }
  const credited = [...new Set(sides.flatMap(({ people }) => [...people.keys()]))].sort((a, b) => a - b)
  return credited.map((cadre) => {
    const of = (visibility: Side['visibility']) =>
      sidePaper(
        sides.find((side) => side.visibility === visibility),
        cadre,
      )
    const body: AchievementPaper = {
      visible: of('visible'),
      latent: of('latent'),
      correlation,
      latentWeight: settings.latentWeight,
      rank: ranks.get(cadre),
      units: servedBy.get(cadre) ?? [],
    }
    return { kind: 'achievement', subject: textAt(cadre_id, cadre) ?? '', body }
  })
}

/** The units in which each cadre is credited with results, latest first, with the years of each. */
function unitsServed(
  snapshot: Snapshot,
  sides: readonly Side[],
  years: readonly UnitYear[],
): ReadonlyMap<number, readonly UnitServed[]> {
  const byUnit = answeringByUnit(snapshot)
  const { unit_id, name } = snapshot.tables.units.columns
  const valueOf = (visibility: UnitYear['visibility'], cadre: number): number => {
    const side = sides.find((each) => each.visibility === visibility)
    const level = side?.people.get(cadre)?.level ?? -1
    return side?.alternatives.published.fit.random[0]?.modes[level] ?? 0
  }
  const rows = years.flatMap((year) => [...year.shares].map(([cadre, share]) => ({ cadre, share, year })))
  const found = new Map<number, UnitServed[]>()
  for (const [cadre, own] of Map.groupBy(rows, (row) => row.cadre)) {
    const units = [...Map.groupBy(own, ({ year }) => year.unit)].map(([unit, served]) => ({
      latest: Math.max(...served.map(({ year }) => year.year)),
      served: {
        unitId: textAt(unit_id, unit) ?? '',
        unitName: textAt(name, unit) ?? '',
        isPrincipal: byUnit[unit]?.seats.some((seat) => seat.cadre === cadre && seat.isPrincipal) ?? false,
        years: served
          .sort((a, b) => a.year.year - b.year.year)
          .map(({ year, share }) => ({ ...courseOf(year), share, own: share * valueOf(year.visibility, cadre) })),
      },
    }))
    found.set(
      cadre,
      units
        .sort((a, b) => b.latest - a.latest || (a.served.unitId < b.served.unitId ? -1 : 1))
        .map(({ served }) => served),
    )
  }
  return found
}
