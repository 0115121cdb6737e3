/** Whole choices from fractions: a dive, which takes the surest of them, solves again, and takes more. */
import type { LinearAnswer, LinearProgram } from '../integer-program/solver.ts'
import type { Choice } from './choices.ts'
import type { Network } from './network.ts'
import { peopleOf } from './part.ts'
import type { CascadeRows } from './program.ts'

const WHOLE = 0.999
/** Taken in one go: all that are whole, and of the others a tenth, if they are more than two fifths. */
const SHARE = 0.1
const LIKELY = 0.4
/** So many refusals, and the dive ends with nothing. */
const REFUSALS_MOST = 20

/** Changes the program: ask for nothing else afterwards. Empty where the dive ends in a dead end. */
export const rounded = (
  network: Network,
  { choices, missCount }: CascadeRows,
  fractions: Float64Array,
  program: LinearProgram,
  solve: () => LinearAnswer,
): readonly Choice[] => {
  let values = fractions
  const settled = new Set<number>()
  const columnsOf = (indices: readonly number[]) => Int32Array.from(indices, (index) => index + missCount)
  for (let refusals = 0; refusals < REFUSALS_MOST; ) {
    const open = [...values.keys()].filter((index) => !settled.has(index) && (values[index] ?? 0) > 1e-6)
    if (open.length === 0) return choices.filter((_, index) => (values[index] ?? 0) > 0.5)
    open.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    const quota = Math.ceil(open.length * SHARE)
    const likely = open.filter(
      (index, rank) => (values[index] ?? 0) > WHOLE || rank === 0 || (rank < quota && (values[index] ?? 0) > LIKELY),
    )
    const taken = withoutClash(network, choices, refusals > 0 ? likely.slice(0, 1) : likely)
    program.bound(columnsOf(taken), 1, Number.POSITIVE_INFINITY)
    let answer = solve()
    if (answer.state !== 'optimal') {
      refusals++
      program.bound(columnsOf(taken), 0, Number.POSITIVE_INFINITY)
      if (taken.length === 1) program.bound(columnsOf(taken), 0, 0)
      answer = solve()
      if (answer.state !== 'optimal') return []
    } else for (const index of taken) settled.add(index)
    values = answer.values.subarray(missCount)
  }
  return []
}

const withoutClash = (network: Network, choices: readonly Choice[], indices: readonly number[]): number[] => {
  const busy = new Set<number>()
  return indices.filter((index) => {
    const choice = choices[index]
    const people = choice ? peopleOf(network, choice) : []
    if (people.some((person) => busy.has(person))) return false
    for (const person of people) busy.add(person)
    return true
  })
}
