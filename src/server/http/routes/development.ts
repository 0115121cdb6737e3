import { parseDate } from '#domain/calendar.ts'
import { recordTrackEvent } from '#records/index.ts'
import { readTrackEvents } from '#records/queries/index.ts'
import {
  development,
  developmentParams,
  failure,
  needPage,
  needQuery,
  newTrackEvent,
  trackPage,
  trackQuery,
} from '../../contract/index.ts'
import { developmentOn } from '../../development/reading.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { matterDayToCome } from '../../matters/refusals.ts'
import { presentDevelopment, presentNeeds, presentTracks } from '../../presenters/development.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure }

/** Development: who needs which experience, the ledger of one, and the track that people confirm. */
export function developmentRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records, board } = desk

  app.route({
    method: 'GET',
    url: '/development',
    config: { access: 'develop' },
    schema: { summary: 'Development needs 培养需求', querystring: needQuery, response: { 200: needPage, ...errors } },
    async handler({ query }) {
      const { ground } = await board.current()
      return presentNeeds(ground.facts, developmentOn(ground), query)
    },
  })

  app.route({
    method: 'GET',
    url: '/development/tracks',
    config: { access: 'develop' },
    schema: {
      summary: 'Proposed tracks that nobody has confirmed 培养方向',
      querystring: trackQuery,
      response: { 200: trackPage, ...errors },
    },
    async handler({ query }) {
      const [{ ground }, events] = await Promise.all([board.current(), readTrackEvents(records.database)])
      return presentTracks(ground.facts, developmentOn(ground), events, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/development',
    config: { access: 'develop' },
    schema: {
      summary: 'Experience, track and needs of a cadre 培养',
      params: developmentParams,
      response: { 200: development, ...errors, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const shown = await developmentOf(cadreId)
      await recordVisit(desk, request, { action: 'development.view', subject: cadreId })
      return shown
    },
  })

  app.route({
    method: 'POST',
    url: '/cadres/:cadreId/track',
    config: { access: 'develop' },
    schema: {
      summary: 'Confirm the track of a cadre 确认培养方向',
      params: developmentParams,
      body: newTrackEvent,
      response: { 200: development, ...errors, 404: failure, 409: failure, 422: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { version, on, act } = request.body
      const { account } = visitorOf(request)
      const day = parseDate(on) ?? 0
      if (day > matters.today()) throw matterDayToCome()
      await matters.keepKinOut(cadreId, [account.account])
      const recorder = { by: account.account, byName: account.name.zh, on: day }
      await recordTrackEvent(records, { cadreId, version, act }, recorder)
      return developmentOf(cadreId)
    },
  })

  async function developmentOf(cadreId: string) {
    const [{ ground }, events] = await Promise.all([board.current(), readTrackEvents(records.database, cadreId)])
    const index = ground.facts.cadreIndex(cadreId)
    if (index === undefined) throw noSuchCadre(cadreId)
    const cadre = ground.facts.cadre(index)
    return presentDevelopment(ground.facts, developmentOn(ground), cadre, events.get(cadreId) ?? [], matters.today())
  }
}
