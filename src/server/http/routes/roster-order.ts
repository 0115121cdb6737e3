import { moveInOrder, type Records, readOrderState, resetOrder, undoOrder } from '#records/index.ts'
import {
  failure,
  orderReset,
  peopleMove,
  type RosterOrderState,
  rosterOrderState,
  rosterOrderUndo,
  unitMove,
} from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const response = { 200: rosterOrderState, 400: failure, 401: failure, 403: failure, 409: failure, 422: failure }

/** The order of units and people kept by hand. */
export function rosterOrderRoutes(app: App, { records }: Pick<Desk, 'records'>): void {
  app.route({
    method: 'GET',
    url: '/roster-order',
    config: { access: 'roster' },
    schema: { summary: 'The state of the order 手定顺序', response },
    handler: () => stateOf(records),
  })

  app.route({
    method: 'PUT',
    url: '/roster-order/units',
    config: { access: 'roster' },
    schema: { summary: 'Move units 调整单位顺序', body: unitMove, response },
    async handler(request) {
      const { unitIds: ids, place, basedOn } = request.body
      await moveInOrder(records, { kind: 'units', ids, place, basedOn }, visitorOf(request).account.account)
      return stateOf(records)
    },
  })

  app.route({
    method: 'PUT',
    url: '/roster-order/people',
    config: { access: 'roster' },
    schema: { summary: 'Move people within their unit 调整人员顺序', body: peopleMove, response },
    async handler(request) {
      const { cadreIds: ids, unitId, place, basedOn } = request.body
      await moveInOrder(records, { kind: 'people', ids, unitId, place, basedOn }, visitorOf(request).account.account)
      return stateOf(records)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/roster-order',
    config: { access: 'roster' },
    schema: { summary: 'Back to the customary order 恢复习惯顺序', querystring: orderReset, response },
    async handler(request) {
      await resetOrder(records, request.query, visitorOf(request).account.account)
      return stateOf(records)
    },
  })

  app.route({
    method: 'POST',
    url: '/roster-order/undo',
    config: { access: 'roster' },
    schema: { summary: 'Take back the last change 撤销调整', body: rosterOrderUndo, response },
    async handler(request) {
      await undoOrder(records, request.body.basedOn, visitorOf(request).account.account)
      return stateOf(records)
    },
  })
}

async function stateOf({ database }: Pick<Records, 'database'>): Promise<RosterOrderState> {
  const { version, undoable } = await readOrderState(database)
  if (undoable === undefined) return { version, undoable: null }
  const { kind, recordedBy, recordedAt } = undoable
  return { version, undoable: { kind, recordedBy, recordedAt: recordedAt.toISOString() } }
}
