import { addMonths } from '#domain/calendar.ts'
import { failure, horizon, horizonQuery, matrix, matrixQuery } from '../../contract/index.ts'
import { matrixHorizon } from '../../law/law.ts'
import { presentHorizon } from '../../presenters/horizon.ts'
import { presentMatrix } from '../../presenters/matrix.ts'
import { presentSeat } from '../../presenters/vacancy-list.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { vacancyOf } from '../grounds.ts'
import { noSuchVacancy } from '../refusal.ts'
import { seatParams } from './vacancies.ts'

export function matrixRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/rules',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Everybody under every rule of a seat 资格比对矩阵',
      params: seatParams,
      querystring: matrixQuery,
      response: { 200: matrix, 400: failure, 401: failure, 404: failure },
    },
    async handler({ params: { positionId }, query }) {
      const [law, vacancy] = await Promise.all([desk.law.current(), vacancyOf(desk, positionId)])
      const comparison = await law.compare(positionId)
      if (!comparison) throw noSuchVacancy(positionId)
      const { asOf } = law.edition
      const waits = query.only === 'turning' || query.sort === 'turnsOn'
      const turns = waits ? law.turns(positionId, matrixHorizon) : law.turnsKnown(positionId, matrixHorizon)
      return presentMatrix({
        comparison,
        turns: await turns,
        asOf,
        horizon: addMonths(asOf, matrixHorizon),
        seat: presentSeat(vacancy, asOf),
        selection: query,
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/horizon',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Who becomes eligible by the passing of time 资格到期预告',
      params: seatParams,
      querystring: horizonQuery,
      response: { 200: horizon, 400: failure, 401: failure, 404: failure },
    },
    async handler({ params: { positionId }, query }) {
      const [law, vacancy] = await Promise.all([desk.law.current(), vacancyOf(desk, positionId)])
      const comparison = await law.compare(positionId)
      if (!comparison) throw noSuchVacancy(positionId)
      return presentHorizon({
        ...query,
        asOf: law.edition.asOf,
        seat: presentSeat(vacancy, law.edition.asOf),
        comparison,
        rules: law.book.rules,
        turns: await law.turns(positionId, query.months),
      })
    },
  })
}
