import { z } from 'zod'
import type { CoursePaper, SynthesisPaper } from '#identify/index.ts'
import { readCompared, readGroups, readJudgements, readPaper, readRosterRow } from '#records/queries/index.ts'
import { comparison, comparisonQuery, failure, newJudgement, sheet } from '../../contract/index.ts'
import { presentComparison } from '../../presenters/comparison.ts'
import { presentSheet } from '../../presenters/sheet.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const params = z.object({ cadreId: z.string().max(64) })

/** The synthesis sheet of a cadre, what people judge beside it, and several people on one sheet. */
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

  app.route({
    method: 'GET',
    url: '/comparison',
    config: { access: 'dossier' },
    schema: {
      summary: 'Two to five cadres on one sheet 同表比较',
      querystring: comparisonQuery,
      response: { 200: comparison, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadres } = request.query
      const edition = await editionOf(desk)
      const found = await readCompared(database, edition.runId, cadres)
      const missing = cadres.find((id) => !found.people.some(({ cadre_id }) => cadre_id === id))
      if (missing !== undefined) throw noSuchCadre(missing)
      await recordVisit(desk, request, { action: 'comparison.view', detail: { cadres } })
      const courses = await Promise.all(
        cadres.map(async (id) => [id, await readPaper<CoursePaper>(database, edition.runId, 'course', id)] as const),
      )
      const papers = await Promise.all(
        cadres.map(
          async (id) => [id, await readPaper<SynthesisPaper>(database, edition.runId, 'synthesis', id)] as const,
        ),
      )
      return presentComparison({
        ...found,
        edition,
        cadreIds: cadres,
        papers: new Map(papers.flatMap(([id, paper]) => (paper ? [[id, paper] as const] : []))),
        courses: new Map(courses.flatMap(([id, paper]) => (paper ? [[id, paper] as const] : []))),
        groups: await readGroups(database, found.estimates),
      })
    },
  })
}
