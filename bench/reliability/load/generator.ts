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

/** The account whose grants reach one unit and what is below it; all others see everybody. */
const narrow = 'colleague'

/** Takes back what the demonstration granted, and grants the unit below the top with the most seats in and below it. */
async function narrowDown(address: string, password: string): Promise<void> {
  const [security, officer] = [new Client(() => address), new Client(() => address)]
  await security.signIn('security', password)
  await officer.signIn('officer', password)
  const { nodes: units } = (await officer.get('/units/tree')).body
  const { grants } = (await security.get(`/accounts/${narrow}/grants`)).body
  for (const { grantId } of grants)
    await security.post(`/accounts/${narrow}/grants/${grantId}/withdrawal`, { reason: '分工调整' })
  const unitId = largestBelowTop(units)
  const classes = ['personnel', 'sensitive', 'supervision']
  const grant = { unitId, classes, purpose: '联系单位', basis: '部务会分工' }
  const { status, body } = await security.post(`/accounts/${narrow}/grants`, grant)
  if (!isDone({ status, body })) throw new Error(`the grant of ${narrow}: ${status} ${JSON.stringify(body)}`)
}

interface UnitNode {
  readonly unitId: string
  readonly parentId: string | null
  readonly depth: number
  readonly seats: number
}

/** Of a list in which a unit follows the one it belongs to. */
function largestBelowTop(units: readonly UnitNode[]): string {
  const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]))
  const total = new Map<string, number>()
  for (const { unitId, seats } of units)
    for (let at: string | null = unitId; at !== null; at = parents.get(at) ?? null)
      total.set(at, (total.get(at) ?? 0) + seats)
  const below = units.filter(({ parentId }) => parentId !== null)
  const [largest] = below.toSorted((a, b) => (total.get(b.unitId) ?? 0) - (total.get(a.unitId) ?? 0))
  if (!largest) throw new Error('the city has one unit')
  return largest.unitId
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
  await narrowDown(address, password)
  const shared = await idsOf(first)
  const few = new Client(() => address)
  await few.signIn(narrow, password)
  const withinGrant = await idsOf(few)
  const people: User[] = []
  for (let number = 0; number < users; number += 1) {
    const client = new Client(() => address)
    const role = roleOf(number)
    const { status } = await client.signIn(role, password)
    if (status !== 200) throw new Error(`user ${number} signs in as ${role}: ${status}`)
    people.push({
      client,
      role,
      random: new Random(seed, 'user', number),
      known: role === narrow ? withinGrant : shared,
    })
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
      const kind = user.role === narrow ? `${deed.kind}, narrow` : deed.kind
      const known = times.get(kind)
      if (known) known.push(took)
      else times.set(kind, [took])
      if (!isDone(answer)) {
        const own = errors.get(kind) ?? {}
        const code = `${answer.status} ${answer.body?.code ?? ''}`.trim()
        errors.set(kind, { ...own, [code]: (own[code] ?? 0) + 1 })
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
