import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import * as contract from '../contract/index.ts'
import {
  asDemo,
  browser,
  clock,
  codeAt,
  header,
  minute,
  named,
  newcomer,
  own,
  said,
  serveAccounts,
  settled,
  site,
} from './accounts-fixtures.ts'
import { createServer } from './index.ts'

serveAccounts()

describe('an account', () => {
  it('can do nothing until somebody else grants, and then after a password of its own', async () => {
    const password = await newcomer('first')
    const desk = browser()
    expect((await desk.signIn('first', password)).body).toMatchObject({ role: 'none', step: 'password' })
    expect((await desk.send('GET', '/home')).body).toEqual({
      code: 'sign-in-password',
      message: { zh: '登录还没有完成。', en: 'Signing in is not finished.' },
      mend: { zh: '先设置自己的口令。', en: 'Set a password of your own first.' },
    })
    const changed = await desk.send('POST', '/account/password', { current: password, next: own })
    expect(changed.body).toMatchObject({ step: null })
    expect(said(await desk.send('GET', '/home'))).toEqual([403, 'not-allowed'])
    const security = await asDemo('security')
    await security.send('PUT', '/accounts/first/role', { role: 'officer', reason: '任职文件' })
    // What it may do has changed: it signs in anew.
    expect(said(await desk.send('GET', '/home'))).toEqual([401, 'signed-out'])
    expect((await desk.signIn('first', own)).body).toMatchObject({ role: 'officer', step: null })
    expect((await desk.send('GET', '/officers')).status).toBe(200)
  })

  it('is opened by one and granted by another, and nobody does either to himself', async () => {
    const [admin, security] = [await asDemo('admin'), await asDemo('security')]
    await newcomer('second')
    expect(said(await admin.send('PUT', '/accounts/second/role', { role: 'head', reason: '无' }))).toEqual([
      403,
      'not-allowed',
    ])
    expect(said(await security.send('POST', '/accounts', named('third')))).toEqual([403, 'not-allowed'])
    const self = await security.send('PUT', '/accounts/security/role', { role: 'head', reason: '自任' })
    expect(self).toEqual({
      status: 403,
      body: {
        code: 'own-account',
        message: { zh: '不能办理自己的账号。', en: 'Nobody does this to an account of his or her own.' },
        mend: { zh: '由另一人办理。', en: 'Another person does it.' },
      },
    })
    expect(said(await admin.send('POST', '/accounts', named('second')))).toEqual([409, 'account-exists'])
    expect(said(await admin.send('POST', '/accounts/nobody/opening', { act: 'close', reason: '无此人' }))).toEqual([
      404,
      'account-unknown',
    ])
  })

  it('is closed at once, with its sessions, and can be opened again', async () => {
    const password = await newcomer('leaver', 'officer')
    const desk = browser()
    await desk.signIn('leaver', password)
    const admin = await asDemo('admin')
    await admin.send('POST', '/accounts/leaver/opening', { act: 'close', reason: '调离' })
    expect(said(await desk.send('GET', '/session'))).toEqual([401, 'signed-out'])
    expect(said(await desk.signIn('leaver', password))).toEqual([401, 'wrong-password'])
    expect(said(await admin.send('POST', '/accounts/leaver/opening', { act: 'close', reason: '调离' }))).toEqual([
      409,
      'account-changed',
    ])
    await admin.send('POST', '/accounts/leaver/opening', { act: 'reopen', reason: '调回' })
    expect((await desk.signIn('leaver', password)).status).toBe(200)
    const { events } = (await admin.send('GET', '/accounts/leaver/events')).body
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['reopened', 'closed', 'role', 'opened'])
    expect(events[1]).toMatchObject({ reason: '调离', by: { zh: '系统管理员' } })
  })

  it('loses its role with a password that another handed out, so that nobody gets in as somebody else', async () => {
    await settled('robbed', 'officer')
    const admin = await asDemo('admin')
    const { body } = await admin.send('POST', '/accounts/robbed/one-time-password', { reason: '忘记口令' })
    const thief = browser()
    expect((await thief.signIn('robbed', body.password)).body).toMatchObject({ role: 'none', step: 'second-factor' })
    expect(said(await thief.send('GET', '/account'))).toEqual([403, 'sign-in-second-factor'])
  })

  it('the last administrator stays', async () => {
    const security = await asDemo('security')
    const refused = await security.send('PUT', '/accounts/admin/role', { role: 'none', reason: '调离' })
    expect(refused).toEqual({
      status: 422,
      body: {
        code: 'last-keeper',
        message: {
          zh: '这是最后一个启用的系统管理员账号。',
          en: 'This is the last open account of a system administrator.',
        },
        mend: { zh: '先让另一个账号担任，再办理。', en: 'Give the role to another account first.' },
      },
    })
  })
})

describe('passwords', () => {
  it('that are wrong in any way are refused, and the one in use stays', async () => {
    const password = await newcomer('chooser')
    const desk = browser()
    await desk.signIn('chooser', password)
    const change = (current: string, next: string) => desk.send('POST', '/account/password', { current, next })
    expect((await change(password, 'short')).body).toEqual({
      code: 'password-short',
      message: { zh: '新口令不足 12 个字符。', en: 'The new password has fewer than 12 characters.' },
      mend: { zh: '可以用几个不相干的词连起来。', en: 'A few unrelated words in a row will do.' },
      field: 'next',
    })
    expect(said(await change('wrong', own))).toEqual([422, 'current-wrong'])
    expect(said(await change(password, password))).toEqual([422, 'password-used'])
    expect((await change(password, own)).status).toBe(200)
    expect(said(await change(own, own))).toEqual([422, 'password-used'])
  })

  it('how it would do is told while it is typed, and nothing is kept of it', async () => {
    const password = await newcomer('typist')
    const desk = browser()
    expect(said(await desk.send('POST', '/account/password/trial', { next: own }))).toEqual([401, 'signed-out'])
    await desk.signIn('typist', password)
    const tried = async (next: string) => (await desk.send('POST', '/account/password/trial', { next })).body
    expect(await tried('Sunshine-2026-!')).toEqual({
      withstands: 0,
      fault: {
        code: 'password-common',
        message: { zh: '新口令容易被猜到。', en: 'The new password is easily guessed.' },
        mend: {
          zh: '常用词、拼音、年份、键盘顺序和连续字符都容易猜；用几个不相干的词连起来。',
          en: 'Common words, years, rows of keys and of characters are easy to guess: take a few unrelated words in a row.',
        },
      },
    })
    expect(await tried(own)).toEqual({ withstands: expect.closeTo(14, -1), fault: null })
    expect((await desk.send('POST', '/account/password', { current: password, next: own })).status).toBe(200)
  })

  it('changed by their owner end the other sessions', async () => {
    const password = await newcomer('twice')
    const [here, there] = [browser(), browser('10.0.0.2')]
    await here.signIn('twice', password)
    await there.signIn('twice', password)
    await here.send('POST', '/account/password', { current: password, next: own })
    expect((await here.send('GET', '/account')).status).toBe(200)
    expect(said(await there.send('GET', '/session'))).toEqual([401, 'signed-out'])
  })

  it('of one time are dead after a while; others are changed once they are old', async () => {
    const password = await newcomer('late')
    const desk = browser()
    clock.time += 73 * 60 * minute
    expect(said(await desk.signIn('late', password))).toEqual([401, 'one-time-over'])
    const other = await newcomer('old')
    await desk.signIn('old', other)
    await desk.send('POST', '/account/password', { current: other, next: own })
    clock.time += 91 * 24 * 60 * minute
    expect((await desk.signIn('old', own)).body.step).toBe('password')
  })

  it('tell nobody whether an account is there, and lock it either way', async () => {
    const answers = async (account: string) => {
      const tried = []
      for (let each = 0; each < 11; each += 1) tried.push(await browser(`10.1.0.${each}`).signIn(account, 'guess'))
      return tried
    }
    await newcomer('target', 'officer')
    const known = await answers('target')
    expect(known).toEqual(await answers('not-there'))
    expect(known.at(-1)).toEqual({
      status: 429,
      body: {
        code: 'account-locked',
        message: {
          zh: '这个账号连续输错多次，已锁定。',
          en: 'The account is locked after many wrong attempts in a row.',
        },
        mend: {
          zh: '30 分钟后再试，或者找安全保密员解锁。',
          en: 'Try again in 30 minutes, or ask the security officer to unlock it.',
        },
      },
    })
    const security = await asDemo('security')
    const stateOf = async () => {
      const { accounts } = contract.accountList.parse((await security.send('GET', '/accounts')).body)
      return accounts.find(({ account }) => account === 'target')?.state
    }
    expect(await stateOf()).toBe('locked')
    await security.send('POST', '/accounts/target/security', { act: 'unlock', reason: '本人来电' })
    expect(await stateOf()).toBe('open')
    expect(said(await browser().signIn('target', 'guess'))).toEqual([401, 'wrong-password'])
  })
})

describe('a second factor', () => {
  it('is asked of the head, and nothing is answered before', async () => {
    const password = await newcomer('chief', 'head')
    const desk = browser()
    await desk.signIn('chief', password)
    expect((await desk.send('POST', '/account/password', { current: password, next: own })).body.step).toBe('enrol')
    expect(said(await desk.send('GET', '/officers'))).toEqual([403, 'sign-in-enrol'])
    const { words } = (await desk.send('POST', '/account/totp')).body
    expect(said(await desk.send('POST', '/account/totp/confirm', { code: '000000' }))).toEqual([422, 'wrong-code'])
    const before = desk.cookie()
    expect(
      (await desk.send('POST', '/account/totp/confirm', { code: codeAt(words, clock.time) })).body.codes,
    ).toHaveLength(10)
    expect(desk.cookie()).not.toBe(before)
    expect((await desk.send('GET', '/officers')).status).toBe(200)
    expect(said(await desk.send('DELETE', '/account/totp'))).toEqual([422, 'factor-needed'])
  })

  it('is asked after the password; a code works once, and so does a recovery code', async () => {
    const { words, codes } = await settled('careful', 'officer')
    const desk = browser()
    clock.time += minute
    expect((await desk.signIn('careful', own)).body.step).toBe('second-factor')
    expect(said(await desk.send('POST', '/account/password', { current: own, next: `${own}2` }))).toEqual([
      403,
      'sign-in-second-factor',
    ])
    const code = codeAt(words, clock.time)
    expect((await desk.send('POST', '/session/code', { code })).body.step).toBeNull()
    const other = browser()
    await other.signIn('careful', own)
    expect((await other.send('POST', '/session/code', { code })).body).toEqual({
      code: 'wrong-code',
      message: { zh: '验证码不对，或者已经用过。', en: 'The code is wrong, or was used before.' },
      mend: {
        zh: '等应用换出下一个再输入；也可以用备用码。',
        en: 'Wait for the next one; a recovery code will do as well.',
      },
      field: 'code',
    })
    expect((await other.send('POST', '/session/code', { code: codes[0] ?? '' })).body.step).toBeNull()
    const third = browser()
    await third.signIn('careful', own)
    expect(said(await third.send('POST', '/session/code', { code: codes[0] ?? '' }))).toEqual([422, 'wrong-code'])
  })

  it('is shown again before a sensitive act, and the password alone does not do', async () => {
    const { desk, words } = await settled('keeper', 'security-officer')
    await newcomer('subject')
    clock.time += 16 * minute
    const grant = () => desk.send('PUT', '/accounts/subject/role', { role: 'officer', reason: '任职文件' })
    expect((await grant()).body).toEqual({
      code: 'proof-stale',
      message: { zh: '办理这一项要先验证是本人。', en: 'This asks for a fresh proof that it is you.' },
      mend: { zh: '验证后继续。', en: 'Prove it and go on.' },
    })
    expect(said(await desk.send('POST', '/session/proof', { password: own }))).toEqual([409, 'second-factor-needed'])
    await desk.send('POST', '/session/code', { code: codeAt(words, clock.time) })
    expect((await grant()).status).toBe(200)
  })

  it('that is lost is taken away by the security officer, and sessions end', async () => {
    const { desk } = await settled('loser', 'officer')
    const security = await asDemo('security')
    await security.send('POST', '/accounts/loser/security', { act: 'reset-factors', reason: '手机遗失' })
    expect(said(await desk.send('GET', '/session'))).toEqual([401, 'signed-out'])
    expect((await desk.signIn('loser', own)).body.step).toBeNull()
  })
})

describe('sessions', () => {
  it('are listed with place and browser, and ended one by one or all the others', async () => {
    const password = await newcomer('mobile')
    const desks = [browser('10.0.0.1'), browser('10.0.0.2'), browser('10.0.0.3')]
    await desks[0]?.signIn('mobile', password)
    await desks[0]?.send('POST', '/account/password', { current: password, next: own })
    for (const desk of desks.slice(1)) await desk.signIn('mobile', own)
    const [first, second, third] = desks
    const { sessions } = contract.ownAccount.parse((await first?.send('GET', '/account'))?.body)
    expect(sessions.map(({ address, browser: name, isThis }) => [address, name, isThis])).toEqual([
      ['10.0.0.3', 'Firefox', false],
      ['10.0.0.2', 'Firefox', false],
      ['10.0.0.1', 'Firefox', true],
    ])
    const url = `/account/sessions/${sessions[1]?.sessionId}`
    expect((await first?.send('DELETE', url))?.body.sessions).toHaveLength(2)
    expect(said(await (first ?? browser()).send('DELETE', url))).toEqual([404, 'session-unknown'])
    expect((await second?.send('GET', '/session'))?.status).toBe(401)
    expect((await first?.send('DELETE', '/account/sessions'))?.body.sessions).toHaveLength(1)
    expect((await third?.send('GET', '/session'))?.status).toBe(401)
  })

  it('of another account are out of reach', async () => {
    const officer = await asDemo('officer')
    const head = await asDemo('head')
    const [theirs] = contract.ownAccount.parse((await head.send('GET', '/account')).body).sessions
    expect(said(await officer.send('DELETE', `/account/sessions/${theirs?.sessionId}`))).toEqual([
      404,
      'session-unknown',
    ])
    expect((await head.send('GET', '/session')).status).toBe(200)
  })

  it('a second server over the same records knows them', async () => {
    const officer = await asDemo('officer')
    const twin = await createServer({
      records: site.records,
      book: loadRuleBook(),
      logger: false,
      now: () => clock.time,
    })
    const response = await twin.inject({ url: '/api/session', headers: { cookie: officer.cookie() } })
    expect([response.statusCode, response.json().account]).toEqual([200, 'officer'])
    await twin.close()
  })

  it('over TLS the cookie is bound to this host', async () => {
    const safe = await createServer({
      records: site.records,
      book: loadRuleBook(),
      logger: false,
      secureCookies: true,
      now: () => clock.time,
    })
    const payload = { account: 'officer', password: 'demo' }
    const { cookies } = await safe.inject({ method: 'POST', url: '/api/session', headers: header, payload })
    expect(cookies[0]).toMatchObject({ name: '__Host-zhiren-session', secure: true, httpOnly: true, path: '/' })
    expect(cookies[0]).not.toHaveProperty('domain')
    await safe.close()
  })
})

it('no password, code or secret stands in the audit', async () => {
  const rows = await site.records.database.selectFrom('audit').selectAll().execute()
  const text = JSON.stringify(rows)
  expect(text).not.toMatch(/argon2|otpauth|Tern-7|"guess"/)
  expect(rows.some(({ action }) => action === 'session.refused')).toBe(true)
})
