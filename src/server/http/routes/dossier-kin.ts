import { z } from 'zod'
import { textAt } from '#domain/columns.ts'
import { explain, recusalOf } from '#policy/index.ts'
import { readCadreResults } from '#records/queries/index.ts'
import { dossierKin, failure } from '../../contract/index.ts'
import { presentFinding, presentText } from '../../presenters/evidence.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function dossierKinRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/kin',
    config: { access: 'dossier' },
    schema: {
      summary: 'Relatives in the system and recusal by seat 亲属与回避',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: dossierKin, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { facts, book, edition } = await desk.law.current()
      const index = facts.cadreIndex(cadreId)
      if (index === undefined) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view-kin', subject: cadreId })
      const cadre = facts.cadre(index)
      const { vacancies } = await readCadreResults(desk.records.database, edition.runId, cadreId)
      const rules = book.inForce('appointment', edition.asOf).filter(({ rule }) => recusalOf(rule) !== undefined)
      const held = cadre.post?.seat?.position
      const asked = [...new Set([...(held ? [held] : []), ...vacancies.map(({ positionId }) => positionId)])]
      const seats = asked.flatMap((positionId) => {
        const row = facts.seatIndex(positionId)
        if (row === undefined) return []
        const seat = facts.seat(row)
        const findings = explain(rules, facts, cadre, seat).map(presentFinding)
        return [{ positionId, unitName: seat.unitName, title: seat.title, isHeld: positionId === held, findings }]
      })
      const told = seats.filter(({ isHeld, findings }) => isHeld || findings.some(({ verdict }) => verdict !== 'met'))
      const { name } = facts.snapshot.tables.cadres.columns
      const relatives = new Map(
        cadre.relatives().flatMap(({ cadre: other, label }) => {
          if (other === undefined) return []
          const relative = facts.cadre(other)
          return [[relative.id, { cadreId: relative.id, name: textAt(name, other) ?? '', says: presentText(label) }]]
        }),
      )
      return { relatives: [...relatives.values()], seats: told, clear: seats.length - told.length }
    },
  })
}
