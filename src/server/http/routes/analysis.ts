/** The analysis as the workbench runs it: what has come since the last one, and a new one. */
import { z } from 'zod'
import { type DateCode, formatDate, isMonthOnly, parseDate } from '#domain/calendar.ts'
import { countAllArrivals, currentEdition } from '#records/queries/index.ts'
import { analysisState, failure, newAnalysis } from '../../contract/index.ts'
import { presentAnalysis } from '../../presenters/analysis.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { analysisUnderWay, noDayToAnalyse } from '../refusal.ts'

const errors = { 401: failure, 403: failure }

export function analysisRoutes(app: App, desk: Desk): void {
  const { analyses, law, records } = desk
  const { database } = records

  /** Today; of a place that is shown as of a later day, that day. */
  const latestDay = (shown: DateCode | undefined): DateCode => Math.max(law.today(), shown ?? 0)

  app.route({
    method: 'GET',
    url: '/analysis',
    config: { access: 'overview' },
    schema: {
      summary: 'What has come since the analysis, and the one under way 分析与此后记录',
      response: { 200: analysisState, ...errors, 503: failure },
    },
    async handler() {
      // In this order: where an analysis has ended well, its edition is there.
      const { underWay, last } = await analyses.state()
      const edition = await editionOf(desk)
      const [arrivals, { book }] = await Promise.all([
        underWay ? [] : countAllArrivals(database, edition.knownAt),
        law.rules(),
      ])
      const latest = latestDay(edition.asOf)
      return presentAnalysis({ edition, latest, arrivals, bookHash: book.hash, underWay, last })
    },
  })

  app.route({
    method: 'POST',
    url: '/analysis',
    config: { access: 'analyse' },
    schema: {
      summary: 'Analyse the records as they stand now 重新分析',
      body: newAnalysis,
      response: { 202: z.null(), ...errors, 400: failure, 409: failure, 422: failure },
    },
    async handler(request, reply) {
      const latest = latestDay((await currentEdition(database))?.asOf)
      const asOf = request.body.asOf === undefined ? latest : parseDate(request.body.asOf)
      if (asOf === undefined || isMonthOnly(asOf) || asOf > latest) throw noDayToAnalyse(formatDate(latest))
      if (!(await analyses.begin(asOf, visitorOf(request).account))) throw analysisUnderWay()
      await recordVisit(desk, request, { action: 'analysis.begin', detail: { asOf: formatDate(asOf) } })
      return reply.code(202).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/analysis/stop',
    config: { access: 'analyse' },
    schema: { summary: 'Stop the analysis under way 停止分析', response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      if (await analyses.stop()) await recordVisit(desk, request, { action: 'analysis.stop' })
      return reply.code(204).send(null)
    },
  })
}
