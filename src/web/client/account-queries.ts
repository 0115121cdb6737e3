/** One's own account, accounts for those who keep them, and showing who one is. */
import { queryOptions } from '@tanstack/react-query'
import type {
  AccountHistory,
  AccountList,
  NewAccount,
  OneTimePassword,
  OwnAccount,
  PasswordTrial,
  ProvisioningClients,
  ProvisioningToken,
  RecoveryCodes,
  Session,
  SignOnSites,
  TotpInvitation,
} from '#server/contract/index.ts'
import { change, read } from './request.ts'

export const ownAccountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => read<OwnAccount>('/account', {}, signal),
})

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => read<AccountList>('/accounts', {}, signal),
})

export const accountHistoryQuery = (account: string) =>
  queryOptions({
    queryKey: ['accounts', account],
    queryFn: ({ signal }) => read<AccountHistory>(`/accounts/${account}/events`, {}, signal),
  })

/** Where one may sign on instead; the site says it at its start. */
export const signOnSitesQuery = queryOptions({
  queryKey: ['sign-on'],
  queryFn: ({ signal }) => read<SignOnSites>('/session/sign-on', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const changePassword = (current: string, next: string) =>
  change<Session>('POST', '/account/password', { current, next })
export const tryPassword = (next: string) => change<PasswordTrial>('POST', '/account/password/trial', { next })
export const beginTotp = () => change<TotpInvitation>('POST', '/account/totp')
export const confirmTotp = (code: string) => change<RecoveryCodes>('POST', '/account/totp/confirm', { code })
export const removeTotp = () => change<OwnAccount>('DELETE', '/account/totp')
export const newRecoveryCodes = () => change<RecoveryCodes>('POST', '/account/recovery-codes')
export const removePasskey = (id: string) => change<OwnAccount>('DELETE', `/account/passkeys/${encodeURIComponent(id)}`)
export const endSession = (id: string) => change<OwnAccount>('DELETE', `/account/sessions/${id}`)
export const endOtherSessions = () => change<OwnAccount>('DELETE', '/account/sessions')

export const openAccount = (body: NewAccount) => change<OneTimePassword>('POST', '/accounts', body)
export const handOneTimePassword = (account: string, reason: string) =>
  change<OneTimePassword>('POST', `/accounts/${account}/one-time-password`, { reason })
export const grantRole = (account: string, role: string, reason: string) =>
  change<AccountList>('PUT', `/accounts/${account}/role`, { role, reason })
export const actOnAccount = (part: 'opening' | 'security', account: string, act: string, reason: string) =>
  change<AccountList>('POST', `/accounts/${account}/${part}`, { act, reason })

export const provisioningQuery = queryOptions({
  queryKey: ['provisioning'],
  queryFn: ({ signal }) => read<ProvisioningClients>('/provisioning-clients', {}, signal),
})
export const newProvisioningClient = (name: string, days: number) =>
  change<ProvisioningToken>('POST', '/provisioning-clients', { name, days })
export const endProvisioningClient = (id: string) =>
  change<ProvisioningClients>('DELETE', `/provisioning-clients/${id}`)

export const proveByCode = (code: string) => change<Session>('POST', '/session/code', { code })
export const proveByPassword = (password: string) => change<Session>('POST', '/session/proof', { password })

/** The browser's own part of passkeys is read when somebody uses one. */
const browserKeys = () => import('@simplewebauthn/browser')
type Asked = Parameters<Awaited<ReturnType<typeof browserKeys>>['startAuthentication']>[0]['optionsJSON']
type Wanted = Parameters<Awaited<ReturnType<typeof browserKeys>>['startRegistration']>[0]['optionsJSON']

/** The browser, or the person, put an end to it. */
export class PasskeyStopped extends Error {}

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  return ask().catch(() => {
    throw new PasskeyStopped()
  })
}

/** `/session/passkey` signs in; `/session/proof/passkey` shows again who is signed in. */
export async function answerPasskey(path: '/session/passkey' | '/session/proof/passkey'): Promise<Session> {
  const { startAuthentication } = await browserKeys()
  const optionsJSON = await change<Asked>('POST', `${path}/question`)
  return change<Session>('POST', path, await answered(() => startAuthentication({ optionsJSON })))
}

export async function enrolPasskey(name: string): Promise<OwnAccount> {
  const { startRegistration } = await browserKeys()
  const optionsJSON = await change<Wanted>('POST', '/account/passkeys/question')
  const answer = await answered(() => startRegistration({ optionsJSON }))
  return change<OwnAccount>('POST', '/account/passkeys', { name, answer })
}
