import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import { createServer, type Server } from './index.ts'
import { briefError } from './request-log.ts'

let records: Records
let server: Server
const log = new PassThrough()
const lines: string[] = []

beforeAll(async () => {
  records = await emptyRecords()
  log.on('data', (chunk) => lines.push(...String(chunk).trim().split('\n')))
  server = await createServer({
    records,
    book: loadRuleBook(),
    logger: { level: 'info', stream: log, serializers: { err: briefError } },
  })
})
afterAll(async () => {
  await server?.close()
  await records?.close()
})

describe('probes', () => {
  it('answer anybody, and say why work cannot be taken', async () => {
    expect((await server.inject('/api/health/live')).json()).toEqual({ ok: true })
    const before = await server.inject('/api/health/ready')
    expect([before.statusCode, before.json()]).toEqual([503, { ok: false, code: 'not-analysed' }])
    await records.importTables(exampleSource, { actor: 'test', source: 'example' })
    await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
    await server.showLatestRun()
    expect((await server.inject('/api/health/ready')).json()).toEqual({ ok: true })
  })
})

describe('metrics', () => {
  it('count requests by template, with nobody named', async () => {
    await server.inject('/api/cadres/C1')
    const { body, headers } = await server.inject('/api/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(body).toContain('zhiren_http_requests_total{method="GET",route="/api/cadres/:cadreId",status="401"} 1')
    expect(body).toMatch(
      /zhiren_http_request_duration_seconds_bucket\{method="GET",route="\/api\/cadres\/:cadreId",le="\+Inf"\} 1/,
    )
    expect(body).toMatch(/^zhiren_audit_entries_total [1-9]/m)
    expect(body).not.toMatch(/C1\b/)
    const wellFormed = /^(# (HELP|TYPE) \S+ .+|[a-z_0-9]+(\{([a-z]+="[^"]*",?)+\})? -?[\d.e+-]+)$/
    expect(
      body
        .trim()
        .split('\n')
        .filter((line) => !wellFormed.test(line)),
    ).toEqual([])
  })

  it('are not for whoever a proxy passes on', async () => {
    const passedOn = await server.inject({ url: '/api/metrics', headers: { 'x-forwarded-for': '10.0.0.7' } })
    expect(passedOn.statusCode).toBe(403)
    const away = await server.inject({ url: '/api/metrics', remoteAddress: '10.0.0.7' })
    expect(away.statusCode).toBe(403)
  })
})

describe('the request log', () => {
  it('holds a line a request: template, status, time, and nothing of what was asked', async () => {
    lines.length = 0
    await server.inject({ url: '/api/search?q=王明', headers: { cookie: 'zhiren-session=secret' } })
    if (lines.length === 0) await once(log, 'data')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      method: 'GET',
      route: '/api/search',
      status: 401,
      milliseconds: expect.any(Number),
    })
    expect(lines[0]).not.toMatch(/王明|secret|127\.0\.0\.1/)
  })

  it('keeps to itself what the database quotes in its errors', async () => {
    const error = await records.database
      .selectFrom('cadres')
      .where('recorded_at', '=', '某人的秘密' as unknown as Date)
      .selectAll()
      .execute()
      .catch((e) => e)
    expect(JSON.stringify(briefError(error))).not.toContain('秘密')
    expect(briefError(error).code).toMatch(/^\w{5}$/)
  })
})
