import { z } from 'zod'
import type { CoursePaper, FalseAlarms } from '#identify/index.ts'
import { readNames, readPaper, readPapers, readSigns, tallySigns } from '#records/queries/index.ts'
import { cadreSigns, failure, signsPage, signsQuery } from '../../contract/index.ts'
import { presentCadreSigns, presentSignsPage } from '../../presenters/signs.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

/** One person has a handful at most. */
const everySign = { offset: 0, limit: 100 }

export function signRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/signs',
    config: { access: 'signs' },
    schema: {
      summary: 'Early signs that ask for a human look 苗头提示',
      querystring: signsQuery,
      response: { 200: signsPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, tallies, alarms] = await Promise.all([
        readSigns(database, edition.runId, query),
        tallySigns(database, edition.runId),
        readPapers<FalseAlarms>(database, edition.runId, 'false-alarms'),
      ])
      return presentSignsPage({ edition, total, offset: query.offset, rows, tallies, alarms })
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/signs',
    config: { access: 'dossier' },
    schema: {
      summary: 'Early signs of a cadre 一人的苗头提示',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: cadreSigns, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const edition = await editionOf(desk)
      const names = await readNames(database, [cadreId])
      if (!names.has(cadreId)) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const [{ rows }, course] = await Promise.all([
        readSigns(database, edition.runId, { cadre: cadreId, ...everySign }),
        readPaper<CoursePaper>(database, edition.runId, 'course', cadreId),
      ])
      const hasFallen = rows.some(({ kind }) => kind === 'rating')
      return presentCadreSigns(edition, rows, hasFallen ? course : undefined)
    },
  })
}
