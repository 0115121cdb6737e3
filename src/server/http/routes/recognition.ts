import { z } from 'zod'
import type { RecognitionPaper } from '#identify/index.ts'
import { readCadreResults, readNames, readPaper } from '#records/queries/index.ts'
import { failure, recognition } from '../../contract/index.ts'
import { presentRecognition } from '../../presenters/recognition.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function recognitionRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/recognition',
    config: { access: 'dossier' },
    schema: {
      summary: 'Public recognition of a cadre, by channel 群众认可',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: recognition, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const edition = await editionOf(desk)
      const names = await readNames(database, [cadreId])
      if (!names.has(cadreId)) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const [paper, results] = await Promise.all([
        readPaper<RecognitionPaper>(database, edition.runId, 'recognition', cadreId),
        readCadreResults(database, edition.runId, cadreId),
      ])
      return presentRecognition(cadreId, edition, paper, results.estimates)
    },
  })
}
