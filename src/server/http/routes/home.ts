import { countRotation, readOverview, readVacancies, tallyRotation } from '#records/queries/index.ts'
import { failure, home } from '../../contract/index.ts'
import { presentHome } from '../../presenters/home.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'
import { notAnalysed } from '../refusal.ts'

export function homeRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/home',
    config: { access: 'overview' },
    schema: { summary: 'The first page 首页', response: { 200: home, 401: failure, 503: failure } },
    async handler() {
      const edition = await editionOf(desk)
      const [overview, vacancies, rotation, tallies] = await Promise.all([
        readOverview(database),
        readVacancies(database),
        countRotation(database, edition.runId),
        tallyRotation(database, edition.runId),
      ])
      if (!overview) throw notAnalysed()
      return presentHome({ edition, overview, vacancies, rotation, tallies })
    },
  })
}
