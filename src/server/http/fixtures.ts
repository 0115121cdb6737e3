import { generateCounty } from '#county/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import { once } from '#domain/once.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { loadRuleBook, type RuleBook } from '#policy/index.ts'
import { copiedRecords } from '#records/fixtures.ts'
import { assignCareDuty, type Records } from '#records/index.ts'
import { analyse, stopwatch } from '../actions/analyse.ts'
import { requestHeader } from '../contract/index.ts'
import { createServer, type Server } from './index.ts'

/** The rule book as it ships, read once for all tests of a process. */
const shippedBook = once(loadRuleBook)

/** An invented city in a database of its own, analysed on a day. */
export async function analysedCity(
  cadres: number,
  asOf: DateCode,
  seed = 11,
): Promise<{ records: Records; book: RuleBook }> {
  const book = shippedBook()
  const records = await copiedRecords(`city_${cadres}_${asOf}_${seed}`, async (empty) => {
    const city = new Map<TableName, readonly Row[]>()
    for (const [table, rows] of generateCounty({ seed, cadres, asOf }).tables()) city.set(table, [...rows])
    const source = {
      tables: [...city.keys()],
      async *rows(table: TableName) {
        yield city.get(table) ?? []
      },
    }
    await empty.importTables(source, { actor: 'test', source: 'city' })
    await analyseAgain({ records: empty, book }, asOf)
  })
  return { records, book }
}

async function analyseAgain({ records, book }: { records: Records; book: RuleBook }, asOf: DateCode): Promise<void> {
  const snapshot = await records.readSnapshot(asOf)
  await records.saveAnalysis(await analyse(snapshot, book, stopwatch()), { actor: 'test', bookHash: book.hash })
}

/** The server over an analysed city, with an officer signed in who looks at early signs. */
export interface ServedCity {
  readonly records: Records
  readonly server: Server
  readonly cookie: string
  /** Signs a demo account in; its cookie. */
  signIn(account: string): Promise<string>
  /** The answer of an address, which must have this status. */
  ask(url: string, status?: number): Promise<unknown>
  analyse(): Promise<void>
  close(): Promise<void>
}

export async function servedCity(cadres: number, asOf: DateCode, seed?: number): Promise<ServedCity> {
  const city = await analysedCity(cadres, asOf, seed)
  await assignCareDuty(city.records, { account: 'officer', onDuty: true, reason: '值守' }, 'head')
  const server = await createServer({ ...city, logger: false, demo: true })
  const signIn = async (account: string) => {
    const payload = { ...server.demoAccounts.find((one) => one.account === account) }
    const headers = { [requestHeader.name]: requestHeader.value }
    const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers, payload })
    return `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
  }
  const cookie = await signIn('officer')
  return {
    records: city.records,
    server,
    cookie,
    signIn,
    async ask(url, status = 200) {
      const response = await server.inject({ url, headers: { cookie } })
      if (response.statusCode !== status) throw new Error(`${url} answers ${response.statusCode}: ${response.body}`)
      return response.json()
    },
    analyse: () => analyseAgain(city, asOf),
    async close() {
      await server.close()
      await city.records.close()
    },
  }
}
