import { parseDate } from '#domain/calendar.ts'
import { labelOfFact, labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOfTruth } from '#domain/lexicon/field-terms.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import type { DossierTable, Recording } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { DossierHistory, RecordChange } from '../contract/index.ts'
import { presentOfficer } from '../presenters/named.ts'
import { endOfDay } from './office-day.ts'
import { changedFields, type RecordedChange } from './record-changes.ts'

/** What the ids in rows are called. */
export interface Names {
  readonly units: ReadonlyMap<string, string>
  readonly seats: ReadonlyMap<string, { readonly unit_name: string; readonly title: string }>
  readonly cadres: ReadonlyMap<string, string>
}

const both = (text: string): Text => ({ zh: text, en: text })

export function presentChange(
  change: RecordedChange,
  names: Names,
  recording: Recording | undefined,
  accounts: readonly Account[],
): RecordChange {
  const { at, table, was, became } = change
  const row = became ?? was ?? {}
  const since = row[tableOf(table).since ?? '']
  return {
    at,
    table,
    label: labelOfTable(table),
    kind: was === undefined ? 'added' : became === undefined ? 'removed' : 'changed',
    subject: subjectOf(table, row, names),
    trueFrom: typeof since === 'string' ? since : null,
    values: changedFields(change).map((field) => ({
      field: labelOfFact(`${table}.${field}`),
      was: was === undefined ? null : valueOf(table, field, was[field], names),
      became: became === undefined ? null : valueOf(table, field, became[field], names),
    })),
    by: recording?.actor ? presentOfficer(accounts, recording.actor).name : null,
    import: recording?.importId ? { importId: recording.importId, files: [...recording.files] } : null,
  }
}

/** Known to be held, and not shown on any screen. */
const unshown = new Set(['cadres.citizen_id'])

function valueOf(table: DossierTable, field: string, value: unknown, names: Names): Text | null {
  if (value === null || value === undefined) return null
  if (unshown.has(`${table}.${field}`)) return { zh: '（不显示）', en: '(not shown)' }
  const { kind, terms, references } = tableOf(table).fields[field] ?? { kind: 'text' }
  const written = String(value)
  if (references) return both(nameOf(references, written, names))
  if (kind === 'boolean') return labelOfTruth(table, field, value === true)
  if (kind === 'date') return both(written.replaceAll('-', '.'))
  return terms ? labelOf(terms, written) : both(written)
}

function nameOf(table: string, id: string, { units, seats, cadres }: Names): string {
  const seat = seats.get(id)
  if (table === 'positions' && seat) return `${seat.unit_name}${seat.title}`
  return (table === 'units' ? units.get(id) : table === 'cadres' ? cadres.get(id) : undefined) ?? id
}

/** The fields that say which row it is. */
const telling: Readonly<Record<DossierTable, readonly string[]>> = {
  cadres: [],
  tenures: ['from', 'position_id', 'unit_text', 'title_text'],
  grades: ['from', 'grade'],
  educations: ['level', 'school', 'major'],
  relatives: ['relation', 'name'],
  evaluations: ['year', 'result'],
  trainings: ['from', 'course'],
  honours: ['on', 'title'],
  sanctions: ['decided_on', 'kind'],
  duties: ['from', 'unit_id', 'indicator'],
  statements: ['recorded_on', 'channel'],
  competencies: ['on', 'element'],
}

function subjectOf(table: DossierTable, row: RecordedChange['was'] & {}, names: Names): Text {
  // A seat on record says unit and title better than what was written beside it.
  const fields = row['position_id'] ? ['from', 'position_id'] : telling[table]
  const parts = fields.flatMap((field) => valueOf(table, field, row[field], names) ?? [])
  return { zh: parts.map(({ zh }) => zh).join(' '), en: parts.map(({ en }) => en).join(' ') }
}

/** When something was recorded, oldest first, and until when nothing later was known. */
export function arrivalsOf(changes: readonly RecordedChange[]): DossierHistory['arrivals'] {
  const arrivals = [...Map.groupBy(changes, ({ at }) => at)].sort(([a], [b]) => (a < b ? -1 : 1))
  return arrivals.map(([at, together], place) => {
    const next = arrivals[place + 1]?.[0]
    const evening = endOfDay(officeDay(at))
    const isWholeDay = next === undefined || Date.parse(next) > evening.getTime()
    const tables = Map.groupBy(together, ({ table }) => table)
    return {
      at,
      until: (isWholeDay ? evening : justBefore(next)).toISOString(),
      isWholeDay,
      count: together.length,
      tables: [...tables].map(([table, rows]) => ({ label: labelOfTable(table), count: rows.length })),
    }
  })
}

/** The day that an instant falls on in the office. */
const officeDay = (instant: string): number =>
  parseDate(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)) ?? 0

/** The last millisecond before an instant, which may be written to the microsecond. */
const justBefore = (instant: string): Date => new Date(Date.parse(instant) - (/\.\d{3}(000)?Z$/.test(instant) ? 1 : 0))
