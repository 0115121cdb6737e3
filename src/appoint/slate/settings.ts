import type { DateCode } from '#domain/calendar.ts'
import type { Role } from '#domain/lexicon/terms.ts'
import type { SlateRequest, TeamFloor } from '#domain/slate.ts'
import { parametersOn, type RuleBook } from '#policy/index.ts'

export const slateRule = 'LOCAL-SLATE'

/** What a place sets about slates, beside what a request chooses: `LOCAL-SLATE`, whose file says what each means. */
export interface SlateSettings {
  /** How much a seat counts, 0 … 1. */
  readonly weightOf: (role: Role) => number
  /** The most candidates that are looked at for a seat. */
  readonly candidatesMost: number
  /** Who holds the present post for less, or retires within so many months, is not moved unless a lock asks for it. */
  readonly settledMonths: number
  readonly remainingMonths: number
}

type Book = Pick<RuleBook, 'rules'>

const reader = (book: Book, asOf: DateCode) => {
  const parameters = parametersOn(book.rules, asOf)
  return (name: string) => parameters({ kind: 'parameter', rule: slateRule, name })
}

export function slateSettings(book: Book, asOf: DateCode): SlateSettings {
  const setting = reader(book, asOf)
  const weights = setting('seat_percent') as unknown as Readonly<Record<string, number>>
  return {
    weightOf: (role) => (weights[role] ?? 100) / 100,
    candidatesMost: Number(setting('candidates_most')),
    settledMonths: Number(setting('settled_months')),
    remainingMonths: Number(setting('remaining_months')),
  }
}

/**
 * The request that the local settings make of vacancies and structure goals.
 * @example searchSlate(ground, defaultRequest(book, asOf, ['P0001'], []), { duties: [] })
 */
export function defaultRequest(
  book: Book,
  asOf: DateCode,
  vacancies: readonly string[],
  floors: readonly TeamFloor[],
): SlateRequest {
  const setting = reader(book, asOf)
  const share = (name: string): number => Number(setting(name)) / 100
  const goalOf = (value: number) => ({ force: value > 0 ? ('goal' as const) : ('off' as const), value })
  return {
    vacancies,
    verdicts: ['met'],
    chainMost: Number(setting('chain_most')),
    exchanges: setting('exchanges') === true,
    movesMost: Math.max(1, Math.ceil(vacancies.length * share('moves_percent'))),
    moveCost: share('move_percent'),
    fill: { force: 'goal', price: share('fill_percent') },
    rotation: { force: 'goal', price: share('rotation_percent') },
    structure: { force: 'goal', price: share('structure_percent'), floors },
    reserve: goalOf(share('reserve_percent')),
    grassroots: { ...goalOf(share('grassroots_percent')), years: Number(setting('grassroots_years')) },
    locks: [],
  }
}
