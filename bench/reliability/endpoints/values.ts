/** Values by a JSON schema, sound and broken. */
import type { Random } from '../../../src/county/random.ts'
import { hostileTexts } from '../fuzz/mutation.ts'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly minItems?: number
}

/** Ids that answers have shown, by the name under which they stood. */
export type KnownIds = ReadonlyMap<string, readonly string[]>

export interface Surroundings {
  readonly random: Random
  readonly resolve: (reference: string) => Schema
  readonly ids: KnownIds
}

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined => items[random.below(items.length)]

const words = ['考察', '动议', '张', '2026-11-22', '按规定办理', 'a', '1', '2026-11', 'met', 'zh']
const aliases: Readonly<Record<string, string>> = {
  cadre: 'cadreId',
  unit: 'unitId',
  position: 'positionId',
  handler: 'account',
  id: 'cadreId',
}

/** A text that may stand under a name: an id of that kind, a day, a word. */
export function textFor(name: string, { random, ids }: Surroundings): string {
  const known = ids.get(name) ?? ids.get(aliases[name] ?? '') ?? ids.get(`${name.replace(/s$/, '')}`)
  if (known && random.chance(0.8)) return pick(random, known) ?? ''
  if (random.chance(0.15)) return pick(random, hostileTexts) ?? ''
  return pick(random, words) ?? ''
}

export function valueOf(schema: Schema, name: string, around: Surroundings, depth = 0): unknown {
  const { random, resolve } = around
  if (schema.$ref) return valueOf(resolve(schema.$ref), name, around, depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueOf(pick(random, choices) ?? {}, name, around, depth + 1)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, name, around, depth + 1)))
  const type = typeof schema.type === 'string' ? schema.type : pick(random, schema.type ?? [])
  if (type === 'object' || schema.properties) return objectOf(schema, around, depth)
  if (type === 'array') {
    const least = schema.minItems ?? 0
    const length = depth > 8 ? least : least + random.below(3)
    return Array.from({ length }, () => valueOf(schema.items ?? {}, name, around, depth + 1))
  }
  if (type === 'integer' || type === 'number') return numberOf(schema, around)
  if (type === 'boolean') return random.chance(0.5)
  if (type === 'null') return null
  return stringOf(schema, name, around)
}

function objectOf(
  { properties = {}, required = [], additionalProperties, propertyNames }: Schema,
  around: Surroundings,
  depth: number,
): object {
  const made: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(properties)) {
    const isWanted = required.includes(key) || (depth < 6 && around.random.chance(0.4))
    if (isWanted) made[key] = valueOf(part, key, around, depth + 1)
  }
  if (typeof additionalProperties === 'object' && depth < 8)
    for (let left = around.random.below(3); left > 0; left -= 1) {
      const key = String(propertyNames ? valueOf(propertyNames, 'key', around, depth + 1) : textFor('key', around))
      made[key] = valueOf(additionalProperties, key, around, depth + 1)
    }
  return made
}

function numberOf({ minimum = 0, maximum = 100 }: Schema, { random }: Surroundings): number {
  if (random.chance(0.2)) return pick(random, [minimum, maximum, minimum - 1, maximum + 1]) ?? 0
  return random.between(Math.max(-1000, minimum), Math.min(maximum, Math.max(-1000, minimum) + 50))
}

function stringOf({ format, maxLength }: Schema, name: string, around: Surroundings): string {
  const { random } = around
  if (format === 'uuid') return pick(random, around.ids.get(name) ?? []) ?? '01980000-0000-7000-8000-000000000000'
  if (/date|day|^on$|From$|To$/i.test(`${format ?? ''} ${name}`))
    return pick(random, ['2026-11-22', '2025-01-01', '2026-02-30', '1900-01-01', '9999-12-31']) ?? ''
  if (maxLength !== undefined && random.chance(0.05)) return '长'.repeat(Math.min(5000, maxLength + random.below(2)))
  return textFor(name, around)
}

const hostileValues: readonly (() => unknown)[] = [
  () => null,
  () => -1,
  () => 1e308,
  () => 9007199254740993,
  () => 1.5,
  () => true,
  () => [],
  () => ({}),
  () => '',
  () => '长'.repeat(3000),
  () => Array.from({ length: 2000 }, () => 1),
  () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}'),
  () => Array.from({ length: 300 }).reduce<unknown>((inside) => [inside], 1),
]

/** The value with one place in it replaced, left out, repeated or joined by what does not belong there. */
export function broken(value: unknown, random: Random): unknown {
  const hostile = (): unknown => (random.chance(0.5) ? pick(random, hostileTexts) : pick(random, hostileValues)?.())
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return hostile()
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.3)) return [...value, hostile()]
    const at = random.below(value.length)
    if (random.chance(0.1)) return Array.from({ length: 1500 }, () => value[at])
    return value.map((item, index) => (index === at ? broken(item, random) : item))
  }
  const keys = Object.keys(value)
  const key = pick(random, keys)
  if (key === undefined || random.chance(0.15)) return { ...value, [pick(random, hostileTexts) ?? 'x']: hostile() }
  const { [key]: own, ...rest } = value as Record<string, unknown>
  return random.chance(0.2) ? rest : { ...rest, [key]: broken(own, random) }
}
