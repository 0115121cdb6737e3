import { z } from 'zod'
import type { SynthesisPaper } from '#identify/index.ts'
import { readJudgements, readPaper, readRosterRow } from '#records/queries/index.ts'
import { failure, newJudgement, sheet } from '../../contract/index.ts'
import { presentSheet } from '../../presenters/sheet.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const params = z.object({ cadreId: z.string().max(64) })

/** The synthesis sheet of a cadre, and what people judge beside it. */
export function sheetRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  async function sheetOf(cadreId: string): Promise<z.output<typeof sheet>> {
    const edition = await editionOf(desk)
    if (!(await readRosterRow(database, cadreId))) throw noSuchCadre(cadreId)
    const [paper, judgements] = await Promise.all([
      readPaper<SynthesisPaper>(database, edition.runId, 'synthesis', cadreId),
      readJudgements(database, cadreId),
    ])
    return presentSheet(edition, paper, judgements)
  }

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/sheet',
    config: { access: 'dossier' },
    schema: {
      summary: 'The synthesis sheet of a cadre 综合研判表',
      params,
      response: { 200: sheet, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const found = await sheetOf(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      return found
    },
  })

  app.route({
    method: 'POST',
    url: '/cadres/:cadreId/judgements',
    config: { access: 'judgement' },
    schema: {
      summary: 'Add a signed judgement beside the sheet 署名研判意见',
      params,
      body: newJudgement,
      response: { 200: sheet, 400: failure, 401: failure, 403: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { output, stance, text } = request.body
      const { runId } = await editionOf(desk)
      if (!(await readRosterRow(database, cadreId))) throw noSuchCadre(cadreId)
      const { account } = visitorOf(request)
      await records.commit(
        { actor: account.account, action: 'judgement.add', subject: cadreId, detail: { output, stance } },
        async (transaction) => {
          await transaction
            .insertInto('judgement')
            .values({
              cadre_id: cadreId,
              output,
              stance,
              text,
              run_id: runId,
              signed_by: account.name.zh,
              recorded_by: account.account,
            })
            .execute()
        },
      )
      return sheetOf(cadreId)
    },
  })
}
