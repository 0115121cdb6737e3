/** One person's record as the checks read it. */
import type { DateCode } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { RecordConflict, Severity } from '#domain/results.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { GroundRule } from '../settings.ts'

export interface TenureRecord {
  readonly id: string
  readonly from: DateCode
  readonly to: DateCode | undefined
  readonly kind: string
  readonly change: string | undefined
  readonly level: string | undefined
  /** What the post is called, as far as it is known. */
  readonly title: string
}

export interface StudyRecord {
  readonly mode: string
  readonly level: string
  readonly degree: string | undefined
  readonly school: string
  readonly from: DateCode | undefined
  readonly to: DateCode | undefined
}

export interface PersonRecord {
  readonly cadreId: string
  readonly sex: string | undefined
  readonly bornOn: DateCode | undefined
  readonly partyJoinedOn: DateCode | undefined
  readonly workStartedOn: DateCode | undefined
  readonly citizenId: string | undefined
  /** By beginning. */
  readonly tenures: readonly TenureRecord[]
  readonly studies: readonly StudyRecord[]
}

/** What a check found, before it knows whose record it is. */
export interface CheckedFault {
  readonly field: string
  readonly values: readonly string[]
  /** Row ids, in the order of `values`. */
  readonly sources: readonly string[]
  readonly severity: Severity
  readonly rule: GroundRule
  readonly reason: Text
  readonly mend: Text
}

export const isExit = ({ change }: TenureRecord): boolean => change === 'exit'

/** Did the person leave for good? A return or a new entry after the last exit says no. */
export function hasLeft({ tenures }: Pick<PersonRecord, 'tenures'>): boolean {
  const exit = tenures.findLast(isExit)
  return exit !== undefined && !comesBack(tenures, exit)
}

export const comesBack = (tenures: readonly TenureRecord[], exit: TenureRecord): boolean =>
  tenures.some(({ change, from }) => (change === 'return' || change === 'entry') && from >= exit.from)

export const asConflict = (cadreId: string, fault: CheckedFault): RecordConflict => ({
  cadreId,
  accepted: undefined,
  ...fault,
})

export function readPersonRecords(snapshot: Snapshot): PersonRecord[] {
  const { columns, length } = snapshot.tables.cadres
  const tenures = tenuresOf(snapshot)
  const studies = studiesOf(snapshot)
  return Array.from({ length }, (_, cadre) => ({
    cadreId: textAt(columns.cadre_id, cadre) ?? '',
    sex: textAt(columns.sex, cadre),
    bornOn: dateAt(columns.born_on, cadre),
    partyJoinedOn: dateAt(columns.party_joined_on, cadre),
    workStartedOn: dateAt(columns.work_started_on, cadre),
    citizenId: textAt(columns.citizen_id, cadre),
    tenures: tenures[cadre] ?? [],
    studies: studies[cadre] ?? [],
  }))
}

function tenuresOf(snapshot: Snapshot): TenureRecord[][] {
  const { columns } = snapshot.tables.tenures
  const rows = byCadre(snapshot, 'tenures')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) =>
    [...rowsOf(rows, cadre)]
      .map((row) => ({
        id: textAt(columns.tenure_id, row) ?? '',
        from: dateAt(columns.from, row) ?? 0,
        to: dateAt(columns.to, row),
        kind: textAt(columns.kind, row) ?? '',
        change: textAt(columns.change, row),
        level: textAt(columns.post_level, row),
        title: `${textAt(columns.unit_text, row) ?? ''}${textAt(columns.title_text, row) ?? ''}`,
      }))
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
  )
}

function studiesOf(snapshot: Snapshot): StudyRecord[][] {
  const { columns } = snapshot.tables.educations
  const rows = byCadre(snapshot, 'educations')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) =>
    [...rowsOf(rows, cadre)].map((row) => ({
      mode: textAt(columns.mode, row) ?? '',
      level: textAt(columns.level, row) ?? '',
      degree: textAt(columns.degree, row),
      school: textAt(columns.school, row) ?? '',
      from: dateAt(columns.from, row),
      to: dateAt(columns.to, row),
    })),
  )
}
