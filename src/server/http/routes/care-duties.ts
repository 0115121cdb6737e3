import type { FastifyRequest } from 'fastify'
import { assignCareDuty, readCareDuties } from '#records/index.ts'
import { mayHandle, mayUse } from '../../access/permission.ts'
import { noSuchOfficer } from '../../cases/refusals.ts'
import { type CareDuties, careDuties, careDutyParams, failure, newCareDuty } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { wrongSubject } from '../../matters/refusals.ts'
import { unitNamed } from '../../presenters/named.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure }

/** Who looks at early signs: the head gives the duty and takes it back, with the reason. */
export function careDutyRoutes(app: App, { records }: Desk, matters: MatterDesk): void {
  async function listed(request: FastifyRequest): Promise<CareDuties> {
    const [entries, facts] = await Promise.all([readCareDuties(records.database), matters.facts()])
    const officers = matters.accounts.filter(mayHandle)
    return {
      mayAssign: mayUse(visitorOf(request).account.role, 'case-override'),
      officers: officers.map(({ account, name, office, role }) => {
        const last = entries.find((entry) => entry.account === account)
        const units = last?.onDuty ? last.unitIds : undefined
        return {
          account,
          name,
          office,
          isHead: role === 'head',
          onDuty: role === 'head' || last?.onDuty === true,
          units: units ? units.map((unitId) => ({ unitId, name: unitNamed({ facts }, unitId) })) : null,
        }
      }),
      history: entries.map(({ account, onDuty, unitIds, reason, recordedBy, recordedAt }) => ({
        account,
        onDuty,
        units: unitIds?.length ?? null,
        reason,
        recordedBy,
        recordedAt: recordedAt.toISOString(),
      })),
    }
  }

  app.route({
    method: 'GET',
    url: '/care-duties',
    config: { access: 'signs' },
    schema: { summary: 'Who looks at early signs 苗头值守名单', response: { 200: careDuties, ...errors } },
    handler: listed,
  })

  app.route({
    method: 'PUT',
    url: '/care-duties/:account',
    config: { access: 'case-override' },
    schema: {
      summary: 'Give the duty, or take it back 指定值守',
      params: careDutyParams,
      body: newCareDuty,
      response: { 200: careDuties, ...errors },
    },
    async handler(request) {
      const { account } = request.params
      const { onDuty, unitIds, reason } = request.body
      if (!matters.accounts.some((one) => one.account === account && one.isOpen && one.role === 'officer'))
        throw noSuchOfficer(account)
      const facts = await matters.facts()
      if (unitIds?.some((unitId) => facts.unitIndex(unitId) === undefined)) throw wrongSubject()
      const duty = { account, onDuty, reason, ...(onDuty && unitIds ? { unitIds } : {}) }
      await assignCareDuty(records, duty, visitorOf(request).account.account)
      return listed(request)
    },
  })
}
