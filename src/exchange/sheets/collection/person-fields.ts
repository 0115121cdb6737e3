/** Sheet A01 of the collection workbook to the fields of `cadres`. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { ethnicities } from '../../form-values/ethnicity.ts'
import { citizenIdOf, dateOf, nameOf, type PlacedCell, termOf, wordOf } from '../cell-values.ts'
import { partyFields } from '../party-cells.ts'
import { ethnicityIn, healthIn, sayDoubts, withSoundDates } from '../person-columns.ts'
import { known, type RecordCells } from '../record-cells.ts'

/** Columns of A01 that become fields, the rows of other sheets, or a place among the units. */
const taken: readonly string[] = [
  ...['A0101', 'A0184', 'A0104', 'A0107', 'A0111', 'A0114', 'A0117', 'A0128', 'A0134'],
  ...['A0141', 'A0144', 'A0195', 'A1701'],
]

/** The place of growing up is a field only as a code. */
export const takenOfPerson = (cadre: ArrivingRow): ReadonlySet<string> =>
  new Set(cadre.growth_place_code === undefined ? taken : [...taken, 'A0115'])

export function cadreOf(cells: RecordCells<string>): ArrivingRow {
  const growth = cells.read('A0115', wordOf)
  const cadre = known({
    name: cells.read('A0101', nameOf),
    citizen_id: cells.read('A0184', citizenIdOf),
    sex: cells.read('A0104', (placed) => termOf(placed, 'sex', { 1: 'male', 2: 'female' })),
    born_on: cells.read('A0107', dateOf),
    ethnicity: cells.read('A0117', (placed) => peopleIn(placed, cells)),
    native_place: cells.read('A0111', wordOf),
    birth_place: cells.read('A0114', wordOf),
    growth_place_code: growth !== undefined && /^\d{6}$/.test(growth) ? growth : undefined,
    work_started_on: cells.read('A0134', dateOf),
    health_ok: cells.read('A0128', (placed) => healthIn(placed, cells)),
    ...partyFields(cells.of('A0141'), cells.of('A0144'), (placed, text) => cells.keep(placed, text)),
  })
  sayDoubts(cadre, cells.of('A0184'))
  return withSoundDates(cadre, {
    born_on: cells.of('A0107'),
    work_started_on: cells.of('A0134'),
    party_joined_on: cells.of('A0144'),
  })
}

/** A code of GB/T 3304, or the name. */
function peopleIn(placed: PlacedCell, cells: RecordCells<string>): string | undefined {
  const word = wordOf(placed)
  const code = word !== undefined && /^\d{1,2}$/.test(word) ? ethnicities[Number(word) - 1] : undefined
  return code ?? ethnicityIn(placed, cells)
}
