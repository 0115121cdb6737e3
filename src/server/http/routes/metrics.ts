import { z } from 'zod'
import type { Entrance } from '../../access/entrance.ts'
import { mayUse } from '../../access/permission.ts'
import { failure } from '../../contract/index.ts'
import type { Measures } from '../../health/measures.ts'
import { metricsText } from '../../health/metrics.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { notAllowed } from '../refusal.ts'
import { cameThroughProxy, isFromThisMachine } from '../security.ts'

/** For a collector on this machine, or the administrator. A proxy on this machine passes others on. */
export function metricsRoute(app: App, desk: Desk, { sessions }: Entrance, measures: Measures): void {
  app.route({
    method: 'GET',
    url: '/metrics',
    config: { access: 'anyone' },
    schema: {
      hide: true,
      summary: 'Figures for Prometheus 运行指标',
      response: { 200: z.string(), 403: failure },
    },
    async handler(request, reply) {
      const isOurs = isFromThisMachine(request) && !cameThroughProxy(request)
      const isAdministrator = request.visitor !== null && mayUse(request.visitor.account.role, 'health')
      if (!isOurs && !isAdministrator) throw notAllowed()
      reply.type('text/plain; version=0.0.4; charset=utf-8')
      return metricsText(desk, sessions, measures)
    },
  })
}
