/** Bringing a city into the records: our COPY into checked tables against INSERT through pg into bare copies of them. */
import { Client } from 'pg'
import { generateCounty } from '../src/county/index.ts'
import { fieldNamesOf, type Row, type TableName, tableNames } from '../src/domain/tables.ts'
import { type Instance, startScratch } from '../src/records/embedded/instance.ts'
import { createDatabase } from '../src/records/fixtures.ts'
import { type ImportSource, openRecords } from '../src/records/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { versioned } from './peers.ts'
import { compete, timed } from './rounds.ts'

type Facts = ReadonlyMap<TableName, readonly Row[]>

const batch = 500

const quoted = (name: string): string => `"${name}"`
const columnsOf = (table: TableName): string => fieldNamesOf(table).map(quoted).join(', ')

function sourceOf(facts: Facts): ImportSource {
  return {
    tables: [...facts.keys()],
    async *rows(table) {
      const rows = facts.get(table) ?? []
      for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch)
    },
  }
}

/** Only the import is timed, not the making of an empty database with our schema before it. */
function ourLap(instance: Instance, source: ImportSource): () => Promise<number> {
  return async () => {
    const records = await openRecords({ databaseUrl: await createDatabase(instance) })
    try {
      return await timed(() => records.importTables(source, { actor: 'bench', source: 'bench' }))()
    } finally {
      await records.close()
    }
  }
}

/** Rows of parameters: `($1, $2), ($3, $4)`. */
const places = (rows: number, columns: number): string =>
  Array.from(
    { length: rows },
    (_, row) => `(${Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`).join(', ')})`,
  ).join(', ')

/** Inserts `size` rows a statement with prepared statements, all in one transaction. */
async function insertAll(session: Client, facts: Facts, size: number): Promise<void> {
  await session.query('begin')
  for (const [table, rows] of facts) {
    const columns = fieldNamesOf(table).length
    const statement = (count: number) => ({
      name: `${table} ${count}`,
      text: `insert into plain.${table} (${columnsOf(table)}) values ${places(count, columns)}`,
    })
    const full = statement(size)
    for (let start = 0; start < rows.length; start += size) {
      const taken = rows.slice(start, start + size)
      await session.query({ ...(taken.length === size ? full : statement(taken.length)), values: taken.flat() })
    }
  }
  await session.query('commit')
}

const clear = (session: Client): Promise<unknown> =>
  session.query(`truncate ${tableNames.map((table) => `plain.${table}`).join(', ')}`)

/** Every table of ours and its bare copy hold the same rows. */
async function compareTables(session: Client, facts: Facts): Promise<number> {
  let total = 0
  for (const table of facts.keys()) {
    const hash = (schema: string): string =>
      `(select md5(string_agg(line, '' order by line)) from (select md5(t::text) as line
        from (select ${columnsOf(table)} from ${schema}.${table}) as t) as lines)`
    const { rows } = await session.query<{ same: boolean; count: number }>(
      `select ${hash('public')} is not distinct from ${hash('plain')} as same,
         (select count(*)::integer from plain.${table}) as count`,
    )
    agree(rows[0]?.same === true, `the rows of ${table}`)
    total += rows[0]?.count ?? 0
  }
  return total
}

async function compare(instance: Instance, facts: Facts): Promise<Comparison> {
  const source = sourceOf(facts)
  const databaseUrl = await createDatabase(instance)
  const records = await openRecords({ databaseUrl })
  await records.importTables(source, { actor: 'bench', source: 'bench' })
  await records.close()
  const session = new Client({ connectionString: databaseUrl })
  await session.connect()
  try {
    await session.query('create schema plain')
    for (const table of tableNames)
      await session.query(`create table plain.${table} as select ${columnsOf(table)} from ${table} with no data`)
    let rows = 0
    for (const size of [1, batch]) {
      await clear(session)
      await insertAll(session, facts, size)
      rows = await compareTables(session, facts)
    }
    const insert = (size: number) =>
      timed(
        () => insertAll(session, facts, size),
        () => clear(session),
      )
    return {
      title: `a city of 300 cadres, ${rows.toLocaleString('en')} rows in ${facts.size} tables`,
      work: rows,
      unit: 'rows',
      standings: await compete([
        { name: 'ours (src/records)', lap: ourLap(instance, source) },
        { name: `${versioned('pg')}, INSERT row by row`, lap: insert(1) },
        { name: `${versioned('pg')}, INSERT of ${batch} rows`, lap: insert(batch) },
      ]),
      checked: 'MD5 of all rows of every table, computed by the server',
      notes: [
        'ours also checks keys, references and temporal keys, builds the indexes and writes the audit entry;',
        'the copies that pg fills have no key, no index and no constraint',
      ],
    }
  } finally {
    await session.end()
  }
}

export const importing: Benchmark = {
  peers: [],
  run: async () => {
    const county = generateCounty({ seed: 20261122, cadres: 300 })
    const facts = new Map([...county.tables()].map(([table, rows]) => [table, [...rows]]))
    const instance = await startScratch()
    try {
      return [await compare(instance, facts)]
    } finally {
      await instance.close()
    }
  },
}
