/** Signing on elsewhere: who comes back from another site, and which account of this one that is. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { accountPattern, type Factor, isKeeper, type SignInStep } from '#domain/account.ts'
import type { Text } from '#domain/text.ts'
import type { Records } from '#records/index.ts'
import type { Account } from '../account.ts'
import type { Entrance } from '../entrance.ts'
import { openCas } from './cas.ts'
import { openOidc } from './oidc.ts'
import type { Identity, Provider } from './provider.ts'
import type { SignOnSite } from './site-file.ts'

/** Why nobody was let in; the page of signing in says it in words. */
export const signOnFailures = ['sign-on-away', 'sign-on-refused', 'sign-on-unknown', 'sign-on-keeper'] as const
export type SignOnFailure = (typeof signOnFailures)[number]

export class SignOnRefused extends Error {
  readonly code: SignOnFailure

  constructor(code: SignOnFailure, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

export interface SignOnDesk {
  readonly providers: readonly { readonly id: string; readonly name: Text }[]
  /** Where the browser goes, and what it carries until it is back. @throws SignOnRefused */
  begin(id: string, from: string): Promise<{ readonly url: string; readonly carried: string }>
  /** @throws SignOnRefused */
  finish(id: string, query: string, carried: string | undefined): Promise<SignedOn>
  /** Where the browser signs out there too; null where it need not. */
  leaveAt(id: string | undefined): Promise<string | null>
}

export interface SignedOn {
  readonly account: Account
  readonly factors: readonly Factor[]
  readonly step: SignInStep | null
  /** The page to go on with. */
  readonly from: string
}

const carriedShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  from: z.string(),
})
export const flowMs = 10 * 60_000

const secret = (): string => randomBytes(32).toString('base64url')
const owner = (id: string): string => `sign-on\n${id}`

/** Never taken for a challenge of passkeys, which are kept beside. */
const onceOf = (state: string): string => `sign-on ${state}`

/** Only an address of this workbench may be returned to. */
const safeReturn = (from: string): string =>
  from.startsWith('/') && !from.startsWith('//') && !from.includes('\\') && from.length < 2000 ? from : '/'

export const returnPath = (id: string): string => `/api/session/sign-on/${id}/return`

export function openSignOnDesk(
  { site, providers: given }: SignOnSite,
  records: Records,
  entrance: Entrance,
): SignOnDesk {
  const { accounts: store } = records
  const { directory, sealing, now } = entrance
  const providers: readonly Provider[] = given.map((one) => {
    const back = `${site}${returnPath(one.id)}`
    return one.protocol === 'oidc' ? openOidc(one, back, site) : openCas(one, back, site)
  })

  function providerOf(id: string): Provider {
    const provider = providers.find((one) => one.id === id)
    if (!provider) throw new SignOnRefused('sign-on-away')
    return provider
  }

  async function refused(id: string, code: SignOnFailure, cause?: unknown): Promise<never> {
    const detail = { by: 'single-sign-on', provider: id, code }
    await records.commit({ actor: 'system', action: 'session.refused', detail }, async () => undefined)
    throw new SignOnRefused(code, cause)
  }

  /** Accounts are never made by the way, unless the site says so; and then they may do nothing. */
  async function accountOf({ id, opens }: Provider, { account: named, name }: Identity): Promise<Account> {
    await directory.refresh({ atOnce: true })
    const held = directory.named(named)
    if (!held && opens && accountPattern.test(named)) {
      const called = name?.trim().slice(0, 60) || named
      const opening = {
        account: named,
        name: { zh: called, en: called },
        office: { zh: '单点登录', en: 'Single sign-on' },
        role: 'none',
      } as const
      await store.openAccount(opening, { actor: 'system', at: now(), reason: `首次单点登录（${id}）` })
      await directory.refresh({ atOnce: true })
    }
    const account = held ?? directory.named(named)
    if (!account?.isOpen) return refused(id, 'sign-on-unknown')
    // Whoever keeps the other site must not be able to be a keeper of this one.
    if (isKeeper(account.role)) return refused(id, 'sign-on-keeper')
    return account
  }

  return {
    providers,
    async begin(id, from) {
      const provider = providerOf(id)
      const flow = { state: secret(), nonce: secret(), verifier: secret() }
      const url = await provider.begin(flow).catch((cause) => {
        throw new SignOnRefused('sign-on-away', cause)
      })
      await store.putChallenge({ challenge: onceOf(flow.state), until: new Date(now().getTime() + flowMs), at: now() })
      const carried = JSON.stringify({ ...flow, from: safeReturn(from) })
      return { url: url.href, carried: sealing.seal(Buffer.from(carried), owner(id)).toString('base64url') }
    },
    async finish(id, query, carried) {
      const provider = providerOf(id)
      const opened = carried && sealing.open(Buffer.from(carried, 'base64url'), owner(id))?.toString()
      const flow = opened ? carriedShape.parse(JSON.parse(opened)) : undefined
      // Each is for one way back, in any process.
      const isFirst = flow && (await store.takeChallenge({ challenge: onceOf(flow.state), at: now() }))
      // Not even written down: anybody may come here with nothing as often as he likes.
      if (!flow || !isFirst) throw new SignOnRefused('sign-on-refused')
      const back = new URL(`${site}${returnPath(id)}${query}`)
      const identity = await provider.finish(back, flow).catch((cause) => refused(id, 'sign-on-refused', cause))
      const account = await accountOf(provider, identity)
      const factors: readonly Factor[] = [provider.twofold ? 'twofold-sign-on' : 'single-sign-on']
      return { account, factors, step: await entrance.nextStep(account, factors), from: flow.from }
    },
    async leaveAt(id) {
      const provider = providers.find((one) => one.id === id)
      // Signing out here must not fail because the other site does.
      const url = await provider?.leaveAt().catch(() => undefined)
      return url?.href ?? null
    },
  }
}
