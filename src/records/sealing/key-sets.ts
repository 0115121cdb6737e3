/** Sets of data keys as they lie in the database, wrapped. */
import type { Client, Pool, PoolClient } from 'pg'
import type { FieldCipher } from './field-cipher.ts'
import { type FieldKey, newKeySet, unwrapKeySet, wrapKeySet } from './field-key.ts'
import { wrongFieldKey } from './refusals.ts'
import type { KeySet } from './sealed-text.ts'

type Session = Pick<Client | Pool | PoolClient, 'query'>

export interface StoredKeySet {
  readonly number: number
  readonly cipher: FieldCipher
  readonly wrappedBy: string
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

export async function listKeySets(session: Session): Promise<readonly StoredKeySet[]> {
  const { rows } = await session.query<StoredKeySet>(`
    select number, cipher, wrapped_by as "wrappedBy", created_at as "createdAt", retired_at as "retiredAt"
    from field_key order by number`)
  return rows
}

/** Every set, opened, and the number of the one in use; undefined where nothing is sealed here. */
export async function openKeySets(
  session: Session,
  key: FieldKey,
): Promise<{ readonly sets: readonly KeySet[]; readonly inUse: number } | undefined> {
  const { rows } = await session.query<StoredKeySet & { wrapped: Buffer }>(`
    select number, cipher, wrapped_by as "wrappedBy", wrapped, retired_at as "retiredAt" from field_key order by number`)
  const foreign = rows.find(({ wrappedBy }) => wrappedBy !== key.id)
  if (foreign) throw wrongFieldKey(foreign.wrappedBy, key.id)
  const inUse = rows.find(({ retiredAt }) => retiredAt === null)
  if (!inUse) return undefined
  return {
    sets: rows.map(({ number, cipher, wrapped }) => unwrapKeySet(number, cipher, wrapped, key)),
    inUse: inUse.number,
  }
}

/** Wraps every set with another key; nothing that is sealed changes. Inside a transaction. */
export async function rewrapKeySets(session: Session, from: FieldKey, to: FieldKey): Promise<void> {
  await session.query('lock table field_key in exclusive mode')
  for (const set of (await openKeySets(session, from))?.sets ?? [])
    await session.query('update field_key set wrapped_by = $2, wrapped = $3 where number = $1', [
      set.number,
      to.id,
      wrapKeySet(set, to),
    ])
}

/** Makes a set that is in use from now on; the one before is kept to open what it has sealed. Inside a transaction. */
export async function addKeySet(session: Session, cipher: FieldCipher, key: FieldKey): Promise<number> {
  const { rows } = await session.query<{ next: number }>(
    'select coalesce(max(number), 0)::integer + 1 as next from field_key',
  )
  const number = rows[0]?.next ?? 1
  await session.query('update field_key set retired_at = clock_timestamp() where retired_at is null')
  await session.query('insert into field_key (number, cipher, wrapped_by, wrapped) values ($1, $2, $3, $4)', [
    number,
    cipher,
    key.id,
    newKeySet(number, cipher, key).wrapped,
  ])
  return number
}
