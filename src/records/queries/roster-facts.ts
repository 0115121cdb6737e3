import { ageOn, type DateCode } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { identifiersOf, postRank } from '#domain/lexicon/terms.ts'
import { byCadre, type Grouping, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { currentPost, grassrootsMonths, hasLeft, type Stretch, startOfLevel, stretchReader } from './career.ts'
import { nameReading } from './name-reading.ts'
import { detailReader, educationRank, monthsSince, type RosterDetails } from './roster-details.ts'

/** One line of the roster, worked out from the facts alone; null is unknown. Spans of time are whole months. */
export interface RosterFacts extends RosterDetails {
  readonly cadreId: string
  readonly name: string
  readonly reading: string
  readonly serving: boolean
  readonly sex: string | null
  readonly bornOn: DateCode | null
  /** Completed years; the lower one where a missing day decides. */
  readonly age: number | null
  readonly unitId: string | null
  readonly unitName: string | null
  /** The unit and everything above it. */
  readonly unitPath: readonly string[]
  /** Place of the unit in a walk of the whole tree. */
  readonly unitOrder: number | null
  /** Place in the customary order of a roster: unit by unit, from the highest post down, principals first. */
  readonly postPlace: number
  readonly sector: string | null
  readonly positionId: string | null
  readonly title: string | null
  readonly postLevel: string | null
  readonly postRank: number | null
  readonly role: string | null
  readonly postSince: DateCode | null
  readonly monthsInPost: number | null
  readonly levelSince: DateCode | null
  readonly monthsAtLevel: number | null
  readonly grassrootsMonths: number | null
  readonly education: string | null
  /** From below. */
  readonly educationRank: number | null
  readonly fullTimeEducation: string | null
  readonly inServiceEducation: string | null
  readonly party: string | null
  readonly partyJoinedOn: DateCode | null
  readonly workStartedOn: DateCode | null
  readonly reserve: boolean | null
  readonly track: string | null
  /** Results of the last three evaluated years, oldest first. */
  readonly evaluations: readonly (string | null)[]
  /** The latest of them. */
  readonly lastEvaluation: string | null
  /** Of the facts that every record should hold, those that this one does not. */
  readonly missingFacts: number
}

/** The roster of a snapshot in its customary order, and the years its evaluations are of. */
export function rosterFacts(snapshot: Snapshot): { readonly years: readonly number[]; readonly rows: RosterFacts[] } {
  const { cadres, evaluations } = snapshot.tables
  const tree = walkUnits(snapshot)
  const tenures = byCadre(snapshot, 'tenures')
  const educations = byCadre(snapshot, 'educations')
  const results = byCadre(snapshot, 'evaluations')
  const readStretch = stretchReader(snapshot)
  const readDetails = detailReader(snapshot)
  const lastYear = evaluations.columns.year.values.reduce((last, year) => Math.max(last, year), 0)
  const years = lastYear === 0 ? [] : [lastYear - 2, lastYear - 1, lastYear]
  const lines = Array.from({ length: cadres.length }, (_, cadre) => {
    const career = [...rowsOf(tenures, cadre)].map(readStretch)
    const held = evaluationFacts(snapshot, results, cadre, years)
    const line = {
      ...personalFacts(snapshot, cadre),
      ...postFacts(snapshot.asOf, career, tree),
      ...educationFacts(snapshot, educations, cadre),
      ...readDetails(cadre, career, currentPost(career)),
      evaluations: held,
      lastEvaluation: held.at(-1) ?? null,
    }
    return { ...line, missingFacts: expected.filter((fact) => line[fact] === null).length }
  })
  return { years, rows: inCustomaryOrder(lines) }
}

/** What the record of everybody should hold. */
const expected = [
  'sex',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'party',
  'workStartedOn',
  'education',
  'postSince',
  'postLevel',
  'lastEvaluation',
] as const satisfies readonly (keyof RosterFacts)[]

const roleOrder: readonly (string | null)[] = identifiersOf('role')

function inCustomaryOrder(lines: readonly Omit<RosterFacts, 'postPlace'>[]): RosterFacts[] {
  return [...lines]
    .sort(
      (a, b) =>
        (a.unitOrder ?? Number.MAX_SAFE_INTEGER) - (b.unitOrder ?? Number.MAX_SAFE_INTEGER) ||
        (b.postRank ?? -1) - (a.postRank ?? -1) ||
        roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
        compare(a.cadreId, b.cadreId),
    )
    .map((line, postPlace) => ({ ...line, postPlace }))
}

function personalFacts(snapshot: Snapshot, cadre: number) {
  const { columns } = snapshot.tables.cadres
  const name = textAt(columns.name, cadre) ?? ''
  const bornOn = dateAt(columns.born_on, cadre)
  return {
    cadreId: textAt(columns.cadre_id, cadre) ?? '',
    name,
    reading: nameReading(name),
    sex: textAt(columns.sex, cadre) ?? null,
    bornOn: bornOn ?? null,
    age: bornOn === undefined ? null : ageOn(bornOn, snapshot.asOf).least,
    party: textAt(columns.party, cadre) ?? null,
    partyJoinedOn: dateAt(columns.party_joined_on, cadre) ?? null,
    workStartedOn: dateAt(columns.work_started_on, cadre) ?? null,
    reserve: booleanAt(columns.reserve, cadre) ?? null,
    track: textAt(columns.track, cadre) ?? null,
  }
}

function postFacts(asOf: DateCode, career: readonly Stretch[], tree: UnitTree) {
  const current = currentPost(career)
  const levelSince = current && startOfLevel(career, current)
  const elapsed = (since: DateCode | undefined): number | null => monthsSince(since, asOf)
  return {
    serving: !hasLeft(career, current),
    unitId: tree.ids[current?.unit ?? -1] ?? null,
    unitName: current?.unitName ?? null,
    unitPath: tree.paths[current?.unit ?? -1] ?? [],
    unitOrder: tree.order[current?.unit ?? -1] ?? null,
    sector: current?.sector ?? null,
    positionId: current?.positionId ?? null,
    title: current?.title ?? null,
    postLevel: current?.level ?? null,
    postRank: current?.level === undefined ? null : postRank(current.level),
    role: current?.role ?? null,
    postSince: current?.from ?? null,
    monthsInPost: elapsed(current?.from),
    levelSince: levelSince ?? null,
    monthsAtLevel: elapsed(levelSince),
    grassrootsMonths: grassrootsMonths(career, asOf),
  }
}

function educationFacts(snapshot: Snapshot, educations: Grouping, cadre: number) {
  const { columns } = snapshot.tables.educations
  const rows = [...rowsOf(educations, cadre)]
  const highest = (mode?: string): string | null => {
    const ofMode = rows.filter((row) => mode === undefined || textAt(columns.mode, row) === mode)
    const finished = ofMode.filter((row) => dateAt(columns.to, row) !== undefined)
    const held = (finished.length > 0 ? finished : ofMode).map((row) => textAt(columns.level, row))
    return identifiersOf('educationLevel').find((level) => held.includes(level)) ?? null
  }
  const education = highest()
  return {
    education,
    educationRank: educationRank(education),
    fullTimeEducation: highest('full-time'),
    inServiceEducation: highest('in-service'),
  }
}

function evaluationFacts(snapshot: Snapshot, results: Grouping, cadre: number, years: readonly number[]) {
  const { columns } = snapshot.tables.evaluations
  const rows = [...rowsOf(results, cadre)]
  return years.map((year) => {
    const row = rows.find((candidate) => numberAt(columns.year, candidate) === year)
    return row === undefined ? null : (textAt(columns.result, row) ?? null)
  })
}

interface UnitTree {
  readonly ids: readonly (string | undefined)[]
  readonly paths: readonly (readonly string[])[]
  readonly order: readonly number[]
}

/** Every unit with the ids above it and its place in a walk that visits children in the order of their ids. */
function walkUnits(snapshot: Snapshot): UnitTree {
  const { units } = snapshot.tables
  const ids = Array.from({ length: units.length }, (_, unit) => textAt(units.columns.unit_id, unit))
  const parents = resolve(units.columns.parent_id, units.columns.unit_id)
  const paths = ids.map((_, unit) => {
    const path: string[] = []
    for (let above = unit; above >= 0 && path.length < ids.length; above = parents[above] ?? -1) {
      path.unshift(ids[above] ?? '')
    }
    return path
  })
  const walked = ids
    .map((_, unit) => unit)
    .sort((a, b) => compare(paths[a]?.join('\n') ?? '', paths[b]?.join('\n') ?? ''))
  const order: number[] = []
  walked.forEach((unit, place) => {
    order[unit] = place
  })
  return { ids, paths, order }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
