/** Invented people on their way in, for the tests of this folder. */
import type { Arrivals, ArrivingPerson, ArrivingUnit } from '#domain/arrivals.ts'
import { tableNames } from '#domain/tables.ts'
import { addImportFile, beginImport, saveArrivals, setImport } from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { matchArrivals, readFacts, standArrivals } from './prepare.ts'

export const arriving = (cadre: ArrivingPerson['cadre'], more: Partial<ArrivingPerson> = {}): ArrivingPerson => ({
  place: { file: '名册.xlsx', row: 3 },
  cadre,
  rows: {},
  ...more,
})

/** Saves arrivals as a draft, as a server does after reading; returns its id. */
export async function draftOf(
  records: Records,
  people: readonly ArrivingPerson[],
  units: readonly ArrivingUnit[] = [],
): Promise<string> {
  const arrivals: Arrivals = { people, units }
  const { ground, listed } = await readFacts(records.database)
  const waiting = matchArrivals(arrivals, ground, listed)
  const options = { all: {}, authorityUnitId: undefined }
  const stood = await standArrivals(waiting, ground, records.database, options)
  return records.commit({ actor: 'officer', action: 'import.read' }, async (transaction) => {
    const importId = await beginImport(transaction, 'officer')
    await addImportFile(transaction, importId, { name: '名册.xlsx', sha256: 'a', size: 1 })
    await saveArrivals(transaction, importId, stood)
    await setImport(transaction, importId, { state: 'draft' })
    return importId
  })
}

/** Every fact, without the moment it was recorded. */
export async function allFacts(database: Records['database']): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const table of tableNames) {
    const rows = await database.selectFrom(table).selectAll().execute()
    all[table] = rows.map((row) => JSON.stringify({ ...row, recorded_at: undefined })).sort()
  }
  return JSON.stringify(all)
}
