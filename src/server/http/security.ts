import type { FastifyReply, FastifyRequest } from 'fastify'
import { foreignHost } from './refusal.ts'

/**
 * Scripts come from this server alone and never from the page itself. Styles may stand in the page, since the component
 * library writes its style sheets at run time.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** A browser that came by TLS once comes by TLS alone for a year (RFC 6797). */
const stayOnTls = { 'strict-transport-security': 'max-age=31536000' } as const

interface Transport {
  readonly isSecure: boolean
}

export const securityHeaders = ({ isSecure }: Transport): Readonly<Record<string, string>> =>
  isSecure ? { ...headers, ...stayOnTls } : headers

export function addSecurityHeaders(transport: Transport) {
  const all = securityHeaders(transport)
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers(all)
  }
}

/** Answers about people stay in no cache. */
export async function forbidStoring(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store')
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses requests that reach this machine's own address under another name: a page of a foreign site whose name was
 * made to point here (DNS rebinding). `hosts` are names that a proxy passes on: where there are any, nothing else is
 * answered, wherever it arrives.
 */
export function refuseForeignHosts(hosts: readonly string[]) {
  const own = new Set([...thisMachine, ...hosts])
  return async (request: FastifyRequest): Promise<void> => {
    const arrivedAt = request.socket.localAddress
    const isLocal = arrivedAt === undefined || loopback.has(arrivedAt)
    const name = request.host.replace(/:\d+$/, '').toLowerCase()
    if ((isLocal || hosts.length > 0) && !own.has(name)) throw foreignHost()
  }
}

export const isFromThisMachine = ({ socket }: FastifyRequest): boolean => loopback.has(socket.remoteAddress ?? '')

/** A proxy says for whom it asks, or asks under the name of the site. */
export const cameThroughProxy = ({ headers, host }: FastifyRequest): boolean =>
  ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined) ||
  !thisMachine.has(host.replace(/:\d+$/, '').toLowerCase())
