/** Programs that open and close accounts, for the administrator. */
import { z } from 'zod'
import { instant } from './shared.ts'
import { written } from './written.ts'

const client = z.object({
  clientId: z.string(),
  name: z.string(),
  madeAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'ended', 'over']),
})

/** GET /api/provisioning-clients */
export const provisioningClients = z.object({ clients: z.array(client) }).meta({ id: 'ProvisioningClients' })

/** POST /api/provisioning-clients */
export const newProvisioningClient = z.object({ name: written(60), days: z.int().min(1).max(366) })
/** Its token is shown this once. */
export const provisioningToken = z.object({ client, token: z.string() }).meta({ id: 'ProvisioningToken' })
export const provisioningParams = z.object({ clientId: z.uuid() })

export type ProvisioningClients = z.output<typeof provisioningClients>
export type ProvisioningToken = z.output<typeof provisioningToken>
