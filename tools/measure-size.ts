/**
 * What a place of a size asks of a machine: `node tools/launch.mjs tools/measure-size.ts --cadres 2000`. Invents a city in a temporary
 * folder, imports it, analyses it, asks for the roster; one line of JSON. `--no-analysis` leaves the large part out.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { openPackage } from '#exchange/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { openJobBoard, openJobSession } from '#records/jobs/index.ts'
import { writeCity } from '#server/actions/city.ts'
import { importPackage } from '#server/actions/import.ts'
import { analysisJob } from '#server/analyses/analysis-job.ts'
import { requestHeader } from '#server/contract/index.ts'
import { createServer } from '#server/http/index.ts'
import type { JobAnswer, JobOrder } from '#server/jobs/order.ts'

const asOf = 20261122
const { values } = parseArgs({
  options: { cadres: { type: 'string', default: '2000' }, 'no-analysis': { type: 'boolean' } },
})
const cadres = Number(values.cadres)
const round = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** Seconds on the clock. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const begun = performance.now()
  const result = await work()
  return { result, seconds: round((performance.now() - begun) / 1000) }
}

interface Use {
  readonly pid: number
  readonly parent: number
  readonly bytes: number
  readonly seconds: number
}

/** Memory and processor of every process of this machine; pages of 4 KiB, a hundred ticks a second. */
function processes(): readonly Use[] {
  return readdirSync('/proc').flatMap((name): Use[] => {
    if (!/^\d+$/.test(name)) return []
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number)
      const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]]
      return [{ pid: Number(name), parent, bytes: pages * 4096, seconds: (user + system) / 100 }]
    } catch {
      return []
    }
  })
}

/** The most that a process and those that it started held at once, and the processor time of each of them. */
function watchTree(root: ChildProcess) {
  let peak = 0
  const seconds = new Map<number, number>()
  const timer = setInterval(() => {
    const all = processes()
    const own = new Set([root.pid ?? 0])
    for (let before = 0; before !== own.size; ) {
      before = own.size
      for (const { pid, parent } of all) if (own.has(parent)) own.add(pid)
    }
    const used = all.filter(({ pid }) => own.has(pid))
    peak = Math.max(
      peak,
      used.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    for (const one of used) seconds.set(one.pid, one.seconds)
  }, 200)
  return () => {
    clearInterval(timer)
    return {
      gigabytes: round(peak / 1e9, 2),
      processor: round([...seconds.values()].reduce((sum, one) => sum + one, 0)),
    }
  }
}

async function analyse(records: Records): Promise<{ gigabytes: number; processor: number }> {
  const { connection } = records
  const jobs = openJobBoard(connection)
  const by = { zh: '测量', en: 'measurement' }
  await jobs.add({ kind: analysisJob.name, task: { asOf }, alone: true, actor: 'measure', by })
  const session = await openJobSession(connection, { onNews: () => undefined, onLost: () => undefined })
  const job = await session.take([analysisJob.name])
  if (!job) throw new Error('somebody else has taken the analysis')
  try {
    return await done({ connection, job, stopFile: join(folder, 'stop') })
  } finally {
    await session.close()
    await jobs.close()
  }
}

function done(order: JobOrder): Promise<{ gigabytes: number; processor: number }> {
  const child = fork(join(import.meta.dirname, '../src/server/jobs/process.ts'), { serialization: 'advanced' })
  const ended = watchTree(child)
  child.send(order)
  return new Promise((resolve, reject) => {
    child.on('message', (told: JobAnswer) => {
      if ('progress' in told) return
      if ('isDone' in told) resolve(ended())
      else reject(new Error(JSON.stringify(told)))
    })
    child.once('exit', () => reject(new Error('the analysis ended without an answer')))
  })
}

/** Milliseconds of the slowest request in twenty. */
async function rosterP95(records: Records): Promise<number> {
  const demoPassword = 'a phrase for measuring'
  const server = await createServer({ records, book: loadRuleBook(), logger: false, demoPassword, works: 0 })
  const headers = { [requestHeader.name]: requestHeader.value }
  const payload = { account: 'officer', password: demoPassword }
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers, payload })
  const cookie = `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
  const addresses = [
    'status=serving',
    'status=serving&sort=age',
    'status=serving&sort=age:desc',
    'sort=name:asc&offset=200',
  ]
  const spent: number[] = []
  for (let turn = 0; turn < 110; turn += 1) {
    const url = `/api/cadres?${addresses[turn % addresses.length]}`
    const begun = performance.now()
    const { statusCode, body } = await server.inject({ url, headers: { cookie } })
    if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}: ${body}`)
    if (turn >= 10) spent.push(performance.now() - begun)
  }
  await server.close()
  return round(spent.sort((a, b) => a - b)[Math.floor(spent.length * 0.95)] ?? 0)
}

const folder = await mkdtemp(join(tmpdir(), 'zhiren-size-'))
const records = await openRecords({ dataFolder: join(folder, 'data') })
try {
  const city = join(folder, 'city')
  await writeCity({ cadres, seed: 7, asOf, out: city })
  const reading = await openPackage(city)
  const { seconds: importing } = await timed(() => importPackage(reading, records, { source: city }))
  await reading.close()
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(
    records.database,
  )
  const imported = round(Number(rows[0]?.bytes) / 1e9, 2)
  const outcome: Record<string, unknown> = { cadres, importSeconds: importing, importedGigabytes: imported }
  process.stderr.write(`${JSON.stringify(outcome)}\n`)
  if (values['no-analysis'] !== true) {
    const { result, seconds } = await timed(() => analyse(records))
    Object.assign(outcome, {
      analysisSeconds: seconds,
      analysisProcessorSeconds: result.processor,
      analysisGigabytes: result.gigabytes,
    })
    const after = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(
      records.database,
    )
    Object.assign(outcome, { analysedGigabytes: round(Number(after.rows[0]?.bytes) / 1e9, 2) })
    process.stderr.write(`${JSON.stringify(outcome)}\n`)
    Object.assign(outcome, { rosterP95Milliseconds: await rosterP95(records) })
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
} finally {
  await records.close()
  await rm(folder, { recursive: true, force: true })
}
