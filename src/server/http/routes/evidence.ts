import { z } from 'zod'
import { type EvidencePaper, type EvidenceSummary, evidencePaper } from '#identify/index.ts'
import { readConflicts, readPaper, readPosts, readStatements, tallyConflicts } from '#records/queries/index.ts'
import {
  conflictPage,
  conflictQuery,
  evidenceOverview,
  evidenceQuery,
  evidenceSheet,
  failure,
} from '../../contract/index.ts'
import { presentConflictPage, presentEvidenceOverview, presentEvidenceSheet } from '../../presenters/conflicts.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre, notAnalysed } from '../refusal.ts'

/** One person has a handful at most. */
const everyConflict = { offset: 0, limit: 200 }

export function evidenceRoutes(app: App, desk: Desk): void {
  const { records, law } = desk
  const { database } = records

  /** Runs of earlier versions hold no such paper. */
  async function summaryOf(runId: string): Promise<EvidenceSummary> {
    const summary = await readPaper<EvidenceSummary>(database, runId, evidencePaper.kind, evidencePaper.everyone)
    if (!summary) throw notAnalysed()
    return summary
  }

  app.route({
    method: 'GET',
    url: '/conflicts',
    config: { access: 'evidence' },
    schema: {
      summary: 'Sources that disagree and records that disagree with themselves 信息核对',
      querystring: conflictQuery,
      response: { 200: conflictPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, tallies, { book }] = await Promise.all([
        readConflicts(database, edition.runId, query),
        tallyConflicts(database, edition.runId),
        law.rules(),
      ])
      return presentConflictPage({ edition, book, total, offset: query.offset, rows, tallies })
    },
  })

  app.route({
    method: 'GET',
    url: '/evidence',
    config: { access: 'evidence' },
    schema: {
      summary: 'Who is little known, who may be on record twice, how reliable the sources are 了解不足与疑似重复',
      querystring: evidenceQuery,
      response: { 200: evidenceOverview, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const summary = await summaryOf(edition.runId)
      const { sure, review } = summary.duplicates
      const chosen = summary.thinlyKnown.filter(
        ({ breadth }) => query.breadth === undefined || breadth === query.breadth,
      )
      const listed = chosen.slice(query.offset, query.offset + query.limit)
      const people = await readPosts(database, [
        ...listed.map(({ cadreId }) => cadreId),
        ...[...sure, ...review].flatMap(({ left, right }) => [left, right]),
      ])
      return presentEvidenceOverview({ edition, summary, listed, total: chosen.length, offset: query.offset, people })
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/evidence',
    config: { access: 'dossier' },
    schema: {
      summary: 'What sources say of a cadre, where they disagree and how broadly the cadre is known 信息与佐证',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: evidenceSheet, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const edition = await editionOf(desk)
      const paper = await readPaper<EvidencePaper>(database, edition.runId, evidencePaper.kind, cadreId)
      if (!paper) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      const [summary, { rows }, statements, { book }, people] = await Promise.all([
        summaryOf(edition.runId),
        readConflicts(database, edition.runId, { cadre: cadreId, ...everyConflict }),
        readStatements(database, cadreId, edition.asOf),
        law.rules(),
        readPosts(
          database,
          paper.duplicates.flatMap(({ left, right }) => [left, right]),
        ),
      ])
      return presentEvidenceSheet({ edition, book, paper, summary, conflicts: rows, statements, people })
    },
  })
}
