/** Inspections, audits and checks of a unit, clean ones among them, as of a day. */
import { addMonths, type DateCode, earliest, latest } from '#domain/calendar.ts'
import { booleanAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { TeamSettings } from './settings.ts'

export interface Check {
  readonly id: string
  readonly unit: number
  /** About one person and not the team. */
  readonly personal: boolean
  readonly kind: string
  readonly on: DateCode
  readonly severity: 'none' | 'minor' | 'moderate' | 'serious'
  readonly finding: string | undefined
  /** Undefined where no time is set. */
  readonly due: DateCode | undefined
  readonly closed: DateCode | undefined
}

export const ruleChecks: ReadonlySet<string> = new Set(['decision-rule', 'work-norm'])
export const inspections: ReadonlySet<string> = new Set(['inspection', 'audit', 'triple-audit'])

/** Checks with a known result; faults that nobody has verified are left out. */
export function checksOf(snapshot: Snapshot): Check[] {
  const { supervision, units } = snapshot.tables
  const { columns } = supervision
  const unitOf = resolve(columns.unit_id, units.columns.unit_id)
  return Array.from({ length: supervision.length }, (_, row) => row).flatMap((row): Check[] => {
    const severity = textAt(columns.severity, row) as Check['severity'] | undefined
    const unit = unitOf[row] as number
    if (severity === undefined || unit < 0) return []
    if (severity !== 'none' && booleanAt(columns.verified, row) !== true) return []
    const due = columns.due_on.codes[row] as number
    const closed = columns.closed_on.codes[row] as number
    return [
      {
        id: `supervision/${textAt(columns.event_id, row)}`,
        unit,
        personal: textAt(columns.cadre_id, row) !== undefined,
        kind: textAt(columns.kind, row) ?? '',
        on: columns.on.codes[row] as number,
        severity,
        finding: textAt(columns.finding, row),
        due: due === 0 ? undefined : due,
        closed: closed === 0 ? undefined : closed,
      },
    ]
  })
}

export const isOpenOn = ({ on, closed, severity }: Check, day: DateCode): boolean =>
  severity !== 'none' && earliest(on) <= day && (closed === undefined || earliest(closed) > day)

export const isOverdueOn = (check: Check, day: DateCode): boolean =>
  isOpenOn(check, day) && check.due !== undefined && latest(check.due) < day

/** Points of a check on a day: none for a clean one, more while it is overdue, less once it is mended. */
function pointsOn(check: Check, day: DateCode, { points, overdue, closed }: TeamSettings): number {
  if (check.severity === 'none') return 0
  const full = points[check.severity]
  if (!isOpenOn(check, day)) return closed * full
  return isOverdueOn(check, day) ? overdue * full : full
}

export interface CheckRecord {
  readonly unit: number
  /** One number a check. */
  readonly points: readonly number[]
}

/** By unit, the points of the checks of some kinds in the years up to a day; what concerns one person is not the team's. */
export function recordOn(
  checks: readonly Check[],
  kinds: ReadonlySet<string>,
  day: DateCode,
  settings: TeamSettings,
): CheckRecord[] {
  const since = addMonths(day, -12 * settings.checkYears)
  const recent = checks.filter(
    ({ personal, kind, on }) => !personal && kinds.has(kind) && earliest(on) <= day && earliest(on) > since,
  )
  return [...Map.groupBy(recent, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    points: own.map((check) => pointsOn(check, day, settings)),
  }))
}
