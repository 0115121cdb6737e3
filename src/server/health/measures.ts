/** What requests cost, counted by route template and status: never an address, never anybody. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Upper bounds in seconds. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export interface RouteMeasure {
  readonly method: string
  readonly route: string
  readonly byStatus: Map<number, number>
  /** Requests within each bound, not cumulated; the last is beyond all of them. */
  readonly buckets: number[]
  seconds: number
}

export interface Measures {
  onResponse(request: FastifyRequest, reply: FastifyReply): Promise<void>
  routes(): readonly RouteMeasure[]
  /** Of the event loop, in seconds, since the last call. */
  loopDelay(): { readonly mean: number; readonly p99: number; readonly max: number }
  close(): void
}

/** The template of an address as it was declared; what no route knows stands together. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown'

export function openMeasures(): Measures {
  const kept = new Map<string, RouteMeasure>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return {
    async onResponse(request, reply) {
      const { method } = request
      const route = routeOf(request)
      const key = `${method} ${route}`
      const measure: RouteMeasure = kept.get(key) ?? {
        method,
        route,
        byStatus: new Map(),
        buckets: Array.from({ length: bounds.length + 1 }, () => 0),
        seconds: 0,
      }
      kept.set(key, measure)
      const seconds = reply.elapsedTime / 1000
      const within = bounds.findIndex((bound) => seconds <= bound)
      const bucket = within < 0 ? bounds.length : within
      measure.buckets[bucket] = (measure.buckets[bucket] ?? 0) + 1
      measure.byStatus.set(reply.statusCode, (measure.byStatus.get(reply.statusCode) ?? 0) + 1)
      measure.seconds += seconds
    },
    routes: () => [...kept.values()],
    loopDelay() {
      const found = { mean: delay.mean / 1e9, p99: delay.percentile(99) / 1e9, max: delay.max / 1e9 }
      delay.reset()
      return Number.isFinite(found.mean) ? found : { mean: 0, p99: 0, max: 0 }
    },
    close: () => void delay.disable(),
  }
}
