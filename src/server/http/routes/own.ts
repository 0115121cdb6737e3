import type { FastifyRequest } from 'fastify'
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { csvLine } from '#exchange/index.ts'
import {
  failure,
  type HeldFact,
  heldRecord,
  matterParams,
  type OwnRecord,
  ownAct,
  ownCorrection,
  ownRecord,
  ownVisits,
  recordCopy,
} from '../../contract/index.ts'
import { attachment, fileNameOf } from '../../exports/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { heldFacts } from '../../own/held.ts'
import { actAsPerson, askForCorrection, type Self } from '../../own/own-acts.ts'
import { ownRecordOf } from '../../own/present-own.ts'
import { nobodyLinked } from '../../own/refusals.ts'
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

  recordRoutes(app, desk, matters, selfOf)
}

/** What is held, a copy of it, and who looked at it. */
function recordRoutes(
  app: App,
  desk: Desk,
  matters: MatterDesk,
  selfOf: (request: FastifyRequest) => Promise<Self>,
): void {
  const { database } = desk.records

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
      return { facts: [...(await heldFacts(database, cadreId, matters.today()))] }
    },
  })

  app.route({
    method: 'POST',
    url: '/me/record',
    config: { access: 'own-record' },
    schema: { summary: 'A copy of what is held 记载副本', body: recordCopy },
    async handler(request, reply) {
      const { cadreId } = await selfOf(request)
      const facts = await heldFacts(database, cadreId, matters.today())
      const { format } = request.body
      await recordVisit(desk, request, { action: 'own-record.copy', detail: { format, facts: facts.length } })
      const name = fileNameOf(['本人记载', formatDate(matters.today())], format)
      return reply
        .header('content-disposition', attachment(name))
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
        .send(format === 'csv' ? csvOf(facts) : JSON.stringify({ facts }, null, 2))
    },
  })

  app.route({
    method: 'GET',
    url: '/me/visits',
    config: { access: 'own-record' },
    schema: { summary: 'Who looked at what is held 查阅记录', response: { 200: ownVisits, 422: failure, ...errors } },
    async handler(request) {
      const { cadreId } = await selfOf(request)
      return { visits: [...(await visitsOf(database, cadreId, matters.accounts))] }
    },
  })
}

/** With a byte-order mark, so that spreadsheets read it as UTF-8. */
const csvOf = (facts: readonly HeldFact[]): string =>
  [
    '\uFEFF',
    csvLine(['部分', '项目', '时间', '记载', '记入日期', '来源']),
    ...facts.map(({ part, label, when, says, since, source }) =>
      csvLine([labelOf('recordPart', part).zh, label.zh, when, says.zh, since, source.zh]),
    ),
  ].join('')
