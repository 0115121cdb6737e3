import { z } from 'zod'
import type { AchievementPaper, UnitResultsPaper } from '#identify/index.ts'
import { readCadreResults, readNames, readPaper } from '#records/queries/index.ts'
import { achievement, failure, unitResults } from '../../contract/index.ts'
import { presentAchievement } from '../../presenters/achievement.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noResultsOfUnit, noSuchCadre } from '../refusal.ts'

export function achievementRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/achievement',
    config: { access: 'dossier' },
    schema: {
      summary: 'What a cadre added to results 工作实绩',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: achievement, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { runId } = await editionOf(desk)
      const names = await readNames(database, [cadreId])
      if (!names.has(cadreId)) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const [paper, { estimates }] = await Promise.all([
        readPaper<AchievementPaper>(database, runId, 'achievement', cadreId),
        readCadreResults(database, runId, cadreId),
      ])
      return presentAchievement(paper, estimates)
    },
  })

  app.route({
    method: 'GET',
    url: '/units/:unitId/results',
    config: { access: 'dossier' },
    schema: {
      summary: 'The course of the results of a unit 单位历年结果',
      params: z.object({ unitId: z.string().max(64) }),
      response: { 200: unitResults, 401: failure, 404: failure },
    },
    async handler(request) {
      const { unitId } = request.params
      const { runId } = await editionOf(desk)
      const paper = await readPaper<UnitResultsPaper>(database, runId, 'unit-results', unitId)
      if (!paper) throw noResultsOfUnit(unitId)
      await recordVisit(desk, request, { action: 'unit.view', subject: unitId })
      return { unitName: paper.unitName, years: paper.years.map((year) => ({ ...year, people: [...year.people] })) }
    },
  })
}
