/** Codes of six figures from a shared secret and the time (RFC 6238), as every authenticator app makes them. */
import { Secret, TOTP } from 'otpauth'

const period = 30

export const newTotpSecret = (): Uint8Array => new Secret({ size: 20 }).bytes

const totpOf = (secret: Uint8Array, account: string): TOTP =>
  new TOTP({ issuer: '知人', label: account, period, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) })

/** What an app reads from the picture, and what a person types into it instead. */
export function totpInvitation(secret: Uint8Array, account: string): { readonly uri: string; readonly words: string } {
  const totp = totpOf(secret, account)
  return { uri: totp.toString(), words: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

/** The time step that a code is of, one step of drift to either side allowed; undefined for a wrong code. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / period) + delta
}
