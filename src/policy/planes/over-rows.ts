/** Questions about the rows of a cadre's list: the rows are sorted as planes over all rows, then told off person by person. */
import { addMonths, type DateCode, earliest, latest } from '#domain/calendar.ts'
import { accumulate, type Run } from '../evaluation/accumulated.ts'
import { no, type Truth, unknown, yes } from '../evaluation/truth.ts'
import type { Parameters } from '../evaluation/values.ts'
import type { Condition, Value } from '../language/types.ts'
import { listOf } from '../language/word-of.ts'
import { type Bits, eachBit, hasBit, setBit, wordsFor } from './bits.ts'
import type { Domain } from './columns.ts'
import type { NodeOf } from './conditions.ts'
import { type Column, type Operand, operandOf } from './operands.ts'
import { andOf, isSame, type Plane, planeFrom, settled } from './plane.ts'
import { rowChoice } from './row-choice.ts'
import type { Workspace } from './workspace.ts'

export type OverRows = Condition & { readonly op: 'lasted' | 'exists' | 'counted' | 'summed' }

export function overRows(
  ws: Workspace,
  condition: OverRows,
  parameters: Parameters,
  nodeOf: NodeOf,
): (seat: number) => Plane {
  const whole = ws.rowsOf(condition.list)
  const absent = absentOf(ws, condition.list)
  const ofPeople = (value: Value): Operand => operandOf(ws, ws.everybody, value, parameters)
  if (condition.op === 'exists' && condition.among) {
    const [among, where] = [condition.among, condition.where].map(
      (part) => part && nodeOf(ws, whole, part, parameters).at,
    )
    return (seat) => {
      const asked = among?.(seat) ?? whole.all
      const rows = andOf(whole, asked, where?.(seat) ?? whole.all)
      return existing(ws, whole, rows, owners(ws, whole, asked.may), absent)
    }
  }
  const { domain, at: where } = rowChoice(ws, condition.list, condition.where, parameters, nodeOf)
  switch (condition.op) {
    case 'exists': {
      const withRows = ws.read(`owners ${condition.list}`, () => owners(ws, whole, whole.all.may))
      return (seat) => existing(ws, domain, where(seat), withRows, absent)
    }
    case 'counted': {
      const least = ofPeople(condition.least)
      const distinct = condition.distinct && operandOf(ws, domain, condition.distinct, parameters)
      return (seat) => {
        const rows = where(seat)
        return enough(ws, least.at(seat), absent, countsOf(ws, domain, rows, distinct?.at(seat)))
      }
    }
    case 'summed': {
      const least = ofPeople(condition.least)
      const addend = operandOf(ws, domain, condition.of, parameters)
      return (seat) => enough(ws, least.at(seat), absent, sumsOf(ws, domain, where(seat), addend.at(seat)))
    }
    case 'lasted':
      return lasting(ws, domain, condition, ofPeople(condition.amount), where, absent)
  }
}

/** Of whom rows are expected and none is recorded. */
function absentOf(ws: Workspace, name: string): Bits {
  return ws.read(`absent ${name}`, () => {
    const { absence } = listOf(name)
    const absent = new Uint32Array(wordsFor(ws.people.length))
    for (let person = 0; person < ws.people.length; person += 1) {
      ws.everybody.enter(person)
      if (absence(ws.scope) !== undefined) setBit(absent, person)
    }
    return isSame(absent, ws.everybody.none.may) ? ws.everybody.none.may : absent
  })
}

/** The people who own one of the rows. */
function owners(ws: Workspace, domain: Domain, rows: Bits): Bits {
  if (rows === domain.none.may) return ws.everybody.none.may
  const people = new Uint32Array(wordsFor(ws.people.length))
  const { owner } = domain
  eachBit(rows, (row) => {
    const person = owner[row] ?? 0
    people[person >>> 5] = (people[person >>> 5] ?? 0) | (1 << (person & 31))
  })
  return people
}

/** The people with some row that holds. `inQuestion` have rows that might. */
function existing(ws: Workspace, domain: Domain, rows: Plane, inQuestion: Bits, absent: Bits): Plane {
  const { none } = ws.everybody
  const noneAbsent = absent === none.may
  if (rows === domain.none && noneAbsent) return none
  const sure = owners(ws, domain, rows.yes)
  if (rows.yes === rows.may && noneAbsent) return settled(ws.everybody, { yes: sure, may: sure })
  const may = owners(ws, domain, rows.may).slice()
  for (let w = 0; w < may.length; w += 1) may[w] = (may[w] ?? 0) | ((absent[w] ?? 0) & ~(inQuestion[w] ?? 0))
  return settled(ws.everybody, { yes: sure, may })
}

/** How much each person has, surely and at most. */
interface Amounts {
  readonly sure: Float64Array
  readonly most: Float64Array
}

export function enough(ws: Workspace, least: Column, absent: Bits, { sure, most }: Amounts): Plane {
  const needed = (person: number): number => {
    const value = least.values[least.groups ? (least.groups.classOf[person] ?? 0) : 0] ?? Number.NaN
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  return planeFrom(ws.everybody, (person) => {
    const wanted = needed(person)
    if ((sure[person] ?? 0) >= wanted) return yes
    const possible = most[person] ?? 0
    if (possible >= wanted) return unknown
    return possible === 0 && hasBit(absent, person) ? unknown : no
  })
}

function countsOf(ws: Workspace, domain: Domain, { yes: sureRows, may }: Plane, distinct: Column | undefined): Amounts {
  const sure = new Float64Array(ws.people.length)
  const most = new Float64Array(ws.people.length)
  if (distinct) {
    eachPerson(domain, may, (person, rows) => {
      const certain = rows.filter((row) => hasBit(sureRows, row))
      sure[person] = valuesIn(distinct, certain)
      most[person] = certain.length === rows.length ? (sure[person] ?? 0) : valuesIn(distinct, rows)
    })
    return { sure, most }
  }
  const { owner } = domain
  eachBit(may, (row) => {
    const person = owner[row] ?? 0
    most[person] = (most[person] ?? 0) + 1
  })
  eachBit(sureRows, (row) => {
    const person = owner[row] ?? 0
    sure[person] = (sure[person] ?? 0) + 1
  })
  return { sure, most }
}

const valueAt = ({ groups, values }: Column, item: number): number =>
  values[groups ? (groups.classOf[item] ?? 0) : 0] ?? Number.NaN

/** How many different known values some rows have; the rows of one person are few. */
function valuesIn(column: Column, rows: readonly number[]): number {
  const seen: number[] = []
  for (const row of rows) {
    const value = valueAt(column, row)
    if (!Number.isNaN(value) && !seen.includes(value)) seen.push(value)
  }
  return seen.length
}

function sumsOf(ws: Workspace, domain: Domain, { yes: sureRows, may }: Plane, addend: Column): Amounts {
  const sure = new Float64Array(ws.people.length)
  const most = new Float64Array(ws.people.length)
  const { owner } = domain
  eachBit(may, (row) => {
    const person = owner[row] ?? 0
    const value = valueAt(addend, row)
    // What a row adds is not known: there may be any amount.
    most[person] = (most[person] ?? 0) + (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value)
    if (hasBit(sureRows, row) && !Number.isNaN(value)) sure[person] = (sure[person] ?? 0) + value
  })
  return { sure, most }
}

/** Calls `see` with the rows of each person who has some. */
function eachPerson(domain: Domain, rows: Bits, see: (person: number, rows: readonly number[]) => void): void {
  let person = -1
  let own: number[] = []
  eachBit(rows, (row) => {
    const next = domain.owner[row] ?? 0
    if (next !== person) {
      if (own.length > 0) see(person, own)
      person = next
      own = []
    }
    own.push(row)
  })
  if (own.length > 0) see(person, own)
}

const forever: DateCode = 99991231

function lasting(
  ws: Workspace,
  domain: Domain,
  condition: Condition & { readonly op: 'lasted' },
  amount: Operand,
  where: (seat: number) => Plane,
  absent: Bits,
): (seat: number) => Plane {
  const { span } = listOf(condition.list)
  const runs: readonly Run[] = domain.rows.map((row) => span?.(row) ?? { from: 0, to: 0 })
  const { unbroken } = condition
  return (seat) => {
    const rows = where(seat)
    const lengths = amount.at(seat)
    const { today } = ws.scope
    const sure = new Uint32Array(wordsFor(ws.people.length))
    const may = absentOnly(ws, domain, rows, absent)
    eachPerson(domain, rows.may, (person, own) => {
      const length = valueAt(lengths, person)
      const months = condition.unit === 'years' ? length * 12 : length
      const truth = lasted(own, rows.yes, runs, { months, unbroken }, today)
      if (truth === yes) setBit(sure, person)
      if (truth !== no) setBit(may, person)
    })
    for (const person of unknownLengths(ws, lengths)) {
      setBit(sure, person, false)
      setBit(may, person)
    }
    return settled(ws.everybody, { yes: sure, may })
  }
}

/** Those without any row in question, of whom rows are expected. */
function absentOnly(ws: Workspace, domain: Domain, rows: Plane, absent: Bits): Bits {
  const counted = owners(ws, domain, rows.may)
  return absent.map((word, w) => word & ~(counted[w] ?? 0))
}

function unknownLengths(ws: Workspace, lengths: Column): number[] {
  if (!lengths.values.some(Number.isNaN)) return []
  return ws.people.flatMap((_, person) => (Number.isNaN(valueAt(lengths, person)) ? [person] : []))
}

function lasted(
  own: readonly number[],
  sureRows: Bits,
  runs: readonly Run[],
  amount: { readonly months: number; readonly unbroken: boolean },
  today: DateCode,
): Truth {
  const [first = 0, second] = own
  const run = runs[first]
  // One stretch alone: it is over on its anniversary, if it goes on so long.
  if (run && second === undefined && amount.months > 0 && hasBit(sureRows, first)) {
    const [least, most] = run.to === 0 ? [forever, forever] : [earliest(run.to), latest(run.to)]
    if (addMonths(latest(run.from), amount.months) <= Math.min(least, today)) return yes
    return addMonths(earliest(run.from), amount.months) <= Math.min(most, today) ? unknown : no
  }
  const [sure, possible]: [Run[], Run[]] = [[], []]
  for (const row of own) {
    const one = runs[row]
    if (one) (hasBit(sureRows, row) ? sure : possible).push(one)
  }
  return accumulate(sure, possible, amount, today).truth
}
