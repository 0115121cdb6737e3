/** The key that wraps the sets of data keys: from a file, never from the database. */
import { createHash, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupKeyOrNew, readBackupKey } from '../keeping/key-files.ts'
import {
  bytesOf,
  digestOf,
  type FieldCipher,
  nonceBytes,
  openBytes,
  type SealingKey,
  sealBytes,
  sealingKeyBytes,
  sealingKeyOf,
} from './field-cipher.ts'
import { damagedKeySet } from './refusals.ts'
import type { KeySet } from './sealed-text.ts'

/** As it goes to a process of ours that opens the same records. */
export interface FieldKey {
  readonly id: string
  /** base64url */
  readonly secret: string
}

export const fieldKeyFile = (dataFolder: string): string => join(dataFolder, 'keys', 'fields.key')

/** @throws ProblemError `key-missing`, `key-file-open`, `key-invalid` */
export const readFieldKey = (file: string): FieldKey => fieldKeyOf(readBackupKey(file).secret)

/** Undefined where there is no such file yet. */
export const readFieldKeyIfAny = (file: string): FieldKey | undefined =>
  existsSync(file) ? readFieldKey(file) : undefined

/** Makes the file where it is not there. */
export const makeFieldKey = (file: string): FieldKey => fieldKeyOf(backupKeyOrNew(file).secret)

/** One that ends with this process: for records that do too. */
export const passingFieldKey = (): FieldKey => fieldKeyOf(randomBytes(32))

const fieldKeyOf = (secret: Buffer): FieldKey => ({
  id: createHash('sha256').update(secret).digest('hex').slice(0, 16),
  secret: secret.toString('base64url'),
})

/** Keys of marks and of look-ups are as long as their digest. */
const digestBytes = 32

/** New data keys, and the same wrapped. */
export function newKeySet(number: number, cipher: FieldCipher, key: FieldKey) {
  const material = randomBytes(sealingKeyBytes[cipher] + 2 * digestBytes)
  return { set: setOf(number, cipher, material), wrapped: wrap(number, cipher, material, key) }
}

/** The same keys, wrapped by another. */
export const wrapKeySet = ({ number, cipher, sealing, marking, lookUp }: KeySet, key: FieldKey): Buffer =>
  wrap(number, cipher, Buffer.concat([bytesOf(sealing), marking.export(), lookUp.export()]), key)

function wrap(number: number, cipher: FieldCipher, material: Buffer, key: FieldKey): Buffer {
  const nonce = randomBytes(nonceBytes)
  return Buffer.concat([nonce, sealBytes(cipher, wrappingKey(cipher, key), nonce, material, nameOf(number, cipher))])
}

/** @throws ProblemError `field-key-damaged` */
export function unwrapKeySet(number: number, cipher: FieldCipher, wrapped: Buffer, key: FieldKey): KeySet {
  const [nonce, sealed] = [wrapped.subarray(0, nonceBytes), wrapped.subarray(nonceBytes)]
  const material = openBytes(cipher, wrappingKey(cipher, key), nonce, sealed, nameOf(number, cipher))
  if (material?.length !== sealingKeyBytes[cipher] + 2 * digestBytes) throw damagedKeySet(number)
  return setOf(number, cipher, material)
}

const nameOf = (number: number, cipher: FieldCipher): Buffer => Buffer.from(`zhiren field keys ${number} ${cipher}`)

function wrappingKey(cipher: FieldCipher, key: FieldKey): SealingKey {
  const secret = Buffer.from(key.secret, 'base64url')
  const bytes = hkdfSync(digestOf(cipher), secret, '', 'zhiren wraps field keys', sealingKeyBytes[cipher])
  return sealingKeyOf(cipher, Buffer.from(bytes))
}

function setOf(number: number, cipher: FieldCipher, material: Buffer): KeySet {
  const length = sealingKeyBytes[cipher]
  return {
    number,
    cipher,
    sealing: sealingKeyOf(cipher, material.subarray(0, length)),
    marking: createSecretKey(material.subarray(length, length + digestBytes)),
    lookUp: createSecretKey(material.subarray(length + digestBytes)),
  }
}
