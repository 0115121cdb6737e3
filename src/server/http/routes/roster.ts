import { countServing, readChoices, readGroups, readRoster, readStatistics } from '#records/queries/index.ts'
import {
  failure,
  rosterChoices,
  rosterFilter,
  rosterPage,
  rosterQuery,
  rosterStatistics,
} from '../../contract/index.ts'
import { commonGroup, presentRosterPage } from '../../presenters/roster.ts'
import { presentStatistics } from '../../presenters/statistics.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'

export function rosterRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/cadres',
    config: { access: 'roster' },
    schema: {
      summary: 'The roster 名册',
      querystring: rosterQuery,
      response: { 200: rosterPage, 400: failure, 401: failure },
    },
    async handler({ query: { sort, order, offset, limit, ...filter } }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, whole] = await Promise.all([
        readRoster(database, edition.runId, { filter, sort, order, offset, limit }),
        countServing(database),
      ])
      const common = commonGroup(rows)
      const groups = common === undefined ? [] : await readGroups(database, [{ measure: 'rating', group: common }])
      return presentRosterPage({ edition, total, whole, offset, rows, group: groups[0] })
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/statistics',
    config: { access: 'roster' },
    schema: {
      summary: 'The selection counted 名册统计',
      querystring: rosterFilter,
      response: { 200: rosterStatistics, 400: failure, 401: failure },
    },
    async handler({ query: filter }) {
      const edition = await editionOf(desk)
      return presentStatistics(edition, await readStatistics(database, edition.runId, filter))
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/choices',
    config: { access: 'roster' },
    schema: { summary: 'What the filters offer 筛选项', response: { 200: rosterChoices, 401: failure } },
    async handler() {
      const { parties, units, vacancies } = await readChoices(database)
      return { parties: [...parties], units: [...units], vacancies: [...vacancies] }
    },
  })
}
