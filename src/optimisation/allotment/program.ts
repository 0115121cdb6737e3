/** The allotment as an integer program: a column for each arc, and one for the amount that each person is given. */
import type { Program } from '../integer-program/solver.ts'
import { type AllotmentArc, type AllotmentEvent, type AllotmentProblem, clashSets } from './problem.ts'

interface Row {
  readonly least: number
  readonly most: number
  readonly entries: readonly (readonly [column: number, value: number])[]
}

/** Columns 0 … arcs − 1 are the arcs; after them the amounts of people who want one. */
export function programOf(problem: AllotmentProblem): Program & { readonly amounts: readonly number[] } {
  const { people, arcs } = problem
  const amounts = people.flatMap(({ wants, unitValue }, person) => (wants > 0 && unitValue > 0 ? [person] : []))
  const count = arcs.length + amounts.length
  const cost = Float64Array.from({ length: count }, (_, column) =>
    column < arcs.length
      ? (arcs[column] as AllotmentArc).value
      : (people[amounts[column - arcs.length] as number]?.unitValue ?? 0),
  )
  const upper = Float64Array.from({ length: count }, (_, column) =>
    column < arcs.length ? 1 : (people[amounts[column - arcs.length] as number]?.wants ?? 0),
  )
  const rows = rowsOf(problem, amounts)
  return {
    columns: { cost, lower: new Float64Array(count), upper, ...columnEntries(rows, count) },
    rows: {
      least: Float64Array.from(rows, ({ least }) => least),
      most: Float64Array.from(rows, ({ most }) => most),
    },
    amounts,
  }
}

function rowsOf(problem: AllotmentProblem, amounts: readonly number[]): readonly Row[] {
  const { people, events, arcs, awayMost, eventsMost } = problem
  const sets = clashSets(events)
  const rows: Row[] = []
  const atMost = (most: number, columns: readonly number[]): void => {
    if (columns.length > most)
      rows.push({ least: Number.NEGATIVE_INFINITY, most, entries: columns.map((column) => [column, 1] as const) })
  }
  const within = (columns: readonly number[], set: readonly number[]): number[] =>
    columns.filter((column) => set.includes((arcs[column] as AllotmentArc).event))
  const columns = arcs.map((_, column) => column)
  const arcOf = (column: number): AllotmentArc => arcs[column] as AllotmentArc
  for (const [event, own] of Map.groupBy(columns, (column) => arcOf(column).event))
    atMost((events[event] as AllotmentEvent).places, own)
  const ofPerson = Map.groupBy(columns, (column) => arcOf(column).person)
  for (const own of ofPerson.values()) {
    atMost(eventsMost, own)
    for (const set of sets) atMost(1, within(own, set))
    for (const [theme, same] of Map.groupBy(own, (column) => arcOf(column).theme)) if (theme >= 0) atMost(1, same)
  }
  for (const [group, own] of Map.groupBy(columns, (column) => people[arcOf(column).person]?.group ?? -1))
    if (group >= 0) for (const set of sets) atMost(awayMost[group] as number, within(own, set))
  for (const [place, person] of amounts.entries())
    rows.push({
      least: Number.NEGATIVE_INFINITY,
      most: 0,
      entries: [
        [arcs.length + place, 1],
        ...(ofPerson.get(person) ?? []).map(
          (column) => [column, -(events[arcOf(column).event] as AllotmentEvent).gives] as const,
        ),
      ],
    })
  return rows
}

function columnEntries(rows: readonly Row[], count: number) {
  const starts = new Int32Array(count + 1)
  for (const { entries } of rows)
    for (const [column] of entries) starts[column + 1] = (starts[column + 1] as number) + 1
  for (let column = 0; column < count; column += 1)
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number)
  const next = starts.slice()
  const total = starts[count] as number
  const [indices, values] = [new Int32Array(total), new Float64Array(total)]
  for (const [row, { entries }] of rows.entries())
    for (const [column, value] of entries) {
      const place = next[column] as number
      indices[place] = row
      values[place] = value
      next[column] = place + 1
    }
  return { starts, rows: indices, values }
}
