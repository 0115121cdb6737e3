import type { FastifyRequest } from 'fastify'
import { formatDate, parseDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { mayHandle } from '../../access/permission.ts'
import {
  failure,
  type MatterDetail,
  matterChoices,
  matterChoicesQuery,
  matterDetail,
  matterList,
  matterOpened,
  matterOpenings,
  matterParams,
  matterQuery,
  newMatter,
  newMatterEvent,
} from '../../contract/index.ts'
import { actInMatter, actorsFor, openNewMatter } from '../../matters/act.ts'
import { choicesNamed } from '../../matters/choices.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentMatter, presentMatterDetail, shownNow } from '../../matters/present-matter.ts'
import { rulingsBeside } from '../../matters/rulings-beside.ts'
import { presentOfficer } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const writing = { ...errors, 409: failure, 422: failure }

/** Matters of development and management: listed, opened, shown with what may be done, and taken on act by act. */
export function matterRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/matters',
    config: { access: 'matters' },
    schema: { summary: 'Matters 培养管理事项', querystring: matterQuery, response: { 200: matterList, ...errors } },
    async handler(request) {
      const { kind, standing, handler, cadre, unit, due } = request.query
      const asked = {
        ...(kind ? { kinds: kind } : {}),
        ...(cadre === undefined ? {} : { cadreId: cadre }),
        ...(unit === undefined ? {} : { unitId: unit }),
      }
      const [shown, found] = await Promise.all([shownNow(matters), matters.seenBy(visitorOf(request).account, asked)])
      const listed = found
        .filter(({ matter }) => standing === undefined || standing.includes(matter.standing))
        .filter(({ matter }) => handler === undefined || matter.handlers.includes(handler))
        .map((one) => presentMatter(shown, one))
      return {
        today: formatDate(shown.today),
        matters: listed.filter(({ next }) => due === undefined || next?.due === due),
        handlers: officersOf(matters),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/matters/openings',
    config: { access: 'matters' },
    schema: { summary: 'What a matter may begin with', response: { 200: matterOpenings, ...errors } },
    async handler() {
      const designs = await matters.designs()
      return {
        today: formatDate(matters.today()),
        handlers: officersOf(matters),
        kinds: [...designs.values()].map(({ kind, about, privacy }) => ({
          kind,
          label: labelOf('matterKind', kind),
          about,
          isPrivate: privacy === 'handlers',
        })),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/matters/choices',
    config: { access: 'matters' },
    schema: {
      summary: 'Units or seats by name, for the fields of an act',
      querystring: matterChoicesQuery,
      response: { 200: matterChoices, ...errors },
    },
    async handler({ query }) {
      return { choices: choicesNamed(await matters.facts(), query.kind, query.q) }
    },
  })

  app.route({
    method: 'POST',
    url: '/matters',
    config: { access: 'matters' },
    schema: { summary: 'Open a matter 立项', body: newMatter, response: { 201: matterOpened, ...writing } },
    async handler(request, reply) {
      const day = parseDate(request.body.on) ?? 0
      const matterId = await openNewMatter(records, matters, { ...request.body, day }, visitorOf(request).account)
      return reply.code(201).send({ matterId })
    },
  })

  app.route({
    method: 'GET',
    url: '/matters/:matterId',
    config: { access: 'matters' },
    schema: { summary: 'One matter', params: matterParams, response: { 200: matterDetail, ...errors } },
    async handler(request) {
      const detail = await detailOf(request, request.params.matterId)
      await recordVisit(desk, request, { action: 'matter.view', subject: request.params.matterId })
      return detail
    },
  })

  app.route({
    method: 'POST',
    url: '/matters/:matterId/events',
    config: { access: 'matters' },
    schema: {
      summary: 'Record what happened in a matter 办理',
      params: matterParams,
      body: newMatterEvent,
      response: { 200: matterDetail, ...writing },
    },
    async handler(request) {
      const { account } = visitorOf(request)
      const { matterId } = request.params
      const { version, on, act } = request.body
      const opened = await matters.one(matterId, account)
      const actors = actorsFor(opened, account, act)
      await actInMatter(records, matters, { opened, version, on: parseDate(on) ?? 0, act, actors }, account)
      return detailOf(request, matterId)
    },
  })

  async function detailOf(request: FastifyRequest, matterId: string): Promise<MatterDetail> {
    const { account } = visitorOf(request)
    const [shown, opened] = await Promise.all([shownNow(matters), matters.one(matterId, account)])
    const beside = await rulingsBeside(matters, shown, opened, account)
    return { ...presentMatterDetail(shown, opened, account), beside }
  }
}

const officersOf = ({ accounts }: MatterDesk) =>
  accounts.filter(mayHandle).map(({ account }) => presentOfficer(accounts, account))
