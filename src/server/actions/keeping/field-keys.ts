import type { OnProgress } from '#domain/progress.ts'
import { openRecords, type RecordsOptions } from '#records/index.ts'
import { type Place, withReached } from '#records/keeping/index.ts'
import {
  countSealed,
  type FieldCipher,
  listKeySets,
  makeFieldKey,
  type Rotation,
  type SealedCount,
  type StoredKeySet,
} from '#records/sealing/index.ts'

export type { FieldCipher } from '#records/sealing/index.ts'

/** As a site names them. */
export const cipherNames = { aes: 'aes-256-gcm', sm4: 'sm4-ctr-hmac-sm3' } as const satisfies Record<
  string,
  FieldCipher
>

export interface SealedState {
  readonly sets: readonly StoredKeySet[]
  readonly count: SealedCount
}

/** Sets of keys and what lies under them; asks for no key. */
export const sealedState = (place: Place): Promise<SealedState> =>
  withReached(place, async (session) => ({ sets: await listKeySets(session), count: await countSealed(session) }))

export interface RotationOptions {
  readonly place: RecordsOptions
  readonly by: string
  readonly cipher: FieldCipher
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

/** New keys for sealed fields; undefined where nothing is sealed in these records. */
export async function rotateFieldKeys(options: RotationOptions): Promise<Rotation | undefined> {
  const { place, by, cipher, onProgress, signal } = options
  const records = await openRecords(place)
  try {
    return await records.rotateFieldKeys({
      actor: by,
      cipher,
      ...(signal ? { signal } : {}),
      onProgress: ({ done, total }) =>
        onProgress?.({ step: { zh: '重新加密', en: 'Sealing anew' }, fraction: total === 0 ? 1 : done / total }),
    })
  } finally {
    await records.close()
  }
}

/** Lets the key of another file open the records; its id, or undefined where nothing is sealed. */
export async function changeFieldKey(
  place: RecordsOptions,
  request: { readonly actor: string; readonly file: string },
): Promise<string | undefined> {
  const records = await openRecords(place)
  try {
    return await records.changeFieldKey(request)
  } finally {
    await records.close()
  }
}

/** A key for a database that several machines serve; one that is there already is kept. */
export const makeKeyFile = (file: string): { readonly id: string } => ({ id: makeFieldKey(file).id })
