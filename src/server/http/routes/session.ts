import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Factor } from '#domain/account.ts'
import type { Entrance } from '../../access/entrance.ts'
import type { Passkeys, Site } from '../../access/passkeys.ts'
import { secondFactorNeeded } from '../../access/refusals.ts'
import type { OpenSession, SessionOrigin, SessionSecret } from '../../access/sessions.ts'
import type { SignOnDesk } from '../../access/sign-on/sign-on-desk.ts'
import {
  authenticatorAnswer,
  authenticatorQuestion,
  failure,
  leaving,
  passwordProof,
  type Session,
  session,
  signIn,
  signInCode,
} from '../../contract/index.ts'
import { type App, arrivalOf, visitorOf } from '../app.ts'
import { giveCookie, giveMark, knockOf, secretOf, takeCookie } from '../guard.ts'
import { signedOut } from '../refusal.ts'
import { forgetSite, siteSignedOn } from './sign-on.ts'

const answers = { 200: session, 401: failure, 422: failure, 429: failure }

export const originOf = (request: FastifyRequest): SessionOrigin => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
})

/** The site as the browser knows it: the guard against foreign hosts has let its name through. */
export const siteOf = (request: FastifyRequest, { secureCookies }: Entrance): Site => ({
  origin: `${secureCookies ? 'https' : request.protocol}://${request.host}`,
  host: request.hostname,
})

/** Gives the browser the new secret; the one that it had opens nothing any more. */
export function answerSession(
  reply: FastifyReply,
  entrance: Entrance,
  opened: SessionSecret | undefined,
): FastifyReply {
  if (!opened) throw signedOut()
  giveCookie(reply, entrance, opened.secret)
  if (opened.session.step !== 'second-factor') giveMark(reply, entrance, opened.session.account.account)
  return reply.send(presentSession(opened.session))
}

/** Signing in and out. */
export function sessionRoutes(app: App, entrance: Entrance, passkeys: Passkeys, signOn?: SignOnDesk): void {
  const { sessions } = entrance

  app.route({
    method: 'POST',
    url: '/session',
    config: { access: 'anyone' },
    schema: { summary: 'Sign in 登录', body: signIn, response: answers },
    async handler(request, reply) {
      const { account: name, password } = request.body
      const { account, factors, step } = await entrance.admit(name, password, knockOf(request, entrance))
      await endFormer(request)
      return answerSession(reply, entrance, await sessions.open(account, { factors, step }, originOf(request)))
    },
  })

  app.route({
    method: 'POST',
    url: '/session/passkey/question',
    config: { access: 'anyone' },
    schema: { summary: 'Ask for a passkey 请求通行密钥', response: { 200: authenticatorQuestion } },
    handler: async (request) => ({ ...(await passkeys.options(siteOf(request, entrance))) }),
  })

  app.route({
    method: 'POST',
    url: '/session/passkey',
    config: { access: 'anyone' },
    schema: { summary: 'Sign in with a passkey 用通行密钥登录', body: authenticatorAnswer, response: answers },
    async handler(request, reply) {
      const account = await passkeys.prove(siteOf(request, entrance), answerIn(request.body))
      const factors: readonly Factor[] = ['passkey']
      const step = await entrance.nextStep(account, factors)
      await endFormer(request)
      return answerSession(reply, entrance, await sessions.open(account, { factors, step }, originOf(request)))
    },
  })

  app.route({
    method: 'GET',
    url: '/session',
    config: { access: 'arriving' },
    schema: { summary: 'Who is signed in 当前登录', response: { 200: session, 401: failure } },
    handler: async (request) => presentSession(arrivalOf(request)),
  })

  app.route({
    method: 'DELETE',
    url: '/session',
    config: { access: 'arriving' },
    schema: { summary: 'Sign out 退出', response: { 200: leaving, 204: z.undefined(), 401: failure } },
    async handler(request, reply) {
      const { account, sessionId } = arrivalOf(request)
      await sessions.close({ only: sessionId }, account.account, account.account)
      takeCookie(reply, entrance)
      const leaveAt = (await signOn?.leaveAt(siteSignedOn(request, entrance))) ?? null
      forgetSite(reply, entrance)
      return leaveAt === null ? reply.code(204).send() : reply.send({ leaveAt })
    },
  })

  proofRoutes(app, entrance, passkeys)

  /** Whoever signs in again leaves the session that the browser had. */
  async function endFormer(request: FastifyRequest): Promise<void> {
    const secret = secretOf(request, entrance)
    const former = secret === undefined ? undefined : await sessions.use(secret)
    if (former) await sessions.close({ only: former.sessionId }, former.account.account, former.account.account)
  }
}

/** The second step of signing in, and showing again who it is: both go on in the same session under another secret. */
function proofRoutes(app: App, entrance: Entrance, passkeys: Passkeys): void {
  async function goOn(reply: FastifyReply, arrival: OpenSession, factor: Factor): Promise<FastifyReply> {
    const step = await entrance.nextStep(arrival.account, [...arrival.factors, factor])
    return answerSession(reply, entrance, await entrance.sessions.advance(arrival, { factor, step }))
  }

  app.route({
    method: 'POST',
    url: '/session/code',
    config: { access: 'arriving' },
    schema: { summary: 'Prove it by a code 输入验证码', body: signInCode, response: answers },
    async handler(request, reply) {
      const arrival = arrivalOf(request)
      return goOn(
        reply,
        arrival,
        await entrance.proveByCode(arrival.account, request.body.code, knockOf(request, entrance)),
      )
    },
  })

  app.route({
    method: 'POST',
    url: '/session/proof',
    config: { access: 'signed-in' },
    schema: {
      summary: 'Prove it by the password 再输口令',
      body: passwordProof,
      response: { ...answers, 409: failure },
    },
    async handler(request, reply) {
      const visitor = visitorOf(request)
      if (await entrance.isTwofold(visitor.account)) throw secondFactorNeeded()
      await entrance.proveByPassword(visitor.account, request.body.password, knockOf(request, entrance))
      return goOn(reply, visitor, 'password')
    },
  })

  app.route({
    method: 'POST',
    url: '/session/proof/passkey/question',
    config: { access: 'arriving' },
    schema: { summary: 'Ask for one’s passkey 请求本人通行密钥', response: { 200: authenticatorQuestion } },
    handler: async (request) => ({
      ...(await passkeys.options(siteOf(request, entrance), arrivalOf(request).account)),
    }),
  })

  app.route({
    method: 'POST',
    url: '/session/proof/passkey',
    config: { access: 'arriving' },
    schema: { summary: 'Prove it by a passkey 用通行密钥验证', body: authenticatorAnswer, response: answers },
    async handler(request, reply) {
      const arrival = arrivalOf(request)
      await passkeys.prove(siteOf(request, entrance), answerIn(request.body), arrival.account)
      return goOn(reply, arrival, 'passkey')
    },
  })
}

/** The library checks every field of it. */
const answerIn = (body: z.output<typeof authenticatorAnswer>): AuthenticationResponseJSON =>
  body as unknown as AuthenticationResponseJSON

export const presentSession = ({ account, expiresAt, step }: OpenSession): Session => ({
  account: account.account,
  name: account.name,
  office: account.office,
  role: account.role,
  expiresAt: expiresAt.toISOString(),
  step,
})
