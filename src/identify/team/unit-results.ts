/**
 * How far a unit's results of a year stand above what trade and year would give: each indicator as a deviation from the units
 * of the trade that report it that year, from all of them where the trade has few, in standard deviations of such deviations
 * up to then, better upwards; less what the other units of a small trade still share. What the unit keeps from year to year,
 * its environment among it, stays in.
 */
import { booleanAt, numberAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

export interface YearOfUnit {
  readonly unit: number
  readonly year: number
  /** Sector of the unit; empty where unknown. */
  readonly trade: string
  readonly value: number
  readonly indicators: number
  /** Sampling variance, from how much the indicators of one unit and year differ. */
  readonly variance: number
}

interface Figure {
  readonly unit: number
  readonly trade: string
  readonly year: number
  readonly indicator: string
  readonly value: number
}

/** Fewer units than this do not show what is usual. */
const fewestUnits = 5
/** What other units of a trade share counts as n / (n + this): few of them may be low by chance. */
const tradeShrinkage = 3

/** By year, so that a year never rests on later ones. */
export function unitResults(snapshot: Snapshot): YearOfUnit[] {
  const byYear = Map.groupBy(figuresOf(snapshot), ({ year }) => year)
  const scattered = { sum: 0, freedom: 0 }
  const deviations = new Map<string, number[]>()
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, figures]) => {
      const standardised = [...Map.groupBy(figures, ({ indicator }) => indicator)].flatMap(([indicator, own]) =>
        standardise(centre(own), deviations, indicator),
      )
      const units = [...Map.groupBy(standardised, ({ unit }) => unit)].sort(([a], [b]) => a - b)
      const means = units.map(([unit, own]) => {
        const mean = meanOf(own.map(({ value }) => value))
        scattered.sum += own.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
        scattered.freedom += own.length - 1
        return { unit, mean, indicators: own.length }
      })
      const spread = scattered.freedom > 0 ? scattered.sum / scattered.freedom : 1
      const trade = tradeShifts(snapshot, means)
      return means.map(({ unit, mean, indicators }, index) => ({
        unit,
        year,
        trade: textAt(snapshot.tables.units.columns.sector, unit) ?? '',
        value: mean - (trade[index] as number),
        indicators,
        variance: spread / indicators,
      }))
    })
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function figuresOf(snapshot: Snapshot): Figure[] {
  const { indicators, units } = snapshot.tables
  const { columns } = indicators
  const unitOf = resolve(columns.unit_id, units.columns.unit_id)
  return Array.from({ length: indicators.length }, (_, row) => row).flatMap((row): Figure[] => {
    const value = numberAt(columns.value, row)
    const year = numberAt(columns.year, row)
    const isBetter = booleanAt(columns.higher_is_better, row)
    const unit = unitOf[row] as number
    if (value === undefined || year === undefined || isBetter === undefined || unit < 0) return []
    const trade = textAt(units.columns.sector, unit) ?? ''
    return [{ unit, trade, year, indicator: textAt(columns.indicator, row) ?? '', value: isBetter ? value : -value }]
  })
}

/** Deviations from the median of the trade, or of everybody where the trade has few. */
function centre(figures: readonly Figure[]): Figure[] {
  if (figures.length < fewestUnits) return []
  const all = medianOf(figures)
  return [...Map.groupBy(figures, ({ trade }) => trade)].flatMap(([trade, own]) => {
    const middle = trade !== '' && own.length >= fewestUnits ? medianOf(own) : all
    return own.map((figure) => ({ ...figure, value: figure.value - middle }))
  })
}

const medianOf = (figures: readonly Figure[]): number =>
  quantile(
    figures.map(({ value }) => value).sort((a, b) => a - b),
    0.5,
  )

/** In standard deviations of all deviations so far, by the middle half of them; one wild figure moves nothing much. */
function standardise(centred: readonly Figure[], deviations: Map<string, number[]>, indicator: string): Figure[] {
  const known = [...(deviations.get(indicator) ?? []), ...centred.map(({ value }) => value)].sort((a, b) => a - b)
  deviations.set(indicator, known)
  if (known.length === 0) return []
  const sd = (quantile(known, 0.75) - quantile(known, 0.25)) / 1.349
  if (!(sd > 0)) return []
  return centred.map((figure) => ({ ...figure, value: Math.max(-4, Math.min(4, figure.value / sd)) }))
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] as number
  return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] as number) - below)
}

/** What the other units of the trade have in common, for each unit. */
function tradeShifts(snapshot: Snapshot, means: readonly { readonly unit: number; readonly mean: number }[]): number[] {
  const sectorOf = ({ unit }: { readonly unit: number }): number =>
    snapshot.tables.units.columns.sector.codes[unit] as number
  const sums = new Map<number, { sum: number; count: number }>()
  for (const one of means) {
    const known = sums.get(sectorOf(one)) ?? { sum: 0, count: 0 }
    sums.set(sectorOf(one), { sum: known.sum + one.mean, count: known.count + 1 })
  }
  return means.map((one) => {
    const { sum, count } = sums.get(sectorOf(one)) ?? { sum: 0, count: 1 }
    return sectorOf(one) < 0 ? 0 : (sum - one.mean) / (count - 1 + tradeShrinkage)
  })
}
