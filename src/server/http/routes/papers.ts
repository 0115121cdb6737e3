import { formatDate } from '#domain/calendar.ts'
import { exportLabels } from '#domain/lexicon/export-terms.ts'
import { paperWorkbook } from '#exchange/index.ts'
import { readSlates } from '#records/queries/index.ts'
import { failure, officePapers, paperChoices, paperOrder, paperRequest, paperView } from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { openCases } from '../../papers/case-subjects.ts'
import { presentPaper } from '../../papers/paper-view.ts'
import { printed } from '../../papers/printing.ts'
import { makePaper, usualPaper } from '../../papers/standard-paper.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure, 503: failure }

/** A list of people may be long: 500 ids of 64 characters. */
const largestRequest = 64 * 1024

/** The papers that meetings and offices know by name: looked at, and taken out. */
export function paperRoutes(app: App, desk: Desk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/papers/choices',
    config: { access: 'export' },
    schema: { summary: 'Papers and what they are made from 会议材料', response: { 200: paperChoices, ...errors } },
    async handler() {
      const [edition, slates, cases] = await Promise.all([
        editionOf(desk),
        readSlates(records.database),
        openCases(records),
      ])
      return {
        asOf: formatDate(edition.asOf),
        papers: officePapers.map((kind) => ({ kind, label: exportLabels[kind], ...usualPaper(kind) })),
        slates: slates.flatMap(({ slate_id, name, recorded_at, result }) =>
          result?.feasible
            ? [
                {
                  slateId: slate_id,
                  name,
                  recordedAt: recorded_at.toISOString(),
                  plans: result.plans.map(({ moves }) => moves.length),
                },
              ]
            : [],
        ),
        cases: cases.map(({ caseId, selection: { opening, candidates } }) => ({
          caseId,
          title: opening.title,
          batch: opening.batch ?? null,
          people: candidates.filter(({ left }) => left === undefined).length,
        })),
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/papers/preview',
    config: { access: 'export' },
    bodyLimit: largestRequest,
    schema: {
      summary: 'A paper before it is taken out 预览',
      body: paperRequest,
      response: { 200: paperView, ...errors },
    },
    async handler(request) {
      const { papers, subjects } = await makePaper(records, await editionOf(desk), { ...request.body, copies: 1 })
      await recordVisit(desk, request, {
        action: 'paper.view',
        subject: request.body.paper,
        detail: { cadres: subjects },
      })
      const [paper] = papers
      if (!paper) throw new Error('invariant: a paper is at least one sheet')
      return presentPaper(paper, subjects.length)
    },
  })

  app.route({
    method: 'POST',
    url: '/papers/file',
    config: { access: 'export' },
    bodyLimit: largestRequest,
    schema: { summary: 'A paper as a file 导出', body: paperOrder, response: errors },
    async handler(request, reply) {
      const { purpose, format, ...wanted } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const edition = await editionOf(desk)
        const { papers, subjects } = await makePaper(records, edition, wanted)
        const bytes =
          format === 'pdf'
            ? await printed({ papers, watermark })
            : await paperWorkbook(papers.slice(0, 1), { watermark })
        const words = [papers[0]?.title ?? '', formatDate(edition.asOf, '')]
        return { kind: wanted.paper, format, fileName: fileNameOf(words, format), subjects, bytes }
      })
    },
  })
}
