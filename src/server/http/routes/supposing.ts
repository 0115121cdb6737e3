import { formatDate, isMonthOnly, parseDate } from '#domain/calendar.ts'
import { supposing } from '#policy/index.ts'
import { failure, supposed, supposition } from '../../contract/index.ts'
import { presentSupposed, supposedRows } from '../../presenters/supposed.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { vacancyOf } from '../grounds.ts'
import { noSuchCadre, noSuchVacancy, tooEarly } from '../refusal.ts'
import { pairParams } from './candidates.ts'

export function supposingRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'POST',
    url: '/vacancies/:positionId/cadres/:cadreId/supposing',
    config: { access: 'dossier' },
    schema: {
      summary: 'What if the record held more 假设比对',
      params: pairParams,
      body: supposition,
      response: { 200: supposed, 400: failure, 401: failure, 404: failure, 422: failure },
    },
    async handler(request) {
      const { positionId, cadreId } = request.params
      const [law] = await Promise.all([desk.law.current(), vacancyOf(desk, positionId)])
      const { facts, book, edition, people } = law
      const one = people.find(({ person }) => person.cadre_id === cadreId)
      const seat = facts.seatIndex(positionId)
      if (!one) throw noSuchCadre(cadreId)
      if (seat === undefined) throw noSuchVacancy(positionId)
      const asOf = request.body.asOf === undefined ? edition.asOf : (parseDate(request.body.asOf) ?? 0)
      if (asOf < edition.asOf || isMonthOnly(asOf)) throw tooEarly(formatDate(edition.asOf))
      await recordVisit(desk, request, { action: 'pair.suppose', subject: `${positionId}/${cadreId}` })
      const rows = supposedRows(cadreId, request.body)
      return presentSupposed(one.person, supposing(book, facts, { cadre: one.cadre, seat, rows, asOf }), book.rules)
    },
  })
}
