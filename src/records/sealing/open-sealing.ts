/** What is done about sealed fields when records are opened. */
import type { Pool, PoolClient } from 'pg'
import type { Text } from '#domain/text.ts'
import type { FieldCipher } from './field-cipher.ts'
import {
  type FieldKey,
  fieldKeyFile,
  makeFieldKey,
  passingFieldKey,
  readFieldKey,
  readFieldKeyIfAny,
} from './field-key.ts'
import { FieldSealing } from './field-sealing.ts'
import { addKeySet, listKeySets, openKeySets } from './key-sets.ts'
import { missingFieldKey } from './refusals.ts'
import { clearPages, openTables, refuseOpenValues, sealStored, validateSealed } from './seal-stored.ts'

export interface FieldKeyOptions {
  /** The key itself, as another process of ours had it. */
  readonly fieldKey?: FieldKey
  /** The file of the key, which must be there. Where left out: that of the data folder, made on first use. */
  readonly fieldKeyFile?: string
  /** What new sets of keys are for; AES-256-GCM where left out. */
  readonly fieldCipher?: FieldCipher
}

export interface SealingPlace extends FieldKeyOptions {
  readonly dataFolder?: string
  readonly databaseUrl?: string
  readonly scratch?: boolean
  readonly connection?: { readonly fieldKey?: FieldKey }
  readonly onMessage?: (text: Text) => void
}

export interface OpenedSealing {
  readonly sealing: FieldSealing
  readonly key: FieldKey
}

/**
 * Finds the key of the records, makes their first set of data keys, and seals what still lies open or under retired keys.
 * An external database without a named key stays open: several machines may serve it, and a key that one of them made by
 * itself would shut out the others.
 *
 * @throws ProblemError `field-key-missing`, `field-key-wrong`, `key-missing`, `key-file-open`, `key-invalid`
 */
export async function openSealing(
  session: PoolClient,
  pool: Pool,
  place: SealingPlace,
): Promise<OpenedSealing | undefined> {
  await session.query("select pg_advisory_lock(hashtext('zhiren field keys'))")
  try {
    const [wanted] = await listKeySets(session)
    const key = keyOf(place, wanted === undefined, place.onMessage)
    if (!key && wanted) throw missingFieldKey(wanted.wrappedBy)
    if (!key) return undefined
    if (!wanted) await firstKeys(session, place.fieldCipher ?? 'aes-256-gcm', key)
    const opened = await openKeySets(session, key)
    if (!opened) throw missingFieldKey(key.id)
    const reload = async () => (await openKeySets(pool, key))?.sets ?? []
    const sealing = new FieldSealing(opened.sets, opened.inUse, reload)
    await finishSealing(session, sealing, place.onMessage)
    return { sealing, key }
  } finally {
    await session.query("select pg_advisory_unlock(hashtext('zhiren field keys'))")
  }
}

function keyOf(place: SealingPlace, isFirst: boolean, onMessage: SealingPlace['onMessage']): FieldKey | undefined {
  const given = place.fieldKey ?? place.connection?.fieldKey
  if (given) return given
  if (place.fieldKeyFile) return readFieldKey(place.fieldKeyFile)
  if (place.scratch) return passingFieldKey()
  if (place.connection || place.databaseUrl !== undefined) return undefined
  const file = fieldKeyFile(place.dataFolder ?? './data')
  const found = readFieldKeyIfAny(file)
  if (found || !isFirst) return found
  onMessage?.({
    zh: `已生成字段加密密钥 ${file}。现在就另存一份，与数据和备份分开保管：没有它，身份号码和监督内容无法读出。`,
    en: `Made the key of sealed fields ${file}. Copy it now and keep it apart from data and backups: without it citizen numbers and texts of supervision cannot be read.`,
  })
  return makeFieldKey(file)
}

async function firstKeys(session: PoolClient, cipher: FieldCipher, key: FieldKey): Promise<void> {
  await session.query('begin')
  try {
    await addKeySet(session, cipher, key)
    await refuseOpenValues(session)
    await session.query('commit')
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Goes on with what was begun and not finished. */
async function finishSealing(
  session: PoolClient,
  sealing: FieldSealing,
  onMessage: SealingPlace['onMessage'],
): Promise<void> {
  const open = await openTables(session)
  // Fields that an earlier version left open: from now on they are refused as the others are.
  await refuseOpenValues(session)
  let told = 0
  const count = await sealStored(session, sealing, {
    onProgress({ done, total }) {
      if (done < total && Date.now() - told < 1000) return
      told = Date.now()
      onMessage?.({
        zh: `正在加密存量数据：${done} / ${total} 行`,
        en: `Sealing what is stored: ${done} of ${total} rows`,
      })
    },
  })
  await validateSealed(session)
  if (count > 0) await clearPages(session, open)
}
