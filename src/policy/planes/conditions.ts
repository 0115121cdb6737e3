/**
 * Conditions as planes. Every part is computed once for the seats alike in what it needs; equal parts of different rules
 * are one. What cannot be told in columns is asked of every item with the closure that also explains.
 */
import { compile } from '../evaluation/compile.ts'
import { membersOf, type Parameters } from '../evaluation/values.ts'
import { workCalendar } from '../evaluation/workdays.ts'
import type { Condition, TimeUnit, Value } from '../language/types.ts'
import { orderIn } from '../language/vocabulary.ts'
import { listOf, wordOf } from '../language/word-of.ts'
import { wordsFor } from './bits.ts'
import type { Domain } from './columns.ts'
import { hasCome, hasPassed, isAmong, isKnown, planeOfSeveral, planeOfValues, related } from './leaves.ts'
import { type Needs, needsOf } from './needs.ts'
import { type Column, keyOfValue, type Operand, operandOf } from './operands.ts'
import { type OverRows, overRows } from './over-rows.ts'
import { overSeatRows } from './over-seat-rows.ts'
import { andOf, notOf, orOf, type Plane, planeFrom, truthIn, uniformOf } from './plane.ts'
import type { Workspace } from './workspace.ts'

export interface Node {
  readonly needs: Needs
  readonly at: (seat: number) => Plane
}

export type NodeOf = typeof nodeOf

/** Equal keys, equal answers: names given with `as` do not matter, and a parameter is what it is on the day. */
export function keyOf(condition: Condition, parameters: Parameters): string {
  const value = (one: Value | undefined): string => (one === undefined ? '' : keyOfValue(one, parameters))
  const part = (one: Condition | undefined): string => (one === undefined ? '' : keyOf(one, parameters))
  switch (condition.op) {
    case 'all':
    case 'any':
      return `${condition.op}(${condition.of.map(part).join(' ')})`
    case 'not':
      return `not ${part(condition.of)}`
    case 'compare':
      return `${condition.relation}(${value(condition.left)} ${value(condition.right)})`
    case 'one-of':
      return `one-of(${value(condition.value)} ${value(condition.among)})`
    case 'known':
      return `known(${value(condition.value)})`
    case 'reached':
      return `reached(${value(condition.date)})`
    case 'elapsed':
      return `elapsed(${value(condition.since)} ${value(condition.until)} ${value(condition.amount)} ${unitOf(condition.unit, parameters)})`
    case 'lasted':
      return `lasted(${condition.list} ${condition.unbroken} ${part(condition.where)} ${value(condition.amount)} ${condition.unit})`
    case 'exists':
      return `exists(${condition.list} ${part(condition.among)} | ${part(condition.where)})`
    case 'counted':
      return `counted(${condition.list} ${part(condition.where)} ${value(condition.distinct)} ${value(condition.least)})`
    case 'summed':
      return `summed(${condition.list} ${part(condition.where)} ${value(condition.of)} ${value(condition.least)})`
  }
}

/** Working days are those of the calendar on the day. */
function unitOf(unit: TimeUnit, parameters: Parameters): string {
  if (unit !== 'workdays') return unit
  return JSON.stringify(Object.values(workCalendar(parameters)).map((part) => (part instanceof Set ? [...part] : part)))
}

export function nodeOf(ws: Workspace, domain: Domain, condition: Condition, parameters: Parameters): Node {
  return ws.shared(`node ${domain.name} ${keyOf(condition, parameters)}`, () => {
    const needs = needsOf(condition)
    const make = maker(ws, domain, condition, parameters, needs)
    const keeps = !(domain.beside && needs.row)
    return { needs, at: keeps ? ws.perSeat(needs, wordsFor(domain.size) * 8, make) : make }
  })
}

function maker(
  ws: Workspace,
  domain: Domain,
  condition: Condition,
  parameters: Parameters,
  needs: Needs,
): (seat: number) => Plane {
  const ofRows = domain !== ws.everybody
  if (!needs.cadre && !needs.row && 'list' in condition) return askedOnce(ws, domain, condition, parameters)
  if (ofRows && !needs.row && (needs.cadre || domain.beside)) {
    const { at } = nodeOf(ws, ws.everybody, condition, parameters)
    return (seat) => lent(ws, at(seat), domain)
  }
  const operand = (value: Value): Operand => operandOf(ws, domain, value, parameters)
  switch (condition.op) {
    case 'all':
    case 'any':
      return joint(
        domain,
        condition.op,
        condition.of.map((part) => nodeOf(ws, domain, part, parameters)),
      )
    case 'not': {
      const { at } = nodeOf(ws, domain, condition.of, parameters)
      return (seat) => notOf(domain, at(seat))
    }
    case 'known': {
      const { at } = operand(condition.value)
      return (seat) => planeOfValues(domain, at(seat), isKnown)
    }
    case 'reached': {
      const { at } = operand(condition.date)
      return (seat) => planeOfValues(domain, at(seat), hasCome(ws.scope.today))
    }
    case 'one-of': {
      const { at } = operand(condition.value)
      const among = [...membersOf(condition.among, parameters)].map((member) => ws.encoding.encode(member))
      return (seat) => planeOfValues(domain, at(seat), isAmong(new Set(among)))
    }
    case 'elapsed': {
      if (condition.unit === 'workdays') return asked(ws, domain, condition, parameters)
      const [since, amount] = [operand(condition.since), operand(condition.amount)]
      const until = condition.until && operand(condition.until)
      const ask = hasPassed(condition.unit)
      const now = (seat: number): Column =>
        until?.at(seat) ?? { groups: undefined, values: Float64Array.of(ws.scope.today) }
      return (seat) => planeOfSeveral(domain, [since.at(seat), amount.at(seat), now(seat)], ask)
    }
    case 'compare':
      return comparison(ws, domain, condition, parameters) ?? asked(ws, domain, condition, parameters)
    default:
      return overList(ws, domain, condition, parameters)
  }
}

/** What asks least of the seat comes first: a part that settles the answer for everybody spares the others. */
function joint(domain: Domain, op: 'all' | 'any', parts: readonly Node[]): (seat: number) => Plane {
  const weight = ({ needs }: Node): number => needs.seat.length + (needs.cadre || needs.row ? 10 : 0)
  const ordered = parts.toSorted((a, b) => weight(a) - weight(b))
  const [start, stop, join] = op === 'all' ? [domain.all, domain.none, andOf] : [domain.none, domain.all, orOf]
  return (seat) => {
    let plane = start
    for (const { at } of ordered) {
      plane = join(domain, plane, at(seat))
      if (plane === stop) return plane
    }
    return plane
  }
}

/** Compared in columns where both sides are surely of one kind: numbers, terms of one order, or anything for equality. */
function comparison(
  ws: Workspace,
  domain: Domain,
  { relation, left, right }: Condition & { readonly op: 'compare' },
  parameters: Parameters,
): ((seat: number) => Plane) | undefined {
  const [a, b] = [operandOf(ws, domain, left, parameters), operandOf(ws, domain, right, parameters)]
  const ask = related(relation)
  if (relation === 'equals') return (seat) => planeOfSeveral(domain, [a.at(seat), b.at(seat)], ask)
  const order = orderOf(left) ?? orderOf(right)
  if (order === undefined) {
    if (![left, right].every((value) => isNumber(value, parameters))) return undefined
    return (seat) => planeOfSeveral(domain, [a.at(seat), b.at(seat)], ask)
  }
  const rank = ws.encoding.rankIn(order)
  const ranked = ({ groups, values }: Column): Column => ({ groups, values: values.map(rank) })
  return (seat) => planeOfSeveral(domain, [ranked(a.at(seat)), ranked(b.at(seat))], ask)
}

function orderOf(value: Value): readonly string[] | undefined {
  const type = value.kind === 'path' ? wordOf(value.path).type : undefined
  return type?.kind === 'term' ? orderIn(type.vocabulary) : undefined
}

function isNumber(value: Value, parameters: Parameters): boolean {
  if (value.kind === 'literal') return typeof value.value === 'number'
  if (value.kind === 'parameter') return typeof parameters(value) === 'number'
  if (value.kind === 'path') return wordOf(value.path).type.kind === 'number'
  return 'left' in value
}

function overList(ws: Workspace, domain: Domain, condition: OverRows, parameters: Parameters): (seat: number) => Plane {
  const { owner } = listOf(condition.list)
  if (domain === ws.everybody && owner === 'cadre') return overRows(ws, condition, parameters, nodeOf)
  const counts = condition.op === 'exists' || (condition.op === 'counted' && condition.distinct === undefined)
  if (domain === ws.everybody && owner === 'seat' && counts) return overSeatRows(ws, condition, parameters, nodeOf)
  return asked(ws, domain, condition, parameters)
}

/** About the seat alone. */
function askedOnce(
  ws: Workspace,
  domain: Domain,
  condition: Condition,
  parameters: Parameters,
): (seat: number) => Plane {
  const question = compile(condition, parameters)
  return (seat) => {
    ws.scope.seat = ws.seats.at(seat)
    return uniformOf(domain, question(ws.scope))
  }
}

/** The closure, asked of every item for every seat that may differ. */
function asked(ws: Workspace, domain: Domain, condition: Condition, parameters: Parameters): (seat: number) => Plane {
  const question = compile(condition, parameters)
  return (seat) => {
    ws.scope.seat = ws.seats.at(seat)
    return planeFrom(domain, (item) => {
      domain.enter(item)
      return question(ws.scope)
    })
  }
}

/** What holds of a person holds of each of the person's rows. */
function lent(ws: Workspace, plane: Plane, domain: Domain): Plane {
  const { none, all, open } = ws.everybody
  if (domain.beside) return plane
  if (plane === none) return domain.none
  if (plane === all) return domain.all
  if (plane === open) return domain.open
  return planeFrom(domain, (row) => truthIn(plane, domain.owner[row] ?? 0))
}
