/** One's own account: password, authenticator, passkeys, recovery codes, and where one is signed in. */
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignInStep } from '#domain/account.ts'
import type { Records } from '#records/index.ts'
import { type Entrance, hasSecondFactor, type Knock } from '../../access/entrance.ts'
import type { Passkeys } from '../../access/passkeys.ts'
import { hashPassword, verifyPassword } from '../../access/password.ts'
import { faultOf, usedBefore, wordsOf } from '../../access/password-policy.ts'
import { strengthOf } from '../../access/password-strength.ts'
import { hashRecoveryCode, newRecoveryCodes } from '../../access/recovery-codes.ts'
import {
  currentWrong,
  enrolledAlready,
  factorNeeded,
  noSuchPasskey,
  noSuchSession,
  notEnrolling,
  passwordFault,
  unfinished,
  wrongCode,
} from '../../access/refusals.ts'
import type { OpenSession } from '../../access/sessions.ts'
import { totpInvitation as invitationOf, newTotpSecret, stepOfCode } from '../../access/totp.ts'
import {
  authenticatorQuestion,
  failure,
  newPasskey,
  type OwnAccount,
  ownAccount,
  passkeyParams,
  passwordChange,
  passwordOnTrial,
  passwordTrial,
  recoveryCodes,
  session,
  sessionParams,
  totpCode,
  totpInvitation,
} from '../../contract/index.ts'
import { type App, arrivalOf, visitorOf } from '../app.ts'
import { giveCookie, knockOf } from '../guard.ts'
import { signedOut } from '../refusal.ts'
import { answerSession, siteOf } from './session.ts'

const errors = { 401: failure, 403: failure, 404: failure, 409: failure, 422: failure, 429: failure }
const ownReason = '本人办理'

interface OwnDesk {
  readonly records: Records
  readonly entrance: Entrance
  readonly passkeys: Passkeys
}

/** The session where it may do this now: nothing is left to do, or this is what is left. */
function mayNow(request: FastifyRequest, step: SignInStep): OpenSession {
  const arrival = arrivalOf(request)
  if (arrival.step !== null && arrival.step !== step) throw unfinished(arrival.step)
  return arrival
}

export function accountRoutes(app: App, desk: OwnDesk): void {
  const { entrance } = desk

  app.route({
    method: 'GET',
    url: '/account',
    config: { access: 'arriving' },
    schema: { summary: 'One’s own account 我的账号', response: { 200: ownAccount, ...errors } },
    async handler(request) {
      const arrival = arrivalOf(request)
      if (arrival.step === 'second-factor') throw unfinished(arrival.step)
      return ownAccountOf(desk, arrival)
    },
  })

  app.route({
    method: 'POST',
    url: '/account/password',
    config: { access: 'arriving' },
    schema: { summary: 'Change the password 更换口令', body: passwordChange, response: { 200: session, ...errors } },
    async handler(request, reply) {
      const arrival = mayNow(request, 'password')
      await changeOwnPassword(desk, arrival, request.body, knockOf(request, entrance))
      entrance.sessions.forget(arrival.account.account)
      const step = await entrance.nextStep(arrival.account, arrival.factors)
      // The password alone makes nothing fresh where a second factor would be asked.
      const shown = (await entrance.isTwofold(arrival.account)) ? { step } : { step, factor: 'password' as const }
      return answerSession(reply, entrance, await entrance.sessions.advance(arrival, shown))
    },
  })

  app.route({
    method: 'POST',
    url: '/account/password/trial',
    config: { access: 'arriving' },
    schema: {
      summary: 'How a password would do 口令强度',
      body: passwordOnTrial,
      response: { 200: passwordTrial, ...errors },
    },
    async handler(request) {
      const { account } = mayNow(request, 'password')
      const { passwords } = await entrance.settings()
      const fault = faultOf(request.body.next, account, passwords)
      return { withstands: strengthOf(request.body.next, wordsOf(account)), fault: fault ?? null }
    },
  })

  totpRoutes(app, desk)
  passkeyRoutes(app, desk)
  ownSessionRoutes(app, desk)
}

async function changeOwnPassword(
  { records, entrance }: OwnDesk,
  { account, sessionId }: OpenSession,
  { current, next }: { readonly current: string; readonly next: string },
  from: Knock,
): Promise<void> {
  await entrance.proveByPassword(account, current, from).catch((refusal) => {
    throw refusal.code === 'wrong-password' ? currentWrong() : refusal
  })
  const { passwords: rules } = await entrance.settings()
  const fault = faultOf(next, account, rules)
  if (fault) throw passwordFault(fault)
  const { passwords } = await records.accounts.readCredentials(account.account)
  const used = await Promise.all(
    passwords.slice(0, Math.max(1, rules.remembered)).map(({ hash }) => verifyPassword(next, hash)),
  )
  if (used.includes(true)) throw passwordFault(usedBefore(rules.remembered))
  await records.accounts.changePassword(
    {
      account: account.account,
      password: { hash: await hashPassword(next) },
      keep: rules.remembered,
      session: sessionId,
    },
    { actor: account.account, at: entrance.now(), reason: ownReason },
  )
}

/** After a factor is added the session goes on to what is next, under another secret. */
async function goOn(
  reply: FastifyReply,
  { entrance }: OwnDesk,
  arrival: OpenSession,
  factor: 'totp' | 'passkey',
): Promise<OpenSession> {
  const step = await entrance.nextStep(arrival.account, [...arrival.factors, factor])
  const opened = await entrance.sessions.advance(arrival, { factor, step })
  if (!opened) throw signedOut()
  giveCookie(reply, entrance, opened.secret)
  return opened.session
}

async function newCodes({ records, entrance }: OwnDesk, account: string): Promise<{ codes: string[] }> {
  const { twoFactors } = await entrance.settings()
  const codes = newRecoveryCodes(twoFactors.recoveryCodes)
  await records.accounts.replaceRecoveryCodes(account, codes.map(hashRecoveryCode), {
    actor: account,
    at: entrance.now(),
    reason: ownReason,
  })
  return { codes: [...codes] }
}

function totpRoutes(app: App, desk: OwnDesk): void {
  const { records, entrance } = desk
  const { accounts } = records

  app.route({
    method: 'POST',
    url: '/account/totp',
    config: { access: 'arriving' },
    schema: { summary: 'Begin to enrol an authenticator 登记验证器', response: { 200: totpInvitation, ...errors } },
    async handler(request) {
      const arrival = mayNow(request, 'enrol')
      await entrance.demandFresh(arrival)
      const { account } = arrival.account
      if ((await accounts.readCredentials(account)).totp?.confirmedAt) throw enrolledAlready()
      const secret = newTotpSecret()
      await accounts.draftTotp(account, entrance.sealing.seal(secret, account), entrance.now())
      return invitationOf(secret, account)
    },
  })

  app.route({
    method: 'POST',
    url: '/account/totp/confirm',
    config: { access: 'arriving' },
    schema: {
      summary: 'Confirm it by a code 输入验证码确认',
      body: totpCode,
      response: { 200: recoveryCodes, ...errors },
    },
    async handler(request, reply) {
      const arrival = mayNow(request, 'enrol')
      const { account } = arrival.account
      const { totp } = await accounts.readCredentials(account)
      if (!totp || totp.confirmedAt) throw notEnrolling()
      const secret = entrance.sealing.open(totp.sealed, account)
      const step = secret && stepOfCode(secret, request.body.code, entrance.now())
      if (step === undefined || !(await accounts.takeTotpStep(account, step))) throw wrongCode()
      await accounts.confirmTotp(account, totp.sealed, { actor: account, at: entrance.now(), reason: ownReason })
      const codes = await newCodes(desk, account)
      await goOn(reply, desk, arrival, 'totp')
      return codes
    },
  })

  app.route({
    method: 'DELETE',
    url: '/account/totp',
    config: { access: 'signed-in' },
    schema: { summary: 'Remove the authenticator 移除验证器', response: { 200: ownAccount, ...errors } },
    async handler(request) {
      const visitor = visitorOf(request)
      await entrance.demandFresh(visitor)
      const { account } = visitor.account
      const { totp, passkeys } = await accounts.readCredentials(account)
      if (!totp?.confirmedAt) throw notEnrolling()
      if (passkeys.length === 0) await refuseWithout(desk, visitor)
      await accounts.removeTotp(account, { actor: account, at: entrance.now(), reason: ownReason })
      return ownAccountOf(desk, visitor)
    },
  })

  app.route({
    method: 'POST',
    url: '/account/recovery-codes',
    config: { access: 'signed-in' },
    schema: { summary: 'New recovery codes 更换备用码', response: { 200: recoveryCodes, ...errors } },
    async handler(request) {
      const visitor = visitorOf(request)
      await entrance.demandFresh(visitor)
      if (!hasSecondFactor(await accounts.readCredentials(visitor.account.account))) throw notEnrolling()
      return newCodes(desk, visitor.account.account)
    },
  })
}

/** @throws Refusal 422 where the role of the account asks for a second factor and this is the last */
async function refuseWithout({ entrance }: OwnDesk, { account }: OpenSession): Promise<void> {
  const { twoFactors } = await entrance.settings()
  if (twoFactors.roles.has(account.role) && !account.isDemo) throw factorNeeded()
}

function passkeyRoutes(app: App, desk: OwnDesk): void {
  const { records, entrance, passkeys } = desk

  app.route({
    method: 'POST',
    url: '/account/passkeys/question',
    config: { access: 'arriving' },
    schema: { summary: 'Begin to enrol a passkey 登记通行密钥', response: { 200: authenticatorQuestion, ...errors } },
    async handler(request) {
      const arrival = mayNow(request, 'enrol')
      await entrance.demandFresh(arrival)
      return { ...(await passkeys.enrolmentOptions(arrival.account, siteOf(request, entrance))) }
    },
  })

  app.route({
    method: 'POST',
    url: '/account/passkeys',
    config: { access: 'arriving' },
    schema: { summary: 'Keep a passkey 保存通行密钥', body: newPasskey, response: { 200: ownAccount, ...errors } },
    async handler(request, reply) {
      const arrival = mayNow(request, 'enrol')
      const { name, answer } = request.body
      const response = answer as unknown as RegistrationResponseJSON
      await passkeys.enrol(arrival.account, siteOf(request, entrance), response, name)
      return ownAccountOf(desk, await goOn(reply, desk, arrival, 'passkey'))
    },
  })

  app.route({
    method: 'DELETE',
    url: '/account/passkeys/:passkeyId',
    config: { access: 'signed-in' },
    schema: {
      summary: 'Remove a passkey 移除通行密钥',
      params: passkeyParams,
      response: { 200: ownAccount, ...errors },
    },
    async handler(request) {
      const visitor = visitorOf(request)
      await entrance.demandFresh(visitor)
      const { account } = visitor.account
      const held = await records.accounts.readCredentials(account)
      if (!held.passkeys.some(({ credentialId }) => credentialId === request.params.passkeyId)) throw noSuchPasskey()
      if (!held.totp?.confirmedAt && held.passkeys.length === 1) await refuseWithout(desk, visitor)
      const act = { actor: account, at: entrance.now(), reason: ownReason }
      await records.accounts.removePasskey(account, request.params.passkeyId, act)
      return ownAccountOf(desk, visitor)
    },
  })
}

function ownSessionRoutes(app: App, desk: OwnDesk): void {
  const { sessions } = desk.entrance

  app.route({
    method: 'DELETE',
    url: '/account/sessions',
    config: { access: 'signed-in' },
    schema: { summary: 'End all other sessions 退出其他登录', response: { 200: ownAccount, ...errors } },
    async handler(request) {
      const visitor = visitorOf(request)
      const { account } = visitor.account
      await sessions.close({ except: visitor.sessionId }, account, account)
      return ownAccountOf(desk, visitor)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/account/sessions/:sessionId',
    config: { access: 'signed-in' },
    schema: {
      summary: 'End one of one’s sessions 退出一次登录',
      params: sessionParams,
      response: { 200: ownAccount, ...errors },
    },
    async handler(request) {
      const visitor = visitorOf(request)
      const { account } = visitor.account
      const ended = await sessions.close({ only: request.params.sessionId }, account, account)
      if (ended === 0) throw noSuchSession()
      return ownAccountOf(desk, visitor)
    },
  })
}

async function ownAccountOf({ records, entrance }: OwnDesk, { account, sessionId }: OpenSession): Promise<OwnAccount> {
  const [held, open, { passwords, twoFactors }] = await Promise.all([
    records.accounts.readCredentials(account.account),
    entrance.sessions.list(account.account),
    entrance.settings(),
  ])
  const [current] = held.passwords
  const changeBy = current && !account.isDemo ? new Date(current.setAt.getTime() + passwords.longestMs) : undefined
  const { leastLength, leastKinds, guessesPower, remembered } = passwords
  return {
    account: account.account,
    name: account.name,
    office: account.office,
    password: current ? { setAt: current.setAt.toISOString(), changeBy: changeBy?.toISOString() ?? null } : null,
    rules: { leastLength, leastKinds, guessesPower, remembered },
    isTwofold: twoFactors.roles.has(account.role) && !account.isDemo,
    totp: held.totp?.confirmedAt ? { since: held.totp.confirmedAt.toISOString() } : null,
    passkeys: held.passkeys.map(({ credentialId, name, addedAt, usedAt }) => ({
      passkeyId: credentialId,
      name,
      addedAt: addedAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
    recoveryLeft: held.recoveryLeft,
    sessions: open.map((one) => ({
      sessionId: one.sessionId,
      openedAt: one.openedAt.toISOString(),
      seenAt: one.seenAt.toISOString(),
      address: one.address,
      browser: one.browser,
      isThis: one.sessionId === sessionId,
    })),
  }
}
