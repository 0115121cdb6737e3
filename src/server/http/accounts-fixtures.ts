/** A site with its demo keepers, who open accounts for everybody that a test needs. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import * as contract from '../contract/index.ts'
import { createServer, type Server } from './index.ts'

export const minute = 60_000
export const header = { [contract.requestHeader.name]: contract.requestHeader.value }
export const own = 'Tern-7-quarry-lamp'

let records: Records
let server: Server
export const clock = { time: Date.UTC(2026, 10, 23, 8) }
export const site = {
  get records() {
    return records
  },
  get server() {
    return server
  },
}

/** For the tests of the file that asks. */
export function serveAccounts(): void {
  beforeAll(async () => {
    records = await openRecords({ scratch: true })
    server = await createServer({
      records,
      book: loadRuleBook(),
      demoPassword: 'demo',
      logger: false,
      now: () => clock.time,
    })
  })
  afterAll(async () => {
    await server.close()
    await records.close()
  })
  // Proof is asked again after a quarter of an hour, and codes change with time.
  beforeEach(() => {
    clock.time += 20 * minute
  })
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A browser: it keeps the cookie that it is given. */
export function browser(address = '10.0.0.1') {
  let cookie = ''
  const send = async (method: Method, url: string, payload?: object) => {
    const response = await server.inject({
      method,
      url: `/api${url}`,
      remoteAddress: address,
      headers: { ...header, cookie, 'user-agent': 'Firefox' },
      ...(payload && { payload }),
    })
    const [given] = response.cookies
    if (given) cookie = given.value === '' ? '' : `${given.name}=${given.value}`
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
  }
  return {
    send,
    signIn: (account: string, password: string) => send('POST', '/session', { account, password }),
    cookie: () => cookie,
    take(other: string) {
      cookie = other
    },
  }
}

export async function asDemo(account: string) {
  const desk = browser()
  expect((await desk.signIn(account, 'demo')).status).toBe(200)
  return desk
}

export const named = (account: string) => ({
  account,
  name: { zh: '新人', en: 'Newcomer' },
  office: { zh: '干部科', en: 'Cadre section' },
  reason: '调入干部科',
})

/** Opened by one, granted by another; the one-time password. */
export async function newcomer(account: string, role?: string): Promise<string> {
  const opened = await (await asDemo('admin')).send('POST', '/accounts', named(account))
  expect([opened.status, opened.body.account]).toEqual([201, account])
  if (role !== undefined) {
    const security = await asDemo('security')
    expect((await security.send('PUT', `/accounts/${account}/role`, { role, reason: '任职文件' })).status).toBe(200)
  }
  return opened.body.password
}

export const codeAt = (words: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(words.replaceAll(' ', '')) }).generate({ timestamp: at })

/** With a password of its own and an authenticator; the secret of that. */
export async function settled(account: string, role: string) {
  const oneTime = await newcomer(account, role)
  const desk = browser()
  await desk.signIn(account, oneTime)
  expect((await desk.send('POST', '/account/password', { current: oneTime, next: own })).status).toBe(200)
  const { words } = (await desk.send('POST', '/account/totp')).body
  const confirmed = await desk.send('POST', '/account/totp/confirm', { code: codeAt(words, clock.time) })
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
  return { desk, words, codes: confirmed.body.codes as string[] }
}

export const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body?.code]
