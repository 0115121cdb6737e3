import { formatDate, yearOf } from '#domain/calendar.ts'
import { type Certainty, certaintyOf } from '#domain/estimate.ts'
import { type Finding, overall } from '#domain/finding.ts'
import { labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import { fill, type Text } from '#domain/text.ts'
import { type CoursePaper, type SynthesisPaper, tiersAmong } from '#identify/index.ts'
import {
  type CadreFacts,
  compareByStroke,
  type Edition,
  type GroupQuantiles,
  type RosterRecord,
  type readCompared,
  type VacancyRecord,
} from '#records/queries/index.ts'
import type { Comparison } from '../contract/index.ts'
import { presentStep } from './dossier.ts'
import { presentFinding, presentStoredEstimate, presentText } from './evidence.ts'
import { presentRosterLine } from './roster.ts'

export interface ComparisonParts extends Awaited<ReturnType<typeof readCompared>> {
  readonly edition: Edition
  /** In the order in which they were asked for. */
  readonly cadreIds: readonly string[]
  readonly papers: ReadonlyMap<string, SynthesisPaper>
  /** The ratings of each from survey to survey. */
  readonly courses: ReadonlyMap<string, CoursePaper>
  readonly groups: readonly GroupQuantiles[]
  readonly facts: ReadonlyMap<string, CadreFacts>
  /** The seat asked about, and what its rules find of each. */
  readonly seat: VacancyRecord | undefined
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

type StoredEstimate = ComparisonParts['estimates'][number]
type Entry = Comparison['measures'][number]['entries'][number]

/** A unit's mean over fewer people would tell about one of them. */
const fewestForMean = 5

/** Two to five people on one sheet: facts, measures with what is around them, and the lines of their sheets. */
export function presentComparison(parts: ComparisonParts): Comparison {
  const people = parts.cadreIds.flatMap((id) => parts.people.find(({ cadre_id }) => cadre_id === id) ?? [])
  const measures = [...new Set(parts.estimates.map(({ measure }) => measure))].sort(
    (a, b) => placeOfMeasure(a) - placeOfMeasure(b) || (a < b ? -1 : 1),
  )
  return {
    asOf: formatDate(parts.edition.asOf),
    people: people.map((person) => presentPerson(person, parts)),
    seat: parts.seat ? presentSeat(parts.seat) : null,
    measures: measures.map((measure) => presentMeasure(parts, people, measure)),
  }
}

const presentSeat = (seat: VacancyRecord): NonNullable<Comparison['seat']> => ({
  positionId: seat.position_id,
  unitId: seat.unit_id,
  unitName: seat.unit_name,
  title: seat.title,
  ofTeam: seat.of_team,
})

/** What is laid side by side, in the order of the sheet. */
export const comparedFields = [
  'unit',
  'title',
  'age',
  'sex',
  'party',
  'partyYears',
  'workYears',
  'fullTimeEducation',
  'inServiceEducation',
  'degree',
  'school',
  'major',
  'postLevel',
  'role',
  'yearsInPost',
  'yearsAtLevel',
  'grade',
  'yearsAtGrade',
  'grassrootsYears',
  'townshipYears',
  'townshipPrincipalYears',
  'hardshipYears',
  'frontYears',
  'enterpriseYears',
  'secondmentUpYears',
  'principalYears',
  'unitsServed',
  'regionsServed',
  'levelsServed',
  'sectorYears',
  'evaluations',
  'trainingHours',
  'honours',
  'reserve',
  'track',
  'rotation',
  'needs',
  'missingFacts',
] as const satisfies readonly RosterFieldName[]

function presentPerson(person: RosterRecord, parts: ComparisonParts): Comparison['people'][number] {
  const { cadre_id: cadreId, name } = person
  const findings = parts.findings.get(cadreId) ?? []
  return {
    cadreId,
    name,
    hasPhoto: parts.photographed.includes(cadreId),
    line: presentRosterLine(person, comparedFields, parts.edition.years),
    career: (parts.facts.get(cadreId)?.tenures ?? []).map(presentStep),
    lines: (parts.papers.get(cadreId)?.lines ?? []).map(({ output, says, certainty }) => ({
      output,
      says: presentText(says),
      certainty,
    })),
    against: parts.seat ? { verdict: overall(findings), findings: findings.map(presentFinding) } : null,
  }
}

function presentMeasure(
  parts: ComparisonParts,
  people: readonly RosterRecord[],
  measure: string,
): Comparison['measures'][number] {
  const own = people.flatMap((person) => {
    const row = parts.estimates.find((each) => each.measure === measure && each.cadre_id === person.cadre_id)
    return row ? [{ person, row }] : []
  })
  const isOneGroup = own.every(({ row }) => row.separable && row.group === own[0]?.row.group)
  const names = new Map(people.map(({ cadre_id, name }) => [cadre_id, name]))
  const tiers =
    isOneGroup && own.length > 1
      ? tiersAmong(own.map(({ row }) => ({ cadreId: row.cadre_id, value: row.value ?? 0, sd: row.sd ?? 0 }))).map(
          (tier) => tier.sort((a, b) => compareByStroke(names.get(a) ?? '', names.get(b) ?? '')),
        )
      : []
  const certainty = tiers.length > 0 ? certaintyAmong(own.map(({ row }) => row)) : null
  return {
    measure,
    label: labelOfMeasure(measure),
    entries: own.map(({ person, row }) => ({
      cadreId: row.cadre_id,
      estimate: presentStoredEstimate(row),
      unitMean: unitMeanOf(parts, person, row),
      lastYear: measure === 'rating' ? changeOf(parts.courses.get(row.cadre_id)) : null,
    })),
    groups: parts.groups
      .filter((group) => group.measure === measure)
      .map(({ group, quantiles }) => ({ id: group, quantiles: [...quantiles] })),
    tiers,
    certainty,
    statement: statementOf(own.length, isOneGroup, certainty),
  }
}

/** Of the two of them who are told apart best. */
function certaintyAmong(rows: readonly StoredEstimate[]): Certainty {
  const apart = rows.flatMap((one) =>
    rows.map((other) => ((one.value ?? 0) - (other.value ?? 0)) / Math.hypot(one.sd ?? 0, other.sd ?? 0)),
  )
  return certaintyOf(Math.max(...apart.filter((deviations) => !Number.isNaN(deviations))))
}

function unitMeanOf({ unitMeans }: ComparisonParts, person: RosterRecord, row: StoredEstimate): number | null {
  const found = unitMeans.find(
    (each) => each.unit_id === person.unit_id && each.measure === row.measure && each.group === row.group,
  )
  return found && found.size >= fewestForMean ? found.mean : null
}

/** The newest survey of a course against the one before it in an earlier year. */
function changeOf(course: CoursePaper | undefined): Entry['lastYear'] {
  const steps = course?.steps.toSorted((a, b) => b.on - a.on) ?? []
  const [last] = steps
  const before = steps.find(({ on }) => last && yearOf(on) < yearOf(last.on))
  if (!last || !before) return null
  const deviations = (last.value - before.value) / Math.hypot(last.sd, before.sd)
  const certainty = certaintyOf(deviations)
  const says = certainty === 'inseparable' ? asBefore : deviations > 0 ? higher : lower
  return { says: fill(says, { year: yearOf(before.on) }), certainty }
}

function statementOf(entries: number, isOneGroup: boolean, certainty: Certainty | null): Text {
  if (entries < 2) return onlyOne
  if (!isOneGroup) return notComparable
  return certainty === 'separable' ? severalTiers : certainty === 'leaning' ? leaning : oneTier
}

const asBefore: Text = { zh: '与本人 {year} 年分不清', en: 'not told from own {year}' }
const higher: Text = { zh: '高于本人 {year} 年', en: 'higher than own {year}' }
const lower: Text = { zh: '低于本人 {year} 年', en: 'lower than own {year}' }
const onlyOne: Text = { zh: '只有一人有数据，不作比较', en: 'Data on one of them alone: not compared' }
const notComparable: Text = {
  zh: '不在同一可比组或者有人无估计，不作比较',
  en: 'Not of one comparable group, or without an estimate: not compared',
}
const leaning: Text = {
  zh: '有倾向，还不足以分层',
  en: 'They lean apart, not far enough for tiers',
}
const oneTier: Text = { zh: '区间相互重叠，分不清先后', en: 'Intervals overlap: cannot be told apart' }
const severalTiers: Text = {
  zh: '层间差异可分辨，同层内分不清先后，按姓氏笔画列',
  en: 'Told apart between the groups; inside one they cannot be, and stand in stroke order',
}
