/**
 * Cascades as an integer program: the position-indexed chain-edge formulation (PICEF) of Dickerson, Manlove, Plaut,
 * Sandholm and Trimble (2016), with the arcs turned round, since here a chain begins at an empty seat. A column is a move
 * at its place in a chain, or an exchange; a row says
 *
 * - of a person: at most one move;
 * - of an empty seat: at most one person enters;
 * - of a held seat at place k ≥ 2: it is entered there at most if its holder left it at place k − 1;
 * - of a limit: that it holds, less a priced miss.
 */
import type { Columns, Program, Rows } from '../integer-program/solver.ts'
import type { Choice } from './choices.ts'
import type { Network } from './network.ts'

/** Prices of rows: what one unit more of each would add to the objective. */
export interface Prices {
  readonly person: Float64Array
  readonly limit: Float64Array
  /** seat[k][seat]: of entering it at place k; NaN where the program has no such row. */
  readonly seat: readonly Float64Array[]
}

/** A program of some of the choices, which more can join. */
export interface CascadeRows {
  readonly choices: readonly Choice[]
  /** Columns that stand before those of the choices: misses of priced limits. */
  readonly missCount: number
  /** Rows and columns of further choices, to be put behind those that are there. */
  readonly add: (choices: readonly Choice[]) => { readonly rows: Rows; readonly columns: Columns }
  /** Limits and misses, before any choice. */
  readonly limits: Program
  readonly size: () => { readonly rowCount: number; readonly entryCount: number }
  readonly prices: (rowPrices: Float64Array) => Prices
}

export const cascadeRows = (network: Network): CascadeRows => {
  const { problem, open, depth } = network
  const limits = limitRows(problem.limits)
  const rowOfPerson = new Int32Array(problem.home.length).fill(-1)
  const rowOfSeat = open.map((seats) => new Int32Array(seats.length).fill(-1))
  const choices: Choice[] = []
  let rowCount = problem.limits.length
  let entryCount = limits.columns.rows.length

  const entriesOf = ({ step, arcs }: Choice, newMost: number[]): Map<number, number> => {
    const entries = new Map<number, number>()
    const put = (places: Int32Array | undefined, at: number, value: number, most: number) => {
      if (!places) return
      if ((places[at] ?? -1) < 0) {
        places[at] = rowCount++
        newMost.push(most)
      }
      entries.set(places[at] ?? 0, value)
    }
    for (const arc of arcs) {
      const person = problem.arcs.person[arc] ?? 0
      put(rowOfPerson, person, 1, 1)
      if (step > 0) {
        put(rowOfSeat[step], problem.arcs.seat[arc] ?? 0, 1, step === 1 ? 1 : 0)
        const left = problem.home[person] ?? -1
        if (step < depth && left >= 0 && open[step + 1]?.[left]) put(rowOfSeat[step + 1], left, -1, 0)
      }
      for (let at = network.limitsOf.starts[arc] ?? 0; at < (network.limitsOf.starts[arc + 1] ?? 0); at++) {
        const limit = network.limitsOf.items[at] ?? 0
        entries.set(limit, (entries.get(limit) ?? 0) + (network.coefficients[at] ?? 0))
      }
    }
    return entries
  }

  return {
    choices,
    missCount: limits.columns.cost.length,
    limits,
    add: (more) => {
      const newMost: number[] = []
      const entries = more.map((choice) => entriesOf(choice, newMost))
      for (const column of entries) entryCount += column.size
      choices.push(...more)
      const cost = more.map(({ arcs }) => arcs.reduce((sum, arc) => sum + (problem.arcs.gain[arc] ?? 0), 0))
      return {
        rows: {
          least: new Float64Array(newMost.length).fill(Number.NEGATIVE_INFINITY),
          most: Float64Array.from(newMost),
        },
        columns: columnsOf(cost, entries),
      }
    },
    size: () => ({ rowCount, entryCount }),
    prices: (row) => ({
      person: Float64Array.from(rowOfPerson, (at) => (at < 0 ? 0 : Math.max(0, row[at] ?? 0))),
      limit: Float64Array.from(problem.limits, (_, at) => row[at] ?? 0),
      seat: rowOfSeat.map((rows) => Float64Array.from(rows, (at) => (at < 0 ? Number.NaN : Math.max(0, row[at] ?? 0)))),
    }),
  }
}

/** Columns of given costs and entries by row. Only rows hold them from above, so that only rows have prices. */
const columnsOf = (cost: readonly number[], entries: readonly ReadonlyMap<number, number>[]): Columns => {
  const starts = new Int32Array(entries.length + 1)
  entries.forEach((column, index) => {
    starts[index + 1] = (starts[index] ?? 0) + column.size
  })
  const rows = new Int32Array(starts[entries.length] ?? 0)
  const values = new Float64Array(rows.length)
  entries.forEach((column, index) => {
    let at = starts[index] ?? 0
    for (const [row, value] of column) {
      rows[at] = row
      values[at++] = value
    }
  })
  return {
    cost: Float64Array.from(cost),
    lower: new Float64Array(entries.length),
    upper: new Float64Array(entries.length).fill(Number.POSITIVE_INFINITY),
    starts,
    rows,
    values,
  }
}

/** One row for each limit, and a column for each side of it that may be missed at a price. */
const limitRows = (limits: Network['problem']['limits']): Program => {
  const cost: number[] = []
  const entries: ReadonlyMap<number, number>[] = []
  limits.forEach(({ least, most, price }, row) => {
    if (price === undefined) return
    for (const [side, sign] of [
      [least, 1],
      [most, -1],
    ] as const)
      if (Number.isFinite(side)) {
        cost.push(-price)
        entries.push(new Map([[row, sign]]))
      }
  })
  return {
    columns: columnsOf(cost, entries),
    rows: {
      least: Float64Array.from(limits, (limit) => limit.least),
      most: Float64Array.from(limits, (limit) => limit.most),
    },
  }
}

/** One program behind another of the same rows: the rows of both, and the columns of both. */
export const joined = (first: Program, second: Program): Program => {
  const float = (a: Float64Array, b: Float64Array): Float64Array => {
    const both = new Float64Array(a.length + b.length)
    both.set(a)
    both.set(b, a.length)
    return both
  }
  const before = first.columns.rows.length
  const starts = new Int32Array(first.columns.starts.length + second.columns.starts.length - 1)
  starts.set(first.columns.starts)
  starts.set(
    second.columns.starts.map((start) => start + before),
    first.columns.starts.length - 1,
  )
  const rows = new Int32Array(before + second.columns.rows.length)
  rows.set(first.columns.rows)
  rows.set(second.columns.rows, before)
  return {
    rows: { least: float(first.rows.least, second.rows.least), most: float(first.rows.most, second.rows.most) },
    columns: {
      cost: float(first.columns.cost, second.columns.cost),
      lower: float(first.columns.lower, second.columns.lower),
      upper: float(first.columns.upper, second.columns.upper),
      starts,
      rows,
      values: float(first.columns.values, second.columns.values),
    },
  }
}
