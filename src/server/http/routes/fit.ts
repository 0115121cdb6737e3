import { type FitExplanation, type Ground, partySpiritEvidence, requirementsOf } from '#appoint/index.ts'
import { textAt } from '#domain/columns.ts'
import type { InseparableEstimate } from '#domain/estimate.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import { readRequirementVersions, readRosterRow } from '#records/queries/index.ts'
import { failure, fitDetail } from '../../contract/index.ts'
import { presentFit } from '../../presenters/fit.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'
import { pairParams } from './candidates.ts'
import { seatOf } from './requirements.ts'

/** How anybody fits any seat, opened up. */
export function fitRoutes(app: App, desk: Desk): void {
  const { database } = desk.records
  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/cadres/:cadreId/fit',
    config: { access: 'dossier' },
    schema: {
      summary: 'How somebody fits a seat, element by element 适岗逐项',
      params: pairParams,
      response: { 200: fitDetail, 401: failure, 404: failure },
    },
    async handler(request) {
      const { positionId, cadreId } = request.params
      const { board, seat, record } = await seatOf(desk, positionId)
      const { edition, ground } = board
      const [cadre, versions] = await Promise.all([
        readRosterRow(database, cadreId),
        readRequirementVersions(database, positionId),
      ])
      const index = ground.facts.cadreIndex(cadreId)
      if (!cadre || index === undefined) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'pair.view', subject: `${positionId}/${cadreId}` })
      const isMeasured = requirementsOf(ground, seat).asked.some(({ weight }) => weight !== undefined)
      return presentFit({
        edition,
        seat: record,
        cadre,
        explanation: isMeasured ? explained(ground, ground.facts.cadre(index), seat) : undefined,
        statements: partySpiritEvidence(ground, cadreId),
        unitName: (unitId) => nameOfUnit(ground.snapshot, unitId),
        version: versions[0],
      })
    },
  })
}

function explained({ fits }: Ground, cadre: CadreFacts, seat: SeatFacts): FitExplanation | InseparableEstimate {
  const told = fits.told(cadre, seat)
  return told.separable ? fits.explain(cadre, seat) : told
}

function nameOfUnit({ tables: { units } }: Snapshot, unitId: string): string | undefined {
  for (let row = 0; row < units.length; row += 1) {
    if (textAt(units.columns.unit_id, row) === unitId) return textAt(units.columns.name, row)
  }
  return undefined
}
