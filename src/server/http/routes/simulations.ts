import { z } from 'zod'
import { compareInSeat, type SeatChange, simulate, teamsOnBoard } from '#appoint/index.ts'
import { failure, simulation, simulationRequest } from '../../contract/index.ts'
import { presentSimulation } from '../../presenters/simulation.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchTeam } from '../refusal.ts'

export function simulationRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'POST',
    url: '/teams/:unitId/simulations',
    config: { access: 'slate' },
    schema: {
      summary: 'What changes in the seats of a team would do 班子模拟',
      params: z.object({ unitId: z.string().max(64) }),
      body: simulationRequest,
      response: { 200: simulation, 400: failure, 401: failure, 404: failure, 422: failure },
    },
    async handler(request) {
      const { unitId } = request.params
      const { changes, compare, named = [] } = request.body
      const [{ ground }, { people }] = await Promise.all([desk.board.current(), desk.law.current()])
      const team = teamsOnBoard(ground).find((one) => one.unitId === unitId)
      if (!team) throw noSuchTeam(unitId)
      const wanted = changes.map(
        ({ positionId, cadreId }): SeatChange => ({ positionId, cadreId: cadreId ?? undefined }),
      )
      const outcome = simulate(ground, wanted, [unitId])
      const columns = compare && compareInSeat(ground, compare.positionId, compare.cadreIds, wanted, [unitId])
      await recordVisit(desk, request, { action: 'team.simulate', subject: unitId })
      return presentSimulation({
        ground,
        team,
        simulation: outcome,
        comparison: compare && columns && { positionId: compare.positionId, columns },
        named,
        people: new Map(people.map(({ person }) => [person.cadre_id, person])),
      })
    },
  })
}
