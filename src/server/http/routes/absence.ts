import { absenceOf } from '#appoint/index.ts'
import { addMonths } from '#domain/calendar.ts'
import { overall } from '#domain/finding.ts'
import { expectingResults, horizon } from '#policy/index.ts'
import { readPair, readRosterRow, readShortlist, readUnlisted } from '#records/queries/index.ts'
import { absence, failure } from '../../contract/index.ts'
import { matrixHorizon } from '../../law/law.ts'
import { presentAbsence } from '../../presenters/absence.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { findingsOf, vacancyOf } from '../grounds.ts'
import { noSuchCadre, noSuchVacancy } from '../refusal.ts'
import { pairParams } from './candidates.ts'

export function absenceRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/candidates/:cadreId/absence',
    config: { access: 'dossier' },
    schema: {
      summary: 'Why somebody is not on the list 为什么不在名单上',
      params: pairParams,
      response: { 200: absence, 401: failure, 404: failure },
    },
    async handler(request) {
      const { positionId, cadreId } = request.params
      const [{ edition, ground }, person] = await Promise.all([
        desk.board.current(),
        readRosterRow(database, cadreId),
        vacancyOf(desk, positionId),
      ])
      const { facts, book } = ground
      const [row, seatRow] = [facts.cadreIndex(cadreId), facts.seatIndex(positionId)]
      if (!person || row === undefined) throw noSuchCadre(cadreId)
      if (seatRow === undefined) throw noSuchVacancy(positionId)
      await recordVisit(desk, request, { action: 'pair.view', subject: `${positionId}/${cadreId}` })
      const { runId, asOf } = edition
      const [found, listed, unlisted, held] = await Promise.all([
        findingsOf(desk, runId, positionId, [cadreId]),
        readShortlist(database, runId, positionId),
        readUnlisted(database, runId, positionId),
        readPair(database, runId, positionId, cadreId),
      ])
      const findings = found.get(cadreId) ?? []
      const verdict = held?.verdict ?? overall(findings)
      const [cadre, seat] = [facts.cadre(row), facts.seat(seatRow)]
      const fits = listed.flatMap(({ cadre_id, rank }) => {
        const index = facts.cadreIndex(cadre_id)
        return index === undefined
          ? []
          : [{ cadreId: cadre_id, rank, ...ground.fits.estimate(facts.cadre(index), seat) }]
      })
      const until = addMonths(asOf, matrixHorizon)
      const asked = { people: [row], seats: [seatRow], months: matrixHorizon }
      return presentAbsence({
        asOf,
        horizon: until,
        person,
        verdict,
        findings,
        absence: absenceOf(ground, { cadre, seat, verdict, listed: fits, cutRank: unlisted?.rank }),
        firstTier: fits.filter(({ rank }) => rank === 1),
        turn: verdict === 'unmet' ? horizon(book, expectingResults(facts, until), asked)[0] : undefined,
      })
    },
  })
}
