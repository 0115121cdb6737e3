/** The audit log, for the auditor. Searching it is written down in it. */
import { z } from 'zod'
import { paperWorkbook } from '#exchange/index.ts'
import { readAuditExtent } from '#records/queries/index.ts'
import type { Directory } from '../../access/directory.ts'
import { auditPageOf, auditPaper } from '../../audit/search.ts'
import { type AuditChainState, auditChain, auditOrder, auditPage, auditQuery, failure } from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { keepingRhythm } from '../../health/keeping-rhythm.ts'
import { presentOfficer } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { verificationUnderWay } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure }

export function auditRoutes(app: App, desk: Desk, directory: Directory): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/audit',
    config: { access: 'audit' },
    schema: {
      summary: 'Entries of the audit log 审计记录',
      querystring: auditQuery,
      response: { 200: auditPage, ...errors },
    },
    async handler(request) {
      const page = await auditPageOf(database, directory.accounts, request.query)
      const { limit: _, ...detail } = request.query
      await recordVisit(desk, request, { action: 'audit.search', detail })
      return page
    },
  })

  app.route({
    method: 'POST',
    url: '/audit/file',
    config: { access: 'audit' },
    schema: {
      summary: 'Entries of the audit log as a file 导出审计记录',
      body: auditOrder,
      response: { ...errors, 422: failure },
    },
    async handler(request, reply) {
      const { format, purpose, ...question } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const paper = await auditPaper(database, directory.accounts, question)
        const bytes = await paperWorkbook([paper], { watermark })
        return { kind: 'audit', format, fileName: fileNameOf(['审计记录'], format), subjects: [], bytes }
      })
    },
  })

  chainRoutes(app, desk, directory)
}

/** Whether the chain holds. */
function chainRoutes(app: App, desk: Desk, directory: Directory): void {
  const { verification } = desk

  async function chainOf(): Promise<AuditChainState> {
    const [extent, { book }] = await Promise.all([readAuditExtent(desk.records.database), desk.law.rules()])
    const { entries, since, until, checkpoint, verified } = extent
    return {
      entries,
      since: since?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      leastMonths: keepingRhythm(book, desk.law.today()).logMonths,
      checkpoint: checkpoint && { entry: checkpoint.entry, at: checkpoint.at.toISOString() },
      verified: verified && {
        at: verified.at.toISOString(),
        by: presentOfficer(directory.accounts, verified.by),
        entries: numberOf(verified.detail?.entries) ?? 0,
        isSound: verified.detail?.isSound === true,
        brokenAt: numberOf(verified.detail?.brokenAt),
      },
      underWay: verification.underWay(),
      problem: verification.problem(),
    }
  }

  app.route({
    method: 'GET',
    url: '/audit/chain',
    config: { access: 'audit' },
    schema: { summary: 'How far the log goes and what proves it 审计链状态', response: { 200: auditChain, ...errors } },
    handler: chainOf,
  })

  app.route({
    method: 'POST',
    url: '/audit/verification',
    config: { access: 'audit' },
    schema: { summary: 'Follow the whole chain now 核验审计链', response: { 202: z.null(), ...errors, 409: failure } },
    async handler(request, reply) {
      if (!verification.begin(visitorOf(request).account)) throw verificationUnderWay()
      return reply.code(202).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/audit/verification/stop',
    config: { access: 'audit' },
    schema: { summary: 'Stop the verification 停止核验', response: { 204: z.null(), ...errors } },
    async handler(_, reply) {
      await verification.stop()
      return reply.code(204).send(null)
    },
  })
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
