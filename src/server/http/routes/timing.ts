import { teamsAhead, teamsOnBoard } from '#appoint/index.ts'
import { prospectsOf } from '../../board/prospects.ts'
import {
  agePage,
  ageQuery,
  failure,
  limitsPage,
  limitsQuery,
  readinessPage,
  readinessQuery,
  youngPage,
  youngQuery,
} from '../../contract/index.ts'
import { type People, presentAges, presentLimits, presentReadinessPage, presentYoung } from '../../presenters/timing.ts'
import { presentVacancySummary } from '../../presenters/vacancy-list.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { vacancyOf } from '../grounds.ts'
import { seatParams } from './vacancies.ts'

/** The right time: ages, readiness, young and ready, limits that pass. */
export function timingRoutes(app: App, desk: Desk): void {
  async function atHand() {
    const [board, law] = await Promise.all([desk.board.current(), desk.law.current()])
    const people: People = new Map(law.people.map(({ person }) => [person.cadre_id, person]))
    return { ...board, people, prospects: await prospectsOf(desk.records, board) }
  }

  app.route({
    method: 'GET',
    url: '/timing/ages',
    config: { access: 'teams' },
    schema: {
      summary: 'Ages of teams and of the pool 年龄结构',
      querystring: ageQuery,
      response: { 200: agePage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const { edition, people, prospects } = await atHand()
      return presentAges(edition.asOf, prospects.ages(), people, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/timing/vacancies/:positionId',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Who is how far from a seat 就绪程度',
      params: seatParams,
      querystring: readinessQuery,
      response: { 200: readinessPage, 400: failure, 401: failure, 404: failure },
    },
    async handler({ params: { positionId }, query }) {
      const vacancy = await vacancyOf(desk, positionId)
      const { edition, ground, people, prospects } = await atHand()
      return presentReadinessPage({
        ground,
        vacancy: presentVacancySummary(vacancy, edition.asOf),
        readiness: await prospects.readiness(positionId),
        people,
        selection: query,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/timing/young',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Young cadres ready for principal seats 成熟的年轻干部',
      querystring: youngQuery,
      response: { 200: youngPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const { ground, people, prospects } = await atHand()
      return presentYoung(ground, prospects.young(), people, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/timing/limits',
    config: { access: 'rotation' },
    schema: {
      summary: 'Who passes an age or a term when 到龄到届',
      querystring: limitsQuery,
      response: { 200: limitsPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const { ground, people, prospects } = await atHand()
      const limits = prospects.limits()
      const team = teamsOnBoard(ground).find(({ unitId }) => unitId === query.unit)
      const members = team && new Set([...team.occupants.values()].map((row) => ground.facts.cadre(row).id))
      return presentLimits({
        ground,
        limits,
        teams: teamsAhead(ground, limits),
        members: query.unit === undefined ? undefined : (members ?? new Set()),
        people,
        selection: query,
      })
    },
  })
}
