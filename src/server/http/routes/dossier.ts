import { z } from 'zod'
import { halfWidth90 } from '#domain/estimate.ts'
import {
  countIndistinguishable,
  readCadreFacts,
  readCadreResults,
  readGroups,
  readRosterRow,
  readStatementTally,
} from '#records/queries/index.ts'
import { dossier, failure } from '../../contract/index.ts'
import { presentDossier } from '../../presenters/dossier.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function dossierRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId',
    config: { access: 'dossier' },
    schema: {
      summary: 'A dossier 干部档案',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: dossier, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const edition = await editionOf(desk)
      const { runId, asOf } = edition
      const [row, facts] = await Promise.all([
        readRosterRow(database, cadreId),
        readCadreFacts(database, cadreId, asOf),
      ])
      if (!row || !facts) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const [results, indistinguishable, statements] = await Promise.all([
        readCadreResults(database, runId, cadreId),
        countIndistinguishable(database, runId, cadreId, halfWidth90),
        readStatementTally(database, cadreId, asOf),
      ])
      const groups = await readGroups(database, results.estimates)
      return presentDossier({ edition, row, facts, results, groups, indistinguishable, statements })
    },
  })
}
