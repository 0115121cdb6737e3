/**
 * Time accumulated over stretches, by the calendar. Overlapping and adjoining stretches are merged first, so that nothing
 * counts twice; two stretches that share a month of which the day is not known adjoin. A single run is over on its
 * anniversary; several runs add whole months first and then days.
 */
import {
  addDays,
  addMonths,
  type DateCode,
  daysBetween,
  earliest,
  isMonthOnly,
  latest,
  monthsBetween,
} from '#domain/calendar.ts'
import { no, type Truth, unknown, yes } from './truth.ts'

export interface Run {
  readonly from: DateCode
  /** 0 = it goes on. */
  readonly to: DateCode
}

export interface Accumulated {
  readonly truth: Truth
  /** Whole months reached by today, at least and at most. */
  readonly least: number
  readonly most: number
  /** The day (or the month) on which the amount is reached, where it has been or will be by the passing of time. */
  readonly due: DateCode | undefined
  /** The first day on which it may be reached, and the day on which it surely is. */
  readonly reach: readonly [possibly: DateCode | undefined, surely: DateCode | undefined]
  /** Where the counted time begins; undefined where none is sure. */
  readonly since: DateCode | undefined
}

const forever = 99991231

/** An appointment renewed within so many months is one stay: papers are dated by meetings, and often to the month alone. */
const pauseMonths = 1

/** Runs in order, merged where they overlap, adjoin or lie at most `pause` months apart. */
export function mergeRuns(runs: readonly Run[], pause = 0): Run[] {
  const ordered = [...runs].sort((a, b) => earliest(a.from) - earliest(b.from))
  const merged: { from: DateCode; to: DateCode }[] = []
  for (const run of ordered) {
    const last = merged.at(-1)
    const lastEnd = last ? (last.to === 0 ? forever : latest(last.to)) : 0
    if (!last || (lastEnd !== forever && earliest(run.from) > addMonths(lastEnd, pause))) {
      merged.push({ ...run })
      continue
    }
    if (run.to === 0 || (last.to !== 0 && latest(run.to) > lastEnd)) last.to = run.to
  }
  return merged
}

/** An exact run of days, both ends known, half-open. */
type ExactRun = readonly [from: DateCode, to: DateCode]

/** Where one unbroken run would have begun to reach the same total: the last begin, moved back by what came before. */
function effectiveStart(runs: readonly ExactRun[]): DateCode {
  let months = 0
  let days = 0
  for (const [from, to] of runs.slice(0, -1)) {
    const whole = Math.max(0, monthsBetween(from, to).least)
    months += whole
    days += Math.max(0, daysBetween(addMonths(from, whole), to))
  }
  const last = runs.at(-1)
  return last ? addDays(addMonths(last[0], -months), -days) : 0
}

interface Exact {
  readonly runs: readonly ExactRun[]
  /** The last run has not ended by today. */
  readonly goesOn: boolean
}

/**
 * Runs up to today with every unknown day taken to make them as long, or as short, as they can be. What is on record has
 * begun: a begin known to this month is not after today.
 */
function exact(runs: readonly Run[], today: DateCode, generous: boolean): Exact {
  const days: ExactRun[] = []
  let goesOn = false
  for (const { from, to } of runs) {
    const begin = generous ? earliest(from) : Math.min(latest(from), Math.max(earliest(from), today))
    const end = to === 0 ? forever : generous ? latest(to) : earliest(to)
    if (begin > today || begin >= end) continue
    days.push([begin, Math.min(end, today)])
    goesOn = end > today
  }
  return { runs: days, goesOn }
}

interface Total {
  readonly months: number
  readonly due: DateCode | undefined
}

/** Total months so far, and the day on which `months` are reached: the first that falls within a run. */
function total({ runs, goesOn }: Exact, months: number): Total {
  const last = runs.at(-1)
  if (!last) return { months: 0, due: undefined }
  const reached = monthsBetween(effectiveStart(runs), last[1]).least
  for (let count = 1; count <= runs.length; count += 1) {
    const part = runs.slice(0, count)
    const due = addMonths(effectiveStart(part), months)
    const end = part.at(-1)?.[1] ?? 0
    if (due <= end || (goesOn && count === runs.length)) return { months: reached, due }
  }
  return { months: reached, due: undefined }
}

export interface Amount {
  readonly months: number
  /** Only the last unbroken run counts, with pauses of at most a month, not what came before a gap. */
  readonly unbroken: boolean
}

/**
 * Have the runs lasted so long by `today`? `possible` holds further runs that may or may not count.
 * @example accumulate([{ from: 20230601, to: 0 }], [], { months: 24, unbroken: false }, 20250531).truth // no
 */
export function accumulate(
  sure: readonly Run[],
  possible: readonly Run[],
  { months, unbroken }: Amount,
  today: DateCode,
): Accumulated {
  const chosen = (runs: readonly Run[]): Run[] => (unbroken ? mergeRuns(runs, pauseMonths).slice(-1) : mergeRuns(runs))
  const certain = chosen(sure)
  const merged = possible.length === 0 ? certain : chosen([...sure, ...possible])
  const least = total(exact(certain, today, false), months)
  const most = total(exact(merged, today, true), months)
  const reached = least.due !== undefined && least.due <= today
  const reachable = most.due !== undefined && most.due <= today
  return {
    truth: reached ? yes : reachable ? unknown : no,
    least: least.months,
    most: most.months,
    due: dueDate(most.due, least.due, possible.length > 0),
    reach: [most.due, least.due],
    since: certain[0]?.from,
  }
}

/** Whole months that runs lasted up to a day, overlaps counted once; `most` with what may count and days not known. */
export interface TimeSpent {
  readonly least: number
  readonly most: number
}

/** @example timeIn([{ from: 20200101, to: 20220101 }], [], 20261122) // { least: 24, most: 24 } */
export function timeIn(sure: readonly Run[], possible: readonly Run[], today: DateCode): TimeSpent {
  const { least, most } = accumulate(sure, possible, { months: 0, unbroken: false }, today)
  return { least, most }
}

/** One day where it is known, the month where only the day is not, else the day by which it is sure. */
function dueDate(first: DateCode | undefined, last: DateCode | undefined, open: boolean): DateCode | undefined {
  if (first === undefined || last === undefined || open) return last
  if (first === last) return first
  const month = Math.floor(first / 100) * 100
  return isMonthOnly(month) && Math.floor(last / 100) * 100 === month ? month : last
}
