import { failure, ruleDetail, ruleList, ruleParams, rulesQuery } from '../../contract/index.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { ruleDetailOf, ruleListOf } from '../rule-pages.ts'

export function ruleRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/rules',
    config: { access: 'rules' },
    schema: {
      summary: 'The rules by instrument and article 规则',
      querystring: rulesQuery,
      response: { 200: ruleList, 400: failure, 401: failure },
    },
    handler: async ({ query }) => ruleListOf(desk, query.asOf),
  })

  app.route({
    method: 'GET',
    url: '/rules/:ruleId',
    config: { access: 'rules' },
    schema: {
      summary: 'A rule with its cases 规则详情',
      params: ruleParams,
      querystring: rulesQuery,
      response: { 200: ruleDetail, 400: failure, 401: failure, 404: failure },
    },
    handler: async ({ params, query }) => ruleDetailOf(desk, params.ruleId, query.asOf),
  })
}
