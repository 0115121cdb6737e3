/** Small secrets as they lie in the database: AES-256-GCM under a key that is not there. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { backupKeyOrNew } from '#records/keeping/key-files.ts'

export interface Sealing {
  /** Bound to what it belongs to: it opens for nothing else. */
  seal(secret: Uint8Array, owner: string): Buffer
  /** Undefined where it was sealed under another key, for another owner, or altered. */
  open(sealed: Uint8Array, owner: string): Buffer | undefined
}

const nonceBytes = 12
const tagBytes = 16

export function sealingWith(key: Uint8Array): Sealing {
  return {
    seal(secret, owner) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed)
      const body = bytes.subarray(nonceBytes, -tagBytes)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(owner))
          .setAuthTag(bytes.subarray(-tagBytes))
        return Buffer.concat([decipher.update(body), decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

/** With a key that ends with this process: for records that do too. */
export const passingSealing = (): Sealing => sealingWith(randomBytes(32))

export const accountKeyFile = (dataFolder: string): string => join(dataFolder, 'keys', 'accounts.key')

/** With the key of a file, which is made where it is not there yet. @throws ProblemError `key-file-open`, `key-invalid` */
export function sealingOf(file: string): { readonly sealing: Sealing; readonly isNew: boolean } {
  const { secret, isNew } = backupKeyOrNew(file)
  return { sealing: sealingWith(secret), isNew }
}
