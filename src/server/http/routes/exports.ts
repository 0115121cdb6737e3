import { readExports } from '#records/index.ts'
import type { Directory } from '../../access/directory.ts'
import { type ExportKind, exportPage, exportQuery, failure, type LoggedExportShape } from '../../contract/index.ts'
import { presentOfficer } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

/** The log of what left. Each account sees its own; the head sees everybody's. */
export function exportRoutes(app: App, desk: Desk, directory: Directory): void {
  app.route({
    method: 'GET',
    url: '/exports',
    config: { access: 'export' },
    schema: {
      summary: 'Files that left 导出记录',
      querystring: exportQuery,
      response: { 200: exportPage, 400: failure, 401: failure, 403: failure },
    },
    async handler(request) {
      const { account, role } = visitorOf(request).account
      const everybody = role === 'head'
      const selection = everybody ? request.query : { ...request.query, by: account }
      const { total, rows } = await readExports(desk.records.database, selection)
      const { cadreId } = request.query
      if (cadreId !== undefined) await recordVisit(desk, request, { action: 'exports.of-person', subject: cadreId })
      return {
        total,
        offset: request.query.offset,
        everybody,
        rows: rows.map(({ recordedAt, recordedBy, names, kind, format, ...row }) => ({
          ...row,
          kind: kind as ExportKind,
          format: format as LoggedExportShape['format'],
          at: recordedAt.toISOString(),
          by: presentOfficer(directory.accounts, recordedBy),
          names: [...names],
        })),
      }
    },
  })
}
