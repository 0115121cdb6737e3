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
import type { Sight } from '../access/sight.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Who may call: anybody, a program with a token of its own, whoever has begun to sign in, whoever is signed in, or
     * whoever holds a permission. A route without it does not start.
     */
    access?: 'anyone' | 'token' | 'arriving' | 'signed-in' | Permission
  }
  interface FastifyRequest {
    /** The number of an unexpected failure, which the page shows too. */
    incident: string | null
    /** The session of the request; null where nobody is signed in. */
    visitor: OpenSession | null
    /** The same while something is still to be shown before anything else is answered. */
    arrival: OpenSession | null
    /** Whom an account of the department may read of; null for all other accounts. */
    sight: Sight | null
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

/** The session of a request that has at least begun to sign in. */
export function arrivalOf(request: FastifyRequest): OpenSession {
  invariant(request.arrival, 'the guard lets nobody through without a session')
  return request.arrival
}
