import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { formatDate, isMonthOnly, parseDate } from '#domain/calendar.ts'
import type { Adoption, LocalRule } from '#records/index.ts'
import {
  adoptParameter,
  confirmRule,
  failure,
  parameterParams,
  ruleDetail,
  ruleParams,
  withdrawal,
} from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { alreadyConfirmed, notADay, nothingAdopted } from '../refusal.ts'
import { ruleDetailOf, ruleOf } from '../rule-pages.ts'

const answers = { 200: ruleDetail, 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }

/** The head of the department confirms rules and adopts stricter values for this place, each with its document. */
export function localLawRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'POST',
    url: '/rules/:ruleId/confirmation',
    config: { access: 'local-law' },
    schema: {
      summary: 'Confirm a rule for this place 当地确认',
      params: ruleParams,
      body: confirmRule,
      response: answers,
    },
    async handler(request) {
      const { ruleId } = request.params
      const { rule } = await ruleOf(desk, ruleId)
      if (rule.confirmed && rule.confirmed.to === undefined) throw alreadyConfirmed(rule.confirmed.document)
      await adopt(desk, request, { kind: 'confirmation', rule: ruleId, ...groundsOf(desk, request, request.body) })
      return ruleDetailOf(desk, ruleId)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/rules/:ruleId/confirmation',
    config: { access: 'local-law' },
    schema: { summary: 'Withdraw a confirmation 撤回确认', params: ruleParams, body: withdrawal, response: answers },
    async handler(request) {
      const { ruleId } = request.params
      await ruleOf(desk, ruleId)
      await withdraw(desk, request, request.body, (one) => one.kind === 'confirmation' && one.rule === ruleId)
      return ruleDetailOf(desk, ruleId)
    },
  })

  app.route({
    method: 'POST',
    url: '/rules/:ruleId/parameters',
    config: { access: 'local-law' },
    schema: { summary: 'Adopt a value here 采用本地数值', params: ruleParams, body: adoptParameter, response: answers },
    async handler(request) {
      const { ruleId } = request.params
      const { name, value } = request.body
      await ruleOf(desk, ruleId)
      const grounds = groundsOf(desk, request, request.body)
      const from = dayIn('from', request.body.from)
      await adopt(desk, request, { kind: 'parameter', rule: ruleId, name, value, from, ...grounds })
      return ruleDetailOf(desk, ruleId)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/rules/:ruleId/parameters/:name',
    config: { access: 'local-law' },
    schema: {
      summary: 'Withdraw a local value 撤回本地数值',
      params: parameterParams,
      body: withdrawal,
      response: answers,
    },
    async handler(request) {
      const { ruleId, name } = request.params
      await ruleOf(desk, ruleId)
      const isIt = (one: LocalRule): boolean => one.kind === 'parameter' && one.rule === ruleId && one.name === name
      await withdraw(desk, request, request.body, isIt)
      return ruleDetailOf(desk, ruleId)
    },
  })
}

function dayIn(field: string, text: string): number {
  const day = parseDate(text)
  if (day === undefined || isMonthOnly(day)) throw notADay(field)
  return day
}

function groundsOf({ law }: Desk, request: FastifyRequest, body: z.output<typeof confirmRule>) {
  const { office, name } = visitorOf(request).account
  return {
    by: body.by ?? `${office.zh} ${name.zh}`,
    on: body.on === undefined ? law.today() : dayIn('on', body.on),
    document: body.document,
    reason: body.note,
  }
}

async function adopt({ records, law }: Desk, request: FastifyRequest, adoption: Adoption): Promise<void> {
  const { national } = law
  await records.adoptLocalRule(adoption, visitorOf(request).account.account, (overlay) => {
    national.with(overlay)
  })
}

/** Withdraws every decision of a kind that still counts. */
async function withdraw(
  { records, law }: Desk,
  request: FastifyRequest,
  body: z.output<typeof withdrawal>,
  isMeant: (one: LocalRule) => boolean,
): Promise<void> {
  const on = body?.on === undefined ? law.today() : dayIn('on', body.on)
  const standing = (await records.listLocalRules()).filter((one) => isMeant(one) && one.withdrawal === undefined)
  if (standing.length === 0) throw nothingAdopted()
  const reason = body?.reason || `${formatDate(on)}起撤回`
  for (const { id } of standing) {
    await records.withdrawLocalRule(id, { on, reason }, visitorOf(request).account.account)
  }
}
