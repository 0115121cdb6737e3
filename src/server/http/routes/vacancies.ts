import { z } from 'zod'
import {
  readFitBand,
  readNotComputed,
  readPairs,
  readPairTallies,
  readRequirements,
  readRequirementVersions,
  readShortlist,
  readUnlisted,
  readVacancies,
} from '#records/queries/index.ts'
import { failure, vacancy, vacancyList } from '../../contract/index.ts'
import { presentVacancy } from '../../presenters/vacancy.ts'
import { presentVacancyList } from '../../presenters/vacancy-list.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'
import { findingsOf, groundsOf, vacancyOf } from '../grounds.ts'

const pendingShown = 50

/** The address of a seat. */
export const seatParams = z.object({ positionId: z.string().max(64) })

export function vacancyRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/vacancies',
    config: { access: 'vacancy' },
    schema: { summary: 'Seats to fill 空缺', response: { 200: vacancyList, 401: failure } },
    async handler() {
      const { asOf } = await editionOf(desk)
      return presentVacancyList(await readVacancies(database), asOf)
    },
  })

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId',
    config: { access: 'vacancy' },
    schema: {
      summary: 'A seat and who may fill it 空缺比对',
      params: seatParams,
      response: { 200: vacancy, 401: failure, 404: failure },
    },
    async handler({ params: { positionId } }) {
      const edition = await editionOf(desk)
      const { runId } = edition
      const [seat, requirements, versions, listed, unlisted, pending, tallies, band, notComputed] = await Promise.all([
        vacancyOf(desk, positionId),
        readRequirements(database, positionId),
        readRequirementVersions(database, positionId),
        readShortlist(database, runId, positionId),
        readUnlisted(database, runId, positionId),
        readPairs(database, runId, positionId, { verdict: 'unknown', unlisted: true, offset: 0, limit: pendingShown }),
        readPairTallies(database, runId, positionId),
        readFitBand(database, runId, positionId),
        readNotComputed(database, runId, positionId),
      ])
      const shown = [...listed, ...pending.rows, ...notComputed].map(({ cadre_id }) => cadre_id)
      const findings = await findingsOf(desk, runId, positionId, shown)
      const blocking = tallies.blocking.map(({ id }) => id)
      const grounds = await groundsOf(desk, runId, positionId, blocking, findings)
      return presentVacancy({
        edition,
        vacancy: seat,
        requirements,
        version: versions[0],
        listed,
        unlisted,
        pending,
        tallies,
        findings,
        grounds,
        band,
        notComputed,
      })
    },
  })
}
