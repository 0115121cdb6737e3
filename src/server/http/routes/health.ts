import type { Entrance } from '../../access/entrance.ts'
import { failure, health } from '../../contract/index.ts'
import { healthOf } from '../../health/health.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'

export function healthRoutes(app: App, desk: Desk, entrance: Entrance): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { access: 'health' },
    schema: { summary: 'How the system is 系统状况', response: { 200: health, 401: failure, 403: failure } },
    handler: () => healthOf(desk, entrance),
  })
}
