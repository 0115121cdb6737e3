/** OpenID Connect Core 1.0, code flow with PKCE (RFC 7636): state, nonce, issuer, audience, time and signature are checked. */
import * as oidc from 'openid-client'
import { type Identity, type Provider, patienceSeconds } from './provider.ts'
import type { OidcProvider } from './site-file.ts'

export function openOidc(given: OidcProvider, returnAddress: string, site: string): Provider {
  const { id, name, opens, twofold, issuer, client, secret, account } = given
  let known: Promise<oidc.Configuration> | undefined
  /** Asked once; again where it could not be asked. */
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= oidc
      .discovery(new URL(issuer), client, {}, secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret), {
        execute: [
          oidc.enableNonRepudiationChecks,
          // Only addresses of this machine get here without TLS.
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
        timeout: patienceSeconds,
      })
      .catch((failure) => {
        known = undefined
        throw failure
      })
    return known
  }
  return {
    id,
    name,
    opens,
    twofold,
    async begin({ state, nonce, verifier }) {
      return oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnAddress,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
    },
    async finish(back, { state, nonce, verifier }): Promise<Identity> {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      const named = claims?.[account]
      if (typeof named !== 'string') throw new Error(`the identity token has no ${account}`)
      return { account: named, name: typeof claims?.name === 'string' ? claims.name : undefined }
    },
    async leaveAt() {
      const configured = await configuration()
      if (configured.serverMetadata().end_session_endpoint === undefined) return undefined
      return oidc.buildEndSessionUrl(configured, { post_logout_redirect_uri: `${site}/login` })
    },
  }
}
