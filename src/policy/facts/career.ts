/**
 * A career as one list of stretches: tenures, and grades (职级) at the post level they are equivalent to. Time in post,
 * posts held and grassroots years are all counted from it.
 */
import { type DateCode, earliest, formatDate, latest } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import { labelOf, type PostLevel, postRank, type Role } from '#domain/lexicon/terms.ts'
import { byCadre, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { type GradeLevels, gradeRank } from './grades.ts'
import { type FrontLine, type Place, type PlaceReader, placeReader } from './places.ts'
import type { SeatFacts } from './seats.ts'

export const stretchKinds = [
  'appointed',
  'seconded',
  'concurrent',
  'acting',
  'study',
  'military',
  'other',
  'grade',
] as const
export type StretchKind = (typeof stretchKinds)[number]

/** The level of an appointment against that of the appointment before it. */
export const levelChanges = ['up', 'down', 'same'] as const
export type LevelChange = (typeof levelChanges)[number]

export interface Stretch {
  readonly evidence: string
  readonly kind: StretchKind
  readonly change: string | undefined
  /** As `change` says, else by the levels; undefined where these are not known. Leaving leading posts is no lower level. */
  readonly levelChange: LevelChange | undefined
  readonly level: PostLevel | undefined
  readonly role: Role | undefined
  /** What tells one post from another: the seat and its title, or the unit and title as written. */
  readonly post: string | undefined
  readonly position: string | undefined
  /** Undefined where the seat is not among those known here. */
  readonly seat: SeatFacts | undefined
  readonly leading: boolean | undefined
  /** Of a grade held, which; undefined for posts. */
  readonly grade: string | undefined
  readonly grassroots: boolean | undefined
  /** Where it was spent; left out for grades, and for posts that are only supposed. */
  readonly place?: Place
  readonly from: DateCode
  /** 0 = it goes on. */
  readonly to: DateCode
  readonly label: Text
}

export interface Career {
  /** In the order in which they began. */
  readonly stretches: readonly Stretch[]
  /** Left the service: an exit that no later tenure follows. */
  readonly hasLeft: boolean
}

type TenureColumns = Snapshot['tables']['tenures']['columns']
type GradeColumns = Snapshot['tables']['grades']['columns']

/**
 * The key of a post. The same seat under another title is another post: its portfolio really changed. A title that only
 * leaves out the unit says nothing new.
 */
function postKey(position: string | undefined, unit: string, title: string, seat: SeatFacts | undefined): string {
  if (position === undefined) return `${unit}|${title}`
  const plain = seat?.title ?? title
  return plain.endsWith(title) || title.endsWith(plain) ? position : `${position}|${title}`
}

/** A post as written, the same in both languages; each is kept once, for many careers share posts. */
function postNames(): (written: string) => Text {
  const names = new Map<string, Text>()
  return (written) => {
    const name = names.get(written) ?? { zh: written, en: written }
    names.set(written, name)
    return name
  }
}

/** What reading a tenure takes beside its row. */
interface Reading {
  readonly nameOf: (written: string) => Text
  readonly placeOf: PlaceReader
}

/** A tenure; level, role and names come from the seat where the row leaves them out. */
function tenureAt(t: TenureColumns, row: number, seat: SeatFacts | undefined, { nameOf, placeOf }: Reading): Stretch {
  const level = (textAt(t.post_level, row) ?? seat?.level) as PostLevel | undefined
  const unitText = textAt(t.unit_text, row) ?? seat?.unitName ?? ''
  const titleText = textAt(t.title_text, row) ?? seat?.title ?? ''
  const position = textAt(t.position_id, row)
  const grassroots = booleanAt(t.grassroots, row)
  return {
    evidence: `tenures/${textAt(t.tenure_id, row)}`,
    kind: (textAt(t.kind, row) ?? 'other') as StretchKind,
    change: textAt(t.change, row),
    levelChange: 'same',
    level,
    role: (textAt(t.role, row) ?? seat?.role) as Role | undefined,
    post: postKey(position, unitText, titleText, seat),
    position,
    seat,
    leading: level === undefined ? undefined : level !== 'none',
    grade: undefined,
    grassroots,
    place: placeOf({ seat, level, unitText, grassroots }),
    from: dateAt(t.from, row) ?? 0,
    to: dateAt(t.to, row) ?? 0,
    label: nameOf(`${unitText}${titleText}`),
  }
}

/** A grade; it is a post of its own only where no appointment at its level ran beside it. */
function gradeAt(g: GradeColumns, row: number, gradeLevels: GradeLevels, held: readonly Stretch[]): Stretch {
  const grade = textAt(g.grade, row) ?? ''
  const level = gradeLevels[grade] as PostLevel | undefined
  const from = dateAt(g.from, row) ?? 0
  const to = dateAt(g.to, row) ?? 0
  const beside = held.some(
    (stretch) => stretch.kind === 'appointed' && stretch.level === level && overlap(stretch, { from, to }),
  )
  return {
    evidence: `grades/${textAt(g.cadre_id, row)}/${grade}/${formatDate(from)}`,
    kind: 'grade',
    change: undefined,
    levelChange: 'same',
    level,
    role: undefined,
    post: beside ? undefined : grade,
    position: undefined,
    seat: undefined,
    leading: false,
    grade,
    grassroots: false,
    from,
    to,
    label: labelOf('grade', grade),
  }
}

export function careerReader(
  snapshot: Snapshot,
  seatAt: (index: number) => SeatFacts,
  gradeLevels: GradeLevels,
  frontLine: FrontLine,
): (cadre: number) => Career {
  const { tenures, grades, positions } = snapshot.tables
  const tenureRows = byCadre(snapshot, 'tenures')
  const gradeRows = byCadre(snapshot, 'grades')
  const seatRows = resolve(tenures.columns.position_id, positions.columns.position_id)
  const reading = { nameOf: postNames(), placeOf: placeReader(snapshot, frontLine) }
  const seatOf = (row: number): SeatFacts | undefined => {
    const seat = seatRows[row] ?? -1
    return seat < 0 ? undefined : seatAt(seat)
  }
  return (cadre) => {
    const tenured = Array.from(rowsOf(tenureRows, cadre), (row) => tenureAt(tenures.columns, row, seatOf(row), reading))
    const exits = tenured.filter((stretch) => stretch.change === 'exit')
    const held = tenured.filter((stretch) => stretch.change !== 'exit')
    const graded = Array.from(rowsOf(gradeRows, cadre), (row) => gradeAt(grades.columns, row, gradeLevels, held))
    const stretches = [...held, ...graded]
    stretches.sort((a, b) => earliest(a.from) - earliest(b.from) || (a.evidence < b.evidence ? -1 : 1))
    compareLevels(stretches)
    const lastExit = Math.max(0, ...exits.map((stretch) => earliest(stretch.from)))
    return { stretches, hasLeft: lastExit > 0 && !held.some((stretch) => stretch.from > lastExit) }
  }
}

function compareLevels(stretches: Stretch[]): void {
  let before: Stretch | undefined
  stretches.forEach((stretch, index) => {
    if (stretch.kind !== 'appointed') return
    stretches[index] = { ...stretch, levelChange: levelChangeOf(stretch, before) }
    before = stretch
  })
}

function levelChangeOf({ change, level }: Stretch, before: Stretch | undefined): LevelChange | undefined {
  if (change === 'promotion') return 'up'
  if (change === 'demotion') return 'down'
  if (!before || level === 'none') return 'same'
  if (level === undefined || before.level === undefined) return undefined
  const step = postRank(level) - postRank(before.level)
  return step > 0 ? 'up' : step < 0 ? 'down' : 'same'
}

/** Surely at one time: two that only share the month in which one ends and the other begins follow each other. */
const overlap = (a: { from: DateCode; to: DateCode }, b: { from: DateCode; to: DateCode }): boolean =>
  (b.to === 0 || latest(a.from) < earliest(b.to)) && (a.to === 0 || latest(b.from) < earliest(a.to))

const mainKinds: readonly StretchKind[] = ['appointed', 'military', 'concurrent', 'other']

/** The post held now: the open appointment that began last; other kinds only where there is none. */
export function presentPost(stretches: readonly Stretch[]): Stretch | undefined {
  for (const kind of mainKinds) {
    const open = stretches.filter((s) => s.kind === kind && s.to === 0)
    open.sort((a, b) => earliest(b.from) - earliest(a.from) || postRank(b.level ?? '') - postRank(a.level ?? ''))
    if (open[0]) return open[0]
  }
  return undefined
}

/** The highest grade held now. */
export function presentGrade(stretches: readonly Stretch[]): Stretch | undefined {
  const open = stretches.filter((s) => s.kind === 'grade' && s.to === 0)
  return open.sort((a, b) => gradeRank(b.grade ?? '') - gradeRank(a.grade ?? ''))[0]
}
