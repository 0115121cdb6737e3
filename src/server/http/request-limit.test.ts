import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
beforeAll(async () => {
  records = await emptyRecords()
  const demoPassword = 'Trial-of-the-limit-7'
  server = await createServer({ records, book: loadRuleBook(), logger: false, demoPassword, requestsAMinute: 20 })
})
afterAll(async () => {
  await server?.close()
  await records?.close()
})

const signIn = async (account: string): Promise<string> => {
  const { cookies } = await server.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-zhiren-request': '1' },
    payload: { account, password: 'Trial-of-the-limit-7' },
  })
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
const ask = (cookie: string) => server.inject({ url: '/api/account', headers: { cookie } })

it('a session that asks without end is refused for the rest of the minute, and nobody else is', async () => {
  const [hasty, other] = [await signIn('officer'), await signIn('head')]
  for (let turn = 0; turn < 20; turn += 1) expect((await ask(hasty)).statusCode).toBe(200)
  const refused = await ask(hasty)
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.json()).toEqual({
    code: 'too-many-requests',
    message: { zh: '这次登录一分钟内的请求太多。', en: 'This session has asked too often within a minute.' },
    mend: {
      zh: expect.stringMatching(/^\d+ 秒后再试；要成批取出，用导出。$/),
      en: expect.stringMatching(/^Try again in \d+ s; to take out many at once, use an export\.$/),
    },
  })
  expect(refused.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  expect((await ask(other)).statusCode).toBe(200)
})

it('a hall behind one address signs in and votes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => server.inject({ url: '/api/session', remoteAddress: '10.0.0.9' })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).not.toContain(429)
})
