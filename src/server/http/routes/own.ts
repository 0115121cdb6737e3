import type { FastifyRequest } from 'fastify'
import { formatDate } from '#domain/calendar.ts'
import {
  failure,
  heldRecord,
  matterParams,
  type OwnRecord,
  ownAct,
  ownComputed,
  ownCorrection,
  ownRecord,
  ownRequest,
  ownVisits,
  recordCopy,
} from '../../contract/index.ts'
import { attachment, fileNameOf, watermarkOf } from '../../exports/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { computedOf } from '../../own/computed.ts'
import { heldFacts } from '../../own/held.ts'
import { actAsPerson, askForCorrection, type Self } from '../../own/own-acts.ts'
import { ownRecordOf } from '../../own/present-own.ts'
import { copyAsData, copyAsPaper, copyAsTable, type OwnCopy } from '../../own/record-copy.ts'
import { nobodyLinked } from '../../own/refusals.ts'
import { askOfDepartment } from '../../own/requests.ts'
import { ownVisits as visitsOf } from '../../own/visits.ts'
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

  app.route({
    method: 'POST',
    url: '/me/requests',
    config: { access: 'own-record' },
    schema: {
      summary: 'Object, ask for an explanation or for erasure 异议、要求说明、要求删除',
      body: ownRequest,
      response: { 200: ownRecord, ...writing },
    },
    async handler(request) {
      await askOfDepartment(records, matters, await selfOf(request), request.body)
      return answer(request)
    },
  })

  recordRoutes(app, desk, matters, selfOf)
  copyRoutes(app, desk, matters, selfOf)
}

type SelfOf = (request: FastifyRequest) => Promise<Self>

/** What is held, what was worked out, and who looked at it. */
function recordRoutes(app: App, desk: Desk, matters: MatterDesk, selfOf: SelfOf): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/me/record',
    config: { access: 'own-record' },
    schema: {
      summary: 'Every fact with its source 记载与来源',
      response: { 200: heldRecord, 422: failure, ...errors },
    },
    async handler(request) {
      const { cadreId } = await selfOf(request)
      return { facts: [...(await heldFacts(records.database, cadreId, matters.today()))] }
    },
  })

  app.route({
    method: 'GET',
    url: '/me/computed',
    config: { access: 'own-record' },
    schema: {
      summary: 'What was worked out, and how 算出的结果和说明',
      response: { 200: ownComputed, 422: failure, ...errors },
    },
    async handler(request) {
      const { account, cadreId } = await selfOf(request)
      return computedOf(records, matters, { account: account.account, cadreId })
    },
  })

  app.route({
    method: 'GET',
    url: '/me/visits',
    config: { access: 'own-record' },
    schema: { summary: 'Who looked at what is held 查阅记录', response: { 200: ownVisits, 422: failure, ...errors } },
    async handler(request) {
      const { cadreId } = await selfOf(request)
      return { visits: [...(await visitsOf(records.database, cadreId, matters.accounts))] }
    },
  })
}

/** A copy of all that the page shows. */
function copyRoutes(app: App, desk: Desk, matters: MatterDesk, selfOf: SelfOf): void {
  const { records } = desk

  async function copyOf({ account, cadreId }: Self): Promise<OwnCopy> {
    const today = matters.today()
    const [own, facts, computed, visits] = await Promise.all([
      ownRecordOf(records, matters, account, cadreId),
      heldFacts(records.database, cadreId, today),
      computedOf(records, matters, { account: account.account, cadreId }),
      visitsOf(records.database, cadreId, matters.accounts),
    ])
    return { name: own.person?.name ?? '', today: formatDate(today), facts, computed, matters: own.matters, visits }
  }

  app.route({
    method: 'POST',
    url: '/me/record',
    config: { access: 'own-record' },
    schema: { summary: 'A copy of what is held 记载副本', body: recordCopy },
    async handler(request, reply) {
      const { format } = request.body
      const self = await selfOf(request)
      const copy = await copyOf(self)
      await recordVisit(desk, request, { action: 'own-record.copy', detail: { format, facts: copy.facts.length } })
      const name = fileNameOf(['本人记载', copy.today], format)
      const sent = reply.header('content-disposition', attachment(name)).header('cache-control', 'no-store')
      switch (format) {
        case 'pdf':
          return sent
            .type('application/pdf')
            .send(Buffer.from(copyAsPaper(copy, watermarkOf(self.account, new Date(), '本人留存'))))
        case 'csv':
          return sent.type('text/csv; charset=utf-8').send(copyAsTable(copy))
        default:
          return sent.type('application/json; charset=utf-8').send(copyAsData(copy))
      }
    },
  })
}
