import { dateCode, formatDate, latest, yearOf } from '#domain/calendar.ts'
import { principalCourse, principalSettings } from '#manage/index.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  auditsPage,
  auditsQuery,
  evaluationsPage,
  evaluationsQuery,
  failure,
  principalDetail,
  principalParams,
  principalsPage,
  principalsQuery,
  rectificationsPage,
  rectificationsQuery,
} from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentText } from '../../presenters/evidence.ts'
import { measuresOf, resultsUnder } from '../../principals/evaluations.ts'
import { noSuchPrincipal } from '../../principals/minutes-in.ts'
import { presentDetail } from '../../principals/present-detail.ts'
import {
  lastEvaluations,
  presentAudit,
  presentOpenFinding,
  presentPrincipal,
} from '../../principals/present-principals.ts'
import { principalBoard, standingOf } from '../../principals/principal-board.ts'
import { chosenFrom, kindsOf } from '../../principals/register-view.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }

/** Principals: the register, joint audits, findings to be rectified, evaluation, and one of them with everything. */
export function principalRoutes(app: App, desk: Desk, matters: MatterDesk, cases: CaseDesk): void {
  const { records } = desk
  const desks = { records, matters, cases }

  app.route({
    method: 'GET',
    url: '/principals',
    config: { access: 'manage' },
    schema: {
      summary: 'Principals 一把手',
      querystring: principalsQuery,
      response: { 200: principalsPage, ...errors },
    },
    async handler(request) {
      const { query } = request
      const board = await principalBoard(desks, visitorOf(request).account)
      const { counts, chosen } = chosenFrom(board, query)
      const { yearsBack } = principalSettings(board.book, board.facts.snapshot.asOf)
      return {
        today: formatDate(board.today),
        total: chosen.length,
        offset: query.offset,
        yearsBack,
        counts,
        kinds: kindsOf(board.principals),
        rows: chosen
          .slice(query.offset, query.offset + query.limit)
          .map((standing) => presentPrincipal(board, standing)),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/audits',
    config: { access: 'manage' },
    schema: {
      summary: 'Joint audits due 三责联审',
      querystring: auditsQuery,
      response: { 200: auditsPage, ...errors },
    },
    async handler(request) {
      const board = await principalBoard(desks, visitorOf(request).account)
      const year = request.query.year ?? yearOf(board.today)
      const end = dateCode(year, 12, 31)
      return {
        today: formatDate(board.today),
        year,
        rows: board.audits
          .filter(({ dueOn }) => dueOn === undefined || latest(dueOn) <= end)
          .map((due) => presentAudit(board, due)),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/rectifications',
    config: { access: 'manage' },
    schema: {
      summary: 'Findings to be rectified 整改',
      querystring: rectificationsQuery,
      response: { 200: rectificationsPage, ...errors },
    },
    async handler(request) {
      const { state, kind } = request.query
      const board = await principalBoard(desks, visitorOf(request).account)
      const count = (wanted: string): number => board.findings.filter((one) => one.state === wanted).length
      return {
        today: formatDate(board.today),
        counts: { overdue: count('overdue'), open: count('open'), unverified: count('unverified') },
        rows: board.findings
          .filter((one) => state === undefined || one.state === state)
          .filter((one) => kind === undefined || one.kind === kind)
          .map((one) => presentOpenFinding(board, one)),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/evaluations',
    config: { access: 'manage' },
    schema: {
      summary: 'Principals against comparable principals 正职考核',
      querystring: evaluationsQuery,
      response: { 200: evaluationsPage, ...errors },
    },
    async handler(request) {
      const { kind, offset, limit } = request.query
      const board = await principalBoard(desks, visitorOf(request).account)
      const measures = await measuresOf(records, desk.board)
      const chosen = board.principals.filter(({ seat }) => kind === undefined || seat.unitKind === kind)
      const rows = chosen.slice(offset, offset + limit).map((principal) => {
        const { cadreId, name, unitId, unitName, title, unitKind } = presentPrincipal(
          board,
          standingOf(board, principal),
        )
        const none = { rating: null, contribution: null, condition: null }
        return {
          cadreId,
          name,
          unitId,
          seat: `${unitName}${title}`,
          unitKind,
          evaluations: lastEvaluations(principal.cadre),
          ...(measures?.of(principal) ?? none),
        }
      })
      return {
        asOf: measures ? formatDate(measures.asOf) : null,
        total: chosen.length,
        offset,
        kinds: kindsOf(board.principals),
        rows,
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/:cadreId',
    config: { access: 'manage' },
    schema: {
      summary: 'Everything about one principal 全程监督',
      params: principalParams,
      response: { 200: principalDetail, ...errors },
    },
    async handler(request) {
      const { cadreId } = request.params
      const board = await principalBoard(desks, visitorOf(request).account)
      const held = board.principals.filter(({ cadre }) => cadre.id === cadreId)
      const principal = held.find(({ isMain }) => isMain) ?? held[0]
      if (!principal) throw board.facts.cadreIndex(cadreId) === undefined ? noSuchCadre(cadreId) : noSuchPrincipal()
      const measures = await measuresOf(records, desk.board)
      const results = measures ? await resultsUnder(records, measures.runId, principal) : []
      await recordVisit(desk, request, { action: 'principal.view', subject: cadreId })
      const standing = standingOf(board, principal)
      const course = principalCourse({
        cadre: principal.cadre,
        meetings: standing.meetings,
        matters: standing.matters,
        audits: board.audits.filter((due) => due.cadreId === cadreId),
      })
      return {
        ...presentDetail(board, standing, held),
        measures: measures?.of(principal) ?? { rating: null, contribution: null, condition: null },
        results,
        course: course.map(({ kind, on, label, verdict, source }) => ({
          kind,
          on: formatDate(on),
          label: presentText(label),
          verdict: verdict ?? null,
          source,
        })),
      }
    },
  })
}
