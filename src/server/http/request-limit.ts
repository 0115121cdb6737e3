import rateLimit from '@fastify/rate-limit'
import type { App } from './app.ts'
import { tooManyRequests } from './refusal.ts'

const minuteMs = 60_000
/** Whoever has no session yet shares an address with a whole house: voters in a hall, an office that signs in at nine. */
const sharers = 10

/**
 * Refuses further requests of a session that asks more often in a minute than people at work do: a program that takes the
 * records page by page, or a loop gone wrong. Counted in this process alone.
 */
export async function limitRequests(api: App, perMinute: number): Promise<void> {
  await api.register(rateLimit, {
    timeWindow: minuteMs,
    max: ({ arrival }) => (arrival ? perMinute : perMinute * sharers),
    keyGenerator: ({ arrival, ip }) => (arrival ? `session ${arrival.sessionId}` : `address ${ip}`),
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(Math.ceil(ttl / 1000)),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
}
