import { generateCounty } from '#county/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { loadRuleBook, type RuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { analyse, stopwatch } from '../actions/analyse.ts'

/** An invented city in a scratch database, analysed on a day. */
export async function analysedCity(cadres: number, asOf: DateCode): Promise<{ records: Records; book: RuleBook }> {
  const city = new Map<TableName, readonly Row[]>()
  for (const [table, rows] of generateCounty({ seed: 11, cadres, asOf }).tables()) city.set(table, [...rows])
  const records = await openRecords({ scratch: true })
  const source = {
    tables: [...city.keys()],
    async *rows(table: TableName) {
      yield city.get(table) ?? []
    },
  }
  await records.importTables(source, { actor: 'test', source: 'city' })
  const book = loadRuleBook()
  const snapshot = await records.readSnapshot(asOf)
  await records.saveAnalysis(await analyse(snapshot, book, stopwatch()), { actor: 'test' })
  return { records, book }
}
