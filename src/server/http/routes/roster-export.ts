import { formatDate } from '#domain/calendar.ts'
import { paperWorkbook } from '#exchange/index.ts'
import { readRoster } from '#records/queries/index.ts'
import { failure, mostSelected, rosterViewExport, sortKeysOf } from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { presentRosterLine } from '../../presenters/roster.ts'
import { viewPaper } from '../../roster/view-paper.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'
import { Refusal } from '../refusal.ts'

const response = { 400: failure, 401: failure, 403: failure, 422: failure, 503: failure }

/** What is seen of the roster, as a workbook. */
export function rosterExportRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'POST',
    url: '/cadres/file',
    config: { access: 'export' },
    // A selection across pages: thousands of ids.
    bodyLimit: 1024 * 1024,
    schema: { summary: 'What is seen, as a file 导出所见', body: rosterViewExport, response },
    async handler(request, reply) {
      const { title, columns, filter, sort, order, cadreIds, purpose } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const edition = await editionOf(desk)
        const keys = sortKeysOf(sort, order) ?? []
        const selection = {
          filter: { ...filter, cadreIds },
          sort: keys,
          offset: 0,
          limit: mostSelected,
          fields: columns,
        }
        const { total, rows } = await readRoster(desk.records.database, edition.runId, selection)
        if (total === 0 || total > mostSelected) throw unfitSelection(total)
        const lines = rows.map((row) => presentRosterLine(row, columns, edition.years))
        const bytes = await paperWorkbook([viewPaper(title, columns, edition, lines)], { watermark })
        const fileName = fileNameOf([title, formatDate(edition.asOf, '')], 'xlsx')
        return { kind: 'roster', format: 'xlsx', fileName, subjects: lines.map(({ cadreId }) => cadreId), bytes }
      })
    },
  })
}

const unfitSelection = (total: number): Refusal =>
  total === 0
    ? new Refusal(
        422,
        'roster-empty',
        { zh: '没有人符合筛选条件，名册是空的。', en: 'Nobody meets the filter: the roster is empty.' },
        { zh: '放宽筛选条件再导出。', en: 'Widen the filter.' },
      )
    : new Refusal(
        422,
        'roster-too-long',
        {
          zh: `选中 ${total} 人，一份文件最多 ${mostSelected} 人。`,
          en: `${total} people are chosen; one file takes ${mostSelected}.`,
        },
        { zh: '缩小筛选范围，分几份导出。', en: 'Narrow the filter and take several files.' },
      )
