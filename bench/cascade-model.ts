/**
 * The cascade as a mixed integer program for the peer: arcs by their position in the chain and a column for each exchange
 * (PICEF; Dickerson, Manlove, Plaut, Sandholm and Trimble, 2016, EC '16), written from the definitions alone.
 */
import { writeFileSync } from 'node:fs'
import type { CascadeProblem } from '../src/optimisation/index.ts'

/** Moves chosen together: an arc at a position in a chain, counted from 1, or the two arcs of an exchange at 0. */
interface Choice {
  readonly position: number
  readonly arcs: readonly number[]
}

/** least ≤ Σ value · column ≤ most. */
interface Row {
  readonly least: number
  readonly most: number
  readonly terms: readonly (readonly [column: number, value: number])[]
}

/** Maximise Σ gain · x over x ≥ 0 and the rows; the first columns are the choices, 0 or 1, then what limits are missed by. */
export interface Model {
  readonly choices: readonly Choice[]
  readonly gains: readonly number[]
  readonly rows: readonly Row[]
}

/** Only for chains and exchanges of two. */
export function modelOf(problem: CascadeProblem): Model {
  const { arcs, limits, home, seatCount } = problem
  const choices = [...chainChoices(problem), ...exchangesOf(problem)]
  const gains = choices.map((choice) => choice.arcs.reduce((sum, arc) => sum + (arcs.gain[arc] ?? 0), 0))
  const rows: Row[] = [
    ...atMostOnce(choices, home.length, arcs.person),
    ...atMostOnce(choices, seatCount, arcs.seat),
    ...links(problem, choices),
  ]
  const columnsOf: number[][] = Array.from(arcs.person, () => [])
  for (const [column, choice] of choices.entries()) for (const arc of choice.arcs) columnsOf[arc]?.push(column)
  for (const { arcs: terms, coefficients, least, most, price } of limits) {
    const sum = new Map<number, number>()
    terms.forEach((arc, place) => {
      for (const column of columnsOf[arc] ?? []) sum.set(column, (sum.get(column) ?? 0) + (coefficients[place] ?? 0))
    })
    if (price === undefined) rows.push({ least, most, terms: [...sum] })
    else {
      const slack = gains.push(-price) - 1
      if (least > Number.NEGATIVE_INFINITY)
        rows.push({ least, most: Number.POSITIVE_INFINITY, terms: [...sum, [slack, 1]] })
      if (most < Number.POSITIVE_INFINITY)
        rows.push({ least: Number.NEGATIVE_INFINITY, most, terms: [...sum, [slack, -1]] })
    }
  }
  return { choices, gains, rows }
}

function chainChoices({ arcs, empty, home, chainMost }: CascadeProblem): Choice[] {
  const held = new Set(home)
  return [...arcs.seat].flatMap((seat, arc): Choice[] => {
    if (empty[seat] === 1) return [{ position: 1, arcs: [arc] }]
    if (!held.has(seat)) return []
    return Array.from({ length: chainMost - 1 }, (_, before) => ({ position: before + 2, arcs: [arc] }))
  })
}

function exchangesOf({ arcs, home, exchangeMost }: CascadeProblem): Choice[] {
  if (exchangeMost === 3) throw new Error('the model has no exchanges of three')
  if (exchangeMost === 0) return []
  const arcTo = new Map(Array.from(arcs.person, (person, arc) => [`${person} ${arcs.seat[arc]}`, arc]))
  const holderOf = new Map(Array.from(home, (seat, person) => [seat, person]))
  return Array.from(arcs.person, (person, arc): Choice[] => {
    const other = holderOf.get(arcs.seat[arc] ?? -1) ?? -1
    const back = arcTo.get(`${other} ${home[person]}`)
    return person < other && back !== undefined ? [{ position: 0, arcs: [arc, back] }] : []
  }).flat()
}

/** Each person moves, or each seat is entered, at most once. */
function atMostOnce(choices: readonly Choice[], count: number, vertexOf: Int32Array): Row[] {
  const terms: (readonly [number, number])[][] = Array.from({ length: count }, () => [])
  for (const [column, { arcs }] of choices.entries())
    for (const arc of arcs) terms[vertexOf[arc] ?? -1]?.push([column, 1])
  return terms.map((row) => ({ least: Number.NEGATIVE_INFINITY, most: 1, terms: row }))
}

/** A held seat is entered at a position only when its holder moves at the one before. */
function links({ arcs, home, chainMost }: CascadeProblem, choices: readonly Choice[]): Row[] {
  const holderOf = new Map(Array.from(home, (seat, person) => [seat, person]))
  const rows = new Map<string, (readonly [number, number])[]>()
  const enter = (holder: number, position: number, column: number, value: number): void => {
    const key = `${holder} ${position}`
    rows.set(key, [...(rows.get(key) ?? []), [column, value]])
  }
  for (const [
    column,
    {
      position,
      arcs: [arc = -1],
    },
  ] of choices.entries()) {
    if (position === 0) continue
    const [person = -1, seat = -1] = [arcs.person[arc], arcs.seat[arc]]
    if (position > 1) enter(holderOf.get(seat) ?? -1, position, column, 1)
    if ((home[person] ?? -1) >= 0 && position < chainMost) enter(person, position + 1, column, -1)
  }
  return Array.from(rows.values(), (terms) => ({ least: Number.NEGATIVE_INFINITY, most: 0, terms }))
}

/** As cascade-peer.py reads it: numbers of columns, binaries, rows and entries, then the arrays. */
export function writeModel(file: string, { choices, gains, rows }: Model): void {
  const terms = rows.flatMap((row, index) => row.terms.map(([column, value]) => ({ index, column, value })))
  const parts = [
    Int32Array.of(gains.length, choices.length, rows.length, terms.length),
    Float64Array.from(gains),
    Float64Array.from(rows, ({ least }) => least),
    Float64Array.from(rows, ({ most }) => most),
    Int32Array.from(terms, ({ index }) => index),
    Int32Array.from(terms, ({ column }) => column),
    Float64Array.from(terms, ({ value }) => value),
  ]
  writeFileSync(file, Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer))))
}
