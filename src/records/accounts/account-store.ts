/**
 * Accounts, by what they sign in, and who is signed in. Whatever changes an account is written with an audit entry; the
 * counting of wrong attempts, challenges, and that a session is in use are not, since they happen with every request.
 */
import type { Pool } from 'pg'
import * as credentials from './credentials.ts'
import * as guesses from './guesses.ts'
import * as provisioning from './provisioning.ts'
import * as sessions from './sessions.ts'
import * as standing from './standing.ts'

const { accountsVersion, readAccounts, readAccountEvents, insertPassword: _, ...standingChanges } = standing
const { readCredentials, readPasskey, readTwofold, ...credentialChanges } = credentials
const { findSession, readSessions, countSessions, ...sessionChanges } = sessions
const { readWaits, ...guessChanges } = guesses
const { findProvisioningClient, readProvisioningClients, ...provisioningChanges } = provisioning

const reads = {
  accountsVersion,
  readAccounts,
  readAccountEvents,
  readCredentials,
  readPasskey,
  readTwofold,
  findSession,
  readSessions,
  countSessions,
  readWaits,
  findProvisioningClient,
  readProvisioningClients,
}
const writes = { ...standingChanges, ...credentialChanges, ...sessionChanges, ...guessChanges, ...provisioningChanges }

type Bound<T> = T extends (pool: Pool, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never
type BoundAll<T> = { readonly [Name in keyof T]: Bound<T[Name]> }

/** The functions of this folder over the records. */
export type AccountStore = BoundAll<typeof reads & typeof writes>

const over = (pool: Pool, parts: object): object =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, (...rest: unknown[]): unknown => part(pool, ...rest)]),
  )

export const openAccountStore = (reading: Pool, writing: Pool): AccountStore =>
  ({ ...over(reading, reads), ...over(writing, writes) }) as AccountStore
