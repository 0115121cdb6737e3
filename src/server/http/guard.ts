import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { invariant } from '#domain/problem.ts'
import type { Entrance, Knock } from '../access/entrance.ts'
import { newMark } from '../access/known-browsers.ts'
import { mayUse } from '../access/permission.ts'
import { unfinished } from '../access/refusals.ts'
import { requestHeader, unattendedHeader } from '../contract/index.ts'
import { forgedRequest, notAllowed, signedOut } from './refusal.ts'

/** With TLS the browser itself sees to it that the cookie comes from this host alone, and over TLS (`__Host-`). */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-zhiren-session' : 'zhiren-session')

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The secret in the session cookie. */
export const secretOf = (request: FastifyRequest, { secureCookies }: Pick<Entrance, 'secureCookies'>) =>
  request.cookies[cookieName(secureCookies)]

/** The cookie is out of reach of scripts and never leaves with a request of another site. */
export const giveCookie = (reply: FastifyReply, { secureCookies }: Entrance, secret: string): FastifyReply =>
  reply.setCookie(cookieName(secureCookies), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
  })

export const takeCookie = (reply: FastifyReply, { secureCookies }: Entrance): FastifyReply =>
  reply.clearCookie(cookieName(secureCookies), { path: '/', secure: secureCookies })

/** As who may be known before signing in: kept for as long as browsers keep anything. */
const markName = (isSecure: boolean): string => (isSecure ? '__Host-zhiren-browser' : 'zhiren-browser')
const markSeconds = 400 * 24 * 3600

export const giveMark = (reply: FastifyReply, { secureCookies, sealing }: Entrance, account: string): FastifyReply =>
  reply.setCookie(markName(secureCookies), newMark(sealing, account), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
    maxAge: markSeconds,
  })

export const knockOf = (request: FastifyRequest, { secureCookies }: Entrance): Knock => ({
  address: request.ip,
  mark: request.cookies[markName(secureCookies)],
})

/** Lets a request through to a route only with what the route declares. */
export function guard(entrance: Entrance) {
  return async (request: FastifyRequest): Promise<void> => {
    const { access } = request.routeOptions.config
    const isForged = request.headers[requestHeader.name] !== requestHeader.value
    if (!safeMethods.has(request.method) && isForged) throw forgedRequest()
    const isAttended = request.headers[unattendedHeader.name] === undefined
    const secret = secretOf(request, entrance)
    await entrance.directory.refresh()
    const session = (secret === undefined ? undefined : await entrance.sessions.use(secret, { isAttended })) ?? null
    request.arrival = session
    request.visitor = session?.step === null ? session : null
    if (access === 'anyone') return
    if (!session) throw signedOut()
    if (access === 'arriving') return
    if (session.step !== null) throw unfinished(session.step)
    if (access === 'signed-in') return
    if (access === undefined || access === 'token' || !mayUse(session.account.role, access)) throw notAllowed()
  }
}

/** Refuses to start with a route that does not say who may call it. */
export function demandAccess(route: RouteOptions): void {
  invariant(route.config?.access !== undefined, `the route ${String(route.method)} ${route.url} declares no access`)
}
