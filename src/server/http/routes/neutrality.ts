import { readingForSystem } from '#records/index.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import { failure, neutralityReport } from '../../contract/index.ts'
import { neutralityOf } from '../../neutrality/report.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'

/** For the auditor alone: those who select see no tally of groups to select by. */
export function neutralityRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  app.route({
    method: 'GET',
    url: '/neutrality',
    config: { access: 'audit' },
    schema: {
      summary: 'Shares of groups stage by stage 公平性比对',
      response: { 200: neutralityReport, 401: failure, 403: failure, 503: failure },
    },
    async handler(request) {
      const [edition, { book }] = await Promise.all([editionOf(desk), desk.law.rules()])
      const report = await readingForSystem(() => neutralityOf(desk.records.database, cases, book, edition))
      await recordVisit(desk, request, { action: 'neutrality.view' })
      return report
    },
  })
}
