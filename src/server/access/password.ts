import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const pattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** The same letters however they were typed: NFKC, as NIST SP 800-63B asks. */
const message = (password: string): string => password.normalize('NFKC')

/** The PHC string of a password: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { message: message(password), nonce, tagLength: 32, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(nonce)}$${encode(hash)}`
}

/** Compares in constant time, with the cost that the stored string names. A string of another form matches nothing. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = pattern.exec(stored) ?? []
  if (salt === undefined || expected === undefined) return false
  const known = Buffer.from(expected, 'base64')
  const hash = await derive('argon2id', {
    message: message(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: known.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(hash, known)
}

/** Was it hashed at a lower cost than today's? Then it is hashed again at the next sign-in. */
export function isOutdated(stored: string): boolean {
  const [, memory, passes] = pattern.exec(stored) ?? []
  return Number(memory) < cost.memory || Number(passes) < cost.passes
}
