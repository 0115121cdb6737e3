import type { FastifyRequest } from 'fastify'
import { type ExpiringKind, readingForSystem } from '#records/index.ts'
import { currentEdition } from '#records/queries/index.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  erased,
  erasureParams,
  expiryParams,
  failure,
  newErasure,
  newExpiry,
  type RetentionPage,
  retentionPage,
} from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { cannotErase, notDue, nothingExpires, otherName } from '../../retention/refusals.ts'
import { expiryDay, peopleDue, retentionPageOf } from '../../retention/retention-page.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure }
const writing = { ...errors, 404: failure, 409: failure, 422: failure }

/** What is due to be deleted, for the head of the department, who alone confirms that it is. */
export function retentionRoutes(app: App, desk: Desk, matters: MatterDesk, cases: CaseDesk): void {
  const { records } = desk
  const ground = { records, matters, cases }
  const page = (): Promise<RetentionPage> => readingForSystem(() => retentionPageOf(ground))

  app.route({
    method: 'GET',
    url: '/retention',
    config: { access: 'retention' },
    schema: { summary: 'What is kept for how long 保存期限', response: { 200: retentionPage, ...errors } },
    async handler(request) {
      await recordVisit(desk, request, { action: 'retention.view' })
      return page()
    },
  })

  app.route({
    method: 'POST',
    url: '/retention/people/:cadreId',
    config: { access: 'retention' },
    schema: {
      summary: 'Delete a person from everything 删除一个人的全部信息',
      params: erasureParams,
      body: newErasure,
      response: { 200: erased, ...writing },
    },
    async handler(request) {
      const { cadreId } = request.params
      const due = (await readingForSystem(() => peopleDue(ground))).find((one) => one.cadreId === cadreId)
      if (!due) throw notDue()
      if (due.hindrance) throw cannotErase(due.hindrance)
      if (request.body.name.trim() !== due.name.trim()) throw otherName()
      const decision = { cadreId, ground: due.ground, reason: request.body.reason, ...decidedBy(request) }
      const outcome = await records.erasePerson(decision)
      await showAnew(request)
      const { pseudonym, deleted, changed, remains } = outcome
      return { pseudonym, deleted: sumOf(deleted), changed: sumOf(changed), ...remains, page: await page() }
    },
  })

  app.route({
    method: 'POST',
    url: '/retention/kinds/:kind',
    config: { access: 'retention' },
    schema: {
      summary: 'Delete records whose time is over 删除保存期满的记录',
      params: expiryParams,
      body: newExpiry,
      response: { 200: retentionPage, ...writing },
    },
    async handler(request) {
      const { kind } = request.params
      const until = expiryDay(await matters.book(), kind, matters.today())
      if (until === undefined) throw nothingExpires()
      const { reason } = request.body
      await records.expireRecords({ kind: kind as ExpiringKind, until, reason, ...decidedBy(request) })
      return page()
    },
  })

  /** What is kept in memory of an edition goes with the next one, so that it is made at once. */
  async function showAnew(request: FastifyRequest): Promise<void> {
    const edition = await currentEdition(records.database)
    const asOf = Math.max(edition?.asOf ?? 0, matters.today())
    await desk.analyses.begin(asOf, visitorOf(request).account)
  }
}

const decidedBy = (request: FastifyRequest) => {
  const { account } = visitorOf(request)
  return { decidedBy: account.account, decidedByName: account.name.zh }
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
