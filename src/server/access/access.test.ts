import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountRoles, isKeeper, keepers } from '#domain/account.ts'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import type { Account } from './account.ts'
import { type Directory, openDirectory } from './directory.ts'
import { browserOf, newMark } from './known-browsers.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { faultOf } from './password-policy.ts'
import { mayUse, permissions } from './permission.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { sealingWith } from './sealing.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { accessSettings } from './settings.ts'
import { createThrottle } from './throttle.ts'
import { newTotpSecret, stepOfCode, totpInvitation } from './totp.ts'

const minute = 60_000
const settings = accessSettings(loadRuleBook(), 20261123)
const { idleMs, longestMs } = settings.sessions
const where = { address: '10.0.0.7', browser: 'a browser' }
const shown = { factors: ['password'], step: null } as const

let records: Records
let directory: Directory
let officer: Account
let time = 0

beforeAll(async () => {
  records = await openRecords({ scratch: true })
  const text = { zh: '林晓舟', en: 'Lin Xiaozhou' }
  const opening = { account: 'officer', name: text, office: text, role: 'officer' } as const
  await records.accounts.openAccount(opening, { actor: 'system', at: new Date(0), reason: '测试' })
  directory = await openDirectory(records)
  officer = directory.named('officer') as Account
})
afterAll(() => records.close())
beforeEach(() => {
  time += 100 * 24 * 60 * minute
})

const opened = (): Sessions =>
  createSessions({ store: records.accounts, directory, settings: async () => settings, now: () => time })
/** As another process of the site: it remembers nothing. */
const elsewhere = opened

describe('passwords', () => {
  it('are kept as salted Argon2id strings', async () => {
    const [one, other] = await Promise.all([hashPassword('山高水长'), hashPassword('山高水长')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword('山高水长', one)).toBe(true)
    expect(await verifyPassword('山高水短', one)).toBe(false)
    expect(isOutdated(one)).toBe(false)
  })

  // From test.c of P-H-C/phc-winner-argon2, the reference implementation of RFC 9106.
  it('match a string that another implementation wrote', async () => {
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', stored)).toBe(true)
  })

  it('match nothing where the stored string is of another form', async () => {
    expect(await verifyPassword('password', 'password')).toBe(false)
  })

  it('are hashed again where the cost was lower', () => {
    expect(isOutdated('$argon2id$v=19$m=4096,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc')).toBe(
      true,
    )
  })

  it.each([
    ['Kx7-山高水', 'password-short'],
    ['bluelakebluelake', 'password-plain'],
    ['Officer-2026-go', 'password-name'],
    ['我是林晓舟-Xy9-abc', 'password-name'],
    ['P@ssw0rd-2026!!', 'password-common'],
    ['Woaini-1314-520!', 'password-common'],
    ['Abcdefghijklm1', 'password-common'],
    ['Zuzhibu-Ganbu-2026', 'password-common'],
    ['1qaz@WSX3edc', 'password-common'],
    ['Sunshine&Football9', 'password-common'],
    ['Tern-7-quarry-lamp', undefined],
    ['山高水长-Tern-7-灯', undefined],
  ])('%s: %s', (password, code) => {
    expect(faultOf(password, officer, settings.passwords)?.code).toBe(code)
  })
})

describe('a session', () => {
  it('ends after the idle limit and is moved on by use', async () => {
    const sessions = opened()
    const { secret } = await sessions.open(officer, shown, where)
    time += idleMs - minute
    expect((await sessions.use(secret))?.expiresAt).toEqual(new Date(time + idleMs))
    time += idleMs
    expect(await sessions.use(secret)).toBeUndefined()
    expect(await elsewhere().use(secret)).toBeUndefined()
  })

  it('lasts in every process exactly as long as its two limits allow, however it is used', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: idleMs * 1.4 }), { minLength: 1, maxLength: 40 }),
        async (pauses) => {
          const sessions = opened()
          const openedAt = time
          let seenAt = time
          const { secret } = await sessions.open(officer, shown, where)
          for (const pause of pauses) {
            time += pause
            const lives = time < Math.min(seenAt + idleMs, openedAt + longestMs)
            expect((await sessions.use(secret)) !== undefined).toBe(lives)
            if (!lives) return
            seenAt = time
          }
        },
      ),
      { numRuns: 60, seed: 9 },
    )
  })

  it('is gone everywhere when it is closed, and unknown secrets open nothing', async () => {
    const sessions = opened()
    const { secret, session } = await sessions.open(officer, shown, where)
    expect((await elsewhere().use(secret))?.account.account).toBe('officer')
    expect(await sessions.close({ only: session.sessionId }, 'officer', 'officer')).toBe(1)
    expect(await sessions.use(secret)).toBeUndefined()
    expect(await elsewhere().use(secret)).toBeUndefined()
    expect(await sessions.use('made-up')).toBeUndefined()
  })

  it('goes on under another secret when more is shown; the former opens nothing', async () => {
    const sessions = opened()
    const { secret, session } = await sessions.open(officer, { factors: ['password'], step: 'second-factor' }, where)
    const next = await sessions.advance(session, { factor: 'totp', step: null })
    expect(next?.session).toMatchObject({ sessionId: session.sessionId, step: null, factors: ['password', 'totp'] })
    expect(await sessions.use(secret)).toBeUndefined()
    expect((await sessions.use(next?.secret ?? ''))?.step).toBeNull()
  })

  it('is not kept open by what a page asks by itself', async () => {
    const sessions = opened()
    const { secret, session } = await sessions.open(officer, shown, where)
    time += idleMs - minute
    expect((await sessions.use(secret, { isAttended: false }))?.expiresAt).toEqual(session.expiresAt)
    time += minute
    expect(await sessions.use(secret, { isAttended: false })).toBeUndefined()
  })

  it('is fresh again only where a factor was shown', async () => {
    const sessions = opened()
    const { session } = await sessions.open(officer, shown, where)
    const openedAt = time
    time += minute
    const next = await sessions.advance(session, { step: null })
    expect(next?.session.freshAt).toEqual(new Date(openedAt))
    const proved = next && (await sessions.advance(next.session, { factor: 'totp', step: null }))
    expect(proved?.session.freshAt).toEqual(new Date(time))
  })

  it('is kept without its secret', async () => {
    const { secret } = await opened().open(officer, shown, where)
    const [kept] = await records.accounts.readSessions('officer', { seen: new Date(0), opened: new Date(0) })
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(kept).toMatchObject({ account: 'officer', address: '10.0.0.7', browser: 'a browser' })
  })
})

describe('the throttle', () => {
  const throttle = () =>
    createThrottle(
      records.accounts,
      async () => settings,
      () => time,
    )

  const from = (address: string, knownBrowser?: string) => ({ address, knownBrowser })

  it('lets some attempts through, then asks for waits that double, over restarts', async () => {
    for (let tried = 0; tried < settings.waits.free; tried += 1)
      expect(await throttle().attempt('nobody-here', from('a'))).toBeUndefined()
    const first = await throttle().attempt('nobody-here', from('a'))
    expect(first).toEqual({ waitMs: settings.waits.firstMs, isLocked: false })
    expect(await throttle().attempt('nobody-here', from('b'))).toBeUndefined()
    time += settings.waits.firstMs
    expect(await throttle().attempt('nobody-here', from('a'))).toBeUndefined()
    expect((await throttle().attempt('nobody-here', from('a')))?.waitMs).toBe(2 * settings.waits.firstMs)
  })

  it('locks an account that is guessed at from many addresses, until it is released', async () => {
    for (let tried = 0; tried < settings.lock.free; tried += 1)
      expect(await throttle().attempt('target', from(`10.0.0.${tried}`))).toBeUndefined()
    expect(await throttle().attempt('target', from('10.9.9.9'))).toEqual({
      waitMs: settings.lock.firstMs,
      isLocked: true,
    })
    expect([...(await throttle().locked(['target', 'other'])).keys()]).toEqual(['target'])
    await throttle().release('target')
    expect(await throttle().attempt('target', from('10.9.9.9'))).toBeUndefined()
  })

  it('keeps nobody out of a browser that is known, and counts that one by itself', async () => {
    for (let tried = 0; tried <= settings.lock.free; tried += 1)
      await throttle().attempt('owner', from(`10.1.0.${tried}`))
    expect((await throttle().attempt('owner', from('10.9.9.9')))?.isLocked).toBe(true)
    expect(await throttle().attempt('owner', from('10.9.9.9', 'mine'))).toBeUndefined()
    await throttle().passed('owner', from('10.9.9.9', 'mine'))
    expect((await throttle().attempt('owner', from('10.9.9.9')))?.isLocked).toBe(true)
    for (let tried = 0; tried < settings.waits.free; tried += 1)
      expect(await throttle().attempt('owner', from('10.9.9.9', 'stolen'))).toBeUndefined()
    expect(await throttle().attempt('owner', from('10.8.8.8', 'stolen'))).toMatchObject({ isLocked: false })
  })

  it('counts attempts made at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => throttle().attempt('crowd', from('a'))))
    expect(all.filter((held) => held === undefined)).toHaveLength(settings.waits.free)
  })

  it('makes an address wait that tries many accounts, but no browser that is known behind the same address', async () => {
    const spray = (name: number) => throttle().attempt(`sprayed-${name}`, from('192.0.2.1'))
    for (let name = 0; name < settings.address.free; name += 1) expect(await spray(name)).toBeUndefined()
    expect(await spray(settings.address.free)).toEqual({ waitMs: settings.address.firstMs, isLocked: false })
    expect(await throttle().attempt('sprayed-0', from('192.0.2.1', 'mine'))).toBeUndefined()
    expect(await throttle().attempt('sprayed-0', from('192.0.2.2'))).toBeUndefined()
    time += settings.address.firstMs
    expect(await spray(settings.address.free + 1)).toBeUndefined()
    expect((await spray(settings.address.free + 2))?.waitMs).toBe(2 * settings.address.firstMs)
  })

  it('holds sign-ins that succeed against no address, however many sit behind it', async () => {
    for (let name = 0; name < 3 * settings.address.free; name += 1) {
      const whence = from('192.0.2.3')
      // A password, then a code: two attempts.
      expect(await throttle().attempt(`colleague-${name}`, whence)).toBeUndefined()
      expect(await throttle().attempt(`colleague-${name}`, whence)).toBeUndefined()
      await throttle().passed(`colleague-${name}`, whence)
    }
    expect(await throttle().attempt('colleague', from('192.0.2.3'))).toBeUndefined()
  })

  it('gives back to an address only what the account that signed in had used up', async () => {
    const whence = from('192.0.2.4')
    for (let name = 0; name < settings.address.free; name += 1) {
      await throttle().attempt(`prey-${name}`, whence)
      if (name === 10) {
        await throttle().attempt('own', whence)
        await throttle().passed('own', whence)
      }
    }
    expect((await throttle().attempt('prey-last', whence))?.isLocked).toBe(false)
  })

  it('forgets after a success', async () => {
    for (let tried = 1; tried < settings.waits.free; tried += 1) await throttle().attempt('glad', from('a'))
    await throttle().passed('glad', from('a'))
    for (let tried = 0; tried < settings.waits.free; tried += 1)
      expect(await throttle().attempt('glad', from('a'))).toBeUndefined()
  })
})

describe('second factors', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight figures.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('the code at %d s is %s, and one step earlier or later is taken too', (seconds, code) => {
    const secret = new TextEncoder().encode('12345678901234567890')
    const step = Math.floor(seconds / 30)
    const at = (drift: number) => new Date((seconds + drift) * 1000)
    expect(stepOfCode(secret, code, at(0))).toBe(step)
    expect(stepOfCode(secret, code, at(30))).toBe(step)
    expect(stepOfCode(secret, code, at(-30))).toBe(step)
    expect(stepOfCode(secret, code, at(90))).toBeUndefined()
  })

  it('a secret is shown as a picture says it and as it is typed', () => {
    const { uri, words } = totpInvitation(newTotpSecret(), 'officer')
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*officer.*secret=[A-Z2-7]{32}/)
    expect(words.replaceAll(' ', '')).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('a time step is taken once', async () => {
    await records.accounts.draftTotp('officer', Buffer.from('sealed'), new Date(time))
    expect(await records.accounts.takeTotpStep('officer', 100)).toBe(true)
    const again = await Promise.all([100, 99, 101, 101].map((step) => records.accounts.takeTotpStep('officer', step)))
    expect(again.filter(Boolean)).toHaveLength(1)
  })

  it('recovery codes are taken once, however they are typed', async () => {
    const codes = newRecoveryCodes(10)
    expect(new Set(codes).size).toBe(10)
    const act = { actor: 'officer', at: new Date(time), reason: '测试' }
    await records.accounts.replaceRecoveryCodes('officer', codes.map(hashRecoveryCode), act)
    const typed = hashRecoveryCode(codes[0]?.toLowerCase().replaceAll('-', ' ') ?? '')
    const taken = await Promise.all([1, 2, 3].map(() => records.accounts.takeRecoveryCode('officer', typed, act)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await records.accounts.readCredentials('officer')).recoveryLeft).toBe(9)
  })

  it('the secret that was confirmed counts, not one drafted over it meanwhile', async () => {
    const act = { actor: 'officer', at: new Date(time), reason: '测试' }
    await records.accounts.draftTotp('officer', Buffer.from('another'), new Date(time))
    await expect(records.accounts.confirmTotp('officer', Buffer.from('sealed'), act)).rejects.toMatchObject({
      problems: [
        {
          code: 'totp-changed',
          message: { zh: '验证器的密钥已经换过。', en: 'The key of the authenticator has been changed meanwhile.' },
          mend: { zh: '重新打开二维码，再输入验证码。', en: 'Open the picture again, then enter the code.' },
        },
      ],
    })
    expect((await records.accounts.readCredentials('officer')).totp?.confirmedAt).toBeNull()
  })

  it('the mark of a known browser is of one account, and cannot be made up', () => {
    const sealing = sealingWith(Buffer.alloc(32, 7))
    const mark = newMark(sealing, 'officer')
    expect(browserOf(sealing, mark, 'officer')).toMatch(/^[0-9a-f]{32}$/)
    expect(browserOf(sealing, mark, 'head')).toBeUndefined()
    expect(browserOf(sealing, 'made-up', 'officer')).toBeUndefined()
    expect(browserOf(sealing, undefined, 'officer')).toBeUndefined()
  })

  it('what is sealed opens for its owner under its key alone', () => {
    const sealing = sealingWith(Buffer.alloc(32, 7))
    const sealed = sealing.seal(Buffer.from('a secret'), 'officer')
    expect(sealing.open(sealed, 'officer')?.toString()).toBe('a secret')
    expect(sealing.open(sealed, 'head')).toBeUndefined()
    expect(sealingWith(Buffer.alloc(32, 8)).open(sealed, 'officer')).toBeUndefined()
    expect(sealed.toString('latin1')).not.toContain('a secret')
    sealed[14] = (sealed[14] ?? 0) ^ 1
    expect(sealing.open(sealed, 'officer')).toBeUndefined()
    expect(sealing.open(Buffer.alloc(3), 'officer')).toBeUndefined()
  })
})

describe('the three keepers', () => {
  const own = { accounts: 'administrator', rights: 'security-officer', audit: 'auditor' } as const
  const shared = new Set(['account-list', 'health'])
  /** What is processed, for what and how long: of nobody in particular, and read by the department too. */
  const told = new Set(['register'])

  it('each permission of keeping has one role, and no keeper has one of personnel', () => {
    for (const [permission, role] of Object.entries(own))
      expect(accountRoles.filter((each) => mayUse(each, permission as keyof typeof own))).toEqual([role])
    for (const role of keepers)
      for (const permission of permissions.filter((each) => mayUse(role, each)))
        expect(shared.has(permission) || told.has(permission) || permission in own, `${role} ${permission}`).toBe(true)
  })

  it('nobody else keeps accounts, and who has been granted nothing may do nothing', () => {
    for (const role of accountRoles.filter((each) => !isKeeper(each)))
      for (const permission of [...Object.keys(own), ...shared] as (keyof typeof own)[])
        expect(mayUse(role, permission), `${role} ${permission}`).toBe(false)
    expect(permissions.filter((permission) => mayUse('none', permission))).toEqual([])
  })
})
