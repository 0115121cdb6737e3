import { type DateCode, earliest, latest, monthsBetween } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

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
