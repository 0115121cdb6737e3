import type { FastifyRequest, RouteOptions } from 'fastify'
import { invariant } from '#domain/problem.ts'
import { mayUse } from '../access/permission.ts'
import type { Sessions } from '../access/sessions.ts'
import { requestHeader } from '../contract/index.ts'
import { forgedRequest, notAllowed, signedOut } from './refusal.ts'

export const sessionCookie = 'zhiren-session'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The id in the session cookie, when its signature holds. */
export function sessionIdOf(request: FastifyRequest): string | undefined {
  const cookie = request.cookies[sessionCookie]
  const opened = cookie === undefined ? undefined : request.unsignCookie(cookie)
  return opened?.valid ? opened.value : undefined
}

/** Lets a request through to a route only with what the route declares. */
export function guard(sessions: Sessions) {
  return async (request: FastifyRequest): Promise<void> => {
    const { access } = request.routeOptions.config
    const isForged = request.headers[requestHeader.name] !== requestHeader.value
    if (!safeMethods.has(request.method) && isForged) throw forgedRequest()
    const id = sessionIdOf(request)
    request.visitor = (id === undefined ? undefined : sessions.use(id)) ?? null
    if (access === 'anyone') return
    if (!request.visitor) throw signedOut()
    if (access === 'signed-in') return
    if (access === undefined || !mayUse(request.visitor.account.role, access)) throw notAllowed()
  }
}

/** Refuses to start with a route that does not say who may call it. */
export function demandAccess(route: RouteOptions): void {
  invariant(route.config?.access !== undefined, `the route ${String(route.method)} ${route.url} declares no access`)
}
