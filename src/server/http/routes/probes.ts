/** What a supervisor or a balancer asks: whether the process lives, and whether it can be given work. */
import { z } from 'zod'
import type { Records } from '#records/index.ts'
import { unreadiness } from '../../health/readiness.ts'
import type { App } from '../app.ts'

const probe = z.object({ ok: z.boolean(), code: z.string().optional().describe('Why it is not ready.') })

/** Stands outside the guarded routes: a session is looked up in the database, which may be what is gone. */
export function probeRoutes(app: App, records: Records): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.route({
    method: 'GET',
    url: '/api/health/live',
    config: { access: 'anyone' },
    schema: { hide: true, summary: 'Does the process answer 存活', response: { 200: probe } },
    handler: async () => ({ ok: true }),
  })
  app.route({
    method: 'GET',
    url: '/api/health/ready',
    config: { access: 'anyone' },
    schema: { hide: true, summary: 'Can it be given work 就绪', response: { 200: probe, 503: probe } },
    async handler(_request, reply) {
      const code = isClosing ? 'closing' : await unreadiness(records)
      return code === undefined ? { ok: true } : reply.code(503).send({ ok: false, code })
    },
  })
}
