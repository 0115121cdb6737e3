import { keySeat, keySeats } from '#manage/index.ts'
import {
  failure,
  keySeatDetail,
  keySeatPage,
  keySeatParams,
  keySeatQuery,
  newKeySeatEvent,
} from '../../contract/index.ts'
import { actOnKeySeat } from '../../key-seats/act.ts'
import { keySeatGround } from '../../key-seats/ground.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentKeySeatDetail, presentKeySeats } from '../../presenters/key-seats.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchSeat } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }

/** Key seats: the register, one of them with its steps and checks, and what people record about it. */
export function keySeatRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/key-seats',
    config: { access: 'manage' },
    schema: { summary: 'Key seats 关键岗位', querystring: keySeatQuery, response: { 200: keySeatPage, ...errors } },
    async handler({ query }) {
      const ground = await keySeatGround(records, matters)
      return presentKeySeats(ground.facts, keySeats(ground), query)
    },
  })

  app.route({
    method: 'GET',
    url: '/key-seats/:positionId',
    config: { access: 'manage' },
    schema: { summary: 'A key seat', params: keySeatParams, response: { 200: keySeatDetail, ...errors } },
    async handler(request) {
      const { positionId } = request.params
      const detail = await detailOf(positionId)
      await recordVisit(desk, request, { action: 'key-seat.view', subject: positionId })
      return detail
    },
  })

  app.route({
    method: 'POST',
    url: '/key-seats/:positionId/events',
    config: { access: 'manage' },
    schema: {
      summary: 'Record a judgement, a step or a check of a key seat 核定、检查',
      params: keySeatParams,
      body: newKeySeatEvent,
      response: { 200: keySeatDetail, ...errors, 409: failure, 422: failure },
    },
    async handler(request) {
      const { positionId } = request.params
      await actOnKeySeat(records, matters, positionId, request.body, visitorOf(request).account)
      return detailOf(positionId)
    },
  })

  async function detailOf(positionId: string) {
    const ground = await keySeatGround(records, matters)
    const seat = keySeat(ground, positionId)
    if (!seat) throw noSuchSeat(positionId)
    return presentKeySeatDetail(ground, await matters.book(), seat)
  }
}
