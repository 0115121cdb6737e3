import { z } from 'zod'
import { openBallotDesk } from '../../ballots/ballot-desk.ts'
import { readPaperSheet } from '../../ballots/paper-sheet.ts'
import { failure, paperSheet, type TallyShape } from '../../contract/index.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'

const bytes = 'application/octet-stream'
const largestSheet = 4 * 1024 * 1024

/** A counted sheet fills the form of whoever counts; nothing is kept of it. */
export function paperSheetRoutes(app: App, { records, law }: Desk): void {
  const office = openBallotDesk(records, law)
  if (!app.hasContentTypeParser(bytes))
    app.addContentTypeParser(bytes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.route({
    method: 'POST',
    url: '/ballots/:ballotId/paper-sheet',
    config: { access: 'ballots' },
    bodyLimit: largestSheet,
    schema: {
      summary: 'Read a counted sheet 读取计票表',
      params: z.object({ ballotId: z.uuid() }),
      querystring: z.object({ name: z.string().trim().min(1).max(200) }),
      consumes: [bytes],
      response: { 200: paperSheet, 400: failure, 401: failure, 403: failure, 404: failure, 422: failure },
    },
    async handler(request) {
      const { design } = await office.read(request.params.ballotId)
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const { tally, problems } = await readPaperSheet(design, body, request.query.name)
      const said = problems.map(({ message, mend, row }) => ({ message, mend, row: row ?? null }))
      return { tally: tally as TallyShape, problems: said }
    },
  })
}
