/**
 * How one value is sealed: authenticated encryption with additional data, in two makes. AES-256-GCM is the standard one.
 * SM4 (GB/T 32907) is for sites that must; Node's OpenSSL has it without GCM, so it runs in counter mode with HMAC-SM3 over
 * everything that is bound, first encrypted, then authenticated (GB/T 32905, GB/T 17964).
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'

export const fieldCiphers = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type FieldCipher = (typeof fieldCiphers)[number]

export const nonceBytes = 12
const tagBytes = 16

/** Bytes of key material that sealing takes. */
export const sealingKeyBytes: Readonly<Record<FieldCipher, number>> = { 'aes-256-gcm': 32, 'sm4-ctr-hmac-sm3': 48 }

/** As objects, which cost a quarter of what bytes do each time they are used. */
export interface SealingKey {
  readonly encryption: KeyObject
  /** Of SM4 alone: the other cipher authenticates by itself. */
  readonly authentication: KeyObject | undefined
}

export const sealingKeyOf = (cipher: FieldCipher, bytes: Buffer): SealingKey =>
  cipher === 'aes-256-gcm'
    ? { encryption: createSecretKey(bytes), authentication: undefined }
    : { encryption: createSecretKey(bytes.subarray(0, 16)), authentication: createSecretKey(bytes.subarray(16)) }

export const bytesOf = ({ encryption, authentication }: SealingKey): Buffer =>
  Buffer.concat([encryption.export(), authentication?.export() ?? Buffer.alloc(0)])

/** The digest that goes with a cipher. */
export const digestOf = (cipher: FieldCipher): 'sha256' | 'sm3' => (cipher === 'aes-256-gcm' ? 'sha256' : 'sm3')

/** Bytes and their tag; `bound` must be the same when it is opened. */
export function sealBytes(cipher: FieldCipher, key: SealingKey, nonce: Buffer, value: Buffer, bound: Buffer): Buffer {
  if (cipher === 'aes-256-gcm') {
    const sealing = createCipheriv(cipher, key.encryption, nonce).setAAD(bound)
    return Buffer.concat([sealing.update(value), sealing.final(), sealing.getAuthTag()])
  }
  const body = sm4(key, nonce, value)
  return Buffer.concat([body, sm4Tag(key, nonce, body, bound)])
}

/** Undefined where it was sealed with another key or for another place, or was altered. */
export function openBytes(
  cipher: FieldCipher,
  key: SealingKey,
  nonce: Buffer,
  sealed: Buffer,
  bound: Buffer,
): Buffer | undefined {
  if (sealed.length < tagBytes || nonce.length !== nonceBytes) return undefined
  const [body, tag] = [sealed.subarray(0, -tagBytes), sealed.subarray(-tagBytes)]
  if (cipher !== 'aes-256-gcm')
    return timingSafeEqual(tag, sm4Tag(key, nonce, body, bound)) ? sm4(key, nonce, body) : undefined
  const opening = createDecipheriv(cipher, key.encryption, nonce, { authTagLength: tagBytes })
    .setAAD(bound)
    .setAuthTag(tag)
  try {
    return Buffer.concat([opening.update(body), opening.final()])
  } catch {
    return undefined
  }
}

/** Counter mode is its own inverse; the last four bytes count blocks. */
const sm4 = ({ encryption }: SealingKey, nonce: Buffer, value: Buffer): Buffer =>
  createCipheriv('sm4-ctr', encryption, Buffer.concat([nonce, Buffer.alloc(4)])).update(value)

function sm4Tag({ authentication }: SealingKey, nonce: Buffer, body: Buffer, bound: Buffer): Buffer {
  if (!authentication) throw new Error('invariant: SM4 goes with a key for authentication')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bound.length)
  const mac = createHmac('sm3', authentication).update(length).update(bound).update(nonce).update(body)
  return mac.digest().subarray(0, tagBytes)
}
