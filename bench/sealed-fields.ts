/**
 * What sealed fields cost (decision 0032): importing a city, importing it again, and reading a snapshot, with and without them.
 *
 *     node bench/sealed-fields.ts [CADRES] [LAPS]
 */
import { generateCounty } from '../src/county/index.ts'
import { type Row, type TableName, tableNames } from '../src/domain/tables.ts'
import { startScratch } from '../src/records/embedded/instance.ts'
import { createDatabase } from '../src/records/fixtures.ts'
import { type ImportSource, openRecords, type RecordsOptions } from '../src/records/index.ts'
import { passingFieldKey } from '../src/records/sealing/field-key.ts'

const [cadres, laps] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 3)]
const clerk = { actor: 'bench', source: 'bench' }

const county = generateCounty({ seed: 20261122, cadres })
// Ballots, which have no sealed field, would hide the cost in their number.
const wanted = process.argv.includes('--ballots') ? tableNames : tableNames.filter((table) => table !== 'ratings')
const facts = new Map<TableName, readonly Row[]>()
for (const [table, rows] of county.tables()) if (wanted.includes(table)) facts.set(table, [...rows])
const source: ImportSource = {
  tables: [...facts.keys()],
  async *rows(table) {
    const rows = facts.get(table) ?? []
    for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000)
  },
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

const instance = await startScratch()
const key = passingFieldKey()
const times: Record<string, number[]> = {}

async function lap(name: string, options: RecordsOptions): Promise<void> {
  const records = await openRecords({ databaseUrl: await createDatabase(instance), ...options })
  const keep = async (step: string, work: () => Promise<unknown>): Promise<void> => {
    const all = (times[`${step}, ${name}`] ??= [])
    all.push(await seconds(work))
  }
  await keep('import', () => records.importTables(source, clerk))
  await keep('import again', () => records.importTables(source, clerk))
  await keep('snapshot', () => records.readSnapshot(20261122))
  await records.close()
}

try {
  for (let count = 0; count < laps; count += 1) {
    await lap('open', {})
    await lap('sealed', { fieldKey: key })
  }
} finally {
  await instance.close()
}

const count = [...facts.values()].reduce((sum, rows) => sum + rows.length, 0)
process.stdout.write(`${cadres} cadres, ${count} rows, best and median of ${laps}, seconds\n`)
for (const [name, all] of Object.entries(times).sort()) {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
  process.stdout.write(`${name.padEnd(22)} ${at(0)}  ${at(0.5)}\n`)
}
