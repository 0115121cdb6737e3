import { addMonths, type DateCode, parseDate } from '#domain/calendar.ts'
import type { MatterKind } from '#domain/matter.ts'
import { trackingSettings } from '#manage/index.ts'
import { lastLook } from '#records/queries/index.ts'
import type { Account } from '../../access/account.ts'
import type { Board } from '../../board/board-desk.ts'
import { failure, reserveCourse, reservePage, reserveParams, reserveQuery } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { shownNow } from '../../matters/present-matter.ts'
import { presentCourse, presentReserve, type ReserveShown } from '../../reserve/present-reserve.ts'
import { reserveEntries, reserveIn } from '../../reserve/register.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const kinds: readonly MatterKind[] = ['reserve-tracking', 'guidance', 'development-plan']
const viewing = 'reserve.view'

/** The reserve followed over time: its register, what changed, and the course of one. */
export function reserveRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  async function shownTo(account: Account, board: Board): Promise<ReserveShown> {
    const [shown, seen, all] = await Promise.all([
      shownNow(matters),
      matters.seenBy(account, { kinds }),
      matters.all({ kinds }),
    ])
    return { ...shown, book: board.ground.book, asOf: board.edition.asOf, matters: { seen, all } }
  }

  /** The day to compare with: the one asked for, the last look, or as many months back as the place sets. */
  async function sinceFor(account: Account, { edition, ground }: Board, asked: string | undefined) {
    const given = asked === undefined ? undefined : parseDate(asked)
    const looked =
      given ?? (await lastLook(records.database, { account: account.account, action: viewing, today: matters.today() }))
    const usual: DateCode = addMonths(edition.asOf, -trackingSettings(ground.book, edition.asOf).compareMonths)
    const day = looked !== undefined && looked < edition.asOf ? looked : usual
    return { day, isOwnLook: given === undefined && day === looked }
  }

  app.route({
    method: 'GET',
    url: '/reserve',
    config: { access: 'manage' },
    schema: {
      summary: 'The reserve followed over time 后备干部跟踪',
      querystring: reserveQuery,
      response: { 200: reservePage, ...errors },
    },
    async handler(request) {
      const { account } = visitorOf(request)
      const board = await desk.board.current()
      const [shown, since] = await Promise.all([shownTo(account, board), sinceFor(account, board, request.query.since)])
      const people = reserveIn(shown.facts, board.ground.facts)
      const entries = await reserveEntries(records, board, people, since.day)
      await recordVisit(desk, request, { action: viewing })
      return presentReserve(shown, entries, since, request.query)
    },
  })

  app.route({
    method: 'GET',
    url: '/reserve/:cadreId',
    config: { access: 'manage' },
    schema: {
      summary: 'The course of a cadre over time 跟踪',
      params: reserveParams,
      response: { 200: reserveCourse, ...errors },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { account } = visitorOf(request)
      const board = await desk.board.current()
      const index = board.ground.facts.cadreIndex(cadreId)
      if (index === undefined) throw noSuchCadre(cadreId)
      const [shown, since] = await Promise.all([shownTo(account, board), sinceFor(account, board, undefined)])
      const entry = (await reserveEntries(records, board, [{ index, id: cadreId }], since.day)).get(cadreId)
      if (!entry) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'reserve-course.view', subject: cadreId })
      const row = shown.facts.cadreIndex(cadreId)
      const reserve = row === undefined ? undefined : shown.facts.cadre(row).reserve
      return presentCourse(shown, cadreId, entry, since.day, reserve)
    },
  })
}
