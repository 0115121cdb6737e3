import { z } from 'zod'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import {
  readCadreVersions,
  readNames,
  readRecordings,
  readRosterRow,
  readSeatWords,
  readUnitNames,
} from '#records/queries/index.ts'
import type { Directory } from '../../access/directory.ts'
import { dossierHistory, dossierHistoryQuery, failure } from '../../contract/index.ts'
import { arrivalsOf, type Names, presentChange } from '../../dossier/present-history.ts'
import { changesOf, type RecordedChange } from '../../dossier/record-changes.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function dossierHistoryRoutes(app: App, desk: Desk, directory: Directory): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/history',
    config: { access: 'dossier' },
    schema: {
      summary: 'Every change of what is recorded of a person 记录变迁',
      params: z.object({ cadreId: z.string().max(64) }),
      querystring: dossierHistoryQuery,
      response: { 200: dossierHistory, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { table, offset, limit } = request.query
      if (!(await readRosterRow(database, cadreId))) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view-history', subject: cadreId })
      const changes = changesOf(await readCadreVersions(database, cadreId))
      const chosen = changes.filter((change) => table === undefined || change.table === table)
      const page = chosen.slice(offset, offset + limit)
      const [names, recordings] = await Promise.all([
        namesIn(page),
        readRecordings(database, [...new Set(page.map(({ at }) => at))]),
      ])
      return {
        total: chosen.length,
        offset,
        rows: page.map((change) => presentChange(change, names, recordings.get(change.at), directory.accounts)),
        tables: [...Map.groupBy(changes, (change) => change.table)].map(([name, rows]) => ({
          table: name,
          label: labelOfTable(name),
          count: rows.length,
        })),
        arrivals: arrivalsOf(changes),
      }
    },
  })

  async function namesIn(changes: readonly RecordedChange[]): Promise<Names> {
    const idsIn = (...fields: string[]): string[] => [
      ...new Set(
        changes
          .flatMap(({ was, became }) => fields.flatMap((field) => [was?.[field], became?.[field]]))
          .filter((id) => typeof id === 'string'),
      ),
    ]
    const [units, seats, cadres] = await Promise.all([
      readUnitNames(database, idsIn('unit_id', 'source_unit_id', 'authority_unit_id')),
      readSeatWords(database, idsIn('position_id')),
      readNames(database, idsIn('relative_cadre_id')),
    ])
    return { units, seats, cadres }
  }
}
