/**
 * A sealed value as it lies in a column of text: `sealed:1:<set of keys>:<field>:<look-up tag>:<mark>:<sealed bytes>`. All
 * before the last colon is authenticated together with the place of the value, so that nothing of it can be exchanged.
 *
 * The nonce is not random: the mark is an HMAC of place and value, as in misuse-resistant encryption (RFC 8452). The same value in
 * the same place is the same mark, by which an import knows that nothing has changed; two different values share a nonce
 * only where their marks collide in 96 bits. What it gives away is that a value went back to what it was in the same row.
 */
import { createHmac, type KeyObject } from 'node:crypto'
import { digestOf, type FieldCipher, nonceBytes, openBytes, type SealingKey, sealBytes } from './field-cipher.ts'
import type { SealedField } from './sealed-fields.ts'

/** One set of data keys. */
export interface KeySet {
  readonly number: number
  readonly cipher: FieldCipher
  readonly sealing: SealingKey
  readonly marking: KeyObject
  readonly lookUp: KeyObject
}

/** The field and the row that a value belongs to. */
export interface SealedPlace {
  readonly field: SealedField
  readonly row: readonly string[]
}

const beginning = 'sealed:1:'
const tagBytes = 16

export const looksSealed = (value: unknown): value is string =>
  typeof value === 'string' && value.charCodeAt(0) === 115 && value.startsWith(beginning)

export function sealText(keys: KeySet, place: SealedPlace, value: string): string {
  const { field } = place
  const named = JSON.stringify([field.name, ...place.row])
  const mark = createHmac(digestOf(keys.cipher), keys.marking).update(`${named}\n${value}`).digest()
  const nonce = mark.subarray(0, nonceBytes)
  const tag = field.isLookedUp ? lookUpTag(keys, field, value) : ''
  const head = `${beginning}${keys.number}:${field.name}:${tag}:${nonce.toString('base64url')}`
  const bytes = sealBytes(keys.cipher, keys.sealing, nonce, Buffer.from(value), Buffer.from(`${head}\n${named}`))
  return `${head}:${bytes.toString('base64url')}`
}

/** What equal values share, whosesoever they are. */
export const lookUpTag = (keys: KeySet, field: SealedField, value: string): string =>
  createHmac(digestOf(keys.cipher), keys.lookUp)
    .update(`${field.name}\n${value}`)
    .digest()
    .subarray(0, tagBytes)
    .toString('base64url')

export interface SealedParts {
  readonly number: number
  readonly name: string
  readonly nonce: Buffer
  readonly bytes: Buffer
  /** All that comes before the bytes. */
  readonly head: string
}

/** Undefined where it is not of our make. */
export function partsOf(text: string): SealedParts | undefined {
  const last = text.lastIndexOf(':')
  const head = text.slice(0, last)
  const [, , number = '', name = '', , nonce = '', ...more] = head.split(':')
  if (more.length > 0 || !/^\d{1,5}$/.test(number) || nonce.length !== 16) return undefined
  return {
    number: Number(number),
    name,
    nonce: Buffer.from(nonce, 'base64url'),
    bytes: Buffer.from(text.slice(last + 1), 'base64url'),
    head,
  }
}

/** Undefined where it was altered, or belongs to another place. */
export function openText(keys: KeySet, { field, row }: SealedPlace, parts: SealedParts): string | undefined {
  const bound = Buffer.from(`${parts.head}\n${JSON.stringify([field.name, ...row])}`)
  return openBytes(keys.cipher, keys.sealing, parts.nonce, parts.bytes, bound)?.toString('utf8')
}
