import { connectedComponents } from '../components.ts'
import { cutsOf, type Graph } from './cuts.ts'
import { type Matches, matchesOf } from './matches.ts'

/**
 * What may be left out without parting the rest: any one observation, any one match (all observations of a person with a
 * unit), or any one person.
 */
export type LeftOut = 'observation' | 'match' | 'person'

/**
 * The rows of the largest set of persons and units, by observations, that stays connected when any one observation (match,
 * person) is left out. For persons it is the set of Kline, Saggio and Sølvsten (2020, Econometrica 88:1859–1898): persons
 * who alone hold parts together are left out until there are none, and so are persons with a single observation. Rows
 * ascend; there may be none.
 *
 * @example
 * const rows = leaveOutConnectedSet(person.codes, unit.codes, 'observation')
 */
export function leaveOutConnectedSet(person: Int32Array, unit: Int32Array, leftOut: LeftOut): Int32Array {
  const all = Int32Array.from(person, (_, row) => row)
  const within = largestSet(person, unit, all, () => () => true)
  if (leftOut === 'person') return withoutCutPersons(person, unit, within)
  return largestSet(person, unit, within, (matches) => {
    const { bridges } = cutsOf(graphOf(matches))
    return (match) => !bridges[match] || (leftOut === 'observation' && (matches.count[match] as number) > 1)
  })
}

function withoutCutPersons(person: Int32Array, unit: Int32Array, within: Int32Array): Int32Array {
  let rows = within
  for (;;) {
    const before = rows.length
    rows = largestSet(person, unit, rows, (matches) => {
      const { cutVertices } = cutsOf(graphOf(matches))
      return (match) => !cutVertices[matches.person[match] as number]
    })
    if (rows.length === before) break
  }
  const matches = matchesOf(person, unit, rows)
  return rows.filter((_, at) => {
    const own = matches.person[matches.ofRow[at] as number] as number
    return (matches.personCount[own] as number) > 1
  })
}

type KeepRule = (matches: Matches) => (match: number) => boolean

/** Of the matches that are kept, those in the component with most observations; of equals the one with the first person. */
function largestSet(person: Int32Array, unit: Int32Array, rows: Int32Array, rule: KeepRule): Int32Array {
  const matches = matchesOf(person, unit, rows)
  const isKept = rule(matches)
  const graph = graphOf(matches)
  const chosen = Int32Array.from(matches.unit.keys()).filter(isKept)
  const component = connectedComponents(
    graph.vertices,
    chosen.map((match) => graph.from[match] as number),
    chosen.map((match) => graph.to[match] as number),
  )
  const size = new Float64Array(graph.vertices)
  for (const match of chosen) {
    const own = component[graph.from[match] as number] as number
    size[own] = (size[own] as number) + (matches.count[match] as number)
  }
  const largest = size.reduce((best, own, vertex) => (own > (size[best] as number) ? vertex : best), 0)
  return rows.filter((_, at) => {
    const match = matches.ofRow[at] as number
    return isKept(match) && component[graph.from[match] as number] === largest
  })
}

/** Persons, then units, joined by matches. */
function graphOf({ persons, units, person, unit }: Matches): Graph {
  return { vertices: persons + units, from: person, to: unit.map((own) => persons + own) }
}
