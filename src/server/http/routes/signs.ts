import { z } from 'zod'
import type { CoursePaper, FalseAlarms } from '#identify/index.ts'
import { falseAlarmLedger } from '#manage/index.ts'
import { readNames, readPaper, readPapers, readSigns } from '#records/queries/index.ts'
import { signSight } from '../../care/sign-sight.ts'
import { takeUpSign } from '../../care/take-up.ts'
import {
  cadreSigns,
  failure,
  matterOpened,
  signLedger,
  signsPage,
  signsQuery,
  signTakenUp,
} from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentCadreSigns, presentSignLedger, presentSignsPage, signPresenter } from '../../presenters/signs.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure }

/** Early signs, for those who look at them: the list, those of a cadre, a sign taken up, and what became of them. */
export function signRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/signs',
    config: { access: 'signs' },
    schema: {
      summary: 'Early signs that ask for a human look 苗头提示',
      querystring: signsQuery,
      response: { 200: signsPage, ...errors },
    },
    async handler(request) {
      const { kind, severity, offset, limit } = request.query
      const edition = await editionOf(desk)
      const [sight, stored, alarms, { book }] = await Promise.all([
        signSight(records, matters, visitorOf(request).account),
        readSigns(database, edition.runId),
        readPapers<FalseAlarms>(database, edition.runId, 'false-alarms'),
        desk.law.rules(),
      ])
      const seen = await sight.visible(stored)
      const asked = seen
        .filter(({ sign }) => !kind?.length || kind.includes(sign.kind))
        .filter(({ sign }) => !severity?.length || severity.includes(sign.severity))
      const { onDuty } = sight
      return presentSignsPage({ edition, book, onDuty, seen, asked, offset, limit, alarms: onDuty ? alarms : [] })
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
      const [sight, stored, course, { book }] = await Promise.all([
        signSight(records, matters, visitorOf(request).account),
        readSigns(database, edition.runId, { cadre: cadreId }),
        readPaper<CoursePaper>(database, edition.runId, 'course', cadreId),
        desk.law.rules(),
      ])
      const seen = await sight.visible(stored)
      const hasFallen = seen.some(({ sign }) => sign.kind === 'rating')
      const rows = seen.map(signPresenter(book, edition))
      return presentCadreSigns(edition, sight.onDuty, rows, hasFallen ? course : undefined)
    },
  })

  app.route({
    method: 'POST',
    url: '/signs/taken-up',
    config: { access: 'signs' },
    schema: {
      summary: 'Take up a sign as a matter of care 苗头立项',
      body: signTakenUp,
      response: { 201: matterOpened, ...errors, 404: failure, 409: failure, 422: failure },
    },
    async handler(request, reply) {
      const { runId } = await editionOf(desk)
      const matterId = await takeUpSign(records, matters, runId, request.body, visitorOf(request).account)
      return reply.code(201).send({ matterId })
    },
  })

  app.route({
    method: 'GET',
    url: '/signs/ledger',
    config: { access: 'signs' },
    schema: { summary: 'What became of signs, by kind 误报台账', response: { 200: signLedger, ...errors } },
    async handler(request) {
      const edition = await editionOf(desk)
      const sight = await signSight(records, matters, visitorOf(request).account)
      if (!sight.onDuty) return presentSignLedger(edition, false, [])
      const [stored, facts] = await Promise.all([readSigns(database, edition.runId), matters.facts()])
      let serving = 0
      for (let cadre = 0; cadre < facts.cadreCount; cadre += 1) if (!facts.cadre(cadre).hasLeft) serving += 1
      const raised = (await sight.visible(stored)).map(({ sign }) => sign.kind)
      return presentSignLedger(
        edition,
        true,
        falseAlarmLedger({ raised, taken: sight.taken, serving, asOf: matters.today() }),
      )
    },
  })
}
