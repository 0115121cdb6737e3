/**
 * What cannot be true inside one row. Odd but possible facts are left alone: telling which source is right is the work
 * of `identify`, not of the door.
 */
import { earliest, latest, parseDate } from '#domain/calendar.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import type { ProblemCode, Values } from '../wording/wording.ts'

export interface RowFault {
  readonly code: ProblemCode
  readonly column: string
  readonly values: Values
}

type Order = readonly [since: string, until: string]

/** Pairs of dates of which the first may not come after the second. */
const ordered: Partial<Record<TableName, readonly Order[]>> = {
  units: [['founded_on', 'abolished_on']],
  teams: [['term_from', 'term_to']],
  positions: [['open_from', 'open_to']],
  cadres: [
    ['born_on', 'party_joined_on'],
    ['born_on', 'work_started_on'],
  ],
  tenures: [['from', 'to']],
  grades: [['from', 'to']],
  educations: [['from', 'to']],
  trainings: [['from', 'to']],
  duties: [['from', 'to']],
  sanctions: [['decided_on', 'until']],
  statements: [['observed_on', 'recorded_on']],
  supervision: [['on', 'closed_on']],
}

type Check = (values: readonly (string | null)[]) => RowFault | undefined

/** The checks of one row of a table, on its canonical values. */
export function coherenceOf(table: TableName): readonly Check[] {
  const at = (name: string): number => fieldNamesOf(table).indexOf(name)
  const checks: Check[] = (ordered[table] ?? []).map(([since, until]) => inOrder(at(since), at(until), since, until))
  if (table === 'tenures') checks.push(lastsSomeDay(at('from'), at('to')))
  if (table === 'ratings') checks.push(scoreWithinScale(at('score'), at('scale_max')))
  return checks
}

function inOrder(since: number, until: number, sinceName: string, untilName: string): Check {
  return (values) => {
    const [from, to] = [values[since], values[until]]
    if (!from || !to || from <= to) return undefined
    const [first, second] = [parseDate(from), parseDate(to)]
    if (first === undefined || second === undefined || earliest(first) <= latest(second)) return undefined
    return { code: 'dates-reversed', column: untilName, values: { other: sinceName, from, to } }
  }
}

/** Tenures are half-open: from a day to the same day is nothing. Two equal months may be some days. */
const lastsSomeDay =
  (since: number, until: number): Check =>
  (values) => {
    const to = values[until]
    if (!to || to !== values[since] || to.length === 7) return undefined
    return { code: 'tenure-empty', column: 'to', values: { to } }
  }

function scoreWithinScale(score: number, scale: number): Check {
  return (values) => {
    const [given, most] = [values[score], values[scale]]
    if (!given || !most) return undefined
    const outOf = Number(most)
    const value = Number(given)
    if (outOf <= 0) {
      return {
        code: 'number-out-of-range',
        column: 'scale_max',
        values: { value: most, range: { zh: '大于 0', en: 'above 0' } },
      }
    }
    if (value < 0) {
      return {
        code: 'number-out-of-range',
        column: 'score',
        values: { value: given, range: { zh: '不小于 0', en: 'at least 0' } },
      }
    }
    return value > outOf ? { code: 'score-above-scale', column: 'score', values: { value: given, most } } : undefined
  }
}
