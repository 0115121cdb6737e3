/** The database is a service of its own, which is restarted, broken off or away for a minute while people work. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instance, startRestored } from '../../../src/records/embedded/instance.ts'
import { backupKeyOrNew } from '../../../src/records/keeping/index.ts'
import { Site } from '../site.ts'
import { must, pause } from './activity.ts'
import { Campaign, randomOf, siteOptions } from './campaign.ts'

const ways = ['restarted', 'restarted at once', 'away for a minute'] as const
type Way = (typeof ways)[number]

/** The service: a cluster that the site knows by its address alone. */
class Service {
  private readonly folder: string
  private instance: Instance | undefined

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { mode: 0o711 })
  }

  async start(): Promise<void> {
    this.instance = await startRestored(this.folder, false, { archive_mode: 'off' })
  }

  /** In good order, sessions cut off; or at once, to be replayed from its log at the next start. */
  async stop(isAtOnce = false): Promise<void> {
    const pid = Number.parseInt(readFileSync(join(this.folder, 'postgres-18/postmaster.pid'), 'utf8'), 10)
    if (isAtOnce) process.kill(pid, 'SIGQUIT')
    await this.instance?.close()
    this.instance = undefined
  }

  get isRunning(): boolean {
    return this.instance !== undefined
  }

  get connection() {
    const { host = '', user = '', database = '', password = '' } = this.instance?.connection ?? {}
    return { host, user, database, password: String(password) }
  }

  get url(): string {
    const { host, user, database, password } = this.connection
    return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}`
  }
}

/** What the probes and an officer are told while nothing can be recorded. */
async function lookWhileAway(campaign: Campaign): Promise<void> {
  const { address } = campaign.site
  const [ready, live] = await Promise.all(
    ['ready', 'live'].map((probe) => fetch(`${address}/api/health/${probe}`, { signal: AbortSignal.timeout(15_000) })),
  )
  const told = (await ready?.json()) as { code?: string }
  must(ready?.status === 503 && told.code === 'database', `not ready is told as ${ready?.status} ${told.code}`)
  must(live?.status === 200, `the process that lives says ${live?.status}`)
  const { status, body } = await campaign.askHome()
  must(status === 503 && body.code === 'database-away', `an officer is answered ${status} ${JSON.stringify(body)}`)
}

async function disturb(service: Service, way: Way, campaign: Campaign): Promise<void> {
  await service.stop(way === 'restarted at once')
  try {
    const end = Date.now() + (way === 'away for a minute' ? 60_000 : 0)
    while (Date.now() < end) {
      await lookWhileAway(campaign)
      await pause(1000)
    }
  } finally {
    await service.start()
  }
}

export async function externalRestarts(
  seed: number,
  cadres: number,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zr-outer-'))
  chmodSync(folder, 0o711)
  const service = new Service(join(folder, 'service'))
  await service.start()
  const { file } = backupKeyOrNew(join(folder, 'fields.key'))
  const external = { url: service.url, connection: service.connection }
  const site = new Site({ ...siteOptions(folder, cadres), external, environment: { ZHIREN_FIELD_KEY: file } })
  const campaign = new Campaign(site)
  const faults: string[] = []
  const back: number[] = []
  try {
    await campaign.prepare()
    for (let round = 0; round < rounds; round += 1) {
      const random = randomOf(seed, 20_000 + round)
      const way = ways[round % ways.length] ?? 'restarted'
      let returned = 0
      const found = await campaign.work(random, async () => {
        await pause(random.between(150, 2000))
        await disturb(service, way, campaign)
        returned = performance.now()
        must(await site.ready(), 'the site is not ready within half a minute of its database')
        back.push(performance.now() - returned)
      })
      must(site.isRunning, 'the server does not outlive a restart of its database')
      found.push(...(await campaign.verify()))
      faults.push(...found.map((fault) => `database ${way}: ${fault}`))
    }
    must(await site.stop(), 'the server ends in good order')
  } catch (cause) {
    faults.push(`external database: ${(cause as Error).message}`)
  } finally {
    site.killEverything()
    await site.gone()
    if (service.isRunning) await service.stop()
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else say(`the data and the log of the server are kept in ${folder}`)
  }
  const answers = campaign.failures()
  for (const [answer, times] of answers)
    if (answer !== '503 database-away') faults.push(`${times} requests were answered ${answer}`)
  const told =
    [...answers].map(([answer, times]) => `${answer} ${times} times`).join(', ') || 'nothing of 500 and above'
  say(
    `external database: restarted or away ${rounds} times · the site ready again at most ${(Math.max(0, ...back) / 1000).toFixed(1)} s after it · answered ${told} · ${faults.length} faults`,
  )
  for (const { name, counts } of campaign.activities)
    say(
      `  ${name}: ${counts.acknowledged} acknowledged, ${counts.unsure} without an answer, ${counts.again} asked again`,
    )
  return faults
}
