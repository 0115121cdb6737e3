/** The process of the users: so many sessions, each of which asks, looks for a while, and asks again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../../src/county/random.ts'
import { Client, isDone } from '../client.ts'
import { deedOf, type Known, roleOf, type User } from './users.ts'

export interface Order {
  readonly address: string
  readonly password: string
  readonly users: number
  readonly seconds: number
  /** Mean of the looks, in milliseconds; they are drawn from an exponential distribution and end at three times that. */
  readonly thinkMs: number
  readonly seed: number
}

export interface KindReport {
  readonly kind: string
  readonly times: readonly number[]
  readonly errors: Readonly<Record<string, number>>
}

export interface LoadReport {
  readonly kinds: readonly KindReport[]
  readonly signIns: number
  /** Of this process, in processor seconds. */
  readonly processor: number
  readonly seconds: number
}

async function idsOf(client: Client): Promise<Known> {
  const { rows } = (await client.get('/cadres?limit=500')).body
  const { vacancies } = (await client.get('/vacancies')).body
  return {
    cadres: rows.map(({ cadreId }: { cadreId: string }) => cadreId),
    vacancies: vacancies.map(({ positionId }: { positionId: string }) => positionId),
    units: [],
  }
}

process.once('message', async ({ address, password, users, seconds, thinkMs, seed }: Order) => {
  const times = new Map<string, number[]>()
  const errors = new Map<string, Record<string, number>>()
  const first = new Client(() => address)
  await first.signIn('officer', password)
  const shared = await idsOf(first)
  const people: User[] = []
  for (let number = 0; number < users; number += 1) {
    const client = new Client(() => address)
    const role = roleOf(number)
    const { status } = await client.signIn(role, password)
    if (status !== 200) throw new Error(`user ${number} signs in as ${role}: ${status}`)
    people.push({ client, role, random: new Random(seed, 'user', number), known: shared })
  }
  const look = (random: Random): number => Math.min(3 * thinkMs, -thinkMs * Math.log(1 - random.uniform()))
  const before = process.cpuUsage()
  const started = performance.now()
  const end = started + seconds * 1000
  const live = async (user: User): Promise<void> => {
    await sleep(user.random.uniform() * 2 * thinkMs)
    while (performance.now() < end) {
      const deed = deedOf(user)
      const asked = performance.now()
      const answer = await deed.do(user)
      const took = performance.now() - asked
      const known = times.get(deed.kind)
      if (known) known.push(took)
      else times.set(deed.kind, [took])
      if (!isDone(answer)) {
        const own = errors.get(deed.kind) ?? {}
        const code = `${answer.status} ${answer.body?.code ?? ''}`.trim()
        errors.set(deed.kind, { ...own, [code]: (own[code] ?? 0) + 1 })
      }
      await sleep(look(user.random))
    }
  }
  await Promise.all(people.map(live))
  const { user, system } = process.cpuUsage(before)
  const kinds = [...times].map(([kind, own]) => ({ kind, times: own, errors: errors.get(kind) ?? {} }))
  const report: LoadReport = {
    kinds,
    signIns: users,
    processor: (user + system) / 1e6,
    seconds: (performance.now() - started) / 1000,
  }
  process.send?.(report, () => process.disconnect())
})
