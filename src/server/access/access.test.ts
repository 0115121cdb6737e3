import { describe, expect, it } from 'vitest'
import { type Account, gatekeeper } from './account.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { createSessions, idleMinutes, longestMinutes } from './sessions.ts'
import { createThrottle, freeAttempts } from './throttle.ts'

const minute = 60_000
const person = async (password: string): Promise<Account> => ({
  account: 'officer',
  name: { zh: '林晓舟', en: 'Lin Xiaozhou' },
  office: { zh: '干部科', en: 'Cadre section' },
  role: 'officer',
  passwordHash: await hashPassword(password),
})

/** A clock that the test moves. */
function clock() {
  let time = 0
  return {
    now: () => time,
    pass(milliseconds: number) {
      time += milliseconds
    },
  }
}

describe('passwords', () => {
  it('are kept as salted Argon2id strings', async () => {
    const [one, other] = await Promise.all([hashPassword('山高水长'), hashPassword('山高水长')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword('山高水长', one)).toBe(true)
    expect(await verifyPassword('山高水短', one)).toBe(false)
  })

  // From test.c of P-H-C/phc-winner-argon2, the reference implementation of RFC 9106.
  it('match a string that another implementation wrote', async () => {
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', stored)).toBe(true)
  })

  it('match nothing where the stored string is of another form', async () => {
    expect(await verifyPassword('password', 'password')).toBe(false)
  })

  it('open only their own account', async () => {
    const admit = gatekeeper([await person('one')])
    expect((await admit('officer', 'one'))?.account).toBe('officer')
    expect(await admit('officer', 'two')).toBeUndefined()
    expect(await admit('nobody', 'one')).toBeUndefined()
  })
})

describe('a session', () => {
  it('ends after the idle limit and is moved on by use', async () => {
    const time = clock()
    const sessions = createSessions(time.now)
    const id = sessions.open(await person('one'))
    time.pass((idleMinutes - 1) * minute)
    expect(sessions.use(id)?.expiresAt).toEqual(new Date(time.now() + idleMinutes * minute))
    time.pass(idleMinutes * minute)
    expect(sessions.use(id)).toBeUndefined()
  })

  it('ends after its longest time however much it is used', async () => {
    const time = clock()
    const sessions = createSessions(time.now)
    const id = sessions.open(await person('one'))
    for (let passed = 0; passed < longestMinutes - 10; passed += 10) {
      time.pass(10 * minute)
      expect(sessions.use(id)).toBeDefined()
    }
    time.pass(10 * minute)
    expect(sessions.use(id)).toBeUndefined()
  })

  it('is gone when it is closed, and unknown ids open nothing', async () => {
    const sessions = createSessions()
    const id = sessions.open(await person('one'))
    sessions.close(id)
    expect(sessions.use(id)).toBeUndefined()
    expect(sessions.use('made-up')).toBeUndefined()
  })
})

describe('the throttle', () => {
  it('lets some attempts through, then asks for waits that double', () => {
    const time = clock()
    const throttle = createThrottle(time.now)
    for (let attempt = 0; attempt < freeAttempts; attempt += 1) expect(throttle.attempt('a')).toBe(0)
    const first = throttle.attempt('a')
    expect(first).toBeGreaterThan(0)
    expect(throttle.attempt('b')).toBe(0)
    time.pass(first)
    expect(throttle.attempt('a')).toBe(0)
    expect(throttle.attempt('a')).toBe(2 * first)
  })

  it('forgets after a success', () => {
    const throttle = createThrottle(clock().now)
    for (let attempt = 0; attempt < freeAttempts - 1; attempt += 1) throttle.attempt('a')
    throttle.passed('a')
    for (let attempt = 0; attempt < freeAttempts; attempt += 1) expect(throttle.attempt('a')).toBe(0)
  })
})
