/**
 * A career as one list of stretches: tenures, and grades (职级) at the post level they are equivalent to. Time in post,
 * posts held and grassroots years are all counted from it.
 */
import { type DateCode, earliest, formatDate, latest } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf, type PostLevel, postRank, type Role } from '#domain/lexicon/terms.ts'
import { byCadre, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
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

export interface Stretch {
  readonly evidence: string
  readonly kind: StretchKind
  readonly change: string | undefined
  readonly level: PostLevel | undefined
  readonly role: Role | undefined
  /** What tells one post from another: the seat, or the unit and title as written. */
  readonly post: string | undefined
  readonly position: string | undefined
  readonly region: string | undefined
  readonly sector: string | undefined
  /** Held in the Party or government team of a county or above; undefined where the seat is not known. */
  readonly localTeam: boolean | undefined
  readonly leading: boolean | undefined
  readonly grassroots: boolean | undefined
  readonly from: DateCode
  /** 0 = it goes on. */
  readonly to: DateCode
  readonly label: Text
}

export type GradeLevels = Readonly<Partial<Record<string, string>>>

/** Does the seat belong to the Party or government team of a county or above (《交流规定》 art. 5, 《任期规定》 art. 2)? */
export const isLocalTeamSeat = (seat: SeatFacts): boolean =>
  seat.inTeam &&
  seat.leading &&
  (seat.organ === 'party-committee' || seat.organ === 'government') &&
  ['county', 'prefecture', 'province'].includes(seat.unitLevel)

export interface CareerReader {
  readonly stretches: (cadre: number) => readonly Stretch[]
  /** Left the service: an exit that no later tenure follows. */
  readonly hasLeft: (stretches: readonly Stretch[]) => boolean
}

export function careerReader(
  snapshot: Snapshot,
  seatAt: (index: number) => SeatFacts,
  gradeLevels: GradeLevels,
): CareerReader {
  const { tenures, grades, positions } = snapshot.tables
  const t = tenures.columns
  const tenureRows = byCadre(snapshot, 'tenures')
  const gradeRows = byCadre(snapshot, 'grades')
  const seatRows = resolve(t.position_id, positions.columns.position_id)

  function tenureAt(row: number): Stretch {
    const seatRow = seatRows[row] ?? -1
    const seat = seatRow >= 0 ? seatAt(seatRow) : undefined
    const level = (textAt(t.post_level, row) ?? seat?.level) as PostLevel | undefined
    const role = (textAt(t.role, row) ?? seat?.role) as Role | undefined
    const unitText = textAt(t.unit_text, row) ?? seat?.unitName ?? ''
    const titleText = textAt(t.title_text, row) ?? seat?.title ?? ''
    const kind = (textAt(t.kind, row) ?? 'other') as StretchKind
    return {
      evidence: `tenures/${textAt(t.tenure_id, row)}`,
      kind,
      change: textAt(t.change, row),
      level,
      role,
      post: textAt(t.position_id, row) ?? `${unitText}|${titleText}`,
      position: textAt(t.position_id, row),
      region: seat?.region,
      sector: seat?.sector,
      localTeam: seat ? isLocalTeamSeat(seat) : undefined,
      leading: level === undefined ? undefined : level !== 'none',
      grassroots: booleanAt(t.grassroots, row),
      from: dateAt(t.from, row) ?? 0,
      to: dateAt(t.to, row) ?? 0,
      label: { zh: `${unitText}${titleText}`, en: `${unitText}${titleText}` },
    }
  }

  function gradeAt(row: number, held: readonly Stretch[]): Stretch {
    const g = grades.columns
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
      level,
      role: undefined,
      post: beside ? undefined : grade,
      position: undefined,
      region: undefined,
      sector: undefined,
      localTeam: false,
      leading: false,
      grassroots: false,
      from,
      to,
      label: labelOf('grade', grade),
    }
  }

  return {
    stretches(cadre) {
      const held = Array.from(rowsOf(tenureRows, cadre), tenureAt)
      for (const row of rowsOf(gradeRows, cadre)) held.push(gradeAt(row, held))
      return held.sort((a, b) => earliest(a.from) - earliest(b.from) || (a.evidence < b.evidence ? -1 : 1))
    },
    hasLeft(stretches) {
      const lastExit = Math.max(0, ...stretches.filter((s) => s.change === 'exit').map((s) => earliest(s.from)))
      return lastExit > 0 && !stretches.some((s) => s.change !== 'exit' && s.kind !== 'grade' && s.from > lastExit)
    },
  }
}

const overlap = (a: { from: DateCode; to: DateCode }, b: { from: DateCode; to: DateCode }): boolean =>
  (b.to === 0 || earliest(a.from) < latest(b.to)) && (a.to === 0 || earliest(b.from) < latest(a.to))

const mainKinds: readonly StretchKind[] = ['appointed', 'military', 'concurrent', 'other']

/** The post held now: the open appointed tenure that began last; other kinds only where there is none. */
export function presentPost(stretches: readonly Stretch[]): Stretch | undefined {
  for (const kind of mainKinds) {
    const open = stretches.filter((s) => s.kind === kind && s.to === 0 && s.change !== 'exit')
    open.sort((a, b) => earliest(b.from) - earliest(a.from) || postRank(b.level ?? '') - postRank(a.level ?? ''))
    if (open[0]) return open[0]
  }
  return undefined
}

/** The highest grade held now, as the post level it is equivalent to. */
export function presentGrade(stretches: readonly Stretch[]): Stretch | undefined {
  const open = stretches.filter((s) => s.kind === 'grade' && s.to === 0 && s.level !== undefined)
  return open.sort((a, b) => postRank(b.level ?? '') - postRank(a.level ?? ''))[0]
}
