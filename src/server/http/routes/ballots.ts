import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BallotDesign, BallotRoll } from '#domain/ballot.ts'
import { formatDate, parseDate } from '#domain/calendar.ts'
import { paperPdf } from '#exchange/index.ts'
import { readBallots } from '#records/queries/index.ts'
import { openBallotDesk } from '../../ballots/ballot-desk.ts'
import { countReportPaper } from '../../ballots/count-report.ts'
import { notClosed } from '../../ballots/refusals.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import { keepOut } from '../../cases/keep-out.ts'
import {
  type BallotShape,
  ballot,
  ballotList,
  ballotRoll,
  cancelBallot,
  closeBallot,
  failure,
  newBallot,
  newPaperCount,
  reportOrder,
  slipOrder,
} from '../../contract/index.ts'
import { answerExport, attachment } from '../../exports/index.ts'
import { presentBallot, presentBallotSummary, reportOf } from '../../presenters/ballots.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const params = z.object({ ballotId: z.uuid() })
const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure }
const answers = { 200: ballot, ...errors }
/** Sixty people rated on six items, or a hall of named voters. */
const largestBallot = 1024 * 1024

const emptyRoll: BallotRoll = { voters: [], handed: {} }

export function ballotRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk
  const office = openBallotDesk(records, desk.law)

  async function shown(ballotId: string): Promise<BallotShape> {
    const [found, settings] = await Promise.all([office.read(ballotId), office.settings()])
    return presentBallot(found, settings)
  }

  /** The ballot that a request changes, and who does it. */
  async function changing(request: FastifyRequest & { params: { ballotId: string } }) {
    const { ballotId, design } = await office.read(request.params.ballotId)
    const actor = visitorOf(request).account.account
    await keepOut(cases, casesOf(design), actor)
    return { ballotId, actor }
  }

  app.route({
    method: 'GET',
    url: '/ballots',
    config: { access: 'ballots' },
    schema: { summary: 'Ballots 投票', response: { 200: ballotList, 401: failure, 403: failure } },
    handler: async () => ({ ballots: (await readBallots(records.database)).map(presentBallotSummary) }),
  })

  app.route({
    method: 'POST',
    url: '/ballots',
    config: { access: 'ballots' },
    bodyLimit: largestBallot,
    schema: {
      summary: 'Prepare a ballot 新建投票',
      body: newBallot,
      response: { 201: z.object({ ballotId: z.string() }), ...errors },
    },
    async handler(request, reply) {
      const design: BallotDesign = { ...request.body, heldOn: parseDate(request.body.heldOn) ?? 0 }
      const actor = visitorOf(request).account.account
      await keepOut(cases, casesOf(design), actor)
      const ballotId = await records.ballots.create(design, emptyRoll, actor)
      return reply.code(201).send({ ballotId })
    },
  })

  app.route({
    method: 'GET',
    url: '/ballots/:ballotId',
    config: { access: 'ballots' },
    schema: { summary: 'A ballot 投票', params, response: answers },
    async handler(request) {
      const { ballotId } = request.params
      const answer = await shown(ballotId)
      if (answer.report) await recordVisit(desk, request, { action: 'ballot.view', subject: ballotId })
      return answer
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/roll',
    config: { access: 'ballots' },
    bodyLimit: largestBallot,
    schema: { summary: 'Voters and slips handed out 签到发票', params, body: ballotRoll, response: answers },
    async handler(request) {
      const { ballotId, actor } = await changing(request)
      await records.ballots.writeRoll(ballotId, request.body, actor)
      return shown(ballotId)
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/slips',
    config: { access: 'ballots' },
    schema: { summary: 'Slips with new codes 打印票条', params, body: slipOrder, response: errors },
    async handler(request, reply) {
      const { ballotId, actor } = await changing(request)
      const pdf = await office.printSlips(ballotId, request.body.address, actor)
      return sendPdf(reply, pdf, '投票条.pdf')
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/opening',
    config: { access: 'ballots' },
    schema: { summary: 'Begin voting 开始投票', params, response: answers },
    async handler(request) {
      const { ballotId, actor } = await changing(request)
      await records.ballots.open(ballotId, actor)
      return shown(ballotId)
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/paper-counts',
    config: { access: 'ballots' },
    bodyLimit: largestBallot,
    schema: { summary: 'One of two counts of paper 录入纸质票', params, body: newPaperCount, response: answers },
    async handler(request) {
      const { ballotId, actor } = await changing(request)
      const { entry, ...count } = request.body
      await office.enterPaperCount(ballotId, entry, count, actor)
      return shown(ballotId)
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/closing',
    config: { access: 'ballots' },
    schema: { summary: 'End voting and count 结束并计票', params, body: closeBallot, response: answers },
    async handler(request) {
      const { ballotId, actor } = await changing(request)
      await office.close(ballotId, request.body, actor)
      return shown(ballotId)
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/cancellation',
    config: { access: 'ballots' },
    schema: { summary: 'End without a count 作废', params, body: cancelBallot, response: answers },
    async handler(request) {
      const { ballotId, actor } = await changing(request)
      await records.ballots.cancel(ballotId, request.body.reason, actor)
      return shown(ballotId)
    },
  })

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/report',
    config: { access: 'ballots' },
    schema: { summary: 'The count report as PDF 计票报告单', params, body: reportOrder, response: errors },
    async handler(request, reply) {
      const { ballotId } = request.params
      const found = await office.read(ballotId)
      const report = reportOf(found)
      if (!report) throw notClosed()
      const { design } = found
      return answerExport(desk, request, reply, request.body.purpose, async (watermark) => ({
        kind: 'count-report',
        format: 'pdf',
        fileName: `计票报告单 ${design.title} ${formatDate(design.heldOn, '.')}.pdf`,
        subjects: votedOnRecord(design),
        bytes: paperPdf([countReportPaper(design, report)], { watermark }),
      }))
    },
  })
}

const sendPdf = (reply: FastifyReply, pdf: Uint8Array, fileName: string): FastifyReply =>
  reply.header('content-disposition', attachment(fileName)).type('application/pdf').send(Buffer.from(pdf))

/** The cases to which its results go. */
const casesOf = (design: BallotDesign): string[] =>
  [design.caseId, ...(design.kind === 'decision' ? design.matters.map(({ caseId }) => caseId) : [])].flatMap(
    (caseId) => caseId ?? [],
  )

/** Ids of those voted on who are on record. */
const votedOnRecord = (design: BallotDesign): string[] =>
  (design.kind === 'recommendation'
    ? design.posts.flatMap(({ reference }) => reference)
    : design.kind === 'evaluation'
      ? design.people
      : design.matters
  ).flatMap(({ cadreId }) => (cadreId === undefined ? [] : [cadreId]))
