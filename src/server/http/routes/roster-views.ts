import { z } from 'zod'
import { chooseDefaultView, readDefaultView, readView, readViews, saveView, type ViewVersion } from '#records/index.ts'
import type { OpenSession } from '../../access/sessions.ts'
import {
  defaultRosterView,
  failure,
  newRosterView,
  nextRosterView,
  type RosterViewList,
  rosterView,
  rosterViewList,
  type SavedRosterView,
  savedRosterView,
} from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure }
const params = z.object({ viewId: z.uuid() })

/** Views of the roster: one's own, and those shared with the office. */
export function rosterViewRoutes(app: App, { records }: Pick<Desk, 'records'>): void {
  const { database } = records

  app.route({
    method: 'GET',
    url: '/roster-views',
    config: { access: 'roster' },
    schema: { summary: 'Views of the roster 名册视图', response: { 200: rosterViewList, ...errors } },
    handler: (request) => listFor(visitorOf(request)),
  })

  app.route({
    method: 'POST',
    url: '/roster-views',
    config: { access: 'roster' },
    schema: { summary: 'Keep a view 保存视图', body: newRosterView, response: { 201: savedRosterView, ...errors } },
    async handler(request, reply) {
      const visitor = visitorOf(request)
      const { account } = visitor.account
      const viewId = await saveView(records, { ...request.body, owner: account }, account)
      return reply.code(201).send(presentView(await viewFor(visitor, viewId), visitor))
    },
  })

  app.route({
    method: 'PUT',
    url: '/roster-views/default',
    config: { access: 'roster' },
    schema: {
      summary: 'The view that opens by itself 默认视图',
      body: defaultRosterView,
      response: { 200: rosterViewList, ...errors },
    },
    async handler(request) {
      const visitor = visitorOf(request)
      const { viewId } = request.body
      if (viewId !== null) await viewFor(visitor, viewId)
      await chooseDefaultView(records, viewId, visitor.account.account)
      return listFor(visitor)
    },
  })

  app.route({
    method: 'PUT',
    url: '/roster-views/:viewId',
    config: { access: 'roster' },
    schema: {
      summary: 'The next state of a view, or take it back 更新视图',
      params,
      body: nextRosterView,
      response: { 200: savedRosterView, ...errors },
    },
    async handler(request) {
      const visitor = visitorOf(request)
      const { viewId } = request.params
      const { basedOn: version, ...saving } = request.body
      const { owner } = await changeableFor(visitor, viewId)
      await saveView(records, { ...saving, owner, basedOn: { viewId, version } }, visitor.account.account)
      return presentView(await viewFor(visitor, viewId), visitor)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/roster-views/:viewId',
    config: { access: 'roster' },
    schema: {
      summary: 'Put a view away 删除视图',
      params,
      querystring: z.object({ version: z.coerce.number().int().min(1) }),
      response: { 200: savedRosterView, ...errors },
    },
    async handler(request) {
      const visitor = visitorOf(request)
      const { viewId } = request.params
      const { owner, name, shared } = await changeableFor(visitor, viewId)
      const basedOn = { viewId, version: request.query.version }
      await saveView(records, { owner, name, shared, basedOn }, visitor.account.account)
      return presentView(await viewFor(visitor, viewId), visitor)
    },
  })

  async function listFor(visitor: OpenSession): Promise<RosterViewList> {
    const { account } = visitor.account
    const [views, chosen] = await Promise.all([readViews(database, account), readDefaultView(database, account)])
    const isThere = views.some(({ viewId }) => viewId === chosen)
    return {
      views: views.map((view) => presentView(view, visitor)),
      defaultViewId: isThere ? (chosen ?? null) : null,
    }
  }

  /** Somebody else's own view is as unknown as one that never was. */
  async function viewFor({ account: { account } }: OpenSession, viewId: string): Promise<ViewVersion> {
    const view = await readView(database, viewId)
    if (!view || !(view.shared || view.owner === account)) throw noSuchView()
    return view
  }

  async function changeableFor(visitor: OpenSession, viewId: string): Promise<ViewVersion> {
    const view = await viewFor(visitor, viewId)
    if (!mayChange(view, visitor)) throw notYours(view)
    return view
  }
}

const mayChange = ({ owner, shared }: ViewVersion, { account: { account, role } }: OpenSession): boolean =>
  owner === account || (shared && role === 'head')

const presentView = (version: ViewVersion, visitor: OpenSession): SavedRosterView => {
  const { viewId, name, owner, shared, view, recordedBy, recordedAt } = version
  return {
    viewId,
    version: version.version,
    name,
    shared,
    owner,
    mayChange: mayChange(version, visitor),
    view: view === null ? null : rosterView.parse(view),
    recordedBy,
    recordedAt: recordedAt.toISOString(),
  }
}

const noSuchView = (): Refusal =>
  new Refusal(
    404,
    'view-unknown',
    { zh: '没有这个视图。', en: 'There is no such view.' },
    { zh: '从视图列表中重新选取。', en: 'Choose again from the list of views.' },
  )

const notYours = ({ name, ownerName }: ViewVersion): Refusal =>
  new Refusal(
    403,
    'view-not-yours',
    {
      zh: `共享视图「${name}」只能由${ownerName.zh}或者部领导修改。`,
      en: `Only ${ownerName.en} or the head may change "${name}".`,
    },
    { zh: '另存为自己的视图。', en: 'Save it as a view of your own.' },
  )
