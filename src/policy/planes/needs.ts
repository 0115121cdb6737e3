/** What the answer of an expression depends on, from what its words declare. It is computed once for all alike in that. */
import type { SeatFacts } from '../facts/seats.ts'
import { lists } from '../language/lists.ts'
import type { Condition, Value } from '../language/types.ts'
import { moveFields } from '../language/vocabulary.ts'
import { listOf, wordOf } from '../language/word-of.ts'

export interface Needs {
  readonly cadre: boolean
  /** The row in scope, inside a question about a list. */
  readonly row: boolean
  readonly seat: readonly (keyof SeatFacts)[]
  /** The day on which it is asked. */
  readonly today: boolean
  /** Who holds seats: lists of a seat. */
  readonly holders: boolean
}

export const nothing: Needs = { cadre: false, row: false, seat: [], today: false, holders: false }

export function joined(needs: readonly Needs[]): Needs {
  return {
    cadre: needs.some((one) => one.cadre),
    row: needs.some((one) => one.row),
    seat: [...new Set(needs.flatMap((one) => one.seat))].sort(),
    today: needs.some((one) => one.today),
    holders: needs.some((one) => one.holders),
  }
}

export function needsOfValue(value: Value): Needs {
  if (value.kind === 'lookup') return joined([needsOfValue(value.map), needsOfValue(value.key)])
  if ('left' in value) return joined([needsOfValue(value.left), needsOfValue(value.right)])
  if (value.kind !== 'path') return nothing
  const word = wordOf(value.path)
  const row = rowWords.has(value.path)
  return {
    cadre: word.cadre === undefined ? !row : word.cadre.length > 0,
    row,
    seat: [...(word.seat ?? []), ...(word.byMove ? moveFields : [])],
    today: word.today !== undefined,
    holders: false,
  }
}

const rowWords = new Set(Object.values(lists).flatMap((list) => Object.keys(list.words)))

/** Of a condition and all its parts. A question about a list hides its rows from what stands around it. */
export function needsOf(condition: Condition): Needs {
  switch (condition.op) {
    case 'all':
    case 'any':
      return joined(condition.of.map(needsOf))
    case 'not':
      return needsOf(condition.of)
    case 'compare':
      return joined([needsOfValue(condition.left), needsOfValue(condition.right)])
    case 'one-of':
      return joined([needsOfValue(condition.value), needsOfValue(condition.among)])
    case 'known':
      return needsOfValue(condition.value)
    case 'reached':
      return { ...needsOfValue(condition.date), today: true }
    case 'elapsed': {
      const { since, until, amount } = condition
      const values = joined([since, amount, ...(until ? [until] : [])].map(needsOfValue))
      return { ...values, today: values.today || until === undefined }
    }
    default:
      return needsOfRows(condition)
  }
}

/** A seat's own list may be another for every seat. */
const ownSeat: Needs = { ...nothing, seat: ['index'] }

type OverRows = Condition & { readonly op: 'lasted' | 'exists' | 'counted' | 'summed' }

function needsOfRows(condition: OverRows): Needs {
  const { owner } = listOf(condition.list)
  const inside = [condition.where, condition.op === 'exists' ? condition.among : undefined]
  const ofRow = condition.op === 'summed' ? condition.of : condition.op === 'counted' ? condition.distinct : undefined
  const within = joined([...inside.flatMap((part) => part ?? []).map(needsOf), ofRow ? needsOfValue(ofRow) : nothing])
  const around =
    condition.op === 'exists' ? nothing : needsOfValue('least' in condition ? condition.least : condition.amount)
  const all = joined([within, around])
  return {
    cadre: owner !== 'seat' || all.cadre,
    row: around.row,
    seat: owner === 'seat' ? joined([all, ownSeat]).seat : all.seat,
    today: all.today || condition.op === 'lasted',
    holders: all.holders || owner === 'seat',
  }
}
