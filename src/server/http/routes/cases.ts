import type { FastifyRequest } from 'fastify'
import { caseAbout, pathOf } from '#appoint/procedure/index.ts'
import type { CaseOpening } from '#domain/selection-case.ts'
import { openCase } from '#records/index.ts'
import { mayUse } from '../../access/permission.ts'
import { actIn } from '../../cases/act.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import { batchesOf, casesAsked } from '../../cases/list.ts'
import { openingRefused } from '../../cases/opening.ts'
import { openingsOf } from '../../cases/openings.ts'
import { dayOf, presentCase, presentSummary } from '../../cases/present-case.ts'
import { wantedAct } from '../../cases/wanted-act.ts'
import {
  type CaseDetail,
  caseAsked,
  caseBatches,
  caseDetail,
  caseList,
  caseOpened,
  caseOpenings,
  caseParams,
  caseQuery,
  failure,
  newCase,
  newCaseEvent,
} from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const writing = { ...errors, 409: failure, 422: failure }
/** A roll of a large meeting, name by name. */
const largestEvent = 256 * 1024

/** Cases of appointment and removal: listed, opened, shown with their gates, and taken from stage to stage. */
export function caseRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/cases',
    config: { access: 'cases' },
    schema: { summary: 'Cases 任免事项', querystring: caseQuery, response: { 200: caseList, ...errors } },
    async handler(request) {
      const [shown, found] = await Promise.all([shownNow(cases), cases.all()])
      return casesAsked(shown, found, request.query)
    },
  })

  app.route({
    method: 'POST',
    url: '/cases',
    config: { access: 'cases' },
    schema: { summary: 'Open a case 立项', body: newCase, response: { 201: caseOpened, ...writing } },
    async handler(request, reply) {
      const { account } = visitorOf(request)
      const { on, handlers, ...asked } = request.body
      const opening = said({ ...asked, handlers: handlers ?? [account.account] }) as CaseOpening
      const shown = await shownNow(cases)
      const refusal = await openingRefused(cases, shown.facts, opening, {
        on: dayOf(on),
        opener: account.account,
      })
      if (refusal) throw refusal
      const recorder = { by: account.account, byName: account.name.zh, on: dayOf(on) }
      return reply.code(201).send({ caseId: await openCase(records, { kind: 'opened', opening }, recorder) })
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/openings',
    config: { access: 'cases' },
    schema: { summary: 'What a case may begin with 可立项的', response: { 200: caseOpenings, ...errors } },
    async handler() {
      const shown = await shownNow(cases)
      const kinds = Object.entries(caseAbout).map(([kind, about]) => ({
        about,
        path: pathOf(shown.book, kind as CaseOpening['kind'], shown.today),
      }))
      return openingsOf(records.database, shown, kinds, await cases.all({ openOnly: true }))
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/batches',
    config: { access: 'cases' },
    schema: { summary: 'Batches 批次', response: { 200: caseBatches, ...errors } },
    async handler() {
      const [shown, found] = await Promise.all([shownNow(cases), cases.all()])
      return { batches: batchesOf(found.map((one) => presentSummary(shown, one))) }
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId',
    config: { access: 'cases' },
    schema: {
      summary: 'A case 任免事项',
      params: caseParams,
      querystring: caseAsked,
      response: { 200: caseDetail, ...errors },
    },
    async handler(request) {
      const { caseId } = request.params
      const { on } = request.query
      const detail = await detailOf(cases, request, caseId, on === undefined ? undefined : dayOf(on))
      await recordVisit(desk, request, { action: 'case.view', subject: caseId })
      return detail
    },
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/events',
    config: { access: 'cases' },
    bodyLimit: largestEvent,
    schema: {
      summary: 'What happened in a case 记一笔',
      params: caseParams,
      body: newCaseEvent,
      response: { 200: caseDetail, ...writing },
    },
    async handler(request) {
      const { caseId } = request.params
      const { version, on, act } = request.body
      const { account } = visitorOf(request)
      await actIn(records, cases, { caseId, version, on: dayOf(on), act: wantedAct(act) }, account)
      return detailOf(cases, request, caseId)
    },
  })
}

async function shownNow(cases: CaseDesk) {
  const today = cases.today()
  const [facts, book] = await Promise.all([cases.facts(today), cases.book()])
  return { facts, book, accounts: cases.accounts, today }
}

/** The case as the one who asks may see it. */
export async function detailOf(
  cases: CaseDesk,
  request: FastifyRequest,
  caseId: string,
  on?: number,
): Promise<CaseDetail> {
  const here = await cases.caseOn(caseId, on)
  const { account } = visitorOf(request)
  const viewer = { account: account.account, mayOverride: mayUse(account.role, 'case-override') }
  return presentCase({ ...here, accounts: cases.accounts }, here, viewer)
}

const said = <T extends object>(values: T): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
