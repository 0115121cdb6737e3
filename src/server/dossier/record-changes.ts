/** What changed in a record, told from the versions of its rows. */
import { fieldNamesOf, tableOf } from '#domain/tables.ts'
import type { DossierTable, RowVersion } from '#records/queries/index.ts'

type Row = RowVersion['facts']

export interface RecordedChange {
  readonly at: string
  readonly table: DossierTable
  /** Undefined where the row was not there before, or is not there any more. */
  readonly was: Row | undefined
  readonly became: Row | undefined
}

/** Every change, newest first. A version that begins as another of the same row ends is its successor. */
export function changesOf(versions: readonly RowVersion[]): RecordedChange[] {
  const ofRows = Map.groupBy(versions, ({ table, facts }) =>
    JSON.stringify([table, ...tableOf(table).key.map((field) => facts[field] ?? null)]),
  )
  const changes = [...ofRows.values()].flatMap((ofRow) => {
    const ordered = ofRow.toSorted((a, b) => compare(a.since, b.since))
    return ordered.flatMap(({ table, facts, since, until }, place): RecordedChange[] => {
      const before = ordered[place - 1]
      const was = before?.until === since ? before.facts : undefined
      const begun = { at: since, table, was, became: facts }
      const goesOn = until === null || ordered[place + 1]?.since === until
      return goesOn ? [begun] : [begun, { at: until, table, was: facts, became: undefined }]
    })
  })
  return changes.sort((a, b) => compare(b.at, a.at) || compare(a.table, b.table))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The owner is the person whose record it is. */
const shownFields = (table: DossierTable): readonly string[] =>
  fieldNamesOf(table).filter((field) => field !== 'cadre_id')

/** The fields of which a change speaks: those that differ, or all that are known of a row that came or went. */
export const changedFields = ({ table, was, became }: RecordedChange): readonly string[] =>
  shownFields(table).filter((field) => (was?.[field] ?? null) !== (became?.[field] ?? null))
