/** New data keys for everything that is sealed. */
import type { Pool, PoolClient } from 'pg'
import { commit } from '../commit.ts'
import type { FieldCipher } from './field-cipher.ts'
import { type FieldKey, readFieldKey } from './field-key.ts'
import { addKeySet, openKeySets, rewrapKeySets } from './key-sets.ts'
import type { OpenedSealing } from './open-sealing.ts'
import { type SealingOptions, sealStored } from './seal-stored.ts'

export interface RotationRequest extends SealingOptions {
  readonly actor: string
  readonly cipher: FieldCipher
}

export interface Rotation {
  /** The set in use from now on. */
  readonly number: number
  /** Rows that were sealed anew. */
  readonly rows: number
}

/**
 * Makes a set of keys and seals everything with it. Where an earlier rotation was stopped, opening the records has finished
 * it. Stopped midway, every value still opens, since the sets before are kept.
 */
export async function rotateKeys(pool: Pool, opened: OpenedSealing, request: RotationRequest): Promise<Rotation> {
  const entry = { actor: request.actor, action: 'field-keys.rotate', detail: { cipher: request.cipher } }
  const number = await commit(pool, entry, async (session, note) => {
    await session.query("select pg_advisory_xact_lock(hashtext('zhiren import'))")
    const made = await addKeySet(session, request.cipher, opened.key)
    note({ number: made })
    return made
  })
  await refreshKeys(pool, opened)
  const session = await pool.connect()
  try {
    return { number, rows: await sealStored(session, opened.sealing, request) }
  } finally {
    session.release()
  }
}

/**
 * Lets another key of a file open these records, and the one before no more.
 * @returns the id of the key that opens them now
 */
export async function changeFieldKey(
  pool: Pool,
  opened: OpenedSealing,
  request: { readonly actor: string; readonly file: string },
): Promise<string> {
  const to: FieldKey = readFieldKey(request.file)
  const entry = { actor: request.actor, action: 'field-keys.rewrap', detail: { key: to.id } }
  await commit(pool, entry, (session) => rewrapKeySets(session, opened.key, to))
  return to.id
}

/** Reads the sets anew: another process may have made one. */
export async function refreshKeys(
  session: Pick<Pool | PoolClient, 'query'>,
  { sealing, key }: OpenedSealing,
): Promise<void> {
  const found = await openKeySets(session, key)
  if (found) sealing.use(found.sets, found.inUse)
}
