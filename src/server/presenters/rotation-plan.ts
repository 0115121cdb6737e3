/** The wave ahead and the plan of exchanges, with names. */
import { type DateCode, formatDate, yearOf } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import {
  type ExchangeSettings,
  exchangePlan,
  type PlannedExchange,
  quartersAhead,
  type WaveItem,
  type WaveKind,
} from '#manage/index.ts'
import { citationOf, type Facts, type RuleBook } from '#policy/index.ts'
import type { ExchangePlanPage, ExchangePlanQuery, ForecastPage, ForecastQuery } from '../contract/index.ts'
import { presentBasis } from './evidence.ts'

type Counts = ForecastPage['quarters'][number]['counts']

const kinds = identifiersOf('waveKind')

const countsOf = (items: readonly WaveItem[]): Counts =>
  Object.fromEntries(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind).length])) as Record<
    WaveKind,
    number
  >

/** Name of a cadre, as recorded. */
export function nameIn({ snapshot }: Facts, cadreId: string, row: number | undefined): string {
  return (row === undefined ? undefined : textAt(snapshot.tables.cadres.columns.name, row)) ?? cadreId
}

/** A person in a seat, with names. */
export function presentSeated(facts: Facts, cadreId: string, positionId: string) {
  const row = facts.seatIndex(positionId)
  const seat = row === undefined ? undefined : facts.seat(row)
  return {
    cadreId,
    name: nameIn(facts, cadreId, facts.cadreIndex(cadreId)),
    positionId,
    unitId: seat?.unit ?? '',
    unitName: seat?.unitName ?? '',
    title: seat?.title ?? positionId,
    level: seat?.level ?? 'none',
  }
}

/** Counts follow the unit and level chosen; the list, everything chosen. */
export function presentForecast(
  facts: Facts,
  all: readonly WaveItem[],
  years: number,
  query: ForecastQuery,
): ForecastPage {
  const { asOf } = facts.snapshot
  const { quarter, kind, unit, level, offset, limit } = query
  const ofUnit = all.filter((item) => unit === undefined || item.unitId === unit)
  const ofLevel = (items: readonly WaveItem[]) => items.filter((item) => level === undefined || item.level === level)
  const chosen = ofLevel(ofUnit)
  const listed = chosen.filter(
    (item) => (quarter === undefined || item.quarter === quarter) && (kind === undefined || item.kind === kind),
  )
  const byUnit = [...Map.groupBy(ofLevel(all), ({ unitId }) => unitId)].sort(
    ([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1),
  )
  return {
    asOf: formatDate(asOf),
    years,
    quarters: quartersAhead(asOf, years).map((each) => ({
      quarter: each,
      counts: countsOf(chosen.filter((item) => item.quarter === each)),
    })),
    levels: identifiersOf('postLevel').flatMap((each) => {
      const own = ofUnit.filter((item) => item.level === each)
      return own.length === 0 ? [] : [{ level: each, counts: countsOf(own) }]
    }),
    units: byUnit.map(([unitId, own]) => ({
      unitId,
      name: presentSeated(facts, '', own[0]?.positionId ?? '').unitName,
      counts: countsOf(own),
    })),
    total: listed.length,
    offset,
    rows: listed.slice(offset, offset + limit).map((item) => ({
      ...presentSeated(facts, item.cadreId, item.positionId),
      kind: item.kind,
      on: formatDate(item.on),
      quarter: item.quarter,
    })),
  }
}

export function presentPlan(
  { facts, book }: { readonly facts: Facts; readonly book: RuleBook },
  people: Parameters<typeof exchangePlan>[0],
  settings: ExchangeSettings,
  { year, unit, offset, limit }: ExchangePlanQuery,
): ExchangePlanPage {
  const { asOf } = facts.snapshot
  const plan = exchangePlan(people, settings, asOf)
  const ofUnit = plan.filter((one) => unit === undefined || one.unitId === unit)
  const listed = ofUnit.filter((one) => year === undefined || one.year === year)
  const first = yearOf(asOf)
  const { perUnitYear, principalsPerUnitYear, earlyYears } = settings
  return {
    asOf: formatDate(asOf),
    basis: presentBasis(citationOf(book, 'LOCAL-EXCHANGE-PLAN')),
    settings: { perUnitYear, principalsPerUnitYear, earlyYears },
    years: Array.from({ length: settings.planYears }, (_, step) => first + step).map((each) => ({
      year: each,
      due: ofUnit.filter(({ dueOn }) => dueYear(dueOn, first) === each).length,
      proposed: ofUnit.filter((one) => one.year === each).length,
    })),
    late: ofUnit.filter(({ state }) => state === 'late').length,
    unplaced: ofUnit.filter(({ state }) => state === 'unplaced').length,
    total: listed.length,
    offset,
    rows: listed.slice(offset, offset + limit).map((one: PlannedExchange) => ({
      ...presentSeated(facts, one.cadreId, one.positionId),
      dueOn: formatDate(one.dueOn),
      year: one.year ?? null,
      state: one.state,
    })),
  }
}

/** What is overdue counts in the first year. */
const dueYear = (dueOn: DateCode, first: number): number => Math.max(first, yearOf(dueOn))
