/** The month of statutory retirement under the gradual raising of the age from 2025 on. For planning only. */
import { addMonths, type DateCode, dateCode, monthOf, yearOf } from '#domain/calendar.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import type { RuleBook } from './rule-book.ts'

export const retirementGroups = ['men', 'women-cadres', 'women-workers'] as const
export type RetirementGroup = (typeof retirementGroups)[number]

export interface Retiree {
  readonly bornOn: DateCode | undefined
  readonly sex: string | undefined
  /** A worker's post; cadres where left out. */
  readonly worker?: boolean
}

/** A month, such as 20250200, or the facts that are missing to tell it. */
export type RetirementMonth = { readonly month: DateCode } | { readonly missing: readonly string[] }

export type RetirementCalendar = (person: Retiree) => RetirementMonth

function groupOf({ sex, worker }: Retiree): RetirementGroup | undefined {
  if (sex === 'male') return 'men'
  if (sex !== 'female') return undefined
  return worker ? 'women-workers' : 'women-cadres'
}

/**
 * The calendar of rule RETIRE-GRADUAL: from the first year on, every few months of birth put the old age off by a month
 * more, up to the new age. Posts with an age limit of their own, and earlier or later retirement by choice, are not in it.
 * Undefined where the rules do not say.
 * @example retirementCalendar(book, asOf)?.({ bornOn: 19650100, sex: 'male' }) // { month: 20250200 }: at 60 y 1 mo
 */
export function retirementCalendar(book: Pick<RuleBook, 'rules'>, asOf: DateCode): RetirementCalendar | undefined {
  const rule = book.rules.get('RETIRE-GRADUAL')
  if (!rule) return undefined
  const numberOf = (name: string, group: RetirementGroup): number => {
    const found = parameterOn(rule, name, asOf)
    return Number(
      typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, unknown>)[group] : found,
    )
  }
  const first = Number(parameterOn(rule, 'first_year', asOf))
  return (person) => {
    const group = groupOf(person)
    if (person.bornOn === undefined || group === undefined) {
      const missing = [person.bornOn === undefined ? 'cadres.born_on' : '', group === undefined ? 'cadres.sex' : '']
      return { missing: missing.filter((field) => field !== '') }
    }
    const oldAge = numberOf('old_age', group) * 12
    const born = dateCode(yearOf(person.bornOn), monthOf(person.bornOn))
    const before = addMonths(born, oldAge)
    const past = (yearOf(before) - first) * 12 + monthOf(before) - 1
    if (past < 0) return { month: before }
    const delay = Math.floor(past / numberOf('months_per_month_of_delay', group)) + 1
    return { month: addMonths(born, Math.min(oldAge + delay, numberOf('new_age', group) * 12)) }
  }
}
