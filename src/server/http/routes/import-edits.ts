/** What officers choose of an import, applying it and taking it back. */
import { z } from 'zod'
import type { Decision } from '#domain/import.ts'
import { readArrivals } from '#records/imports/index.ts'
import {
  appliedCounts,
  atVersion,
  chooseAuthority,
  chooseValues,
  decideArrivals,
  failure,
  newVersion,
} from '../../contract/index.ts'
import { applyImport, importOf, undoImport } from '../../imports/apply.ts'
import { choose, chooseForAll, compareAnew, decide, discard, type Edit, setAuthority } from '../../imports/editing.ts'
import { soleCandidate } from '../../presenters/imports.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const params = z.object({ importId: z.uuid() })
const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }
const access = 'import' as const
const largestEdit = 2 ** 20

export function importEditRoutes(app: App, desk: Desk): void {
  const { records, imports } = desk
  const { database } = records

  interface Asked {
    readonly params: { readonly importId: string }
    readonly body: { readonly version: number }
  }

  const editOf = (request: Parameters<typeof visitorOf>[0] & Asked): Edit => ({
    importId: request.params.importId,
    version: request.body.version,
    actor: visitorOf(request).account.account,
  })

  const versionOf = async (importId: string): Promise<{ version: number }> => ({
    version: (await importOf(database, importId)).version,
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/decisions',
    config: { access },
    bodyLimit: largestEdit,
    schema: {
      summary: 'Say who people are 认定人员',
      params,
      body: decideArrivals,
      response: { 200: newVersion, ...errors },
    },
    async handler(request) {
      const { importId } = request.params
      const { decisions = [], sole = false } = request.body
      const chosen = new Map<number, Decision | undefined>(
        decisions.map(({ number, decision }) => [number, decision ?? undefined]),
      )
      if (sole)
        for (const waiting of await readArrivals(database, importId, { standing: 'choose' })) {
          const id = soleCandidate(waiting)
          if (id !== undefined) chosen.set(waiting.number, { kind: 'known', id })
        }
      await decide(records, editOf(request), chosen)
      return versionOf(importId)
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/choices',
    config: { access },
    bodyLimit: largestEdit,
    schema: { summary: 'Choose values 选取', params, body: chooseValues, response: { 200: newVersion, ...errors } },
    async handler(request) {
      const { number, choices } = request.body
      if (number === null) await chooseForAll(records, editOf(request), choices)
      else await choose(records, editOf(request), number, choices)
      return versionOf(request.params.importId)
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/authority',
    config: { access },
    schema: {
      summary: 'The managing unit of new people 新人的管理机关',
      params,
      body: chooseAuthority,
      response: { 200: newVersion, ...errors },
    },
    async handler(request) {
      await setAuthority(records, editOf(request), request.body.unitId)
      return versionOf(request.params.importId)
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/comparison',
    config: { access },
    schema: { summary: 'Compare anew 重新对比', params, body: atVersion, response: { 200: newVersion, ...errors } },
    async handler(request) {
      await compareAnew(records, editOf(request))
      return versionOf(request.params.importId)
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/application',
    config: { access },
    schema: { summary: 'Apply 应用', params, body: atVersion, response: { 200: appliedCounts, ...errors } },
    async handler(request) {
      const { importId, version, actor } = editOf(request)
      const { people, units, rows } = await applyImport(records, importId, version, actor)
      return {
        people,
        units,
        rows: { ...rows } as Record<string, { inserted: number; changed: number; deleted: number }>,
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/undo',
    config: { access },
    schema: { summary: 'Take it back 撤销', params, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      await undoImport(records, request.params.importId, visitorOf(request).account.account)
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/imports/:importId',
    config: { access },
    schema: {
      summary: 'Throw a draft away, or stop its reading 丢弃',
      params,
      querystring: z.object({ version: z.coerce.number().int().min(1) }),
      response: { 204: z.null(), ...errors },
    },
    async handler(request, reply) {
      const { importId } = request.params
      imports.cancel(importId)
      await discard(records, {
        importId,
        version: request.query.version,
        actor: visitorOf(request).account.account,
      })
      return reply.code(204).send(null)
    },
  })
}
