import { z } from 'zod'
import { defaultRequest, type Ground, isVacant, teamsOnBoard } from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { SlateRequest } from '#domain/slate.ts'
import { readDuties, readSlates, readVacancies, type SlateRecord } from '#records/queries/index.ts'
import {
  failure,
  newSlate,
  type SlateShape,
  slate,
  slateChoices,
  slateList,
  whyNot,
  whyNotQuestion,
} from '../../contract/index.ts'
import { presentSeatOf } from '../../presenters/named.ts'
import { presentWhyNot } from '../../presenters/slate.ts'
import { presentRequest, presentSlate, presentSlateSummary } from '../../presenters/slate-record.ts'
import { presentVacancySummary } from '../../presenters/vacancy-list.ts'
import { changesReader } from '../../slates/changes.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchPlan, noSuchSlate } from '../refusal.ts'
import { largestRequest, refuseUnknown } from '../slate-request.ts'

const params = z.object({ slateId: z.uuid() })
const errors = { 401: failure, 403: failure, 404: failure, 422: failure }

export function slateRoutes(app: App, desk: Desk): void {
  const { records, board, slates } = desk
  const { database } = records
  const changesOf = changesReader()

  async function recordOf(slateId: string): Promise<SlateRecord> {
    const [found] = await readSlates(database, slateId)
    if (!found) throw noSuchSlate()
    return found
  }

  app.route({
    method: 'GET',
    url: '/slates',
    config: { access: 'slate' },
    schema: { summary: 'Saved slates 方案', response: { 200: slateList, 401: failure, 403: failure } },
    async handler() {
      const underWay = await slates.underWay()
      const [here, saved] = await Promise.all([board.current(), readSlates(database)])
      return {
        asOf: formatDate(here.edition.asOf),
        slates: saved.map((row) => presentSlateSummary(row, underWay.get(row.slate_id), changesOf(here, row))),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/slates/choices',
    config: { access: 'slate' },
    schema: {
      summary: 'What a slate may begin with 新方案',
      response: { 200: slateChoices, 401: failure, 403: failure },
    },
    async handler() {
      const { ground, edition } = await board.current()
      const [vacancies, duties] = await Promise.all([readVacancies(database), readDuties(database, edition.runId)])
      const open = vacancies.filter(({ position_id }) => isVacant(ground, position_id))
      const positions = open.map(({ position_id }) => position_id)
      const floors = teamsOnBoard(ground).flatMap((team) => team.floors)
      const request = defaultRequest(ground.book, edition.asOf, positions, floors)
      return {
        asOf: formatDate(edition.asOf),
        vacancies: open.map((row) => {
          const { daysOpen, theme, counts } = presentVacancySummary(row, edition.asOf)
          return {
            ...presentSeatOf(ground, row.position_id),
            daysOpen,
            theme,
            met: counts.met ?? 0,
            discretion: counts.discretion ?? 0,
          }
        }),
        request: presentRequest(request),
        rotationDue: new Set(duties.flatMap(({ state, cadreId }) => (state === 'later' ? [] : [cadreId]))).size,
        ...poolCounts(ground),
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/slates',
    config: { access: 'slate' },
    bodyLimit: largestRequest,
    schema: {
      summary: 'Save a slate and begin its search 开始搜索',
      body: newSlate,
      response: { 201: z.object({ slateId: z.string() }), 400: failure, ...errors },
    },
    async handler(request, reply) {
      const { name, basedOn } = request.body
      const wanted = request.body.request as SlateRequest
      const { ground } = await board.current()
      refuseUnknown(ground, wanted)
      if (basedOn !== undefined) await recordOf(basedOn)
      const { account } = visitorOf(request)
      const signed = { ...wanted, locks: signedLocks(ground, wanted, account.name.zh) }
      const slateId = await slates.begin({ name, request: signed, basedOn }, account)
      return reply.code(201).send({ slateId })
    },
  })

  app.route({
    method: 'GET',
    url: '/slates/:slateId',
    config: { access: 'slate' },
    schema: { summary: 'A slate 方案', params, response: { 200: slate, ...errors } },
    async handler(request): Promise<SlateShape> {
      const { slateId } = request.params
      const progress = (await slates.underWay()).get(slateId)
      const [here, row] = await Promise.all([board.current(), recordOf(slateId)])
      if (row.state === 'found' || row.state === 'stopped')
        await recordVisit(desk, request, { action: 'slate.view', subject: slateId })
      return presentSlate(here, row, { progress, changes: changesOf(here, row) })
    },
  })

  app.route({
    method: 'POST',
    url: '/slates/:slateId/stop',
    config: { access: 'slate' },
    schema: { summary: 'End the search with the best so far 停止搜索', params, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      const { slateId } = request.params
      await recordOf(slateId)
      if (await slates.stop(slateId)) await recordVisit(desk, request, { action: 'slate.stop', subject: slateId })
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/slates/:slateId/why-not',
    config: { access: 'slate' },
    schema: {
      summary: 'Why not this person there? 为什么不是',
      params,
      body: whyNotQuestion,
      response: { 200: whyNot, 400: failure, ...errors },
    },
    async handler(request) {
      const { slateId } = request.params
      const { plan: place, ...question } = request.body
      const [{ ground }, row] = await Promise.all([board.current(), recordOf(slateId)])
      const plan = row.result?.feasible ? row.result.plans[place] : undefined
      if (!plan) throw noSuchPlan()
      const subject = `${slateId}/${question.positionId}/${question.cadreId}`
      await recordVisit(desk, request, { action: 'slate.why-not', subject })
      return presentWhyNot(ground, row.request, await slates.whyNot(row.request, plan, question))
    },
  })
}

function poolCounts({ facts, snapshot }: Ground): { serving: number; reserve: number } {
  const { reserve } = snapshot.tables.cadres.columns
  const serving = Array.from({ length: facts.cadreCount }, (_, index) => index).filter(
    (index) => !facts.cadre(index).hasLeft,
  )
  return { serving: serving.length, reserve: serving.filter((index) => booleanAt(reserve, index) === true).length }
}

/** Who fixed it, and when: what the page shows beside a lock. */
const signedLocks = ({ snapshot }: Ground, { locks }: SlateRequest, by: string): SlateRequest['locks'] =>
  locks.map((lock) => ({ ...lock, by: lock.by ?? by, on: lock.on ?? formatDate(snapshot.asOf) }))
