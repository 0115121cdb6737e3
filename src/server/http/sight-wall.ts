/**
 * The wall between what the server keeps for everybody and who asks. A request that names a person whom the reader may not
 * see is answered as if there were no such person; what goes out loses whoever is not seen, wherever a route found him. It
 * knows people by the keys that name them in requests and answers, which a test holds against a whole city.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { presentReader, type Reader, readingFor } from '#records/index.ts'
import { isOfDepartment } from '../access/permission.ts'
import type { Sight, Sights } from '../access/sight.ts'
import { noSuchCadre } from './refusal.ts'

/** Keys under which an answer or a request names one person by id, or several; a word that is nobody's id stays. */
const personKeys: ReadonlySet<string> = new Set([
  'cadreId',
  'cadreIds',
  'cadre',
  'cadres',
  'tiedWith',
  // Who is in a seat before and after a move, and who stays, leaves and comes.
  'before',
  'after',
  'staying',
  'leaving',
  'coming',
])

type Sees = (cadreId: string) => boolean

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** What `without` gives in place of something that is about somebody who is not seen. */
export const hidden = Symbol('about somebody who is not seen')

/**
 * The same answer without whoever is not seen: rows about him go, ids of him in a list go, and what hangs on him alone goes
 * with him; `hidden` where that is all of it. What loses nothing is the very same value: answers are kept for everybody.
 */
export function without(value: unknown, sees: Sees): unknown {
  if (Array.isArray(value)) return rowsWithout(value, sees)
  if (!isRecord(value)) return value
  let changed: Record<string, unknown> | undefined
  for (const key in value) {
    const held = value[key]
    const left = personKeys.has(key) ? peopleWithout(held, sees) : without(held, sees)
    if (left === hidden) return hidden
    if (left === held) continue
    changed ??= { ...value }
    changed[key] = left
  }
  return changed ?? value
}

function rowsWithout(rows: readonly unknown[], sees: Sees): readonly unknown[] {
  let changed: unknown[] | undefined
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    const left = without(row, sees)
    if (left !== row) changed ??= rows.slice(0, index)
    if (left !== hidden) changed?.push(left)
  }
  return changed ?? rows
}

function peopleWithout(held: unknown, sees: Sees): unknown {
  if (typeof held === 'string') return sees(held) ? held : hidden
  if (!Array.isArray(held)) return without(held, sees)
  const left = held.filter((one) => typeof one !== 'string' || sees(one))
  return left.length === held.length ? rowsWithout(held, sees) : left
}

/** Whom a request names. */
export function peopleNamed(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(peopleNamed)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, held]) => {
    if (!personKeys.has(key)) return peopleNamed(held)
    const all: readonly unknown[] = Array.isArray(held) ? held : [held]
    return all.flatMap((one) => (typeof one === 'string' ? [one] : peopleNamed(one)))
  })
}

/** On whose behalf a request reads: nobody's before signing in, one's own record where that is what the account is for. */
export const readerOf = ({ visitor }: FastifyRequest): Reader | undefined =>
  visitor === null
    ? undefined
    : { account: visitor.account.account, ...(visitor.account.role === 'cadre' && { ownRecord: true }) }

/** Of whom a course is, and who takes part in it, the course itself asks: it tells its own handlers to recuse. */
const ofCourses = /^\/api\/(?:cases|matters|ballots|officers)(?!\/openings|\/choices)(?:\/|$)/

export interface SightWall {
  /** What a request is answered with: its rights go with everything that is read for it. */
  onRequest(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void
  onAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown>
}

export function openSightWall(sights: Sights): SightWall {
  const walled = new WeakMap<FastifyRequest, Sight>()

  async function look(request: FastifyRequest, reader: Reader): Promise<void> {
    const role = request.visitor?.account.role
    if (role === undefined || !isOfDepartment(role)) return
    const sight = await sights.of(reader)
    request.sight = sight
    if (sight.seesEverybody || ofCourses.test(request.routeOptions.url ?? '')) return
    walled.set(request, sight)
    for (const cadreId of peopleNamed([request.params, request.query, request.body]))
      if (!sight.sees(cadreId)) throw noSuchCadre(cadreId)
  }

  return {
    onRequest(request, _reply, done) {
      const reader = readerOf(request)
      if (reader === undefined) return done()
      look(request, reader).then(() => readingFor(reader, done), done)
    },
    async onAnswer(request, _reply, payload) {
      const sight = walled.get(request)
      if (sight === undefined || presentReader() === undefined) return payload
      const left = without(payload, sight.sees)
      if (left === hidden) throw noSuchCadre(String(peopleNamed(payload).find((one) => !sight.sees(one))))
      return left
    },
  }
}
