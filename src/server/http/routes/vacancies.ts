import { z } from 'zod'
import type { Citation, Finding } from '#domain/finding.ts'
import { worst } from '#domain/finding.ts'
import {
  readFitBand,
  readNames,
  readPair,
  readPairFindings,
  readPairs,
  readPairTallies,
  readRequirements,
  readRosterRow,
  readShortlist,
  readVacancies,
  type VacancyRecord,
} from '#records/queries/index.ts'
import { candidatePage, candidateQuery, failure, pair, vacancy, vacancyList } from '../../contract/index.ts'
import { termOrNull } from '../../presenters/term.ts'
import { presentCandidatePage, presentPair, presentVacancy } from '../../presenters/vacancy.ts'
import { presentSeat, presentVacancyList } from '../../presenters/vacancy-list.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf } from '../desk.ts'
import { noSuchCadre, noSuchVacancy } from '../refusal.ts'

const pendingShown = 50

const seatParams = z.object({ positionId: z.string().max(64) })
const pairParams = seatParams.extend({ cadreId: z.string().max(64) })

export function vacancyRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

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
      const [seat, requirements, listed, pending, tallies, band] = await Promise.all([
        vacancyOf(desk, positionId),
        readRequirements(database, positionId),
        readShortlist(database, runId, positionId),
        readPairs(database, runId, positionId, { verdict: 'unknown', unlisted: true, offset: 0, limit: pendingShown }),
        readPairTallies(database, runId, positionId),
        readFitBand(database, runId, positionId),
      ])
      const shown = [...listed, ...pending.rows].map(({ cadre_id }) => cadre_id)
      const findings = await findingsOf(desk, runId, positionId, shown)
      const blocking = tallies.blocking.map(({ id }) => id)
      const grounds = await groundsOf(desk, runId, positionId, blocking, findings)
      return presentVacancy({ edition, vacancy: seat, requirements, listed, pending, tallies, findings, grounds, band })
    },
  })

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
      const actor = visitorOf(request).account.account
      await records.commit({ actor, action: 'pair.view', subject }, async () => undefined)
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
        verdict: held?.verdict ?? worst(bearing.map(({ verdict }) => verdict)),
        findings: bearing,
        listed: entry,
        names: await readNames(database, entry?.tied_with ?? []),
      })
    },
  })
}

async function vacancyOf({ records }: Desk, positionId: string): Promise<VacancyRecord> {
  const [vacancy] = await readVacancies(records.database, positionId)
  if (!vacancy) throw noSuchVacancy(positionId)
  return vacancy
}

/** The findings that the run keeps, and for the other pairs those worked out now. */
async function findingsOf(
  desk: Desk,
  runId: string,
  positionId: string,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const findings = new Map(await readPairFindings(desk.records.database, runId, positionId, cadreIds))
  for (const cadreId of cadreIds) {
    if (!findings.has(cadreId)) findings.set(cadreId, await desk.explain(positionId, cadreId))
  }
  return findings
}

/** Where each excluding rule stands written: from the findings at hand, else from one pair that it excludes. */
async function groundsOf(
  desk: Desk,
  runId: string,
  positionId: string,
  rules: readonly string[],
  findings: ReadonlyMap<string, readonly Finding[]>,
): Promise<ReadonlyMap<string, Citation>> {
  const grounds = new Map<string, Citation>()
  const learn = (bearing: readonly Finding[]): void => {
    for (const { rule, basis } of bearing) grounds.set(rule, basis)
  }
  for (const bearing of findings.values()) learn(bearing)
  for (const rule of rules) {
    if (grounds.has(rule)) continue
    const { rows } = await readPairs(desk.records.database, runId, positionId, { rule, offset: 0, limit: 1 })
    for (const { cadre_id } of rows) learn(await desk.explain(positionId, cadre_id))
  }
  return grounds
}
