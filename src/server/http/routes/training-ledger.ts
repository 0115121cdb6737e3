import { z } from 'zod'
import { failure, type TrainingLedger, trainingLedger } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { nobodyLinked } from '../../own/refusals.ts'
import { presentLedger } from '../../training/present-ledger.ts'
import type { TrainingDesk } from '../../training/training-desk.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const params = z.object({ cadreId: z.string().min(1).max(64) })

/** Hours of one person: for the office, and for that person. */
export function trainingLedgerRoutes(app: App, desk: Desk, training: TrainingDesk, matters: MatterDesk): void {
  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/training',
    config: { access: 'dossier' },
    schema: {
      summary: 'Hours of training of one person 学时台账',
      params,
      response: { 200: trainingLedger, ...errors },
    },
    async handler(request) {
      const { cadreId } = request.params
      const shown = await ledgerOf(training, cadreId)
      await recordVisit(desk, request, { action: 'dossier.training.view', subject: cadreId })
      return shown
    },
  })

  app.route({
    method: 'GET',
    url: '/me/training',
    config: { access: 'own-record' },
    schema: {
      summary: 'Hours of training of oneself 本人学时',
      response: { 200: trainingLedger, ...errors, 422: failure },
    },
    async handler(request) {
      const cadreId = await matters.personOf(visitorOf(request).account.account)
      if (cadreId === undefined) throw nobodyLinked()
      const shown = await ledgerOf(training, cadreId)
      await recordVisit(desk, request, { action: 'own-record.training.view' })
      return shown
    },
  })
}

async function ledgerOf(training: TrainingDesk, cadreId: string): Promise<TrainingLedger> {
  const [now, classes] = await Promise.all([training.training(), training.classes()])
  const row = now.facts.cadreIndex(cadreId)
  if (row === undefined) throw noSuchCadre(cadreId)
  return presentLedger(now, now.facts.cadre(row), classes, training.today())
}
