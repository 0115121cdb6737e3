import { z } from 'zod'
import type { ConditionPaper } from '#identify/index.ts'
import { readPaper, readSigns, readTeamQuantiles, readTeams, tallyTeams } from '#records/queries/index.ts'
import { signSight } from '../../care/sign-sight.ts'
import { failure, team, teamsPage, teamsQuery } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { signPresenter } from '../../presenters/signs.ts'
import { presentTeam, presentTeamsPage } from '../../presenters/teams.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchTeam } from '../refusal.ts'

export function teamRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/teams',
    config: { access: 'teams' },
    schema: {
      summary: 'Leadership teams and their condition 班子运行',
      querystring: teamsQuery,
      response: { 200: teamsPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, groups] = await Promise.all([
        readTeams(database, edition.runId, query),
        tallyTeams(database, edition.runId),
      ])
      return presentTeamsPage({ edition, total, offset: query.offset, rows, groups })
    },
  })

  app.route({
    method: 'GET',
    url: '/teams/:unitId',
    config: { access: 'teams' },
    schema: {
      summary: 'A leadership team and what its condition rests on 班子运行底稿',
      params: z.object({ unitId: z.string().max(64) }),
      response: { 200: team, 401: failure, 404: failure },
    },
    async handler(request) {
      const { unitId } = request.params
      const edition = await editionOf(desk)
      const paper = await readPaper<ConditionPaper>(database, edition.runId, 'condition', unitId)
      if (!paper) throw noSuchTeam(unitId)
      await recordVisit(desk, request, { action: 'team.view', subject: unitId })
      const [quantiles, stored, sight, { book }] = await Promise.all([
        readTeamQuantiles(database, edition.runId, paper.estimate.group),
        readSigns(database, edition.runId, { unit: unitId }),
        signSight(records, matters, visitorOf(request).account),
        desk.law.rules(),
      ])
      const ofUnit = await sight.visible(stored.filter(({ cadre_id }) => cadre_id === null))
      return presentTeam(edition, paper, quantiles, ofUnit.map(signPresenter(book, edition)))
    },
  })
}
