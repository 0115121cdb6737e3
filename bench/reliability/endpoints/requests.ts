/** Requests for every route of the OpenAPI document, and for addresses that are none. */
import type { Random } from '../../../src/county/random.ts'
import { hostileTexts } from '../fuzz/mutation.ts'
import { broken, type KnownIds, type Schema, type Surroundings, textFor, valueOf } from './values.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

export interface Route {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export interface Request {
  readonly route: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}

export const routesOf = ({ paths }: Document): readonly Route[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined => items[random.below(items.length)]
const types = [
  'application/json',
  'text/plain',
  'application/xml',
  'application/octet-stream',
  'multipart/form-data',
  'application/json; charset=utf-16',
  'nonsense',
  '',
]
const tricks = [
  '/..',
  '/%2e%2e',
  '/%00',
  '//',
  '/.',
  '%',
  '/%c0%af',
  `/${'a'.repeat(3000)}`,
  '/\u202e',
  '?',
  '#',
  '/__proto__',
  '/../../etc/passwd',
  '\\',
  ';a=b',
]
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']

/** What stands in an address may be anything but what cannot be written there. */
const written = (text: string): string => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '\uFFFD'))

export function requestFor(route: Route, document: Document, random: Random, ids: KnownIds): Request {
  const resolve = (reference: string): Schema => document.components?.schemas?.[reference.split('/').at(-1) ?? ''] ?? {}
  const around: Surroundings = { random, resolve, ids }
  const { method, path, operation } = route
  const parameters = operation.parameters ?? []
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const own = parameters.find((one) => one.name === name)?.schema ?? {}
    return written(
      random.chance(0.1)
        ? (pick(random, hostileTexts) ?? '')
        : String(own.type === 'string' ? textIn(own, name, around) : valueOf(own, name, around)),
    )
  })
  const url = `${filled}${queryOf(parameters, around)}${random.chance(0.02) ? (pick(random, tricks) ?? '') : ''}`
  const headers: Record<string, string> = random.chance(0.98) ? { 'x-zhiren-request': '1' } : {}
  const { payload, type } = bodyOf(operation, around)
  if (type) headers['content-type'] = type
  const asked = random.chance(0.01) ? (pick(random, methods) ?? method) : method
  return {
    route: `${method} ${path}`,
    method: asked,
    url,
    headers,
    payload: asked === 'GET' || asked === 'HEAD' ? undefined : payload,
  }
}

const textIn = (schema: Schema, name: string, around: Surroundings): string =>
  schema.format === 'uuid' || schema.enum ? String(valueOf(schema, name, around)) : textFor(name, around)

function queryOf(parameters: readonly Parameter[], around: Surroundings): string {
  const { random } = around
  const pairs = parameters
    .filter((one) => one.in === 'query' && (one.required || random.chance(0.35)))
    .flatMap(({ name, schema = {} }) => {
      const value = random.chance(0.15) ? (pick(random, hostileTexts) ?? '') : valueOf(schema, name, around)
      const values = Array.isArray(value) ? value : [value]
      const times = random.chance(0.02) ? 300 : 1
      return Array.from({ length: times }, () =>
        values.map((one) => `${name}=${written(typeof one === 'object' ? JSON.stringify(one) : String(one))}`),
      ).flat()
    })
  if (random.chance(0.05))
    pairs.push(`${written(pick(random, hostileTexts) ?? '')}=${written(pick(random, hostileTexts) ?? '')}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function bodyOf({ requestBody }: Operation, around: Surroundings): { payload?: string | Buffer; type?: string } {
  const { random } = around
  const [declared] = Object.entries(requestBody?.content ?? {})
  if (!declared) return random.chance(0.05) ? { payload: '{"a":1}', type: 'application/json' } : {}
  const [type, { schema = {} }] = declared
  if (!type.includes('json') || (type.includes('json') && random.chance(0.01)))
    return {
      payload: Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256))),
      type: random.chance(0.9) ? type : (pick(random, types) ?? ''),
    }
  let value = valueOf(schema, 'body', around)
  for (let left = random.chance(0.4) ? 0 : 1 + random.below(3); left > 0; left -= 1) value = broken(value, random)
  let text = JSON.stringify(value) ?? 'null'
  if (random.chance(0.03)) text = text.slice(0, random.below(text.length + 1))
  if (random.chance(0.02)) text = text.replace(/\d+/, '1e999')
  return { payload: text, type: random.chance(0.96) ? type : (pick(random, types) ?? '') }
}
