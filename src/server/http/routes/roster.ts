import { readChoices, readRosterIds } from '#records/queries/index.ts'
import {
  failure,
  mostSelected,
  rosterChoices,
  rosterIds,
  rosterIdsQuery,
  rosterPage,
  rosterQuery,
  rosterStatistics,
  rosterStatisticsQuery,
  sortKeysOf,
} from '../../contract/index.ts'
import { commonGroup, plainFields, presentRosterPage } from '../../presenters/roster.ts'
import { presentStatistics } from '../../presenters/statistics.ts'
import { openRosterDesk } from '../../roster/roster-desk.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 503: failure }

export function rosterRoutes(app: App, desk: Desk): void {
  const { database } = desk.records
  const roster = openRosterDesk(desk.records)

  app.route({
    method: 'GET',
    url: '/cadres',
    config: { access: 'roster' },
    schema: { summary: 'The roster 名册', querystring: rosterQuery, response: { 200: rosterPage, ...errors } },
    // A page holds a few thousand cells that the presenter has shaped already: they are written as they are.
    serializerCompiler: () => JSON.stringify,
    async handler({ sight, query: { sort, order, offset, limit, fields, ...filter } }) {
      const keys = sortKeysOf(sort, order) ?? []
      const cut = await roster.page({ filter, sort: keys, offset, limit, fields: fields ?? plainFields }, sight)
      const common = commonGroup(cut.lines)
      const group = common === undefined ? undefined : await cut.groupOf(common)
      return presentRosterPage({ ...cut, offset, group })
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/statistics',
    config: { access: 'roster' },
    schema: {
      summary: 'The selection counted 名册统计',
      querystring: rosterStatisticsQuery,
      response: { 200: rosterStatistics, ...errors },
    },
    async handler({ sight, query: { facets, ...filter }, query }) {
      const { edition, ...counted } = await roster.statistics(filter, facets, sight)
      return presentStatistics(edition, counted, query.where)
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/ids',
    config: { access: 'roster' },
    schema: {
      summary: 'Everybody of a selection 全选',
      querystring: rosterIdsQuery,
      response: { 200: rosterIds, ...errors },
    },
    async handler({ query: { sort, order, ...filter } }) {
      const { runId } = await editionOf(desk)
      const selection = { filter, sort: sortKeysOf(sort, order) ?? [] }
      const { total, ids } = await readRosterIds(database, runId, selection, mostSelected)
      return { total, ids: [...ids] }
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/choices',
    config: { access: 'roster' },
    schema: { summary: 'What the filters offer 筛选项', response: { 200: rosterChoices, ...errors } },
    async handler() {
      const { parties, units, vacancies } = await readChoices(database)
      return { parties: [...parties], units: [...units], vacancies: [...vacancies] }
    },
  })
}
