import { z } from 'zod'
import { failure, noticeList, noticesRead } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { noticesFor } from '../../notices/notices-for.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure }

/** What happened that concerns whoever is signed in, and that it was read. */
export function noticeRoutes(app: App, { records }: Desk, matters: MatterDesk): void {
  app.route({
    method: 'GET',
    url: '/notices',
    config: { access: 'matters' },
    schema: { summary: 'Notices 通知', response: { 200: noticeList, ...errors } },
    handler: (request) => noticesFor({ records, matters, now: new Date() }, visitorOf(request).account),
  })

  app.route({
    method: 'POST',
    url: '/notices/read',
    config: { access: 'matters' },
    schema: { summary: 'Notices read 通知已读', body: noticesRead, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      const entry = { actor: visitorOf(request).account.account, action: 'notices.read', detail: request.body }
      await records.commit(entry, async () => undefined)
      return reply.code(204).send(null)
    },
  })
}
