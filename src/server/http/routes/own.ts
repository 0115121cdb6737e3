import type { FastifyRequest } from 'fastify'
import { failure, matterParams, type OwnRecord, ownAct, ownCorrection, ownRecord } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { actAsPerson, askForCorrection, type Self } from '../../own/own-acts.ts'
import { ownRecordOf } from '../../own/present-own.ts'
import { nobodyLinked } from '../../own/refusals.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 401: failure, 403: failure }
const writing = { ...errors, 400: failure, 404: failure, 409: failure, 422: failure }

/** The page of a cadre about himself or herself: whom the account is linked to decides what is read and answered. */
export function ownRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  async function selfOf(request: FastifyRequest): Promise<Self> {
    const { account } = visitorOf(request)
    const cadreId = await matters.personOf(account.account)
    if (cadreId === undefined) throw nobodyLinked()
    return { account, cadreId }
  }

  async function answer(request: FastifyRequest): Promise<OwnRecord> {
    const { account } = visitorOf(request)
    return ownRecordOf(records, matters, account, await matters.personOf(account.account))
  }

  app.route({
    method: 'GET',
    url: '/me',
    config: { access: 'own-record' },
    schema: { summary: 'What is held about oneself 本人查阅', response: { 200: ownRecord, ...errors } },
    async handler(request) {
      const own = await answer(request)
      await recordVisit(desk, request, { action: 'own-record.view' })
      return own
    },
  })

  app.route({
    method: 'POST',
    url: '/me/matters/:matterId/events',
    config: { access: 'own-record' },
    schema: {
      summary: 'Answer a matter about oneself 本人办理',
      params: matterParams,
      body: ownAct,
      response: { 200: ownRecord, ...writing },
    },
    async handler(request) {
      const { matterId } = request.params
      await actAsPerson(records, matters, await selfOf(request), { matterId, ...request.body })
      return answer(request)
    },
  })

  app.route({
    method: 'POST',
    url: '/me/corrections',
    config: { access: 'own-record' },
    schema: {
      summary: 'Ask for a correction of what is held 申请更正',
      body: ownCorrection,
      response: { 200: ownRecord, ...writing },
    },
    async handler(request) {
      await askForCorrection(records, matters, await selfOf(request), request.body)
      return answer(request)
    },
  })
}
