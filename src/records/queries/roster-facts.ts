import { ageOn, type DateCode, earliest, latest, monthsBetween } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { identifiersOf, postRank } from '#domain/lexicon/terms.ts'
import { byCadre, type Grouping, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { nameReading } from './name-reading.ts'

/** One line of the roster, worked out from the facts alone; null is unknown. Spans of time are whole months. */
export interface RosterFacts {
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
  readonly fullTimeEducation: string | null
  readonly inServiceEducation: string | null
  readonly party: string | null
  readonly partyJoinedOn: DateCode | null
  readonly workStartedOn: DateCode | null
  readonly reserve: boolean | null
  readonly track: string | null
  /** Results of the last three evaluated years, oldest first. */
  readonly evaluations: readonly (string | null)[]
}

/** A stretch of a career with what its seat adds. */
export interface Stretch {
  readonly tenureId: string
  readonly positionId: string | undefined
  readonly unit: number
  readonly unitName: string | undefined
  readonly title: string | undefined
  readonly level: string | undefined
  readonly role: string | undefined
  readonly sector: string | undefined
  readonly from: DateCode
  readonly to: DateCode | undefined
  readonly kind: string
  readonly change: string | undefined
  readonly grassroots: boolean | undefined
}

const mainKinds = ['appointed', 'acting', 'concurrent', 'seconded']

/** The roster of a snapshot in its customary order, and the years its evaluations are of. */
export function rosterFacts(snapshot: Snapshot): { readonly years: readonly number[]; readonly rows: RosterFacts[] } {
  const { cadres, evaluations } = snapshot.tables
  const tree = walkUnits(snapshot)
  const tenures = byCadre(snapshot, 'tenures')
  const educations = byCadre(snapshot, 'educations')
  const results = byCadre(snapshot, 'evaluations')
  const readStretch = stretchReader(snapshot)
  const lastYear = evaluations.columns.year.values.reduce((last, year) => Math.max(last, year), 0)
  const years = lastYear === 0 ? [] : [lastYear - 2, lastYear - 1, lastYear]
  const lines = Array.from({ length: cadres.length }, (_, cadre) => {
    const career = [...rowsOf(tenures, cadre)].map(readStretch)
    return {
      ...personalFacts(snapshot, cadre),
      ...postFacts(snapshot.asOf, career, tree),
      ...educationFacts(snapshot, educations, cadre),
      evaluations: evaluationFacts(snapshot, results, cadre, years),
    }
  })
  return { years, rows: inCustomaryOrder(lines) }
}

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
  const elapsed = (since: DateCode | undefined): number | null =>
    since === undefined ? null : Math.max(0, monthsBetween(since, asOf).least)
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

/** The post a person holds: appointed before acting, concurrent and seconded, then the highest, then the newest. */
export function currentPost(career: readonly Stretch[]): Stretch | undefined {
  const open = career.filter((stretch) => stretch.to === undefined && mainKinds.includes(stretch.kind))
  open.sort(
    (a, b) =>
      mainKinds.indexOf(a.kind) - mainKinds.indexOf(b.kind) ||
      postRank(b.level ?? '') - postRank(a.level ?? '') ||
      b.from - a.from,
  )
  const [current] = open
  return current && hasLeft(career, current) ? undefined : current
}

/** Somebody has left when no post began after the exit. */
export function hasLeft(career: readonly Stretch[], current: Stretch | undefined): boolean {
  const exit = career.reduce((last, { change, from }) => (change === 'exit' ? Math.max(last, from) : last), 0)
  return exit > 0 && (current === undefined || current.from <= exit)
}

/** The start of the unbroken run of appointed posts, at the level of the current one or above, that leads up to it. */
export function startOfLevel(career: readonly Stretch[], current: Stretch): DateCode | undefined {
  if (current.level === undefined) return undefined
  const rank = postRank(current.level)
  const posts = career
    .filter(({ kind, from }) => kind === 'appointed' && from <= current.from)
    .sort((a, b) => b.from - a.from)
  let since = current.from
  for (const { level, from } of posts) {
    if (level === undefined || postRank(level) < rank) break
    since = Math.min(since, from)
  }
  return since
}

/** Months of grassroots work, overlaps counted once; null where no tenure says whether it was. */
export function grassrootsMonths(career: readonly Stretch[], asOf: DateCode): number | null {
  if (career.every(({ grassroots }) => grassroots === undefined)) return null
  const stretches = career.filter(({ grassroots }) => grassroots === true).sort((a, b) => a.from - b.from)
  let months = 0
  let reached = 0
  for (const { from, to } of stretches) {
    const start = Math.max(from, reached)
    const end = to ?? asOf
    if (latest(end) <= earliest(start)) continue
    months += Math.max(0, monthsBetween(start, end).most)
    reached = end
  }
  return months
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
  return {
    education: highest(),
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

/** Reads tenure rows together with their seats and units. */
export function stretchReader(snapshot: Snapshot): (row: number) => Stretch {
  const { tenures, positions, units } = snapshot.tables
  const seats = resolve(tenures.columns.position_id, positions.columns.position_id)
  const unitOfSeat = resolve(positions.columns.unit_id, units.columns.unit_id)
  return (row) => {
    const seat = seats[row] ?? -1
    const unit = seat < 0 ? -1 : (unitOfSeat[seat] ?? -1)
    const column = tenures.columns
    return {
      tenureId: textAt(column.tenure_id, row) ?? '',
      positionId: textAt(column.position_id, row),
      unit,
      unitName: textAt(units.columns.name, unit) ?? textAt(column.unit_text, row),
      title: textAt(column.title_text, row) ?? textAt(positions.columns.title, seat),
      level: textAt(column.post_level, row) ?? textAt(positions.columns.post_level, seat),
      role: textAt(column.role, row) ?? textAt(positions.columns.role, seat),
      sector: textAt(positions.columns.sector, seat) ?? textAt(units.columns.sector, unit),
      from: dateAt(column.from, row) ?? 0,
      to: dateAt(column.to, row),
      kind: textAt(column.kind, row) ?? 'other',
      change: textAt(column.change, row),
      grassroots: booleanAt(column.grassroots, row),
    }
  }
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
