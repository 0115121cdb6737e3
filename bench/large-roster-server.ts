/** The server of `large-roster.ts` in a process of its own: DATABASE, PEOPLE, PASSWORD, and whether it serves the pages. */
import { Client } from 'pg'
import { generateCounty } from '../src/county/index.ts'
import type { Row, TableName } from '../src/domain/tables.ts'
import { loadRuleBook } from '../src/policy/index.ts'
import { openRecords, type Records } from '../src/records/index.ts'
import { stopwatch } from '../src/server/actions/analyse.ts'
import { analyseRecords } from '../src/server/actions/analyse-records.ts'
import { buildWeb } from '../src/server/actions/build-web.ts'
import { createServer } from '../src/server/http/index.ts'

const mostInvented = 1000
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'

async function fill(records: Records, people: number): Promise<void> {
  const county = generateCounty({ seed: 20261122, cadres: Math.min(mostInvented, people) })
  const facts = new Map<TableName, readonly Row[]>()
  for (const [table, rows] of county.tables()) facts.set(table, [...rows])
  const source = {
    tables: [...facts.keys()],
    async *rows(table: TableName) {
      yield facts.get(table) ?? []
    },
  }
  await records.importTables(source, { actor: 'bench', source: 'bench' })
  await analyseRecords(records, loadRuleBook(), { asOf: county.asOf, actor: 'bench', clock: stopwatch() })
}

/** Copies stand beside their first one; what is unknown stays unknown. */
async function multiply(databaseUrl: string, people: number): Promise<void> {
  const session = new Client({ connectionString: databaseUrl })
  await session.connect()
  try {
    const { rows } = await session.query<{ count: number }>('select count(*)::integer as count from roster')
    const invented = rows[0]?.count ?? 1
    const copies = Math.ceil(people / invented)
    await session.query('begin')
    await session.query(
      `create temp table copied on commit drop as
        select whole.* from roster, generate_series(1, $1::integer - 1) copy,
          lateral (select hashtext(cadre_id || copy) & 65535 as chance) drawn,
          jsonb_populate_record(roster, jsonb_build_object(
            'cadre_id', cadre_id || '-' || copy,
            'name', substr($2::text, 1 + chance % length($2::text), 1) || substr(name, 2),
            'age', age + chance % 7 - 3,
            'months_in_post', greatest(0, months_in_post + chance % 25 - 12),
            'months_at_level', greatest(0, months_at_level + chance % 25 - 12),
            'township_months', case when township_months > 0 then greatest(1, township_months + chance % 37 - 18)
              else township_months end,
            'post_place', post_place * $1::integer + copy,
            'manual_place', manual_place * $1::integer + copy)) whole
        order by copy, whole.manual_place limit $3::integer`,
      [copies, surnames, Math.max(0, people - invented)],
    )
    await session.query(
      `update roster set post_place = post_place * ${copies}, manual_place = manual_place * ${copies}`,
    )
    await session.query('insert into roster select * from copied order by manual_place')
    await session.query('update edition set stamp = stamp + 1')
    await session.query('commit')
    await session.query('vacuum analyze roster')
  } finally {
    await session.end()
  }
}

const [databaseUrl = '', people = '', demoPassword = '', pages = ''] = process.argv.slice(2)
const records = await openRecords({ databaseUrl })
await fill(records, Number(people))
await multiply(databaseUrl, Number(people))
const web = pages === 'pages' ? { webFolder: await buildWeb() } : {}
const server = await createServer({ records, book: loadRuleBook(), demoPassword, ...web })
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`)
process.on('SIGTERM', async () => {
  await server.close()
  await records.close()
})
