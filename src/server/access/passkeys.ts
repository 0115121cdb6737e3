/** Passkeys (WebAuthn level 3): a key in a device or a stick, unlocked by whoever holds it. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AccountStore } from '#records/index.ts'
import type { Account } from './account.ts'
import type { Entrance } from './entrance.ts'
import { passkeyRefused } from './refusals.ts'

/** Of which site: keys of one answer no other. */
export interface Site {
  readonly origin: string
  readonly host: string
}

const challengeMs = 5 * 60_000

export interface Passkeys {
  enrolmentOptions(account: Account, site: Site): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** @throws Refusal 422 `passkey-refused` */
  enrol(account: Account, site: Site, response: RegistrationResponseJSON, name: string): Promise<void>
  /** For somebody who is known, or for whoever has a key of this site. */
  options(site: Site, account?: Account): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Whose key it is. @throws Refusal 422 `passkey-refused` */
  prove(site: Site, response: AuthenticationResponseJSON, account?: Account): Promise<Account>
}

export function openPasskeys(store: AccountStore, { directory, now }: Pick<Entrance, 'directory' | 'now'>): Passkeys {
  async function put(challenge: string, account?: Account): Promise<void> {
    const at = now()
    const until = new Date(at.getTime() + challengeMs)
    await store.putChallenge({ challenge, until, at, ...(account && { account: account.account }) })
  }
  const take = (account?: Account) => (challenge: string) =>
    store.takeChallenge({ challenge, at: now(), ...(account && { account: account.account }) })

  return {
    async enrolmentOptions(account, { host }) {
      const { passkeys } = await store.readCredentials(account.account)
      const options = await generateRegistrationOptions({
        rpName: '知人',
        rpID: host,
        userName: account.account,
        userDisplayName: account.name.zh,
        userID: new TextEncoder().encode(account.account),
        attestationType: 'none',
        excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await put(options.challenge, account)
      return options
    },
    async enrol(account, { origin, host }, response, name) {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: take(account),
        expectedOrigin: origin,
        expectedRPID: host,
        requireUserVerification: true,
      }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
      if (!verified || !registrationInfo) throw passkeyRefused()
      const { id, publicKey, counter, transports } = registrationInfo.credential
      if (await store.readPasskey(id)) throw passkeyRefused()
      const passkey = { credentialId: id, name, publicKey, counter, transports: transports ?? [] }
      await store.addPasskey(account.account, passkey, { actor: account.account, at: now(), reason: '本人登记' })
    },
    async options({ host }, account) {
      const own = account ? (await store.readCredentials(account.account)).passkeys : []
      const options = await generateAuthenticationOptions({
        rpID: host,
        userVerification: 'required',
        allowCredentials: own.map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: [...transports],
        })),
      })
      await put(options.challenge, account)
      return options
    },
    async prove({ origin, host }, response, account) {
      const held = await store.readPasskey(response.id)
      const owner = held && directory.named(held.account)
      if (!held || !owner?.isOpen || (account && owner.account !== account.account)) throw passkeyRefused()
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: take(account),
        expectedOrigin: origin,
        expectedRPID: host,
        requireUserVerification: true,
        credential: {
          id: held.credentialId,
          publicKey: Uint8Array.from(held.publicKey),
          counter: held.counter,
        },
      }).catch(() => ({ verified: false, authenticationInfo: undefined }))
      if (!verified || !authenticationInfo) throw passkeyRefused()
      const isNext = await store.countPasskey(held.credentialId, authenticationInfo.newCounter, now())
      if (!isNext) throw passkeyRefused()
      return owner
    },
  }
}
