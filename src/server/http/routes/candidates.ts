import { z } from 'zod'
import { overall } from '#domain/finding.ts'
import { readNames, readPair, readPairs, readRosterRow, readShortlist } from '#records/queries/index.ts'
import { candidatePage, candidateQuery, failure, pair } from '../../contract/index.ts'
import { termOrNull } from '../../presenters/term.ts'
import { presentCandidatePage, presentPair } from '../../presenters/vacancy.ts'
import { presentSeat } from '../../presenters/vacancy-list.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { findingsOf, vacancyOf } from '../grounds.ts'
import { noSuchCadre } from '../refusal.ts'
import { seatParams } from './vacancies.ts'

export const pairParams = seatParams.extend({ cadreId: z.string().max(64) })

export function candidateRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/candidates',
    config: { access: 'vacancy' },
    schema: {
      summary: 'Pairs of a seat by verdict or rule 比对名单',
      params: seatParams,
      querystring: candidateQuery,
      response: { 200: candidatePage, 400: failure, 401: failure, 404: failure },
    },
    async handler({ params: { positionId }, query }) {
      const { runId } = await editionOf(desk)
      await vacancyOf(desk, positionId)
      return presentCandidatePage(query.offset, await readPairs(database, runId, positionId, query))
    },
  })

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/candidates/:cadreId',
    config: { access: 'dossier' },
    schema: {
      summary: 'A person beside a seat 人岗比对',
      params: pairParams,
      response: { 200: pair, 401: failure, 404: failure },
    },
    async handler(request) {
      const { positionId, cadreId } = request.params
      const edition = await editionOf(desk)
      const { runId, asOf } = edition
      const [seat, cadre] = await Promise.all([vacancyOf(desk, positionId), readRosterRow(database, cadreId)])
      if (!cadre) throw noSuchCadre(cadreId)
      const subject = `${positionId}/${cadreId}`
      await recordVisit(desk, request, { action: 'pair.view', subject })
      const [findings, listed, held] = await Promise.all([
        findingsOf(desk, runId, positionId, [cadreId]),
        readShortlist(database, runId, positionId),
        readPair(database, runId, positionId, cadreId),
      ])
      const entry = listed.find(({ cadre_id }) => cadre_id === cadreId)
      const bearing = findings.get(cadreId) ?? []
      return presentPair({
        edition,
        seat: presentSeat(seat, asOf),
        cadre: {
          cadreId,
          name: cadre.name,
          unitName: cadre.unit_name,
          title: cadre.title,
          postLevel: termOrNull('postLevel', cadre.post_level),
        },
        verdict: held?.verdict ?? overall(bearing),
        findings: bearing,
        listed: entry,
        names: await readNames(database, entry?.tied_with ?? []),
      })
    },
  })
}
