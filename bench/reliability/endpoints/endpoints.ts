/**
 * `npm run bench -- endpoints`: requests by the schemas of the OpenAPI document and against them, in every role, to the
 * server of an invented city in this process: no answer of 500 and above, every refusal with its code and words.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../../../src/county/random.ts'
import { analysedCity } from '../../../src/server/http/fixtures.ts'
import { createServer } from '../../../src/server/http/index.ts'
import type { Proof } from '../proof.ts'
import { type Document, type Request, type Route, requestFor, routesOf } from './requests.ts'

const roles = ['officer', 'head', 'colleague', 'cadre', 'source', 'admin', 'security', 'auditor', ''] as const
const password = 'Endpoint-proof-7'
/** Routes that begin work of minutes, or end what the others need: asked seldom. */
const seldom =
  /\/(analysis|slates|placements|exchange|simulations|verification|file|forms|slips|report|session|letters|what-if)\b/
const mostIds = 60
const slowMs = 1000

type Server = Awaited<ReturnType<typeof createServer>>

interface Fault {
  readonly what: string
  readonly request: Request
  readonly role: string
  times: number
}

/** Gathers ids from answers, so that later requests name what is there. */
function gather(ids: Map<string, string[]>, value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 6) return
  for (const [key, own] of Object.entries(value)) {
    if (typeof own === 'string' && /(^account|^code|^ruleId|^rule|Id)$/.test(key) && own.length < 65) {
      const known = ids.get(key) ?? []
      if (!known.includes(own) && known.length < mostIds) ids.set(key, [...known, own])
    } else gather(ids, own, depth + 1)
  }
}

/** What is wrong with an answer; undefined where all is well. */
function faultIn(status: number, url: string, body: string, type: string): string | undefined {
  if (status >= 500) return `${status} ${body.slice(0, 300)}`
  if (status < 400 || url.includes('/api/health/') || body === '') return undefined
  if (!type.includes('json'))
    return url.startsWith('/api') ? `${status} without JSON: ${body.slice(0, 100)}` : undefined
  const said = JSON.parse(body) as {
    code?: unknown
    detail?: unknown
    message?: { zh?: unknown; en?: unknown }
    mend?: { zh?: unknown }
  }
  if (url.includes('/scim/')) return typeof said.detail === 'string' ? undefined : `${status} without detail`
  const isWhole = typeof said.code === 'string' && said.message?.zh && said.message.en && said.mend?.zh
  return isWhole ? undefined : `${status} without code, message or mend: ${body.slice(0, 200)}`
}

class Endpoints {
  readonly faults = new Map<string, Fault>()
  readonly statuses = new Map<number, number>()
  readonly slow = new Map<string, number>()
  readonly succeeded = new Set<string>()
  private readonly server: Server
  private readonly document: Document
  private readonly ids = new Map<string, string[]>()
  private readonly cookies = new Map<string, string>()

  constructor(server: Server, document: Document) {
    this.server = server
    this.document = document
    this.ids.set('account', ['colleague', 'source'])
  }

  async signIn(role: string): Promise<void> {
    const headers = { 'x-zhiren-request': '1' }
    const { cookies } = await this.server.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { account: role, password },
    })
    this.cookies.set(role, `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`)
  }

  async ask(route: Route, role: string, random: Random, number: number): Promise<void> {
    const request = requestFor(route, this.document, random, this.ids)
    const before = process.threadCpuUsage()
    try {
      const response = await this.server.inject({
        method: request.method as 'GET',
        url: request.url,
        remoteAddress: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
        headers: { ...request.headers, ...(role && { cookie: this.cookies.get(role) ?? '' }) },
        ...(request.payload !== undefined && { payload: request.payload }),
      })
      const { statusCode, body, headers } = response
      this.statuses.set(statusCode, (this.statuses.get(statusCode) ?? 0) + 1)
      const type = String(headers['content-type'] ?? '')
      const fault = faultIn(statusCode, request.url, request.method === 'HEAD' ? '' : body, type)
      if (fault) this.note(fault, request, role)
      if (statusCode < 300) {
        this.succeeded.add(request.route)
        if (request.method !== 'HEAD' && type.includes('json') && body.length < 400_000)
          gather(this.ids, JSON.parse(body))
      }
      if (statusCode === 401 && role && random.chance(0.2)) await this.signIn(role)
    } catch (cause) {
      this.note(`crash: ${(cause as Error).stack?.slice(0, 600)}`, request, role)
    }
    const { user, system } = process.threadCpuUsage(before)
    const took = (user + system) / 1000
    if (took > slowMs) this.slow.set(request.route, Math.max(took, this.slow.get(request.route) ?? 0))
  }

  note(what: string, request: Request, role: string): void {
    const key = `${request.route} ${what.replace(/[0-9a-f-]{36}|\d+/g, '').slice(0, 60)}`
    const known = this.faults.get(key)
    if (known) known.times += 1
    else this.faults.set(key, { what, request, role, times: 1 })
  }
}

const shown = ({ what, request, role, times }: Fault): string =>
  `FAULT ${request.route} as ${role || 'nobody'}, ${times} times: ${what}\n  ${request.method} ${request.url.slice(0, 400)}\n  ${JSON.stringify(request.headers)} ${String(request.payload ?? '').slice(0, 600)}`

export const endpoints: Proof = {
  options: {
    seed: { default: '1', what: 'of the requests' },
    requests: { default: '20000', what: 'to all routes together' },
    cadres: { default: '80', what: 'people in the invented city' },
    only: { default: '', what: 'routes whose path has this in it' },
  },
  async run({ seed, requests, cadres, only = '' }, say) {
    const { records, book } = await analysedCity(Number(cadres), 20261122)
    const dist = join(import.meta.dirname, '../../../dist/web')
    const errors: string[] = []
    const logger = { level: 'error', stream: { write: (line: string) => void errors.push(line) } }
    const server = await createServer({
      records,
      book,
      demoPassword: password,
      logger,
      ...(existsSync(dist) && { webFolder: dist }),
    })
    const strays: unknown[] = []
    process.on('uncaughtException', (cause) => strays.push(cause))
    process.on('unhandledRejection', (cause) => strays.push(cause))
    try {
      const document = (await server.inject({ url: '/api/openapi.json' })).json() as Document
      const routes = routesOf(document).filter(({ path }) => path.includes(only))
      const usual = routes.filter(({ method, path }) => method === 'GET' || !seldom.test(path))
      const asked = new Endpoints(server, document)
      for (const role of roles) if (role) await asked.signIn(role)
      const random = new Random(Number(seed), 'endpoints')
      for (let number = 0; number < Number(requests); number += 1) {
        const from = usual.length === 0 || random.chance(0.02) ? routes : usual
        const route = from[random.below(from.length)]
        // An officer may do most; the others are asked as often together.
        const role = random.chance(0.5) ? 'officer' : (roles[random.below(roles.length)] ?? '')
        if (route) await asked.ask(route, role, random, number)
        if ((number + 1) % 5000 === 0) say(`${number + 1} requests, ${asked.faults.size} kinds of fault`)
      }
      for (const fault of asked.faults.values()) say(shown(fault))
      for (const line of errors.slice(0, 40)) say(`  log: ${line.trim().slice(0, 1500)}`)
      for (const stray of strays) say(`FAULT outside any request: ${(stray as Error)?.stack}`)
      const statuses = [...asked.statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`)
      say(
        `${requests} requests to ${routes.length} routes in ${roles.length} roles · ${asked.succeeded.size} routes answered 2xx at least once`,
      )
      say(`answers: ${statuses.join(', ')}`)
      for (const [route, ms] of asked.slow) say(`over a second of processor time: ${route}, ${Math.round(ms)} ms`)
      return asked.faults.size === 0 && strays.length === 0
    } finally {
      await server.close()
      await records.close()
    }
  },
}
