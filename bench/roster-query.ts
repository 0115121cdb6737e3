/**
 * The roster over HTTP, 50 users at once who each narrow it by three filters and sort it, again and again with other values,
 * against the same SQL sent straight to PostgreSQL through a pool of the same size.
 */
import { Agent, request } from 'node:http'
import { availableParallelism, loadavg } from 'node:os'
import { openRecords } from '../src/records/index.ts'
import { currentEdition, type RosterSelection, readRoster } from '../src/records/queries/index.ts'
import { requestHeader, rosterQuery, sortKeysOf } from '../src/server/contract/index.ts'
import { agree, type Benchmark, type Budget } from './benchmark.ts'
import { type LargeRoster, startLargeRoster } from './large-roster.ts'

const people = 100_000
const users = 50
const perUser = 60
const warmUp = 5
/** Milliseconds for which a person looks at a page before asking for the next one. */
const look = 200

const levels = ['division-chief', 'division-deputy', 'section-chief', 'section-deputy']
const fields = [
  'sex',
  'age',
  'unit',
  'title',
  'postLevel',
  'yearsInPost',
  'yearsAtLevel',
  'townshipYears',
  'education',
  'background',
]
const sorts = ['age:desc', 'yearsAtLevel:desc', 'townshipYears:desc,age', 'postSince', 'manual']
const backgrounds = ['finance', 'economy', 'industry', 'law', 'agriculture', 'construction']

/** The n-th question: a level, an age, and one of township work, a background, a time in post. */
function question(n: number): string {
  const third = [
    { field: 'townshipYears', is: 'at-least', value: 1 + (n % 5) },
    { field: 'background', is: 'one-of', value: [backgrounds[n % backgrounds.length]] },
    { field: 'yearsInPost', is: 'between', value: [1 + (n % 3), 5 + (n % 4)] },
  ][n % 3]
  const query = new URLSearchParams({
    postLevel: levels[n % levels.length] ?? '',
    ageTo: String(36 + (n % 20)),
    where: JSON.stringify(third),
    sort: sorts[n % sorts.length] ?? '',
    limit: '60',
    offset: String(60 * (n % 4)),
  })
  for (const field of fields) query.append('fields', field)
  return `/api/cadres?${query}`
}

function selectionOf(path: string): RosterSelection {
  const query = new URL(path, 'http://localhost').searchParams
  const given = rosterQuery.parse({ ...Object.fromEntries(query), fields: query.getAll('fields') })
  const { sort, order, offset, limit, fields: wanted, ...filter } = given
  return { filter, sort: sortKeysOf(sort, order) ?? [], offset, limit, fields: wanted }
}

/** Asks and waits until the whole answer is there. */
type Ask = (path: string) => Promise<unknown>

function get(url: string, cookie: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`${answer.statusCode} ${text}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function signIn({ address, password }: LargeRoster): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [requestHeader.name]: requestHeader.value },
    body: JSON.stringify({ account: 'officer', password }),
  })
  agree(answer.ok, `signing in: ${answer.status}`)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const rest = (milliseconds: number) => new Promise<void>((rested) => setTimeout(rested, milliseconds))

/** Milliseconds of every question; each user asks the next one when the last is answered, and has been looked at. */
async function load(ask: Ask, count: number, from: number, pause = 0): Promise<readonly number[]> {
  const times: number[] = []
  const one = async (user: number): Promise<void> => {
    if (pause > 0) await rest((user / users) * pause)
    for (let turn = 0; turn < count; turn += 1) {
      if (pause > 0 && turn > 0) await rest(pause)
      const path = question(from + user + turn * users)
      const start = performance.now()
      await ask(path)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => one(user)))
  return times.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

export const rosterQueries: Benchmark = {
  peers: [],
  run: async () => {
    const office = await startLargeRoster(people, { pages: false })
    try {
      return await measure(office)
    } finally {
      await office.close()
    }
  },
}

export async function measure(office: LargeRoster): Promise<readonly Budget[]> {
  const records = await openRecords({ databaseUrl: office.databaseUrl })
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  try {
    const edition = await currentEdition(records.database)
    const cookie = await signIn(office)
    const http = (path: string) => get(office.address + path, cookie, agent)
    const direct = (path: string) => readRoster(records.database, edition?.runId ?? '', selectionOf(path))
    const unseen: number[] = []
    for (let n = 0; n < 60; n += 1) {
      const path = question(n)
      const start = performance.now()
      const body = await http(path)
      unseen.push(performance.now() - start)
      const page = JSON.parse(body) as { total: number; rows: { cadreId: string }[] }
      const { total, rows } = await direct(path)
      const isSame =
        page.total === total &&
        page.rows.length === rows.length &&
        page.rows.every(({ cadreId }, place) => cadreId === rows[place]?.cadre_id)
      agree(isSame, `${path}: ${page.total} over HTTP, ${total} straight`)
    }
    await load(http, warmUp, 0)
    await load(direct, warmUp, 0)
    const times = [await load(http, perUser, 1000), await load(direct, perUser, 1000)] as const
    const looking = [await load(http, perUser, 7000, look), await load(direct, perUser, 7000, look)] as const
    unseen.sort((a, b) => a - b)
    return [budgetOf(times, looking, unseen), await statistics(office.address, cookie, agent)]
  } finally {
    agent.destroy()
    await records.close()
  }
}

/** One user, another selection at every turn: the first look at each, and all the bars of the side panel. */
async function statistics(address: string, cookie: string, agent: Agent): Promise<Budget> {
  const times: number[] = []
  for (let n = 0; n < 100; n += 1) {
    const start = performance.now()
    await get(`${address}/api/cadres/statistics?ageTo=${30 + (n % 30)}&yearsInPostFrom=${n % 7}`, cookie, agent)
    if (n > 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return {
    title: `statistics of a selection of ${people.toLocaleString('en')} people, one user`,
    figures: [{ what: '95 %', value: at(times, 0.95), unit: 'ms', most: 150 }],
    notes: [`median ${at(times, 0.5).toFixed(1)} ms`],
  }
}

type Pair = readonly [http: readonly number[], direct: readonly number[]]

function budgetOf(closed: Pair, looking: Pair, unseen: readonly number[]): Budget {
  const said = (times: readonly number[]): string =>
    [0.5, 0.95, 0.99].map((share) => `p${100 * share} ${at(times, share).toFixed(1)} ms`).join(', ')
  const beside = ([http, direct]: Pair): string =>
    `over HTTP ${said(http)}; the same SQL straight to PostgreSQL ${said(direct)}; × ${(at(http, 0.95) / at(direct, 0.95)).toFixed(2)} at 95 %`
  return {
    title: `${people.toLocaleString('en')} people, three filters and a sort, ${users} users at once`,
    figures: [
      { what: 'a page over HTTP, users without a pause, 95 %', value: at(closed[0], 0.95), unit: 'ms', most: 50 },
      {
        what: `a page over HTTP, users who look for ${look} ms, 95 %`,
        value: at(looking[0], 0.95),
        unit: 'ms',
        most: 50,
      },
    ],
    notes: [
      `without a pause: ${beside(closed)}`,
      `with a look of ${look} ms at each page: ${beside(looking)}`,
      `one user, with filters that nobody has asked for before: median ${at(unseen, 0.5).toFixed(0)} ms, p95 ${at(unseen, 0.95).toFixed(0)} ms`,
      'some fifty filters and five sortings in thousands of combinations; server, database and users on the same cores',
      `load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`,
    ],
  }
}
