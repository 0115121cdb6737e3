import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords } from '#records/index.ts'
import {
  browser,
  clock,
  header,
  minute,
  newcomer,
  own,
  said,
  serveAccounts,
  settled,
  site,
} from './accounts-fixtures.ts'
import { createServer } from './index.ts'

serveAccounts()

describe('passwords', () => {
  it('strangers who lock an account do not lock its owner out of the browser that is known', async () => {
    const oneTime = await newcomer('besieged', 'officer')
    const first = browser()
    await first.signIn('besieged', oneTime)
    await first.send('POST', '/account/password', { current: oneTime, next: own })
    const headers = { ...header }
    const url = '/api/session'
    const payload = { account: 'besieged', password: own }
    const { cookies } = await site.server.inject({ method: 'POST', url, headers, payload, remoteAddress: '10.0.0.1' })
    const mark = cookies.find(({ name }) => name === 'zhiren-browser')
    expect(mark).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    for (let each = 0; each < 11; each += 1) await browser(`10.1.1.${each}`).signIn('besieged', 'guess')
    expect(said(await browser().signIn('besieged', own))).toEqual([429, 'account-locked'])
    const known = { ...header, cookie: `zhiren-browser=${mark?.value}` }
    const admitted = await site.server.inject({
      method: 'POST',
      url,
      headers: known,
      payload,
      remoteAddress: '10.0.0.1',
    })
    expect(admitted.statusCode).toBe(200)
    // The mark itself opens nothing, and is of nobody else.
    expect((await site.server.inject({ url, headers: known })).statusCode).toBe(401)
    const wrong = { account: 'besieged', password: 'guess' }
    const tried = []
    for (let each = 0; each < 7; each += 1)
      tried.push((await site.server.inject({ method: 'POST', url, headers: known, payload: wrong })).statusCode)
    expect(tried.at(-1)).toBe(429)
  })

  it('of one time that are over change nothing in a session that was begun in time', async () => {
    const oneTime = await newcomer('slow')
    const desk = browser()
    clock.time += 72 * 60 * minute - 30 * minute
    await desk.signIn('slow', oneTime)
    clock.time += 25 * minute
    await desk.send('GET', '/account')
    clock.time += 10 * minute
    expect(await desk.send('POST', '/account/password', { current: oneTime, next: own })).toEqual({
      status: 401,
      body: {
        code: 'one-time-over',
        message: { zh: '一次性口令已过有效期。', en: 'The one-time password is no longer good.' },
        mend: { zh: '找系统管理员重新发放。', en: 'Ask the system administrator for another.' },
      },
    })
  })
})

describe('a proof', () => {
  it('is not made fresh by a change of the password where a second factor would be asked', async () => {
    const { desk } = await settled('sly', 'security-officer')
    await newcomer('victim')
    clock.time += 16 * minute
    expect((await desk.send('POST', '/account/password', { current: own, next: `${own}-2` })).status).toBe(200)
    const grant = await desk.send('PUT', '/accounts/victim/role', { role: 'officer', reason: '任职文件' })
    expect(said(grant)).toEqual([403, 'proof-stale'])
  })
})

describe('the way here', () => {
  const through = (headers: Record<string, string>, remoteAddress: string) => ({
    method: 'POST' as const,
    url: '/api/session',
    headers: { ...header, ...headers },
    remoteAddress,
    payload: { account: 'officer', password: 'demo' },
  })
  const placeOf = async () => {
    const rows = await site.records.database
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'session.open')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    return (rows[0]?.detail as { address?: string } | null)?.address
  }

  it('through a proxy believes that proxy alone, answers to the names of the site alone, and stays on TLS', async () => {
    const hosts = ['zhiren.example.gov.cn']
    const behind = await createServer({
      records: site.records,
      book: loadRuleBook(),
      logger: false,
      now: () => clock.time,
      ...{ hosts, proxies: ['loopback'], secureCookies: true },
    })
    const forwarded = { host: 'zhiren.example.gov.cn', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }
    const reached = await behind.inject(through(forwarded, '127.0.0.1'))
    expect([reached.statusCode, await placeOf()]).toEqual([200, '203.0.113.7'])
    expect(reached.headers['strict-transport-security']).toBe('max-age=31536000')
    // Whoever reaches it directly may say what he likes of himself.
    await behind.inject(through(forwarded, '198.51.100.9'))
    expect(await placeOf()).toBe('198.51.100.9')
    const renamed = await behind.inject(through({ ...forwarded, host: 'evil.example' }, '127.0.0.1'))
    expect([renamed.statusCode, renamed.json().code]).toEqual([421, 'foreign-host'])
    await behind.close()
  })

  it('without one believes nobody', async () => {
    const reached = await site.server.inject(through({ 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'))
    expect([reached.statusCode, await placeOf()]).toEqual([200, '127.0.0.1'])
    expect(reached.headers).not.toHaveProperty('strict-transport-security')
  })
})

it('a demonstration starts again with what its keepers opened in it', async () => {
  await newcomer('opened-in-it', 'officer')
  const again = await createServer({
    records: site.records,
    book: loadRuleBook(),
    demoPassword: 'demo',
    logger: false,
    now: () => clock.time,
  })
  expect(again.demoAccounts.map(({ account }) => account)).toContain('officer')
  await again.close()
})

it('no demonstration is opened beside the accounts of people', async () => {
  const earnest = await openRecords({ scratch: true })
  const text = { zh: '管理员', en: 'Administrator' }
  const opening = { account: 'root', name: text, office: text, role: 'administrator' } as const
  await earnest.accounts.openAccount(opening, { actor: 'system', at: new Date(clock.time), reason: '命令行' })
  const starting = createServer({ records: earnest, book: loadRuleBook(), demoPassword: 'demo', logger: false })
  await expect(starting).rejects.toMatchObject({
    problems: [
      {
        code: 'demo-beside-accounts',
        message: {
          zh: '这里已有正式账号，不能再开演示账号。',
          en: 'People have accounts here: no demo accounts are opened beside them.',
        },
        mend: {
          zh: '去掉 --demo-password，用自己的账号登录。',
          en: 'Leave out --demo-password and sign in as yourself.',
        },
      },
    ],
  })
  await earnest.close()
})
