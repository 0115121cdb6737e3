import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { invariant } from '#domain/problem.ts'
import type { Permission } from '../access/permission.ts'
import type { OpenSession } from '../access/sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call: anybody, whoever is signed in, or whoever holds a permission. A route without it does not start. */
    access?: 'anyone' | 'signed-in' | Permission
  }
  interface FastifyRequest {
    /** The session of the request; null where nobody is signed in. */
    visitor: OpenSession | null
  }
}

/** Fastify with requests and answers typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The session of a request that the guard has let through. */
export function visitorOf(request: FastifyRequest): OpenSession {
  invariant(request.visitor, 'the guard lets nobody through without a session')
  return request.visitor
}
