/** Values of the rule language as columns: one value for each group of items alike, for one seat after another. */

import { type Parameters, valueReader } from '../evaluation/values.ts'
import type { ParameterValue, Value } from '../language/types.ts'
import { wordOf } from '../language/word-of.ts'
import { alikeBy, type Groups, groupsOf } from './alike.ts'
import type { Domain } from './columns.ts'
import { type Needs, needsOfValue } from './needs.ts'
import type { Workspace } from './workspace.ts'

export interface Column {
  /** Undefined: one value for all items. */
  readonly groups: Groups | undefined
  /** Of each group, as encoded; NaN where not known. */
  readonly values: Float64Array
}

export interface Operand {
  readonly needs: Needs
  /** Its value is another for each item. */
  readonly varies: boolean
  readonly at: (seat: number) => Column
}

/** A value as a key: a parameter is what it is on the day. */
export function keyOfValue(value: Value, parameters: Parameters): string {
  if (value.kind === 'parameter') return JSON.stringify(plain(parameters(value)))
  if (value.kind === 'lookup') return `(${keyOfValue(value.map, parameters)}[${keyOfValue(value.key, parameters)}])`
  if ('left' in value)
    return `(${keyOfValue(value.left, parameters)} ${value.kind} ${keyOfValue(value.right, parameters)})`
  if (value.kind === 'path') return value.path
  return JSON.stringify(value.kind === 'literal' ? value.value : value.values)
}

const plain = (value: ParameterValue): unknown => value

export function operandOf(ws: Workspace, domain: Domain, value: Value, parameters: Parameters): Operand {
  const key = `value ${domain.name} ${keyOfValue(value, parameters)}`
  return ws.shared(key, () => make(ws, domain, value, parameters, key))
}

function make(ws: Workspace, domain: Domain, value: Value, parameters: Parameters, key: string): Operand {
  const needs = needsOfValue(value)
  if (domain.beside) return besideRow(ws, domain, value, parameters, needs)
  const varies = needs.cadre || needs.row
  const { read } = valueReader(value, parameters)
  const { scope, encoding } = ws
  if (!varies) {
    const at = ws.perSeat(needs, 8, (seat): Column => {
      scope.seat = ws.seats.at(seat)
      return { groups: undefined, values: Float64Array.of(encoding.encode(read(scope))) }
    })
    return { needs, varies, at }
  }
  if (domain !== ws.everybody && !needs.row) {
    const ofPeople = operandOf(ws, ws.everybody, value, parameters)
    return { needs, varies, at: ws.perSeat(needs, domain.size * 8, (seat) => lent(ofPeople.at(seat), domain)) }
  }
  const readItem = (item: number): number => {
    domain.enter(item)
    return encoding.encode(read(scope))
  }
  const readAll = (): Float64Array => Float64Array.from({ length: domain.size }, (_, item) => readItem(item))
  if (needs.seat.length === 0 && !needs.today) {
    return { needs, varies, at: () => ws.read(key, () => byValue(readAll())) }
  }
  const alike = alikeBehind(ws, domain, value)
  const few = alike && meeting(ws, domain, value, alike.first, readItem)
  const at = ws.perSeat(needs, (alike?.first.length ?? domain.size) * 8, (seat): Column => {
    scope.seat = ws.seats.at(seat)
    if (!alike) return ungrouped(readAll())
    return { groups: alike.groups, values: few?.(seat) ?? Float64Array.from(alike.first, readItem) }
  })
  return { needs, varies, at }
}

/** Reads a sparse relation of rows to seats: only rows that share a name with the seat are asked. */
function meeting(
  ws: Workspace,
  domain: Domain,
  value: Value,
  first: readonly number[],
  readItem: (item: number) => number,
): ((seat: number) => Float64Array) | undefined {
  const meets = value.kind === 'path' && domain !== ws.everybody ? wordOf(value.path).meets : undefined
  if (!meets) return undefined
  const always: number[] = []
  const byName = new Map<unknown, number[]>()
  for (const [group, item] of first.entries()) {
    const names = meets.row(domain.rows[item])
    if (names === undefined) always.push(group)
    for (const name of new Set(names)) byName.set(name, [...(byName.get(name) ?? []), group])
  }
  const otherwise = ws.encoding.encode(meets.otherwise)
  return (place) => {
    const seat = ws.seats.at(place)
    const values = new Float64Array(first.length).fill(otherwise)
    const asked = [always, ...meets.seat(seat).map((name) => byName.get(name) ?? [])]
    for (const groups of asked) for (const group of groups) values[group] = readItem(first[group] ?? 0)
    return values
  }
}

/** Items alike in the facts that a word declares to rest on, where it asks about the seat besides. */
function alikeBehind(
  ws: Workspace,
  domain: Domain,
  value: Value,
): { readonly first: readonly number[]; readonly groups: Groups } | undefined {
  if (value.kind !== 'path') return undefined
  const { cadre, row, seat, byMove } = wordOf(value.path)
  const names: readonly string[] | undefined = domain === ws.everybody ? cadre : row
  if (names === undefined || (seat === undefined && !byMove)) return undefined
  return ws.read(`alike ${domain.name} ${names.join(' ')}`, () => {
    const items: readonly unknown[] =
      domain === ws.everybody ? ws.people.map((index) => ws.facts.cadre(index)) : domain.rows
    const facts = names.map((name) => (item: number) => (items[item] as Record<string, unknown>)[name])
    const { classOf, first } = alikeBy(domain.size, facts)
    return { first, groups: groupsOf(classOf, first.length) }
  })
}

/** Of people beside the one row in scope: what the row says is the same for all, and is read afresh each time. */
function besideRow(ws: Workspace, domain: Domain, value: Value, parameters: Parameters, needs: Needs): Operand {
  if (!needs.row) return operandOf(ws, ws.everybody, value, parameters)
  const { read } = valueReader(value, parameters)
  const { scope, encoding } = ws
  const at = (seat: number): Column => {
    scope.seat = ws.seats.at(seat)
    scope.row = domain.beside?.row
    if (!needs.cadre) return { groups: undefined, values: Float64Array.of(encoding.encode(read(scope))) }
    const values = new Float64Array(domain.size)
    for (let item = 0; item < values.length; item += 1) {
      domain.enter(item)
      values[item] = encoding.encode(read(scope))
    }
    return ungrouped(values)
  }
  return { needs, varies: needs.cadre, at }
}

function byValue(values: Float64Array): Column {
  const { classOf, first } = alikeBy(values.length, [(item) => values[item]])
  return { groups: groupsOf(classOf, first.length), values: Float64Array.from(first, (item) => values[item] ?? 0) }
}

function ungrouped(values: Float64Array): Column {
  const items = Int32Array.from(values, (_, item) => item)
  const starts = Int32Array.from({ length: values.length + 1 }, (_, item) => item)
  return { groups: { classOf: items, starts, items }, values }
}

/** What a person is, said of each of the person's rows. */
function lent({ groups, values }: Column, { owner }: Domain): Column {
  if (!groups) return { groups, values }
  const { classOf } = groups
  return {
    groups: groupsOf(
      owner.map((person) => classOf[person] ?? 0),
      values.length,
    ),
    values,
  }
}
