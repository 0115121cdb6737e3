import { z } from 'zod'
import type { Account } from '../../access/account.ts'
import { gatekeeper } from '../../access/account.ts'
import type { OpenSession, Sessions } from '../../access/sessions.ts'
import type { Throttle } from '../../access/throttle.ts'
import { failure, type Session, session, signIn } from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { sessionCookie, sessionIdOf } from '../guard.ts'
import { signedOut, tooManyAttempts, wrongPassword } from '../refusal.ts'

export interface Entrance {
  readonly accounts: readonly Account[]
  readonly sessions: Sessions
  readonly throttle: Throttle
  /** Send the cookie over TLS only. */
  readonly secureCookies: boolean
}

/** The cookie is out of reach of scripts and never leaves with a request of another site. */
const cookie = (entrance: Entrance) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: entrance.secureCookies, signed: true }) as const

export function sessionRoutes(app: App, { records }: Desk, entrance: Entrance): void {
  const admit = gatekeeper(entrance.accounts)

  app.route({
    method: 'POST',
    url: '/session',
    config: { access: 'anyone' },
    schema: {
      summary: 'Sign in 登录',
      body: signIn,
      response: { 200: session, 401: failure, 429: failure },
    },
    async handler(request, reply) {
      const key = `${request.body.account}\n${request.ip}`
      const wait = entrance.throttle.attempt(key)
      if (wait > 0) throw tooManyAttempts(Math.ceil(wait / 1000))
      const account = await admit(request.body.account, request.body.password)
      if (!account) throw wrongPassword()
      entrance.throttle.passed(key)
      await records.commit({ actor: account.account, action: 'session.open' }, async () => undefined)
      const before = sessionIdOf(request)
      if (before !== undefined) entrance.sessions.close(before)
      const id = entrance.sessions.open(account)
      const opened = entrance.sessions.use(id)
      if (!opened) throw signedOut()
      return reply.setCookie(sessionCookie, id, cookie(entrance)).send(presentSession(opened))
    },
  })

  app.route({
    method: 'GET',
    url: '/session',
    config: { access: 'signed-in' },
    schema: { summary: 'Who is signed in 当前登录', response: { 200: session, 401: failure } },
    handler: async (request) => presentSession(visitorOf(request)),
  })

  app.route({
    method: 'DELETE',
    url: '/session',
    config: { access: 'signed-in' },
    schema: { summary: 'Sign out 退出', response: { 204: z.undefined(), 401: failure } },
    async handler(request, reply) {
      const id = sessionIdOf(request)
      if (id !== undefined) entrance.sessions.close(id)
      const actor = visitorOf(request).account.account
      await records.commit({ actor, action: 'session.close' }, async () => undefined)
      return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send()
    },
  })
}

const presentSession = ({ account, expiresAt }: OpenSession): Session => ({
  account: account.account,
  name: account.name,
  office: account.office,
  role: account.role,
  expiresAt: expiresAt.toISOString(),
})
