import { exportLabels } from '#domain/lexicon/export-terms.ts'
import { paperWorkbook } from '#exchange/index.ts'
import type { CoursePaper, SynthesisPaper } from '#identify/index.ts'
import { readCadreFacts, readCompared, readGroups, readPaper } from '#records/queries/index.ts'
import {
  type Comparison,
  type ComparisonQuery,
  comparison,
  comparisonOrder,
  comparisonQuery,
  failure,
} from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { printed } from '../../papers/printing.ts'
import { presentComparison } from '../../presenters/comparison.ts'
import { comparisonPaper } from '../../presenters/comparison-paper.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { findingsOf, vacancyOf } from '../grounds.ts'
import { noSuchCadre } from '../refusal.ts'

const response = { 400: failure, 401: failure, 404: failure }

/** Several people on one sheet, to be read or taken out. */
export function comparisonRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/comparison',
    config: { access: 'dossier' },
    schema: {
      summary: 'Two to five cadres on one sheet 同表比较',
      querystring: comparisonQuery,
      response: { 200: comparison, ...response },
    },
    async handler(request) {
      const { cadres, position } = request.query
      const compared = await compare(desk, request.query)
      await recordVisit(desk, request, {
        action: 'comparison.view',
        detail: { cadres, ...(position !== undefined && { position }) },
      })
      return compared
    },
  })

  app.route({
    method: 'POST',
    url: '/comparison/file',
    config: { access: 'export' },
    schema: {
      summary: 'The comparison as a file 导出同表比较',
      body: comparisonOrder,
      response: { ...response, 403: failure, 422: failure, 503: failure },
    },
    async handler(request, reply) {
      const { format, purpose, ...query } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const compared = await compare(desk, query)
        const paper = comparisonPaper(compared)
        const bytes =
          format === 'pdf' ? await printed({ papers: [paper], watermark }) : await paperWorkbook([paper], { watermark })
        const fileName = fileNameOf([exportLabels.comparison.zh, compared.asOf.replaceAll('-', '')], format)
        return { kind: 'comparison', format, fileName, subjects: [...query.cadres], bytes }
      })
    },
  })
}

/** @throws Refusal `no-such-cadre`, `no-such-vacancy` */
async function compare(desk: Desk, { cadres, position }: ComparisonQuery): Promise<Comparison> {
  const { database } = desk.records
  const edition = await editionOf(desk)
  const [found, seat] = await Promise.all([
    readCompared(database, edition.runId, cadres),
    position === undefined ? undefined : vacancyOf(desk, position),
  ])
  const missing = cadres.find((id) => !found.people.some(({ cadre_id }) => cadre_id === id))
  if (missing !== undefined) throw noSuchCadre(missing)
  const each = async <T>(read: (cadreId: string) => Promise<T | undefined>): Promise<ReadonlyMap<string, T>> => {
    const answers = await Promise.all(cadres.map(async (id) => [id, await read(id)] as const))
    return new Map(answers.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])))
  }
  const [papers, courses, facts, groups, findings] = await Promise.all([
    each((id) => readPaper<SynthesisPaper>(database, edition.runId, 'synthesis', id)),
    each((id) => readPaper<CoursePaper>(database, edition.runId, 'course', id)),
    each((id) => readCadreFacts(database, id, edition.asOf)),
    readGroups(database, found.estimates),
    seat ? findingsOf(desk, edition.runId, seat.position_id, cadres) : new Map(),
  ])
  return presentComparison({ ...found, edition, cadreIds: cadres, papers, courses, facts, groups, seat, findings })
}
