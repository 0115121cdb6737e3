/** The way in: what is asked of whoever signs in, in which order, and what a session still needs. */
import { randomBytes } from 'node:crypto'
import type { Factor, SignInStep } from '#domain/account.ts'
import type { Credentials, Records } from '#records/index.ts'
import type { Account } from './account.ts'
import { type Directory, openDirectory } from './directory.ts'
import { browserOf } from './known-browsers.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { accountLocked, oneTimeOver, staleProof, tooManyAttempts, wrongCode, wrongPassword } from './refusals.ts'
import type { Sealing } from './sealing.ts'
import { createSessions, type OpenSession, type Sessions } from './sessions.ts'
import type { AccessSettings } from './settings.ts'
import { createThrottle, type Throttle, type Whence } from './throttle.ts'
import { stepOfCode } from './totp.ts'

/** Who knocks: the address, and the mark that the browser carries. */
export interface Knock {
  readonly address: string
  readonly mark: string | undefined
}

export interface Admission {
  readonly account: Account
  readonly factors: readonly Factor[]
  readonly step: SignInStep | null
}

export interface Entrance {
  readonly directory: Directory
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly sealing: Sealing
  settings(): Promise<AccessSettings>
  now(): Date
  /** Send the cookie over TLS only. */
  readonly secureCookies: boolean
  /** By name and password. @throws Refusal 401, 429 */
  admit(name: string, password: string, from: Knock): Promise<Admission>
  /** Checks a code of the authenticator, or a recovery code. @throws Refusal 422, 429 */
  proveByCode(account: Account, code: string, from: Knock): Promise<Factor>
  /** Checks the password again. @throws Refusal 401, 429 */
  proveByPassword(account: Account, password: string, from: Knock): Promise<void>
  /** Has it a second factor? */
  isTwofold(account: Account): Promise<boolean>
  /** What an account must still do once these factors are shown. */
  nextStep(account: Account, factors: readonly Factor[]): Promise<SignInStep | null>
  /** @throws Refusal 403 `proof-stale` where who it is was not shown lately */
  demandFresh(session: OpenSession): Promise<void>
}

export interface EntranceOptions {
  readonly records: Records
  readonly settings: () => Promise<AccessSettings>
  readonly sealing: Sealing
  readonly now: () => number
  readonly secureCookies: boolean
}

/** A passkey is two factors, the key and who holds it; and so is signing on elsewhere where that site asks for two. */
const worthTwo: ReadonlySet<Factor> = new Set(['passkey', 'twofold-sign-on', 'totp', 'recovery-code'])

export const hasSecondFactor = ({ totp, passkeys }: Credentials): boolean =>
  totp?.confirmedAt != null || passkeys.length > 0

export async function openEntrance(options: EntranceOptions): Promise<Entrance> {
  const { records, sealing, secureCookies } = options
  const store = records.accounts
  const directory = await openDirectory(records)
  const settings = remembered(options.settings)
  const now = (): Date => new Date(options.now())
  const sessions = createSessions({ store, directory, settings, now: options.now })
  const throttle = createThrottle(store, settings, options.now)
  const nobody = hashPassword(randomBytes(16).toString('hex'))

  /** Counts an attempt, and says why it may not be made. An account that is not there is answered like one that is. */
  async function mayTry(name: string, { address, mark }: Knock): Promise<Whence> {
    const from = { address, knownBrowser: browserOf(sealing, mark, name) }
    const held = await throttle.attempt(name, from)
    if (!held) return from
    if (!held.isLocked) throw tooManyAttempts(Math.ceil(held.waitMs / 1000))
    throw accountLocked(Math.ceil(held.waitMs / 60_000))
  }

  /** What was typed as a name stands in the audit only where it is one: people type passwords there by mistake. */
  async function refused(account: Account | undefined, by: string): Promise<void> {
    const detail = account ? { account: account.account, by } : { by }
    await records.commit({ actor: 'system', action: 'session.refused', detail }, async () => undefined)
    // Asked of nobody's account too: an answer takes as long whether it is there or not.
    const isLocked = (await throttle.locked([account?.account ?? ''])).size > 0
    if (account && isLocked) await store.recordLock(account.account, { actor: 'system', at: now(), reason: '连续输错' })
  }

  /** An unknown name takes as long as a wrong password. */
  async function holdsPassword(name: string, password: string): Promise<Credentials | undefined> {
    const [credentials, spare] = await Promise.all([store.readCredentials(name), nobody])
    const [current] = credentials.passwords
    const matches = await verifyPassword(password, current?.hash ?? spare)
    if (!matches || !current || !directory.named(name)?.isOpen) return undefined
    if (isOutdated(current.hash)) await store.rehashPassword(name, current.hash, await hashPassword(password))
    return credentials
  }

  async function nextStep(account: Account, factors: readonly Factor[]): Promise<SignInStep | null> {
    const [credentials, { passwords, twoFactors }] = await Promise.all([
      store.readCredentials(account.account),
      settings(),
    ])
    const isTwofold = factors.some((factor) => worthTwo.has(factor))
    if (hasSecondFactor(credentials) && !isTwofold) return 'second-factor'
    const [current] = credentials.passwords
    const isOld = current && now().getTime() - current.setAt.getTime() > passwords.longestMs
    const isDue = current?.oneTimeUntil != null || (isOld && !account.isDemo)
    if (isDue && factors.includes('password')) return 'password'
    if (twoFactors.roles.has(account.role) && !isTwofold && !account.isDemo) return 'enrol'
    return null
  }

  return {
    directory,
    sessions,
    throttle,
    sealing,
    settings,
    now,
    secureCookies,
    nextStep,
    isTwofold: async ({ account }) => hasSecondFactor(await store.readCredentials(account)),
    async admit(name, password, knock) {
      await directory.refresh()
      const from = await mayTry(name, knock)
      const credentials = await holdsPassword(name, password)
      const account = directory.named(name)
      if (!credentials || !account) {
        await refused(account, 'password')
        throw wrongPassword()
      }
      demandInTime(credentials)
      const factors: readonly Factor[] = ['password']
      const step = await nextStep(account, factors)
      // Until the second factor is shown too, wrong codes count with wrong passwords.
      if (step !== 'second-factor') await throttle.passed(name, from)
      return { account, factors, step }
    },
    async proveByCode(account, code, knock) {
      const { account: name } = account
      const from = await mayTry(name, knock)
      const factor = await factorOf(name, code)
      if (!factor) {
        await refused(account, 'code')
        throw wrongCode()
      }
      await throttle.passed(name, from)
      return factor
    },
    async proveByPassword(account, password, knock) {
      const from = await mayTry(account.account, knock)
      const credentials = await holdsPassword(account.account, password)
      if (!credentials) {
        await refused(account, 'password')
        throw wrongPassword()
      }
      demandInTime(credentials)
      await throttle.passed(account.account, from)
    },
    async demandFresh({ freshAt }) {
      const { sessions: limits } = await settings()
      if (now().getTime() - freshAt.getTime() > limits.freshMs) throw staleProof()
    },
  }

  function demandInTime({ passwords: [current] }: Credentials): void {
    if (current?.oneTimeUntil && current.oneTimeUntil < now()) throw oneTimeOver()
  }

  async function factorOf(name: string, code: string): Promise<Factor | undefined> {
    const { totp } = await store.readCredentials(name)
    const secret = totp?.confirmedAt ? sealing.open(totp.sealed, name) : undefined
    const step = secret && stepOfCode(secret, code.replace(/\s/g, ''), now())
    if (step !== undefined) return (await store.takeTotpStep(name, step)) ? 'totp' : undefined
    const act = { actor: name, at: now(), reason: '登录' }
    return (await store.takeRecoveryCode(name, hashRecoveryCode(code), act)) ? 'recovery-code' : undefined
  }
}

/** The figures of the place change rarely, and every request asks for them. */
function remembered<T>(read: () => Promise<T>, forMs = 5000): () => Promise<T> {
  let last: { readonly value: Promise<T>; readonly at: number } | undefined
  return () => {
    const at = performance.now()
    if (!last || at - last.at > forMs) {
      const value = read()
      last = { value, at }
      value.catch(() => {
        last = undefined
      })
    }
    return last.value
  }
}
