/** Signing on elsewhere: the way there and the way back. Both are steps of a browser, so what goes wrong is said by a page. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Entrance } from '../../access/entrance.ts'
import { flowMs, type SignOnDesk, SignOnRefused } from '../../access/sign-on/sign-on-desk.ts'
import { signOnAsked, signOnParams, signOnSites } from '../../contract/index.ts'
import type { App } from '../app.ts'
import { giveCookie, giveMark } from '../guard.ts'
import { originOf } from './session.ts'

const named = (what: string, { secureCookies }: Entrance): string => `${secureCookies ? '__Host-' : ''}zhiren-${what}`

/** The other site sends the browser back, so that this cookie, unlike that of the session, comes along from there. */
const carry = (reply: FastifyReply, entrance: Entrance, carried: string): FastifyReply =>
  reply.setCookie(named('sign-on', entrance), carried, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: entrance.secureCookies,
    maxAge: flowMs / 1000,
  })

/** By which site somebody signed on, to sign out there too. */
const signedOnBy = 'signed-on-by'
export const siteSignedOn = (request: FastifyRequest, entrance: Entrance): string | undefined =>
  request.cookies[named(signedOnBy, entrance)]

export const forgetSite = (reply: FastifyReply, entrance: Entrance): FastifyReply =>
  reply.clearCookie(named(signedOnBy, entrance), { path: '/', secure: entrance.secureCookies })

export function signOnRoutes(app: App, entrance: Entrance, desk: SignOnDesk | undefined): void {
  app.route({
    method: 'GET',
    url: '/session/sign-on',
    config: { access: 'anyone' },
    schema: { hide: true, response: { 200: signOnSites } },
    handler: async () => ({ sites: (desk?.providers ?? []).map(({ id, name }) => ({ id, name })) }),
  })
  if (!desk) return

  app.route({
    method: 'GET',
    url: '/session/sign-on/:site',
    config: { access: 'anyone' },
    schema: { hide: true, params: signOnParams, querystring: signOnAsked },
    handler: (request, reply) =>
      orSaid(reply, async () => {
        const { url, carried } = await desk.begin(request.params.site, request.query.from ?? '/')
        return carry(reply, entrance, carried).redirect(url)
      }),
  })

  app.route({
    method: 'GET',
    url: '/session/sign-on/:site/return',
    config: { access: 'anyone' },
    schema: { hide: true, params: signOnParams },
    handler: (request, reply) =>
      orSaid(reply, async () => {
        const carried = request.cookies[named('sign-on', entrance)]
        reply.clearCookie(named('sign-on', entrance), { path: '/', secure: entrance.secureCookies })
        const query = new URL(request.url, 'http://here').search
        const { site } = request.params
        const { account, factors, step, from } = await desk.finish(site, query, carried)
        const { secret } = await entrance.sessions.open(account, { factors, step }, originOf(request))
        giveCookie(reply, entrance, secret)
        if (step !== 'second-factor') giveMark(reply, entrance, account.account)
        reply.setCookie(named(signedOnBy, entrance), site, {
          path: '/',
          httpOnly: true,
          sameSite: 'strict',
          secure: entrance.secureCookies,
        })
        return reply.redirect(from)
      }),
  })
}

async function orSaid(reply: FastifyReply, go: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await go()
  } catch (refusal) {
    if (!(refusal instanceof SignOnRefused)) throw refusal
    return reply.redirect(`/login?failed=${refusal.code}`)
  }
}
