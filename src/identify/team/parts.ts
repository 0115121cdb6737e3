/** What is observed of each team on a day, part by part. A part that nothing is recorded of is absent, not zero. */
import { type DateCode, yearOf } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Sitting } from '../signs/sittings.ts'
import type { Observed } from './against-comparable.ts'
import { type Check, inspections, recordOn, ruleChecks } from './checks.ts'
import { fieldsOf, membersOn, type Team } from './members.ts'
import type { Seats } from './seats.ts'
import type { PartId, TeamSettings } from './settings.ts'
import type { YearOfUnit } from './unit-results.ts'

export interface Ground {
  readonly snapshot: Snapshot
  readonly settings: TeamSettings
  readonly teams: readonly Team[]
  readonly seats: Seats
  readonly results: readonly YearOfUnit[]
  readonly checks: readonly Check[]
  readonly sittings: readonly Sitting[]
  /** Calibrated ratings, by cadre row; they are of today and have no past. */
  readonly ratings: ReadonlyMap<number, CadreEstimate>
}

/** The parts that can be told of any day: all but the calibrated ratings. */
export const datedParts = ['results', 'agreement', 'rules', 'findings', 'seats', 'breadth'] as const

export function observedOn(ground: Ground, part: PartId, day: DateCode): Observed[] {
  const groupOf = new Map(ground.teams.map(({ unit, group }) => [unit, group]))
  const found = readers[part](ground, day)
  return found.flatMap(({ within, ...one }) => {
    const group = groupOf.get(one.unit)
    return group === undefined ? [] : [{ ...one, group: within === undefined ? group : `${group} ${within}` }]
  })
}

/** `within`: a set beyond which the values of this part may not be compared. */
type Found = Omit<Observed, 'group'> & { readonly within?: string }

const readers: Readonly<Record<PartId, (ground: Ground, day: DateCode) => Found[]>> = {
  results: resultsOn,
  ratings: ratingsNow,
  agreement: agreementOn,
  rules: (ground, day) => recordsOn(ground, ruleChecks, day),
  findings: (ground, day) => recordsOn(ground, inspections, day),
  seats: seatsFilledOn,
  breadth: breadthOn,
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A year is known from its last day. */
export const lastYearOf = (day: DateCode): number => yearOf(day) - (day % 10000 >= 1231 ? 0 : 1)

/**
 * The mean of the last years, less what the years before lead one to expect of the unit: its environment stays, and with it a
 * part of the result that is nobody's. How much stays is the slope of the later on the earlier mean over all units.
 */
function resultsOn({ results, settings }: Ground, day: DateCode): Found[] {
  const last = lastYearOf(day)
  const known = results.filter(({ year }) => year <= last)
  const units = [...Map.groupBy(known, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    recent: own.filter(({ year }) => year > last - settings.years),
    earlier: own.filter(({ year }) => year <= last - settings.years),
  }))
  const noise = pooledVariance(units.flatMap(({ recent, earlier }) => [valuesOf(recent), valuesOf(earlier)])) ?? 1
  const slope = slopeOf(units.filter(({ recent, earlier }) => recent.length > 0 && earlier.length > 0))
  const unforeseen = varianceOf(units.flatMap(({ earlier }) => (earlier.length > 0 ? [meanOf(valuesOf(earlier))] : [])))
  return units.flatMap(({ unit, recent, earlier }): Found[] => {
    if (recent.length === 0) return []
    const expected = earlier.length > 0 ? slope * meanOf(valuesOf(earlier)) : 0
    const doubt = earlier.length > 0 ? noise / earlier.length : unforeseen
    return [
      {
        unit,
        value: meanOf(valuesOf(recent)) - expected,
        variance: noise / recent.length + slope ** 2 * doubt,
        n: recent.reduce((sum, { indicators }) => sum + indicators, 0),
      },
    ]
  })
}

const valuesOf = (years: readonly YearOfUnit[]): number[] => years.map(({ value }) => value)

/** Regression through the origin, where values are deviations already; never more than all stays. */
function slopeOf(
  units: readonly { readonly recent: readonly YearOfUnit[]; readonly earlier: readonly YearOfUnit[] }[],
): number {
  let xx = 0
  let xy = 0
  for (const { recent, earlier } of units) {
    const x = meanOf(valuesOf(earlier))
    xx += x * x
    xy += x * meanOf(valuesOf(recent))
  }
  return xx === 0 ? 0 : Math.max(0, Math.min(1, xy / xx))
}

/**
 * The mean of the members' calibrated ratings. A rating is of a person: that a team of few has able members by chance says
 * nothing of how it runs, so what members of one team differ by counts as error. Half of the uncertainty of the ratings is
 * taken to be one and the same for all of a team, as the custom of the unit is.
 */
function ratingsNow({ teams, seats, ratings }: Ground, day: DateCode): Found[] {
  const rated = teams.flatMap((team) => {
    const own = membersOn(team, seats, day).flatMap(({ cadre }) => {
      const estimate = ratings.get(cadre)?.estimate
      return estimate?.separable ? [estimate] : []
    })
    const [most] = [...Map.groupBy(own, ({ group }) => group)].sort(
      ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
    )
    return most ? [{ unit: team.unit, within: most[0], known: most[1] }] : []
  })
  const personal = pooledVariance(rated.map(({ known }) => known.map(({ value }) => value))) ?? 0
  return rated.map(({ unit, within, known }) => {
    const doubt = meanOf(known.map(({ sd }) => sd * sd))
    return {
      unit,
      within,
      value: meanOf(known.map(({ value }) => value)),
      variance: doubt / 2 + Math.max(personal, doubt / 2) / known.length,
      n: known.reduce((sum, { n }) => sum + n, 0),
    }
  })
}

/** Fewer answers than this show nothing of a group. */
const fewestAnswers = 5

/** How little raters of one survey contradict each other about the same people, on the scale of the survey. */
function agreementOn({ sittings, settings, snapshot, seats }: Ground, day: DateCode): Found[] {
  const from = yearOf(day) - settings.years
  const latest = new Map(
    sittings
      .filter((sitting) => sitting.day <= day && yearOf(sitting.day) > from)
      .map((sitting) => [sitting.survey, sitting]),
  )
  const pooled = new Map<string, number>()
  for (const [yardstick, own] of Map.groupBy(latest.values(), (sitting) => sitting.yardstick)) {
    const freedom = own.reduce((sum, { fit }) => sum + fit.freedom, 0)
    if (freedom > 0) pooled.set(yardstick, own.reduce((sum, { fit }) => sum + fit.residualSquares, 0) / freedom)
  }
  const rowOf = new Map(
    Array.from({ length: snapshot.tables.units.length }, (_, row) => [
      textAt(snapshot.tables.units.columns.unit_id, row) ?? '',
      row,
    ]),
  )
  const ofUnit = Map.groupBy(latest.values(), (sitting) => rowOf.get(unitOf(sitting, seats) ?? '') ?? -1)
  return [...ofUnit].flatMap(([unit, own]): Found[] => {
    const freedom = own.reduce((sum, { fit }) => sum + fit.freedom, 0)
    const squares = own.reduce(
      (sum, { fit, yardstick }) => sum + fit.residualSquares / (pooled.get(yardstick) ?? Number.NaN),
      0,
    )
    if (unit < 0 || freedom < fewestAnswers || !(squares > 0)) return []
    const n = own.reduce((sum, { ballots }) => sum + ballots.length, 0)
    return [{ unit, value: -Math.log(squares / freedom), variance: 2 / freedom, n }]
  })
}

/** The unit in which most of those rated in a survey sat then. */
function unitOf({ cadres, day }: Sitting, seats: Seats): string | undefined {
  const units = cadres.flatMap((cadre) => seats.unitOn(cadre, day) ?? [])
  const [most] = [...Map.groupBy(units, (unit) => unit)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )
  return most && most[1].length * 2 > cadres.length ? most[0] : undefined
}

/**
 * Points a check, fewer upwards, so that a unit looked at often is not worse for it; one that was never checked is not a clean
 * one. The noise of a check is what checks of one unit differ by.
 */
function recordsOn({ checks, settings }: Ground, kinds: ReadonlySet<string>, day: DateCode): Found[] {
  const records = recordOn(checks, kinds, day, settings)
  const noise =
    pooledVariance(records.map(({ points }) => points)) ?? varianceOf(records.flatMap(({ points }) => points))
  return records.map(({ unit, points }) => ({
    unit,
    value: -meanOf(points),
    variance: noise / points.length,
    n: points.length,
  }))
}

function seatsFilledOn({ teams, seats }: Ground, day: DateCode): Found[] {
  return teams.flatMap((team): Found[] => {
    if (team.quota === undefined || team.quota === 0) return []
    const filled = membersOn(team, seats, day).length
    return [{ unit: team.unit, value: Math.min(0, filled / team.quota - 1), variance: 0, n: team.quota }]
  })
}

/** The share of the team's lines of work with which somebody in it is familiar. */
function breadthOn({ teams, seats, snapshot, settings }: Ground, day: DateCode): Found[] {
  const { sector } = snapshot.tables.positions.columns
  return teams.flatMap((team): Found[] => {
    const lines = new Set(team.positions.flatMap((position) => textAt(sector, position) ?? []))
    const members = membersOn(team, seats, day)
    if (lines.size === 0 || members.length === 0) return []
    const known = new Set(members.flatMap(({ cadre }) => fieldsOf(snapshot, seats, cadre, day, settings.fieldYears)))
    const covered = [...lines].filter((line) => known.has(line)).length
    return [{ unit: team.unit, value: covered / lines.size, variance: 0, n: members.length }]
  })
}

/** Variance within groups; undefined where no group has two. */
function pooledVariance(groups: readonly (readonly number[])[]): number | undefined {
  let squares = 0
  let freedom = 0
  for (const values of groups) {
    const mean = meanOf(values)
    squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    freedom += Math.max(0, values.length - 1)
  }
  return freedom > 0 ? squares / freedom : undefined
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}
