/** People at work, something killed at a random moment, everything brought back and held against the ledger. */
import { Client as Session } from 'pg'
import { Random } from '../../../src/county/random.ts'
import { type Answer, Client } from '../client.ts'
import type { Site } from '../site.ts'
import { type Activity, type Desks, must, pause } from './activity.ts'
import { courses } from './courses.ts'
import { importing } from './importing.ts'
import { verifyInvariants } from './invariants.ts'
import { recover, strike, type Victim } from './strikes.ts'
import { voting } from './voting.ts'
import { working } from './working.ts'

export interface Round {
  readonly number: number
  readonly victim: string
  readonly hit: boolean
  /** Milliseconds. */
  readonly back: number
  readonly faults: readonly string[]
}

const password = 'Fault-proof-7-lamp'
export const today = '2026-11-22'
/** Of what is recorded: past also by a clock that was put back. */
const actsOn = '2026-11-02'

export const siteOptions = (folder: string, cadres: number) => ({ folder, cadres, seed: 7, password, asOf: today })

export class Campaign {
  readonly site: Site
  readonly votes = voting(today)
  readonly cases = courses('cases', actsOn)
  readonly matters = courses('matters', actsOn)
  readonly imports = importing()
  readonly activities: readonly Activity[] = [this.votes, this.cases, this.matters, this.imports, working(today)]
  readonly rounds: Round[] = []
  auditEntries = 0
  private readonly desks: Desks

  constructor(site: Site) {
    this.site = site
    const address = (): string => site.address
    this.desks = {
      officer: new Client(address),
      colleague: new Client(address),
      head: new Client(address),
      phone: new Client(address),
    }
  }

  /** Sessions outlive a restart; they end when their time is over. */
  async signIn(): Promise<void> {
    for (const account of ['officer', 'colleague', 'head'] as const) {
      const { status } = await this.desks[account].signIn(account, password)
      must(status === 200, `${account} signs in: ${status}`)
    }
  }

  /** Answers of 500 and above, and requests without one, by how often. */
  failures(): ReadonlyMap<string, number> {
    const all = new Map<string, number>()
    for (const { failed } of Object.values(this.desks))
      for (const [failure, times] of failed) all.set(failure, (all.get(failure) ?? 0) + times)
    return all
  }

  askHome = (): Promise<Answer> => this.desks.officer.get('/home')

  async prepare(): Promise<void> {
    await this.site.start()
    await this.signIn()
    for (const activity of this.activities) await activity.prepare(this.desks)
  }

  /** Everybody at work while `during` goes on, and for a moment after it. */
  async work(random: Random, during: () => Promise<void>): Promise<string[]> {
    const faults: string[] = []
    let isOver = false
    const running = this.activities.map((activity) =>
      activity
        .run(this.desks, random, () => isOver)
        .catch((cause: Error) => faults.push(`${activity.name}: ${cause.message}`)),
    )
    await during().catch((cause: Error) => faults.push(cause.message))
    await pause(200)
    isOver = true
    await Promise.all(running)
    return faults
  }

  async verify(): Promise<string[]> {
    const faults: string[] = []
    const database = new Session(this.site.connection)
    await database.connect()
    try {
      for (const activity of this.activities)
        await activity
          .verify(this.desks, database)
          .catch((cause: Error) => faults.push(`${activity.name}: ${cause.message}`))
      this.auditEntries = await verifyInvariants(database)
    } catch (cause) {
      faults.push((cause as Error).message)
    } finally {
      await database.end()
    }
    return faults
  }

  async round(number: number, victim: Victim, random: Random): Promise<Round> {
    let hit = false
    const faults = await this.work(random, async () => {
      await pause(random.between(150, 2000))
      hit = await strike(this.site, victim, random)
    })
    let back = 0
    try {
      back = await recover(this.site, victim)
    } catch (cause) {
      faults.push((cause as Error).message)
      this.site.killEverything()
      await this.site.gone()
      await this.site.start()
    }
    faults.push(...(await this.verify()))
    const round = { number, victim, hit, back, faults }
    this.rounds.push(round)
    return round
  }
}

export const randomOf = (seed: number, round: number): Random => new Random(seed, 'faults', round)
