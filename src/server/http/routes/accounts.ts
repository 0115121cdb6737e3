/** Accounts, kept by two: the administrator opens and closes them, the security officer says what each may do. */
import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Records } from '#records/index.ts'
import type { Entrance } from '../../access/entrance.ts'
import { hashPassword } from '../../access/password.ts'
import { mayUse } from '../../access/permission.ts'
import { noAccount, ownAccount } from '../../access/refusals.ts'
import {
  type AccountAct,
  type AccountHistory,
  type AccountList,
  accountGrant,
  accountHistory,
  accountList,
  accountOpening,
  accountParams,
  accountReason,
  accountRole,
  accountSecurity,
  failure,
  newAccount,
  type OneTimePassword,
  oneTimePassword,
} from '../../contract/index.ts'
import { presentOfficer } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'

const errors = { 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }

interface AccountDesk {
  readonly records: Records
  readonly entrance: Entrance
}

export function accountsRoutes(app: App, desk: AccountDesk): void {
  app.route({
    method: 'GET',
    url: '/accounts',
    config: { access: 'account-list' },
    schema: { summary: 'Accounts 账号', response: { 200: accountList, ...errors } },
    handler: (request) => listed(desk, request),
  })

  app.route({
    method: 'GET',
    url: '/accounts/:account/events',
    config: { access: 'account-list' },
    schema: {
      summary: 'What happened to an account 账号变动',
      params: accountParams,
      response: { 200: accountHistory, ...errors },
    },
    async handler(request): Promise<AccountHistory> {
      const { account } = request.params
      const { directory } = desk.entrance
      if (!directory.named(account)) throw noAccount(account)
      const events = await desk.records.accounts.readAccountEvents(account)
      return {
        events: events.map(({ kind, detail, reason, by, at }) => ({
          kind,
          role: accountRole.safeParse(detail?.role).data ?? null,
          reason,
          by: presentOfficer(directory.accounts, by).name,
          at: at.toISOString(),
        })),
      }
    },
  })

  openingRoutes(app, desk)
  rightsRoutes(app, desk)
}

/** What every one of these asks: another account that is there, by somebody who lately showed who it is. */
async function another({ entrance }: AccountDesk, request: FastifyRequest, account: string): Promise<string> {
  const visitor = visitorOf(request)
  if (!entrance.directory.named(account)) throw noAccount(account)
  if (visitor.account.account === account) throw ownAccount()
  await entrance.demandFresh(visitor)
  return visitor.account.account
}

function openingRoutes(app: App, desk: AccountDesk): void {
  const { records, entrance } = desk

  app.route({
    method: 'POST',
    url: '/accounts',
    config: { access: 'accounts' },
    schema: { summary: 'Open an account 开账号', body: newAccount, response: { 201: oneTimePassword, ...errors } },
    async handler(request, reply) {
      const { account, name, office, reason } = request.body
      const visitor = visitorOf(request)
      await entrance.demandFresh(visitor)
      const made = await madeUp(entrance)
      const opening = { account, name, office, role: 'none', password: made.stored } as const
      await records.accounts.openAccount(opening, { actor: visitor.account.account, at: entrance.now(), reason })
      await changed(entrance, account)
      return reply.code(201).send({ account, ...made.told })
    },
  })

  app.route({
    method: 'POST',
    url: '/accounts/:account/one-time-password',
    config: { access: 'accounts' },
    schema: {
      summary: 'Hand out a one-time password 发放一次性口令',
      params: accountParams,
      body: accountReason,
      response: { 200: oneTimePassword, ...errors },
    },
    async handler(request): Promise<OneTimePassword> {
      const { account } = request.params
      const actor = await another(desk, request, account)
      const [made, { passwords }] = await Promise.all([madeUp(entrance), entrance.settings()])
      await records.accounts.resetPassword(
        { account, password: made.stored, keep: passwords.remembered, keepsRole: false },
        { actor, at: entrance.now(), reason: request.body.reason },
      )
      await entrance.throttle.release(account)
      await changed(entrance, account)
      return { account, ...made.told }
    },
  })

  app.route({
    method: 'POST',
    url: '/accounts/:account/opening',
    config: { access: 'accounts' },
    schema: {
      summary: 'Close or reopen an account 停用、启用账号',
      params: accountParams,
      body: accountOpening,
      response: { 200: accountList, ...errors },
    },
    handler: (request) => act(desk, request, request.params.account, request.body),
  })
}

function rightsRoutes(app: App, desk: AccountDesk): void {
  const { records, entrance } = desk

  app.route({
    method: 'PUT',
    url: '/accounts/:account/role',
    config: { access: 'rights' },
    schema: {
      summary: 'Say what an account may do 授予角色',
      params: accountParams,
      body: accountGrant,
      response: { 200: accountList, ...errors },
    },
    async handler(request) {
      const { account } = request.params
      const { role, reason } = request.body
      const actor = await another(desk, request, account)
      await records.accounts.setRole(account, role, { actor, at: entrance.now(), reason })
      await changed(entrance, account)
      return listed(desk, request)
    },
  })

  app.route({
    method: 'POST',
    url: '/accounts/:account/security',
    config: { access: 'rights' },
    schema: {
      summary: 'Unlock, reset factors, end sessions 解锁、重置鉴别、强制退出',
      params: accountParams,
      body: accountSecurity,
      response: { 200: accountList, ...errors },
    },
    handler: (request) => act(desk, request, request.params.account, request.body),
  })
}

async function act(
  desk: AccountDesk,
  request: FastifyRequest,
  account: string,
  { act: kind, reason }: { readonly act: AccountAct; readonly reason: string },
): Promise<AccountList> {
  const { records, entrance } = desk
  const { accounts } = records
  const by = { actor: await another(desk, request, account), at: entrance.now(), reason }
  const acts: Record<AccountAct, () => Promise<unknown>> = {
    close: () => accounts.setOpen(account, false, by),
    reopen: () => accounts.setOpen(account, true, by),
    unlock: () => accounts.recordUnlock(account, by),
    'reset-factors': () => accounts.resetFactors(account, by),
    'end-sessions': () => accounts.endSessions(account, by),
  }
  await acts[kind]()
  if (kind === 'unlock') await entrance.throttle.release(account)
  await changed(entrance, account)
  return listed(desk, request)
}

/** What another process sees in a moment, this one sees at once. */
async function changed({ directory, sessions }: Entrance, account: string): Promise<void> {
  sessions.forget(account)
  await directory.refresh({ atOnce: true })
}

/** A password that nobody chose: told once, kept as a hash, dead after a while. */
async function madeUp(entrance: Entrance) {
  const { passwords } = await entrance.settings()
  const password = randomBytes(12).toString('base64url')
  const until = new Date(entrance.now().getTime() + passwords.oneTimeMs)
  return {
    stored: { hash: await hashPassword(password), oneTimeUntil: until },
    told: { password, until: until.toISOString() },
  }
}

async function listed({ records, entrance }: AccountDesk, request: FastifyRequest): Promise<AccountList> {
  const { account: self } = visitorOf(request)
  const everybody = await records.accounts.readAccounts()
  const [locked, twofold, sessions] = await Promise.all([
    entrance.throttle.locked(everybody.map(({ account }) => account)),
    records.accounts.readTwofold(),
    entrance.sessions.count(),
  ])
  return {
    accounts: everybody.map(({ account, name, office, role, isOpen, openedAt }) => ({
      account,
      name,
      office,
      role,
      state: !isOpen ? 'closed' : locked.has(account) ? 'locked' : 'open',
      lockedUntil: locked.get(account)?.toISOString() ?? null,
      openedAt: openedAt.toISOString(),
      isTwofold: twofold.has(account),
      sessions: sessions.get(account) ?? 0,
      isSelf: account === self.account,
    })),
    mayOpen: mayUse(self.role, 'accounts'),
    mayGrant: mayUse(self.role, 'rights'),
  }
}
