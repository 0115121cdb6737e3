import type { Arrivals, ArrivingPerson, ArrivingRow, PersonTable } from '#domain/arrivals.ts'
import { tenuresOf } from '../../form-values/tenures.ts'
import { parseResume } from '../../resume/parse-resume.ts'
import type { ReadWorkbook } from '../../workbook/reading.ts'
import { citizenIdOf, nameOf, textOf, wordOf } from '../cell-values.ts'
import type { Findings } from '../findings.ts'
import { setOf } from './detect.ts'
import { cadreOf, takenOfPerson } from './person-fields.ts'
import { educationOf, evaluationRow, familyOf, levelAt, levelOf, postOf, rewardOf } from './person-rows.ts'
import { readUnits } from './read-units.ts'
import { keptTexts, readSet, type SetRecord } from './set-records.ts'
import { collectionSets } from './sets.ts'

type RowsOf = Partial<Record<PersonTable, ArrivingRow[]>>

/** A person of A01 with what the other sheets add. */
interface Gathered {
  readonly record: SetRecord
  readonly cadre: ArrivingRow
  readonly citizenId: string | undefined
  readonly rows: RowsOf
  readonly extras: Record<string, string>
}

/** Reads the collection workbook: units, and people with the rows that the other sheets have under their numbers. */
export async function readCollection(book: ReadWorkbook, findings: Findings): Promise<Arrivals> {
  const records = new Map<string, SetRecord[]>(collectionSets.map(({ code }) => [code, []]))
  for (const sheet of book.sheets) {
    const set = setOf(sheet)
    if (set === undefined) continue
    if (sheet.hidden) findings.notice('sheet-hidden', { sheet: sheet.name })
    else records.get(set.code)?.push(...(await readSet(set, sheet, book.file, findings)))
  }
  const of = (code: string): readonly SetRecord[] => records.get(code) ?? []
  const units = readUnits(of('B01'))
  const unitNames = new Map(units.map(({ code, unit }) => [code, unit.name ?? code]))
  const people = gather(of('A01'))
  const find = finder(people)
  addRows(of, find, unitNames)
  return { people: people.map((person) => arriving(person, unitNames)), units }
}

function gather(records: readonly SetRecord[]): Gathered[] {
  const rows = new Map<string, number>()
  return records.flatMap((record) => {
    const { cells, place } = record
    const cadre = cadreOf(cells)
    const citizenId = cadre.citizen_id
    if (cadre.name === undefined) return []
    const other = citizenId === undefined ? undefined : rows.get(citizenId)
    if (citizenId !== undefined && other !== undefined) {
      cells.findings.problem('row-person-twice', place, { id: citizenId, other })
      return []
    }
    if (citizenId !== undefined) rows.set(citizenId, place.row)
    return [
      { record, cadre, citizenId, rows: {}, extras: { ...keptTexts(cells, takenOfPerson(cadre)), ...cells.kept } },
    ]
  })
}

/** Whose row it is: by number, or by a name that only one person has; undefined, and said, where nobody is found. */
function finder(people: readonly Gathered[]): (record: SetRecord) => Gathered | undefined {
  const byId = new Map(people.flatMap((person) => (person.citizenId === undefined ? [] : [[person.citizenId, person]])))
  const byName = Map.groupBy(people, ({ cadre }) => cadre.name ?? '')
  return ({ cells, place }) => {
    const name = cells.read('A0101', nameOf) ?? ''
    const placed = cells.of('A0184')
    const id = placed && citizenIdOf(placed)
    // A number that cannot be read has been said.
    if (placed !== undefined && id === undefined) return undefined
    const same = byName.get(name) ?? []
    const found = id === undefined ? same[0] : byId.get(id)
    if (found === undefined || (id !== undefined && found.cadre.name !== name))
      cells.findings.problem('row-person-unknown', place, { name, id: id ?? '—' })
    else if (id === undefined && same.length > 1)
      cells.findings.problem('row-person-ambiguous', place, { name, count: same.length })
    else return found
    return undefined
  }
}

function addRows(
  of: (code: string) => readonly SetRecord[],
  find: (record: SetRecord) => Gathered | undefined,
  unitNames: ReadonlyMap<string, string>,
): void {
  const add = (person: Gathered, table: PersonTable, row: ArrivingRow | undefined): void => {
    if (row !== undefined) (person.rows[table] ??= []).push(row)
  }
  const each = (code: string, visit: (person: Gathered, record: SetRecord) => void): void => {
    for (const record of of(code)) {
      const person = find(record)
      if (person === undefined) continue
      visit(person, record)
      Object.assign(person.extras, record.cells.kept)
    }
  }
  const levels = new Map<Gathered, { readonly level: string; readonly from: string }[]>()
  each('A05', (person, { cells }) => {
    const { grade, level } = levelOf(cells)
    add(person, 'grades', grade)
    if (level !== undefined) levels.set(person, [...(levels.get(person) ?? []), level])
  })
  each('A02', (person, { cells }) =>
    add(
      person,
      'tenures',
      postOf(cells, unitNames, (from) => levelAt(levels.get(person) ?? [], from)),
    ),
  )
  each('A08', (person, { cells }) => add(person, 'educations', educationOf(cells)))
  each('A14', (person, { cells }) => {
    const reward = rewardOf(cells)
    if (reward !== undefined) add(person, reward.table, reward.row)
  })
  each('A15', (person, { cells }) => add(person, 'evaluations', evaluationRow(cells)))
  each('A36', (person, { cells }) => add(person, 'relatives', familyOf(cells)))
  for (const code of ['A06', 'A99Z1'])
    each(code, (person, { cells }) => {
      for (const [title, text] of Object.entries(keptTexts(cells, new Set(['A0101', 'A0184'])))) {
        const before = person.extras[title]
        person.extras[title] = before === undefined ? text : `${before}；${text}`
      }
    })
}

function arriving({ record, cadre, rows, extras }: Gathered, unitNames: ReadonlyMap<string, string>): ArrivingPerson {
  const { cells, place } = record
  const resumeText = cells.read('A1701', textOf)
  const resume = resumeText === undefined ? undefined : parseResume(resumeText)
  if (resume !== undefined) rows.tenures ??= [...tenuresOf(resume)]
  const unit = cells.read('A0195', wordOf)
  return {
    place,
    cadre,
    rows,
    ...(resume === undefined ? {} : { resume }),
    ...(Object.keys(extras).length > 0 ? { extras } : {}),
    ...(unit === undefined ? {} : { unitName: unitNames.get(unit) ?? unit }),
  }
}
