import { z } from 'zod'
import { readRosterRow } from '#records/queries/index.ts'
import { dossierThen, dossierThenQuery, failure } from '../../contract/index.ts'
import { dossierThenOf } from '../../dossier/dossier-then.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function dossierThenRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/then',
    config: { access: 'dossier' },
    schema: {
      summary: 'A dossier as it was known 当日所知',
      params: z.object({ cadreId: z.string().max(64) }),
      querystring: dossierThenQuery,
      response: { 200: dossierThen, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const edition = await editionOf(desk)
      if (!(await readRosterRow(desk.records.database, cadreId))) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view-then', subject: cadreId, detail: request.query })
      return dossierThenOf(desk, edition, cadreId, request.query)
    },
  })
}
