import { seatsBoard as readSeats } from '#appoint/index.ts'
import { readDueDuties, readFirstTiers, readVacancies } from '#records/queries/index.ts'
import { failure, seatsBoard, seatsBoardQuery } from '../../contract/index.ts'
import { presentSeatsBoard } from '../../presenters/seats-board.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'

export function seatsBoardRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/seats-board',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Seats to fill, to adjust, over quota, held concurrently, about to open 岗位一览',
      querystring: seatsBoardQuery,
      response: { 200: seatsBoard, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const board = await desk.board.current()
      const { runId } = board.edition
      const [vacancies, firstTiers, duties] = await Promise.all([
        readVacancies(database),
        readFirstTiers(database, runId),
        readDueDuties(database, runId),
      ])
      const seats = readSeats(board.ground)
      return presentSeatsBoard({ board, seats, vacancies, firstTiers, duties, query })
    },
  })
}
