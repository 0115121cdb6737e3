/** Grants: the security officer gives and takes back; whoever reads of somebody is told by what right. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type Grant,
  grantAccess,
  grantedClasses,
  type Records,
  readByWhatRight,
  readGrants,
  readGrantUnits,
  withdrawGrant,
} from '#records/index.ts'
import type { Directory } from '../../access/directory.ts'
import type { Entrance } from '../../access/entrance.ts'
import { mayUse } from '../../access/permission.ts'
import { noAccount, ownAccount } from '../../access/refusals.ts'
import {
  accountParams,
  byWhatRight,
  failure,
  type GrantList,
  grantList,
  grantParams,
  grantWithdrawal,
  newGrant,
  type ShownGrant,
} from '../../contract/index.ts'
import { presentOfficer } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'
import { noSuchCadre, noSuchUnit, Refusal } from '../refusal.ts'
import { readerOf } from '../sight-wall.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }

interface GrantDesk {
  readonly records: Records
  readonly entrance: Entrance
}

export function grantRoutes(app: App, desk: GrantDesk): void {
  const { records, entrance } = desk

  app.route({
    method: 'GET',
    url: '/accounts/:account/grants',
    config: { access: 'account-list' },
    schema: {
      summary: 'What an account may read 查看权限',
      params: accountParams,
      response: { 200: grantList, ...errors },
    },
    handler: (request) => listed(desk, request, request.params.account),
  })

  app.route({
    method: 'POST',
    url: '/accounts/:account/grants',
    config: { access: 'rights' },
    schema: {
      summary: 'Grant 授予查看权限',
      params: accountParams,
      body: newGrant,
      response: { 200: grantList, ...errors },
    },
    async handler(request) {
      const { account } = request.params
      const actor = await demandKeeper(desk, request, account)
      const { endsOn, unitId, ...grant } = request.body
      const units = await readGrantUnits(records.database)
      if (unitId !== undefined && !units.some((unit) => unit.unitId === unitId)) throw noSuchUnit(unitId)
      const endsAt = endsOn === undefined ? undefined : dayAfter(endsOn)
      if (endsAt !== undefined && endsAt <= entrance.now()) throw endedBefore(endsOn ?? '')
      await grantAccess(records, { account, unitId, ...grant, endsAt }, actor)
      return listed(desk, request, account)
    },
  })

  app.route({
    method: 'POST',
    url: '/accounts/:account/grants/:grantId/withdrawal',
    config: { access: 'rights' },
    schema: {
      summary: 'Take a grant back 收回查看权限',
      params: grantParams,
      body: grantWithdrawal,
      response: { 200: grantList, ...errors },
    },
    async handler(request) {
      const { account, grantId } = request.params
      const actor = await demandKeeper(desk, request, account)
      const known = (await readGrants(records.database, account)).find((grant) => grant.grantId === grantId)
      if (!known) throw noSuchGrant()
      if (!known.withdrawn) await withdrawGrant(records, { account, grantId, reason: request.body.reason }, actor)
      return listed(desk, request, account)
    },
  })

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/rights',
    config: { access: 'dossier' },
    schema: {
      summary: 'By what right one reads of this person 查看依据',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: byWhatRight, ...errors },
    },
    async handler(request) {
      const { account } = visitorOf(request).account
      const reader = readerOf(request) ?? { account }
      const [rights, grants] = await Promise.all([
        readByWhatRight(records.database, reader, request.params.cadreId),
        readGrants(records.database, account),
      ])
      if (rights.length === 0) throw noSuchCadre(request.params.cadreId)
      const reaching = new Set(rights.map(({ grantId }) => grantId))
      const held = new Set(rights.map((right) => right.held))
      const shown = await presentGrants(
        desk,
        grants.filter(({ grantId }) => reaching.has(grantId)),
      )
      return { grants: shown, withheld: grantedClasses.filter((one) => !held.has(one)) }
    },
  })
}

async function demandKeeper({ entrance }: GrantDesk, request: FastifyRequest, account: string): Promise<string> {
  const visitor = visitorOf(request)
  if (!entrance.directory.named(account)) throw noAccount(account)
  if (visitor.account.account === account) throw ownAccount()
  await entrance.demandFresh(visitor)
  return visitor.account.account
}

async function listed(desk: GrantDesk, request: FastifyRequest, account: string): Promise<GrantList> {
  const { records, entrance } = desk
  const { role, account: own } = visitorOf(request).account
  if (!entrance.directory.named(account)) throw noAccount(account)
  const [grants, units] = await Promise.all([readGrants(records.database, account), readGrantUnits(records.database)])
  return {
    grants: await presentGrants(desk, grants),
    units: [...units],
    mayGrant: mayUse(role, 'rights') && own !== account,
  }
}

async function presentGrants({ records, entrance }: GrantDesk, grants: readonly Grant[]): Promise<ShownGrant[]> {
  const names = new Map((await readGrantUnits(records.database)).map(({ unitId, name }) => [unitId, name]))
  return grants.map((grant) => presentGrant(grant, names, entrance.directory, entrance.now()))
}

function presentGrant(grant: Grant, units: ReadonlyMap<string, string>, directory: Directory, now: Date): ShownGrant {
  const { grantId, account, unitId, levels, classes, purpose, basis, startsAt, endsAt, grantedBy, withdrawn } = grant
  const named = (by: string) => presentOfficer(directory.accounts, by).name
  return {
    grantId,
    account,
    scope: {
      unit: unitId === undefined ? null : { unitId, name: units.get(unitId) ?? unitId },
      levels: levels === undefined ? null : ([...levels] as ShownGrant['scope']['levels']),
    },
    classes: [...classes],
    purpose,
    basis,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    grantedBy: named(grantedBy),
    state: stateOf(grant, now),
    withdrawn: withdrawn ? { reason: withdrawn.reason, by: named(withdrawn.by), at: withdrawn.at.toISOString() } : null,
  }
}

function stateOf({ withdrawn, startsAt, endsAt }: Grant, now: Date): ShownGrant['state'] {
  if (withdrawn) return 'withdrawn'
  if (endsAt !== undefined && endsAt <= now) return 'ended'
  return startsAt > now ? 'not-begun' : 'holds'
}

/** The first moment of the day after, in the time of this place. */
function dayAfter(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + 1)
}

const endedBefore = (day: string): Refusal =>
  new Refusal(
    422,
    'grant-ended',
    { zh: `到期日 ${day} 已经过去。`, en: `The last day ${day} is past.` },
    { zh: '填今天以后的日子，或不填。', en: 'Give a day from today on, or none.' },
    'endsOn',
  )

const noSuchGrant = (): Refusal =>
  new Refusal(
    404,
    'no-such-grant',
    { zh: '这个账号没有这一项查看权限。', en: 'This account has no such grant.' },
    { zh: '刷新后从列表中选取。', en: 'Reload and choose from the list.' },
  )
