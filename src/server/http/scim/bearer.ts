/** Programs show a token (RFC 6750); cookies and sessions count for nothing here. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AccountStore, ProvisioningClient } from '#records/index.ts'
import { noToken } from './refusals.ts'

/** 256 random bits need no slow hash. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest()

declare module 'fastify' {
  interface FastifyRequest {
    /** The program that asks. */
    provisioning: ProvisioningClient | null
  }
}

export function demandToken(accounts: Pick<AccountStore, 'findProvisioningClient'>, now: () => Date) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '') ?? []
    const client = token && (await accounts.findProvisioningClient(tokenDigest(token), now()))
    if (!client) {
      reply.header('www-authenticate', 'Bearer realm="zhiren"')
      throw noToken()
    }
    request.provisioning = client
  }
}
