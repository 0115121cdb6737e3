import { countRotation, readOverview, readVacancies, tallyRotation } from '#records/queries/index.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import { failure, home, today } from '../../contract/index.ts'
import { todayOf } from '../../home/today.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentHome } from '../../presenters/home.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'
import { notAnalysed } from '../refusal.ts'

export function homeRoutes(app: App, desk: Desk, matters: MatterDesk, cases: CaseDesk): void {
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

  app.route({
    method: 'GET',
    url: '/home/today',
    config: { access: 'overview' },
    schema: { summary: 'What people do now 首页今日', response: { 200: today, 401: failure, 503: failure } },
    handler: async (request) => todayOf({ desk, matters, cases }, await editionOf(desk), visitorOf(request).account),
  })
}
