/** What source departments hand in: a file, which goes the way of every import, or a statement in words. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { formatDate, parseDate } from '#domain/calendar.ts'
import { addImportFile, beginImport } from '#records/imports/index.ts'
import {
  type AccountSource,
  addDelivery,
  closeDelivery,
  type Delivery,
  linkSource,
  readDeliveries,
  takeStatement,
} from '#records/index.ts'
import { readRecordedPeople } from '#records/queries/index.ts'
import type { Directory } from '../../access/directory.ts'
import { noSuchOfficer } from '../../cases/refusals.ts'
import {
  arrivedDeliveries,
  deliveryParams,
  failure,
  largestUpload,
  newOutcome,
  newSource,
  newStatement,
  officerParams,
  ownDeliveries,
} from '../../contract/index.ts'
import { arrivedNow } from '../../deliveries/arrived.ts'
import { ownDeliveriesOf, sourceOf } from '../../deliveries/own-deliveries.ts'
import { dayAhead, deliverySettled, noSource, noSuchDelivery } from '../../deliveries/refusals.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { emptyFile, noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure }
const writing = { ...errors, 404: failure, 409: failure, 413: failure, 422: failure }

export function deliveryRoutes(app: App, desk: Desk, matters: MatterDesk, directory: Directory): void {
  ownDeliveryRoutes(app, desk, matters)
  arrivalRoutes(app, desk, matters)
  sourceRoute(app, desk, directory)
}

/** For the account of a source: its own deliveries alone. */
function ownDeliveryRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records, imports } = desk
  const { database } = records
  const answer = (request: FastifyRequest) =>
    ownDeliveriesOf(database, visitorOf(request).account.account, matters.today())

  async function speaking(request: FastifyRequest): Promise<AccountSource> {
    const source = await sourceOf(database, visitorOf(request).account.account)
    if (!source) throw noSource()
    return source
  }

  app.route({
    method: 'GET',
    url: '/deliveries/own',
    config: { access: 'hand-in' },
    schema: { summary: 'What this source handed in 本部门报送', response: { 200: ownDeliveries, ...errors } },
    handler: answer,
  })

  app.route({
    method: 'POST',
    url: '/deliveries/statements',
    config: { access: 'hand-in' },
    schema: {
      summary: 'Hand in a statement 报送情况',
      body: newStatement,
      response: { 201: ownDeliveries, ...writing },
    },
    async handler(request, reply) {
      const { account, channel, unitId } = await speaking(request)
      const statement = request.body
      if ((parseDate(statement.observedOn) ?? 0) > matters.today()) throw dayAhead()
      await records.commit({ actor: account, action: 'delivery.statement' }, (tx) =>
        addDelivery(tx, { channel, unitId, deliveredBy: account, what: { statement } }),
      )
      return reply.code(201).send(await answer(request))
    },
  })

  app.route({
    method: 'POST',
    url: '/deliveries/files',
    config: { access: 'hand-in' },
    bodyLimit: largestUpload,
    schema: {
      summary: 'Hand in a file: its bytes are the body 报送文件',
      querystring: z.object({ name: z.string().trim().min(1).max(200) }),
      consumes: ['application/octet-stream'],
      response: { 201: ownDeliveries, ...writing },
    },
    async handler(request, reply) {
      const { account, channel, unitId } = await speaking(request)
      const { name } = request.query
      const bytes = request.body as Buffer | undefined
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw emptyFile(name)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const importId = await records.commit(
        { actor: account, action: 'delivery.file', detail: { name, sha256 } },
        async (tx) => {
          const begun = await beginImport(tx, account)
          await addImportFile(tx, begun, { name, sha256, size: bytes.length, bytes })
          await addDelivery(tx, { channel, unitId, deliveredBy: account, what: { importId: begun } })
          return begun
        },
      )
      imports.begin(importId, account)
      return reply.code(201).send(await answer(request))
    },
  })

  app.route({
    method: 'DELETE',
    url: '/deliveries/own/:deliveryId',
    config: { access: 'hand-in' },
    schema: {
      summary: 'Take a statement back before it is settled 撤回报送',
      params: deliveryParams,
      response: { 200: ownDeliveries, ...writing },
    },
    async handler(request) {
      const { account } = visitorOf(request).account
      const { deliveryId } = request.params
      const [found] = await readDeliveries(database, { deliveryId, by: account })
      if (!found?.statement) throw noSuchDelivery()
      const isClosed = await closeDelivery(records, deliveryId, { outcome: 'withdrawn', by: account })
      if (!isClosed) throw deliverySettled()
      return answer(request)
    },
  })
}

/** For the department: statements that wait, and what becomes of them. */
function arrivalRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/deliveries',
    config: { access: 'deliveries' },
    schema: { summary: 'Statements that arrived 来源报送', response: { 200: arrivedDeliveries, ...errors } },
    async handler(request) {
      const arrived = await arrivedNow(database, matters.today())
      await recordVisit(desk, request, { action: 'deliveries.view' })
      return arrived
    },
  })

  app.route({
    method: 'POST',
    url: '/deliveries/:deliveryId/outcome',
    config: { access: 'deliveries' },
    schema: {
      summary: 'Take a statement into the records, or return it 处理报送',
      params: deliveryParams,
      body: newOutcome,
      response: { 200: arrivedDeliveries, ...writing },
    },
    async handler(request) {
      const { account: by } = visitorOf(request).account
      const { deliveryId } = request.params
      const [found] = await readDeliveries(database, { deliveryId })
      if (!hasStatement(found)) throw noSuchDelivery()
      if (!(await settled(found, request.body, by))) throw deliverySettled()
      return arrivedNow(database, matters.today())
    },
  })

  async function settled(delivery: WithStatement, outcome: z.output<typeof newOutcome>, by: string): Promise<boolean> {
    if (outcome.outcome === 'returned') return closeDelivery(records, delivery.deliveryId, { ...outcome, by })
    const { cadreId } = outcome
    const known = await readRecordedPeople(database, [cadreId])
    if (!known.some(({ cadre_id }) => cadre_id === cadreId)) throw noSuchCadre(cadreId)
    await matters.keepKinOut(cadreId, [by])
    return takeStatement(records, delivery, { cadreId, on: formatDate(matters.today()), by })
  }
}

type WithStatement = Delivery & { readonly statement: NonNullable<Delivery['statement']> }

const hasStatement = (delivery: Delivery | undefined): delivery is WithStatement =>
  delivery !== undefined && delivery.statement !== null

/** The head tells which source an account speaks for. */
function sourceRoute(app: App, { records }: Desk, directory: Directory): void {
  app.route({
    method: 'PUT',
    url: '/officers/:account/source',
    config: { access: 'case-override' },
    schema: {
      summary: 'Link an account to a source department 账号对应的来源部门',
      params: officerParams,
      body: newSource,
      response: { 204: z.null(), ...writing },
    },
    async handler(request, reply) {
      const { account } = request.params
      const { source, reason } = request.body
      if (directory.named(account)?.role !== 'source') throw noSuchOfficer(account)
      const told = source && {
        channel: source.channel,
        ...(source.unitId === undefined ? {} : { unitId: source.unitId }),
        ...(source.everyMonths === undefined ? {} : { everyMonths: source.everyMonths }),
      }
      const actor = visitorOf(request).account.account
      await linkSource(records, { account, reason, ...(told ? { source: told } : {}) }, actor)
      return reply.code(204).send(null)
    },
  })
}
