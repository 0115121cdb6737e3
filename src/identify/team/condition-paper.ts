/** Working paper `condition`, by unit: what the number of a team rests on, and what is described and not judged. */
import { addMonths, ageOn, type DateCode, earliest } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Estimate } from '#domain/estimate.ts'
import { oncePer } from '#domain/once.ts'
import { byCadre, rowsOf } from '#domain/snapshot.ts'
import { isOpenOn, isOverdueOn } from './checks.ts'
import type { PlacedPart, TeamCondition, Trend } from './condition.ts'
import { fieldsOf, type Member, membersOn } from './members.ts'
import type { Ground } from './parts.ts'
import type { PartId } from './settings.ts'

export interface PaperPart {
  readonly id: PartId
  /** Set by the place, as a share of all; and what the records make of it: correlation with what the parts have in common. */
  readonly weight: number
  readonly correlation: number
  /** Undefined where nothing is recorded. */
  readonly told?: {
    /** In standard deviations among comparable teams, after shrinkage. */
    readonly mean: number
    readonly sd: number
    /** As recorded, and what is usual among comparable teams, on the part's own scale. */
    readonly value: number
    readonly usual: number
    readonly n: number
  }
}

export interface PaperMember {
  readonly cadreId: string
  readonly name: string
  readonly title: string
  readonly role: string
  readonly since: DateCode
  /** Years of age; undefined where the birth date is unknown. */
  readonly age?: number
  readonly fields: readonly string[]
  /** Highest level of education on record. */
  readonly education?: string
}

export interface ConditionPaper {
  readonly unitId: string
  readonly unitName: string
  readonly kind: string
  readonly level: string
  readonly groupSize: number
  readonly estimate: Estimate
  readonly parts: readonly PaperPart[]
  readonly members: readonly PaperMember[]
  readonly structure: {
    readonly quota?: number
    readonly filled: number
    /** People by age: under the first bound, up to the next, …; the last is those of unknown age. */
    readonly ageBounds: readonly number[]
    readonly ages: readonly number[]
    readonly termTo?: DateCode
    /** The term ends within the time set. */
    readonly termEnding: boolean
    /** Fields of work the seats of the team belong to, and how many members are familiar with each. */
    readonly lines: readonly { readonly field: string; readonly familiar: number }[]
  }
  readonly results: readonly {
    readonly year: number
    readonly value: number
    readonly sd: number
    readonly indicators: number
  }[]
  /** Open and verified, the overdue first. */
  readonly findings: readonly {
    readonly id: string
    readonly kind: string
    readonly on: DateCode
    readonly severity: string
    readonly finding?: string
    readonly due?: DateCode
    readonly overdue: boolean
  }[]
  readonly trend: Trend
}

/** Paper of one team. `groupSize` counts the teams it is compared with, itself among them. */
export function conditionPaper(
  ground: Ground,
  condition: TeamCondition,
  trend: Trend,
  groupSize: number,
  asOf: DateCode,
): ConditionPaper {
  const { units } = ground.snapshot.tables
  const { unit } = condition.team
  return {
    unitId: textAt(units.columns.unit_id, unit) ?? '',
    unitName: textAt(units.columns.name, unit) ?? '',
    kind: textAt(units.columns.kind, unit) ?? '',
    level: textAt(units.columns.level, unit) ?? '',
    groupSize,
    estimate: condition.estimate,
    parts: condition.parts.map(paperPart),
    ...composition(ground, condition, asOf),
    results: ground.results
      .filter((one) => one.unit === unit)
      .map(({ year, value, variance, indicators }) => ({ year, value, sd: Math.sqrt(variance), indicators })),
    findings: findingsOf(ground, unit, asOf),
    trend,
  }
}

const paperPart = ({ id, weight, correlation, placed }: PlacedPart): PaperPart => ({
  id,
  weight,
  correlation,
  ...(placed && {
    told: { mean: placed.mean, sd: Math.sqrt(placed.variance), value: placed.value, usual: placed.usual, n: placed.n },
  }),
})

function composition(
  ground: Ground,
  { team }: TeamCondition,
  asOf: DateCode,
): Pick<ConditionPaper, 'members' | 'structure'> {
  const { snapshot, settings, seats } = ground
  const held = membersOn(team, seats, asOf)
  const members = held.map((member) => paperMember(ground, member, asOf))
  const lines = new Set(
    team.positions.flatMap((position) => textAt(snapshot.tables.positions.columns.sector, position) ?? []),
  )
  const { termTo } = team
  return {
    members,
    structure: {
      ...(team.quota === undefined ? {} : { quota: team.quota }),
      filled: members.length,
      ageBounds: settings.ageBounds,
      ages: agesOf(members, settings.ageBounds),
      ...(termTo === undefined ? {} : { termTo }),
      termEnding: termTo !== undefined && earliest(termTo) <= addMonths(asOf, settings.termMonths),
      lines: [...lines].sort().map((field) => ({
        field,
        familiar: members.filter(({ fields }) => fields.includes(field)).length,
      })),
    },
  }
}

function agesOf(members: readonly PaperMember[], bounds: readonly number[]): number[] {
  const counts = Array.from({ length: bounds.length + 2 }, () => 0)
  for (const { age } of members) {
    const tier = age === undefined ? bounds.length + 1 : bounds.filter((bound) => age >= bound).length
    counts[tier] = (counts[tier] ?? 0) + 1
  }
  return counts
}

const educationOrder = [
  'doctorate',
  'postgraduate',
  'bachelor',
  'junior-college',
  'secondary-vocational',
  'high-school',
  'lower',
]

function paperMember(
  { snapshot, seats, settings }: Ground,
  { cadre, position, from }: Member,
  asOf: DateCode,
): PaperMember {
  const { cadres, positions, educations } = snapshot.tables
  const born = cadres.columns.born_on.codes[cadre] as number
  const levels = [...rowsOf(byCadreOnce(snapshot), cadre)].flatMap((row) => textAt(educations.columns.level, row) ?? [])
  const education = educationOrder.find((level) => levels.includes(level))
  return {
    cadreId: textAt(cadres.columns.cadre_id, cadre) ?? '',
    name: textAt(cadres.columns.name, cadre) ?? '',
    title: textAt(positions.columns.title, position) ?? '',
    role: textAt(positions.columns.role, position) ?? '',
    since: from,
    ...(born === 0 ? {} : { age: ageOn(born, asOf).least }),
    fields: fieldsOf(snapshot, seats, cadre, asOf, settings.fieldYears),
    ...(education === undefined ? {} : { education }),
  }
}

const byCadreOnce = oncePer((snapshot: Ground['snapshot']) => byCadre(snapshot, 'educations'))

function findingsOf({ checks }: Ground, unit: number, asOf: DateCode): ConditionPaper['findings'] {
  return checks
    .filter(
      (check) =>
        check.unit === unit && check.kind !== 'petition' && check.kind !== 'personal-matters' && isOpenOn(check, asOf),
    )
    .map((check) => ({
      id: check.id,
      kind: check.kind,
      on: check.on,
      severity: check.severity,
      ...(check.finding === undefined ? {} : { finding: check.finding }),
      ...(check.due === undefined ? {} : { due: check.due }),
      overdue: isOverdueOn(check, asOf),
    }))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.on - b.on || (a.id < b.id ? -1 : 1))
}
