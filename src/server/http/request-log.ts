/** One line of JSON a request: what was asked for by its template, how it ended, how long it took. Nothing of anybody. */
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { isRefusalOfDatabase } from '#records/index.ts'
import { routeOf } from '../health/measures.ts'

export async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, incident } = request
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10
  const line = { method, route: routeOf(request), status: reply.statusCode, milliseconds }
  request.log.info(incident === null ? line : { ...line, incident }, 'request')
}

/** A connection that did not come to speak TLS: an old browser, a certificate that is not trusted, or somebody who tries doors. */
export const logHandshake =
  (log: FastifyBaseLogger) =>
  ({ code }: NodeJS.ErrnoException, { remoteAddress }: Pick<Socket, 'remoteAddress'>): void =>
    log.warn({ code, address: remoteAddress }, 'handshake failed')

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code: unknown
  [part: string]: unknown
}

/** An error as it is logged: a message of the database may hold what somebody wrote, so only its code and place stay. */
export function briefError(error: Error): LoggedError {
  const { name: type, message, stack = '' } = error
  const code = (error as { code?: unknown }).code
  if (!isRefusalOfDatabase(error)) return { type, message, stack, code }
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { type, message: '', stack: places.join('\n'), code }
}

/** Lines go to a file, or with `-` to standard error. */
export const requestLogger = (file: string): FastifyServerOptions['logger'] => ({
  level: 'info',
  serializers: { err: briefError },
  ...(file === '-' ? { stream: process.stderr } : { file }),
})
