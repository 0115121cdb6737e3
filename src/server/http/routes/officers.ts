import type { FastifyRequest } from 'fastify'
import { type AccountSource, linkAccount, readAccountPeople, readAccountSources } from '#records/index.ts'
import type { Directory } from '../../access/directory.ts'
import { isOfDepartment, mayUse } from '../../access/permission.ts'
import { noSuchOfficer, unknownPeople } from '../../cases/refusals.ts'
import { failure, type Officers, officerParams, officerPerson, officers } from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure }

/** Which cadre an account belongs to, so that whoever is kin of a candidate recuses. */
export function officerRoutes(app: App, { records }: Desk, directory: Directory): void {
  async function listed(request: FastifyRequest): Promise<Officers> {
    const [people, sources] = await Promise.all([
      readAccountPeople(records.database),
      readAccountSources(records.database),
    ])
    const accounts = directory.accounts.filter(({ isOpen }) => isOpen)
    const linkable = accounts.filter(({ role }) => isOfDepartment(role) || role === 'cadre')
    return {
      officers: linkable.map(({ account, name, role }) => {
        const person = people.find((one) => one.account === account)
        const linked = person && {
          cadreId: person.cadreId,
          name: person.name,
          reason: person.reason,
          since: person.recordedAt.toISOString(),
        }
        return { account, name, role, person: linked ?? null }
      }),
      sources: accounts
        .filter(({ role }) => role === 'source')
        .map(({ account, name }) => ({
          account,
          name,
          source: presentSource(sources.find((one) => one.account === account)),
        })),
      mayLink: mayUse(visitorOf(request).account.role, 'case-override'),
    }
  }

  app.route({
    method: 'GET',
    url: '/officers',
    config: { access: 'cases' },
    schema: { summary: 'Officers and whom they are 经办人', response: { 200: officers, ...errors } },
    handler: listed,
  })

  app.route({
    method: 'PUT',
    url: '/officers/:account/person',
    config: { access: 'case-override' },
    schema: {
      summary: 'Link an account to a cadre 账号对应的干部',
      params: officerParams,
      body: officerPerson,
      response: { 200: officers, ...errors },
    },
    async handler(request) {
      const { account } = request.params
      const { cadreId, reason } = request.body
      if (!directory.named(account)) throw noSuchOfficer(account)
      if (cadreId !== null) {
        const known = await records.database
          .selectFrom('cadres')
          .select('cadre_id')
          .where('cadre_id', '=', cadreId)
          .executeTakeFirst()
        if (!known) throw unknownPeople([cadreId])
      }
      await linkAccount(records, { account, cadreId: cadreId ?? undefined, reason }, visitorOf(request).account.account)
      return listed(request)
    },
  })
}

const presentSource = (found: AccountSource | undefined): Officers['sources'][number]['source'] =>
  found
    ? {
        channel: found.channel,
        unitName: found.unitName,
        everyMonths: found.everyMonths,
        since: found.recordedAt.toISOString(),
      }
    : null
