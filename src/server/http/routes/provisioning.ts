/** Tokens for programs that open and close accounts: made and ended by the administrator. */
import { randomBytes } from 'node:crypto'
import type { ProvisioningClient, Records } from '#records/index.ts'
import type { Entrance } from '../../access/entrance.ts'
import {
  failure,
  newProvisioningClient,
  type ProvisioningClients,
  provisioningClients,
  provisioningParams,
  provisioningToken,
} from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import { tokenDigest } from '../scim/bearer.ts'

const errors = { 401: failure, 403: failure, 404: failure, 422: failure }
const dayMs = 86_400_000

export function provisioningRoutes(
  app: App,
  { records: { accounts }, entrance }: { readonly records: Records; readonly entrance: Entrance },
): void {
  const presented = ({ clientId, name, madeAt, expiresAt, endedAt }: ProvisioningClient) => ({
    clientId,
    name,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: endedAt ? ('ended' as const) : expiresAt <= entrance.now() ? ('over' as const) : ('open' as const),
  })
  const listed = async (): Promise<ProvisioningClients> => ({
    clients: (await accounts.readProvisioningClients()).map(presented),
  })

  app.route({
    method: 'GET',
    url: '/provisioning-clients',
    config: { access: 'accounts' },
    schema: { summary: 'Programs that open accounts 账号接口', response: { 200: provisioningClients, ...errors } },
    handler: listed,
  })

  app.route({
    method: 'POST',
    url: '/provisioning-clients',
    config: { access: 'accounts' },
    schema: {
      summary: 'Make a token 发放接口令牌',
      body: newProvisioningClient,
      response: { 201: provisioningToken, ...errors },
    },
    async handler(request, reply) {
      const visitor = visitorOf(request)
      await entrance.demandFresh(visitor)
      const { name, days } = request.body
      const token = `zhiren_${randomBytes(32).toString('base64url')}`
      const at = entrance.now()
      const made = await accounts.addProvisioningClient(
        { name, expiresAt: new Date(at.getTime() + days * dayMs), tokenHash: tokenDigest(token) },
        { actor: visitor.account.account, at },
      )
      return reply.code(201).send({ client: presented(made), token })
    },
  })

  app.route({
    method: 'DELETE',
    url: '/provisioning-clients/:clientId',
    config: { access: 'accounts' },
    schema: {
      summary: 'End a token 停用接口令牌',
      params: provisioningParams,
      response: { 200: provisioningClients, ...errors },
    },
    async handler(request) {
      const actor = visitorOf(request).account.account
      await accounts.endProvisioningClient(request.params.clientId, { actor, at: entrance.now() })
      return listed()
    },
  })
}
