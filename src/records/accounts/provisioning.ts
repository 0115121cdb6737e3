/** Programs that open and close accounts: each with a token of which the digest is kept, and an end. */
import type { Pool } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { commit } from '../commit.ts'

export interface ProvisioningClient {
  readonly clientId: string
  readonly name: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
}

const columns = `client_id as "clientId", name, made_by as "madeBy", made_at as "madeAt", expires_at as "expiresAt",
  ended_at as "endedAt"`

interface Doing {
  readonly actor: string
  readonly at: Date
}

export type NewClient = Pick<ProvisioningClient, 'name' | 'expiresAt'> & { readonly tokenHash: Uint8Array }

export function addProvisioningClient(
  pool: Pool,
  { name, expiresAt, tokenHash }: NewClient,
  { actor, at }: Doing,
): Promise<ProvisioningClient> {
  const entry = { actor, action: 'provisioning.begin', detail: { name, until: expiresAt.toISOString() } }
  return commit(pool, entry, async (session) => {
    const { rows } = await session.query<ProvisioningClient>(
      `insert into provisioning_client (name, token_hash, made_by, made_at, expires_at)
       values ($1, $2, $3, $4, $5) returning ${columns}`,
      [name, tokenHash, actor, at, expiresAt],
    )
    const [made] = rows
    if (!made) throw new Error('invariant: an insert gives its row')
    return made
  })
}

/** Its token opens nothing any more. @throws ProblemError `client-unknown` */
export function endProvisioningClient(pool: Pool, clientId: string, { actor, at }: Doing): Promise<void> {
  return commit(pool, { actor, action: 'provisioning.end', detail: { clientId } }, async (session, note) => {
    const { rows } = await session.query<{ name: string }>(
      `update provisioning_client set ended_by = $2, ended_at = $3
       where client_id = $1 and ended_at is null returning name`,
      [clientId, actor, at],
    )
    const [ended] = rows
    if (!ended) throw clientUnknown()
    note({ name: ended.name })
  })
}

/** The client of a token that counts at this moment. */
export async function findProvisioningClient(
  pool: Pool,
  tokenHash: Uint8Array,
  at: Date,
): Promise<ProvisioningClient | undefined> {
  const { rows } = await pool.query<ProvisioningClient>(
    `select ${columns} from provisioning_client where token_hash = $1 and ended_at is null and expires_at > $2`,
    [tokenHash, at],
  )
  return rows[0]
}

/** All that ever were, the newest first. */
export async function readProvisioningClients(pool: Pool): Promise<readonly ProvisioningClient[]> {
  const { rows } = await pool.query<ProvisioningClient>(
    `select ${columns} from provisioning_client order by made_at desc, client_id desc limit 200`,
  )
  return rows
}

const clientUnknown = (): ProblemError =>
  new ProblemError({
    code: 'client-unknown',
    message: { zh: '没有这个接口令牌，或者它已经停用。', en: 'There is no such token, or it has ended already.' },
    mend: { zh: '刷新后再看。', en: 'Reload and look again.' },
  })
