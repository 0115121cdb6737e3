/** From a difference and what was chosen of it to the rows that are added, changed and taken away. */
import { type ArrivingRow, type PersonTable, personTables } from '#domain/arrivals.ts'
import type { Choices, FactChange, FieldDifference, PersonDifference, StandingPerson } from '#domain/import.ts'
import { invariant } from '#domain/problem.ts'
import { chosenField, chosenRow } from './difference/difference.ts'
import { newTenureId } from './identity.ts'

export interface Taking {
  readonly number: number
  readonly difference: PersonDifference
  /** Choices for this person, and for everybody of the import. */
  readonly own: Choices
  readonly all: Choices
}

/** A new person begins as a row with an id and a managing unit. */
export interface NewPerson {
  readonly cadreId: string
  readonly authorityUnitId: string
}

export const nobody = (cadreId: string): StandingPerson => ({
  cadreId,
  cadre: {},
  rows: Object.fromEntries(personTables.map((table) => [table, []])) as unknown as StandingPerson['rows'],
})

/** The rows that change, and the person as recorded afterwards. */
export function takeIn(
  taking: Taking,
  target: StandingPerson | NewPerson,
): { readonly changes: readonly FactChange[]; readonly after: StandingPerson } {
  const isNew = 'authorityUnitId' in target
  const standing = isNew ? nobody(target.cadreId) : target
  const { cadreId } = standing
  const changes: FactChange[] = []
  const note = (table: FactChange['table'], before: ArrivingRow | undefined, after: ArrivingRow | undefined): void => {
    changes.push({ table, number: taking.number, before, after })
  }
  const values = chosenValues(taking.difference.fields, taking)
  const ids = isNew ? { cadre_id: cadreId, authority_unit_id: target.authorityUnitId } : {}
  const cadre = { ...standing.cadre, ...values, ...ids }
  if (isNew) note('cadres', undefined, cadre)
  else if (Object.keys(values).length > 0) note('cadres', standing.cadre, cadre)

  const rows: Record<PersonTable, ArrivingRow[]> = copyOf(standing.rows)
  for (const row of taking.difference.rows) {
    const { table, record, file, fields } = row
    if (row.outcome === 'refused') continue
    if (record && !file) {
      if (chosenRow(row, taking.own, taking.all) === 'record') continue
      rows[table] = rows[table].filter((one) => one !== record)
      note(table, record, undefined)
    } else if (record) {
      const changed = chosenValues(fields, taking)
      if (Object.keys(changed).length === 0) continue
      const after = { ...record, ...changed }
      rows[table] = rows[table].map((one) => (one === record ? after : one))
      note(table, record, after)
    } else if (file && chosenRow(row, taking.own, taking.all) === 'file') {
      const seat = chosenValues(
        fields.filter(({ field }) => field === 'position_id'),
        taking,
      )
      const after = withKeys(table, { ...file, ...seat, cadre_id: cadreId }, rows[table])
      rows[table].push(after)
      note(table, undefined, after)
    }
  }
  return { changes, after: { cadreId, cadre, rows } }
}

function chosenValues(fields: readonly FieldDifference[], { own, all }: Taking): ArrivingRow {
  const taken = fields.filter((field) => chosenField(field, own, all) === 'file')
  return Object.fromEntries(taken.map(({ field, file }) => [field, file ?? '']))
}

const copyOf = (rows: StandingPerson['rows']): Record<PersonTable, ArrivingRow[]> =>
  Object.fromEntries(personTables.map((table) => [table, [...rows[table]]])) as unknown as Record<
    PersonTable,
    ArrivingRow[]
  >

function withKeys(table: PersonTable, row: ArrivingRow, others: readonly ArrivingRow[]): ArrivingRow {
  if (table !== 'tenures') return row
  const { cadre_id } = row
  invariant(cadre_id !== undefined, 'a new row names its person')
  const taken = new Set(others.flatMap(({ tenure_id }) => tenure_id ?? []))
  return { ...row, tenure_id: newTenureId(cadre_id, row, taken) }
}
