import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { halfWidth90 } from '#domain/estimate.ts'
import {
  countIndistinguishable,
  readCadreFacts,
  readCadreResults,
  readGroups,
  readHasPhoto,
  readPhotos,
  readRosterRow,
  readStatementTally,
} from '#records/queries/index.ts'
import { dossier, failure } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { restrictionsShown } from '../../matters/restrictions.ts'
import { presentDossier } from '../../presenters/dossier.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noPhoto, noSuchCadre } from '../refusal.ts'

export function dossierRoutes(app: App, desk: Desk, matters: MatterDesk): void {
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
      const { runId, asOf } = await editionOf(desk)
      const [row, facts] = await Promise.all([
        readRosterRow(database, cadreId),
        readCadreFacts(database, cadreId, asOf),
      ])
      if (!row || !facts) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const { account } = visitorOf(request)
      const [results, indistinguishable, statements, hasPhoto, restrictions] = await Promise.all([
        readCadreResults(database, runId, cadreId),
        countIndistinguishable(database, runId, cadreId, halfWidth90),
        readStatementTally(database, cadreId, asOf),
        readHasPhoto(database, cadreId),
        restrictionsShown(database, matters, { cadreId, account }),
      ])
      const groups = await readGroups(database, results.estimates)
      return presentDossier({
        ...{ asOf, row, hasPhoto, facts, results, groups, indistinguishable, statements, restrictions },
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/photo',
    config: { access: 'dossier' },
    schema: {
      summary: 'The photo of the newest form that has one 照片',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 401: failure, 404: failure },
    },
    async handler(request, reply) {
      const { cadreId } = request.params
      const photo = (await readPhotos(database, [cadreId])).get(cadreId)
      if (!photo) throw (await readRosterRow(database, cadreId)) ? noPhoto(cadreId) : noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'photo.view', subject: cadreId })
      return sendPhoto(reply, photo)
    },
  })
}

const sendPhoto = (reply: FastifyReply, { type, bytes }: { type: string; bytes: Uint8Array }): FastifyReply =>
  reply.type(type).send(Buffer.from(bytes))
