import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { openRecords, type Records } from '#records/index.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
const folder = mkdtempSync(join(tmpdir(), 'zhiren-web-'))

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>知人</title>')
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(folder, '.secret'), 'not for anybody')
  records = await emptyRecords()
  server = await createServer({ records, book: loadRuleBook(), webFolder: folder, logger: false, demo: true })
})
afterAll(async () => {
  await server.close()
  await records.close()
  rmSync(folder, { recursive: true })
})

describe('the pages', () => {
  it.each(['/', '/cadres/C1', '/vacancies?open=true'])('%s opens the workbench', async (url) => {
    const response = await server.inject({ url })
    expect([response.statusCode, response.body]).toEqual([200, '<title>知人</title>'])
    expect(response.headers['cache-control']).toBe('no-cache')
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('keep files that carry a hash in the browser', async () => {
    const { headers } = await server.inject({ url: '/assets/main-1a2b3c.js' })
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('send what was compressed when they were built', async () => {
    const url = '/assets/main-1a2b3c.js'
    const { headers, rawPayload } = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect([headers['content-encoding'], headers['content-type']]).toEqual([
      'br',
      'application/javascript; charset=utf-8',
    ])
    expect(brotliDecompressSync(rawPayload).toString()).toBe('export {}')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await server.inject({ url })).body).toBe('export {}')
  })

  it.each(['/assets/gone.js', '/.secret', '/../package.json', '/%2e%2e/package.json'])(
    '%s is not there',
    async (url) => {
      expect((await server.inject({ url })).statusCode).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('before the first analysis', () => {
  it('the server says what to do', async () => {
    const [account] = server.demoAccounts
    const headers = { 'x-zhiren-request': '1' }
    const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers, payload: { ...account } })
    const response = await server.inject({ url: '/api/home', cookies: { 'zhiren-session': cookies[0]?.value ?? '' } })
    expect([response.statusCode, response.json()]).toEqual([
      503,
      {
        code: 'not-analysed',
        message: { zh: '还没有分析结果。', en: 'There is no analysis yet.' },
        mend: { zh: '导入数据并运行一次分析。', en: 'Import data and run an analysis.' },
      },
    ])
  })
})

describe('when the database is gone', () => {
  it('the answer is an incident number and nothing of the cause', async () => {
    const gone = await openRecords({ scratch: true })
    const logged: string[] = []
    const broken = await createServer({
      records: gone,
      book: loadRuleBook(),
      demoPassword: 'x',
      logger: { level: 'error', stream: { write: (line: string) => logged.push(line) } },
    })
    await gone.close()
    const headers = { 'x-zhiren-request': '1' }
    const payload = { account: 'officer', password: 'x' }
    const response = await broken.inject({ method: 'POST', url: '/api/session', headers, payload })
    const { code, message, incident } = response.json()
    expect([response.statusCode, code]).toEqual([500, 'internal'])
    expect(message.zh).toBe(`服务出现错误，编号 ${incident}。`)
    expect(response.body).not.toMatch(/pool|postgres|stack/i)
    expect(logged.join()).toContain(incident)
    await broken.close()
  })
})
