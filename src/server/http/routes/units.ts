import { z } from 'zod'
import { simulate, teamsOnBoard } from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { exportLabels } from '#domain/lexicon/export-terms.ts'
import { paperWorkbook } from '#exchange/index.ts'
import { readHandOrder } from '#records/index.ts'
import { readUnitStanding, readUnitVersions, readVacancies } from '#records/queries/index.ts'
import { prospectsOf } from '../../board/prospects.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  failure,
  quotasPage as quotasAnswer,
  quotasQuery,
  seatsPage as seatsAnswer,
  seatsQuery,
  simulation,
  unitDetail,
  unitsPage as unitsAnswer,
  unitsOrder,
  unitsQuery,
  unitTree as unitTreeAnswer,
  unitTreeQuery,
} from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { printed } from '../../papers/printing.ts'
import { presentSimulation } from '../../presenters/simulation.ts'
import { chosenUnits } from '../../units/choose.ts'
import { establishmentOf, inKeptOrder } from '../../units/establishment.ts'
import { presentUnit } from '../../units/present-unit.ts'
import { unitsPage, unitTree } from '../../units/present-units.ts'
import { quotasPage } from '../../units/quotas.ts'
import { newsOf, seatsPage } from '../../units/seats.ts'
import { unitsPaper } from '../../units/units-paper.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchTeam, noSuchUnit } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 503: failure }
const params = z.object({ unitId: z.string().max(64) })

/** Units, the library of posts, and quotas. */
export function unitRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  overviewRoutes(app, desk, cases)
  oneUnitRoutes(app, desk, cases)
}

async function atHand(desk: Desk) {
  const [board, order] = await Promise.all([desk.board.current(), readHandOrder(desk.records.database)])
  return { board, ground: board.ground, establishment: inKeptOrder(establishmentOf(board.ground.facts), order.units) }
}

async function newsAtHand({ records }: Desk, cases: CaseDesk) {
  const [vacancies, open] = await Promise.all([readVacancies(records.database), cases.all({ openOnly: true })])
  return newsOf(vacancies, open)
}

function overviewRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  app.route({
    method: 'GET',
    url: '/units/tree',
    config: { access: 'roster' },
    schema: {
      summary: 'Units as a tree 机构树',
      querystring: unitTreeQuery,
      response: { 200: unitTreeAnswer, ...errors },
    },
    async handler({ query }) {
      const { ground, establishment } = await atHand(desk)
      return unitTree(establishment, formatDate(ground.snapshot.asOf), query.q)
    },
  })

  app.route({
    method: 'GET',
    url: '/units',
    config: { access: 'roster' },
    schema: { summary: 'Units as a table 单位', querystring: unitsQuery, response: { 200: unitsAnswer, ...errors } },
    async handler({ query }) {
      const [{ ground, establishment }, vacancies] = await Promise.all([
        atHand(desk),
        readVacancies(desk.records.database),
      ])
      const announced = vacancies.map(({ unit_id }) => unit_id)
      return unitsPage({ facts: ground.facts, establishment, query, announced })
    },
  })

  app.route({
    method: 'GET',
    url: '/seats',
    config: { access: 'vacancy' },
    schema: {
      summary: 'The library of posts 岗位库',
      querystring: seatsQuery,
      response: { 200: seatsAnswer, ...errors },
    },
    async handler({ query }) {
      const [{ ground, establishment }, news] = await Promise.all([atHand(desk), newsAtHand(desk, cases)])
      return seatsPage(ground, establishment, news, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/quotas',
    config: { access: 'vacancy' },
    schema: { summary: 'Quotas of teams 职数', querystring: quotasQuery, response: { 200: quotasAnswer, ...errors } },
    async handler({ query }) {
      const { ground, establishment } = await atHand(desk)
      return quotasPage(establishment, formatDate(ground.snapshot.asOf), query)
    },
  })

  app.route({
    method: 'POST',
    url: '/units/file',
    config: { access: 'export' },
    schema: {
      summary: 'The units chosen as a file 导出单位表',
      body: unitsOrder,
      response: { ...errors, 422: failure },
    },
    async handler(request, reply) {
      const { purpose, format, ...query } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const { ground, establishment } = await atHand(desk)
        const { asOf } = ground.snapshot
        const paper = unitsPaper(establishment, chosenUnits(establishment, query).chosen, asOf)
        const bytes =
          format === 'pdf' ? await printed({ papers: [paper], watermark }) : await paperWorkbook([paper], { watermark })
        const fileName = fileNameOf([exportLabels.units.zh, formatDate(asOf, '')], format)
        return { kind: 'units', format, fileName, subjects: [], bytes }
      })
    },
  })
}

function oneUnitRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/units/:unitId',
    config: { access: 'roster' },
    schema: {
      summary: 'A unit with its seats, quotas and history 单位详情',
      params,
      response: { 200: unitDetail, 404: failure, ...errors },
    },
    async handler(request) {
      const { unitId } = request.params
      const { board, ground, establishment } = await atHand(desk)
      const unit = establishment.byId.get(unitId)
      if (!unit) throw noSuchUnit(unitId)
      await recordVisit(desk, request, { action: 'unit.view', subject: unitId })
      const [news, prospects, versions, standing] = await Promise.all([
        newsAtHand(desk, cases),
        prospectsOf(records, board),
        readUnitVersions(records.database, unitId),
        readUnitStanding(records.database, board.edition.runId, unitId),
      ])
      return presentUnit({ ground, establishment, unit, news, limits: prospects.limits(), versions, standing })
    },
  })

  app.route({
    method: 'GET',
    url: '/units/:unitId/team',
    config: { access: 'teams' },
    schema: {
      summary: 'The team of a unit as it is, against the goals of the place 班子结构',
      params,
      response: { 200: simulation, 404: failure, ...errors },
    },
    async handler(request) {
      const { unitId } = request.params
      const [{ ground }, { people }] = await Promise.all([desk.board.current(), desk.law.current()])
      const team = teamsOnBoard(ground).find((one) => one.unitId === unitId)
      if (!team) throw noSuchTeam(unitId)
      await recordVisit(desk, request, { action: 'team.view', subject: unitId })
      return presentSimulation({
        ground,
        team,
        simulation: simulate(ground, [], [unitId]),
        comparison: undefined,
        named: [],
        people: new Map(people.map(({ person }) => [person.cadre_id, person])),
      })
    },
  })
}
