import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { largestPaper } from '#domain/case-papers.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { gateFindingsPdf } from '#exchange/index.ts'
import { type Filer, withdrawPaper } from '#records/index.ts'
import { type PaperContent, readCaseEvents, readCasePapers, readPaperContent } from '#records/queries/index.ts'
import { gateTableNow } from '../../case-file/file-text.ts'
import { fileCasePaper } from '../../case-file/filing.ts'
import { knownThen } from '../../case-file/known.ts'
import { presentPapers } from '../../case-file/present-papers.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import { keepOut } from '../../cases/keep-out.ts'
import {
  caseKnown,
  casePapers,
  caseParams,
  documentParams,
  failure,
  knownAsked,
  paperFields,
  paperFiled,
  paperParams,
  paperWithdrawal,
} from '../../contract/index.ts'
import { attachment } from '../../exports/index.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { detailOf } from './cases.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const writing = { ...errors, 409: failure, 413: failure, 422: failure }

const mediaTypes: Readonly<Record<Identifier<'paperFormat'>, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  lrmx: 'application/octet-stream',
}

/** What a browser may show by itself; the rest is saved. */
const shownHere: ReadonlySet<string> = new Set(['pdf', 'jpeg', 'png'])

/** The papers of a case, and what was known when it was decided. */
export function casePaperRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/cases/:caseId/papers',
    config: { access: 'cases' },
    schema: { summary: 'Papers of a case 卷内材料', params: caseParams, response: { 200: casePapers, ...errors } },
    async handler(request) {
      const { caseId } = request.params
      const [detail, book, papers] = await Promise.all([
        detailOf(cases, request, caseId),
        cases.book(),
        readCasePapers(database, caseId),
      ])
      return presentPapers(papers, detail, book, cases.today())
    },
  })

  void app.register(async (scope: App) => {
    if (!scope.hasContentTypeParser('application/octet-stream')) {
      scope.addContentTypeParser(
        'application/octet-stream',
        { parseAs: 'buffer' },
        async (_: unknown, body: Buffer) => body,
      )
    }
    scope.route({
      method: 'POST',
      url: '/cases/:caseId/papers',
      config: { access: 'cases' },
      bodyLimit: largestPaper,
      schema: {
        summary: 'File a paper 归入材料',
        consumes: ['application/octet-stream'],
        params: caseParams,
        querystring: paperFields,
        response: { 201: paperFiled, ...writing },
      },
      async handler(request, reply) {
        const { caseId } = request.params
        const detail = await detailOf(cases, request, caseId)
        const { cadreId, stage } = request.query
        if (cadreId !== undefined && !detail.people.some((one) => one.cadreId === cadreId)) throw notInCase(cadreId)
        if (detail.standing === 'closed') throw fileClosed()
        await keepOut(cases, [caseId], filerOf(request).account)
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const paper = { ...request.query, caseId, bytes, stage: stage ?? detail.stage }
        return reply.code(201).send(await fileCasePaper(records, paper, filerOf(request)))
      },
    })
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/papers/gate-findings',
    config: { access: 'cases' },
    schema: {
      summary: 'File the findings of the present gate 归入比对结果',
      params: caseParams,
      response: { 201: paperFiled, ...writing },
    },
    async handler(request, reply) {
      const { caseId } = request.params
      const detail = await detailOf(cases, request, caseId)
      if (detail.standing === 'closed') throw fileClosed()
      await keepOut(cases, [caseId], filerOf(request).account)
      const table = gateTableNow(detail)
      const filed = await fileCasePaper(
        records,
        {
          ...{ caseId, kind: 'gate-findings', stage: detail.stage, title: table.title },
          ...{ fileName: `${table.title}.pdf`, datedOn: detail.gate.on, madeBySystem: 'gate' },
          bytes: gateFindingsPdf('程序比对结果', [table]),
        },
        filerOf(request),
      )
      return reply.code(201).send(filed)
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/papers/:paperId/content',
    config: { access: 'cases' },
    schema: { summary: 'A paper as it was filed 材料原件', params: paperParams, response: errors },
    async handler(request, reply) {
      const { caseId, paperId } = request.params
      const paper = await readPaperContent(database, caseId, paperId)
      if (!paper) throw noSuchPaper()
      const { sha256 } = paper
      await recordVisit(desk, request, { action: 'case.paper-read', subject: caseId, detail: { paperId, sha256 } })
      return sendPaper(reply, paper)
    },
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/documents/:documentId/withdrawal',
    config: { access: 'cases' },
    schema: {
      summary: 'Withdraw a paper 撤回材料',
      params: documentParams,
      body: paperWithdrawal,
      response: { 204: z.null(), ...writing },
    },
    async handler(request, reply) {
      await keepOut(cases, [request.params.caseId], filerOf(request).account)
      const { caseId, documentId } = request.params
      const { standing } = await detailOf(cases, request, caseId)
      if (standing === 'closed') throw fileClosed()
      await withdrawPaper(records, { caseId, documentId, reason: request.body.reason }, filerOf(request))
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/known',
    config: { access: 'cases' },
    schema: {
      summary: 'What was known then 决定时所知',
      params: caseParams,
      querystring: knownAsked,
      response: { 200: caseKnown, ...errors },
    },
    async handler(request) {
      const { caseId } = request.params
      const [detail, events] = await Promise.all([detailOf(cases, request, caseId), readCaseEvents(database, caseId)])
      await recordVisit(desk, request, { action: 'case.known', subject: caseId, detail: request.query })
      return knownThen(desk, cases, { caseId, events }, detail, request.query)
    },
  })
}

function sendPaper(reply: FastifyReply, { format, file_name, bytes }: PaperContent): FastifyReply {
  const saved = attachment(file_name)
  return reply
    .header('content-disposition', shownHere.has(format) ? saved.replace(/^attachment/, 'inline') : saved)
    .type(mediaTypes[format])
    .send(bytes)
}

function filerOf(request: FastifyRequest): Filer {
  const { account } = visitorOf(request)
  return { account: account.account, name: account.name.zh }
}

const noSuchPaper = (): Refusal =>
  new Refusal(
    404,
    'paper-unknown',
    { zh: '这个案卷里没有这份材料。', en: 'The file of this case has no such paper.' },
    { zh: '从材料列表里重新选取。', en: 'Choose again from the list of papers.' },
  )

const notInCase = (cadreId: string): Refusal =>
  new Refusal(
    422,
    'paper-person',
    { zh: `${cadreId} 不是这个事项的人选。`, en: `${cadreId} is no candidate of this case.` },
    { zh: '从人选里选，或者归为整个事项的材料。', en: 'Choose a candidate, or file it for the case as a whole.' },
  )

const fileClosed = (): Refusal =>
  new Refusal(
    422,
    'case-file-closed',
    { zh: '事项已办结，案卷不再归入或者撤回材料。', en: 'The case is closed; its file takes no more papers.' },
    { zh: '需要补充的，归入后续事项的案卷。', en: 'File it in the case that follows.' },
  )
