/** What a file says of a person against what is recorded: field by field, row by row. */
import { type ArrivingPerson, personTables } from '#domain/arrivals.ts'
import type { Choices, FieldDifference, PersonDifference, RowDifference, StandingPerson } from '#domain/import.ts'
import { compareFields } from './fields.ts'
import { compareRows } from './rows.ts'
import type { SeatBook } from './seats.ts'

/**
 * The difference of one person; everything is new where nobody is recorded.
 * @example differenceOf(person, standing, book).fields.find(({ field }) => field === 'born_on')?.outcome
 */
export function differenceOf(
  person: ArrivingPerson,
  standing: StandingPerson | undefined,
  book: SeatBook,
): PersonDifference {
  const skipped = ['cadre_id', 'authority_unit_id']
  const fields = compareFields('cadres', 'cadres', standing?.cadre, person.cadre, skipped)
  const isWhole: Readonly<Record<string, boolean>> = {
    tenures: person.resume !== undefined,
    relatives: person.form !== undefined,
  }
  const rows = personTables.flatMap((table) => {
    const file = person.rows[table]
    if (file === undefined) return []
    const record = standing?.rows[table] ?? []
    return compareRows({ table, file, record, whole: isWhole[table] === true, cadreId: standing?.cadreId }, book)
  })
  return { fields, rows }
}

type Chosen = 'file' | 'record'

const forEverybody = (path: string): string => path.replace(/^(\w+)\/\d+/, '$1/each').replace(/\/absent\/.*/, '/absent')

/** What is taken at a path: chosen for this person, for everybody, or as the outcome says. */
function chosenAt(path: string, standard: Chosen, own: Choices, all: Choices): Chosen {
  return own[path] ?? all[forEverybody(path)] ?? standard
}

/** New and changed values are taken; where a constant fact differs the record stays until a person chooses. */
export const chosenField = (field: FieldDifference, own: Choices, all: Choices): Chosen =>
  field.outcome === 'same'
    ? 'record'
    : chosenAt(field.path, field.outcome === 'conflicting' ? 'record' : 'file', own, all)

/** Whether a new row is taken in, or an absent one taken away. */
export const chosenRow = (row: RowDifference, own: Choices, all: Choices): Chosen =>
  row.outcome === 'refused' ? 'record' : chosenAt(row.path, row.outcome === 'new' ? 'file' : 'record', own, all)

/** How many values and rows ended how: what the list of people shows. */
export interface DifferenceTally {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly conflicting: number
  readonly absent: number
  readonly refused: number
}

export function tallyOf({ fields, rows }: PersonDifference): DifferenceTally {
  const tally = { new: 0, changed: 0, same: 0, conflicting: 0, absent: 0, refused: 0 }
  for (const { outcome } of fields) tally[outcome] += 1
  for (const { outcome, fields: below } of rows) {
    if (outcome === 'new' || outcome === 'absent' || outcome === 'refused' || below.length === 0) tally[outcome] += 1
    // A seat proposed for a new row is told with the row.
    else for (const field of below) tally[field.outcome] += 1
  }
  return tally
}
