import { considerations as consider } from '#appoint/index.ts'
import { compareByStroke, readShortlist } from '#records/queries/index.ts'
import { prospectsOf } from '../../board/prospects.ts'
import { considerations, considerationsQuery, failure, mostConsidered } from '../../contract/index.ts'
import { presentConsiderations } from '../../presenters/considerations.ts'
import { presentSeat } from '../../presenters/vacancy-list.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { vacancyOf } from '../grounds.ts'
import { noSuchCadre, noSuchVacancy } from '../refusal.ts'
import { seatParams } from './vacancies.ts'

export function considerationRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  /** The first tier of the list, in surname stroke order. */
  async function firstTier(runId: string, positionId: string): Promise<string[]> {
    const listed = await readShortlist(database, runId, positionId)
    return listed
      .filter(({ rank }) => rank === listed[0]?.rank)
      .sort((a, b) => compareByStroke(a.name, b.name) || (a.cadre_id < b.cadre_id ? -1 : 1))
      .map(({ cadre_id }) => cadre_id)
  }

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/considerations',
    config: { access: 'dossier' },
    schema: {
      summary: 'Regional need, team need and personal growth side by side 三方面比对',
      params: seatParams,
      querystring: considerationsQuery,
      response: { 200: considerations, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const { positionId } = request.params
      const [board, law, vacancy] = await Promise.all([
        desk.board.current(),
        desk.law.current(),
        vacancyOf(desk, positionId),
      ])
      const { edition, ground } = board
      const { facts } = ground
      const place = facts.seatIndex(positionId)
      if (place === undefined) throw noSuchVacancy(positionId)
      const chosen = request.query.cadres ?? (await firstTier(edition.runId, positionId))
      const rows = [...new Set(chosen)].slice(0, mostConsidered).map((cadreId) => {
        const row = facts.cadreIndex(cadreId)
        if (row === undefined) throw noSuchCadre(cadreId)
        return row
      })
      const prospects = await prospectsOf(desk.records, board)
      const seat = facts.seat(place)
      const considered = consider(ground, seat, rows, { records: prospects.records, duties: prospects.duties() })
      for (const { cadreId } of considered.candidates) {
        await recordVisit(desk, request, { action: 'considerations.view', subject: `${positionId}/${cadreId}` })
      }
      return presentConsiderations({
        ground,
        seat: presentSeat(vacancy, edition.asOf),
        asks: prospects.strengths.ofSeat(seat),
        considered,
        people: law.people.map(({ person }) => person),
      })
    },
  })
}
