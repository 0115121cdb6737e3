import { formatDate, yearOf } from '#domain/calendar.ts'
import { certaintyOf } from '#domain/estimate.ts'
import { labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { type CoursePaper, type GroupStanding, type SynthesisPaper, tiersAmong } from '#identify/index.ts'
import {
  compareByStroke,
  type Edition,
  type GroupQuantiles,
  type RosterRecord,
  type readCompared,
} from '#records/queries/index.ts'
import type { Comparison } from '../contract/index.ts'
import { presentStoredEstimate, presentText } from './evidence.ts'

export interface ComparisonParts extends Awaited<ReturnType<typeof readCompared>> {
  readonly edition: Edition
  /** In the order in which they were asked for. */
  readonly cadreIds: readonly string[]
  readonly papers: ReadonlyMap<string, SynthesisPaper>
  /** The ratings of each from survey to survey. */
  readonly courses: ReadonlyMap<string, CoursePaper>
  readonly groups: readonly GroupQuantiles[]
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
    years: [...parts.edition.years],
    people: people.map((person) => presentPerson(person, parts.papers.get(person.cadre_id))),
    measures: measures.map((measure) => presentMeasure(parts, people, measure)),
  }
}

const inYearsOf = (months: number | null): Text | null =>
  months === null ? null : fill(inYears, { years: (months / 12).toFixed(1) })

function presentPerson(person: RosterRecord, paper: SynthesisPaper | undefined): Comparison['people'][number] {
  const post = [person.unit_name, person.title].filter((part) => part !== null).join('')
  return {
    cadreId: person.cadre_id,
    name: person.name,
    post: post === '' ? null : post,
    facts: [
      { id: 'age', says: person.age === null ? null : fill(ofAge, { years: person.age }) },
      { id: 'education', says: person.education === null ? null : labelOf('educationLevel', person.education) },
      { id: 'post', says: inYearsOf(person.months_in_post) },
      { id: 'level', says: inYearsOf(person.months_at_level) },
      { id: 'grassroots', says: inYearsOf(person.grassroots_months) },
    ],
    evaluations: person.evaluations.map((result) => result ?? ''),
    lines: (paper?.lines ?? []).map(({ output, says, certainty }) => ({ output, says: presentText(says), certainty })),
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
  return {
    measure,
    label: labelOfMeasure(measure),
    entries: own.map(({ person, row }) => ({
      cadreId: row.cadre_id,
      estimate: presentStoredEstimate(row),
      unitMean: unitMeanOf(parts, person, row),
      rank: rankOf(parts.papers.get(row.cadre_id), measure),
      lastYear: measure === 'rating' ? changeOf(parts.courses.get(row.cadre_id)) : null,
    })),
    groups: parts.groups
      .filter((group) => group.measure === measure)
      .map(({ group, quantiles }) => ({ id: group, quantiles: [...quantiles] })),
    tiers,
    statement: statementOf(own.length, isOneGroup, tiers),
  }
}

function unitMeanOf({ unitMeans }: ComparisonParts, person: RosterRecord, row: StoredEstimate): number | null {
  const found = unitMeans.find(
    (each) => each.unit_id === person.unit_id && each.measure === row.measure && each.group === row.group,
  )
  return found && found.size >= fewestForMean ? found.mean : null
}

function rankOf(
  paper: SynthesisPaper | undefined,
  measure: string,
): Comparison['measures'][number]['entries'][number]['rank'] {
  const found: GroupStanding | undefined = paper?.standings.find((standing) => standing.measure === measure)
  return found ? { ...found.rank, size: found.size } : null
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

function statementOf(entries: number, isOneGroup: boolean, tiers: readonly (readonly string[])[]): Text {
  if (entries < 2) return onlyOne
  if (!isOneGroup) return notComparable
  return tiers.length === 1 ? oneTier : fill(severalTiers, { tiers: tiers.length })
}

const ofAge: Text = { zh: '{years} 岁', en: '{years}' }
const inYears: Text = { zh: '{years} 年', en: '{years} yr' }
const asBefore: Text = { zh: '与本人 {year} 年分不清', en: 'not told from own {year}' }
const higher: Text = { zh: '高于本人 {year} 年', en: 'higher than own {year}' }
const lower: Text = { zh: '低于本人 {year} 年', en: 'lower than own {year}' }
const onlyOne: Text = { zh: '只有一人有数据，不作比较', en: 'Data on one of them alone: not compared' }
const notComparable: Text = {
  zh: '不在同一可比组或者有人无估计，不作比较',
  en: 'Not of one comparable group, or without an estimate: not compared',
}
const oneTier: Text = { zh: '分不清先后', en: 'Cannot be told apart' }
const severalTiers: Text = {
  zh: '分为 {tiers} 层，同层内分不清先后',
  en: '{tiers} tiers; inside a tier they cannot be told apart',
}
