import { countRotation, readRotation, readRotationCalendar, tallyRotation } from '#records/queries/index.ts'
import { failure, rotationPage, rotationQuery } from '../../contract/index.ts'
import { presentRotationPage } from '../../presenters/rotation.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'

export function rotationRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/rotation',
    config: { access: 'rotation' },
    schema: {
      summary: 'Rotation and term duties 交流轮岗',
      querystring: rotationQuery,
      response: { 200: rotationPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, counts, tallies, calendar] = await Promise.all([
        readRotation(database, edition.runId, query),
        countRotation(database, edition.runId),
        tallyRotation(database, edition.runId),
        readRotationCalendar(database, edition.runId, query),
      ])
      return presentRotationPage({ edition, total, offset: query.offset, rows, counts, tallies, calendar })
    },
  })
}
