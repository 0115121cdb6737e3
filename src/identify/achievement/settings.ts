import type { DateCode } from '#domain/calendar.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

/** How the result of a team is split among those who answered for it. Documented shares go first, unless set aside. */
export interface Scheme {
  readonly id: string
  /** Share of the principals, 0 … 1; undefined = all members alike. */
  readonly principal: number | undefined
  /** How many times as much a member in charge of the indicator counts as another member. */
  readonly inCharge: number
  /** Whether recorded duties and their shares are taken; false = by seat alone. */
  readonly documents: boolean
}

/** Whose work a latent result of year t shows: those in office at t - `after`, earlier years counting `keep` times less each. */
export interface Lag {
  readonly id: string
  readonly after: number
  readonly keep: number
}

/** What a place sets about achievement: the parameters of `LOCAL-ACHIEVEMENT`, whose file says what each means. */
export interface AchievementSettings {
  /** The one to publish comes first. */
  readonly schemes: readonly Scheme[]
  readonly lags: readonly Lag[]
  readonly decisiveEvidence: number
  /** Weight of latent results in `contribution`, 0 … 1. */
  readonly latentWeight: number
  readonly leastYears: number
}

export const achievementRule = 'LOCAL-ACHIEVEMENT'

export function achievementSettings(book: RuleBook, asOf: DateCode): AchievementSettings {
  const parameters = parametersOn(book.rules, asOf)
  const read = (name: string): ParameterValue => parameters({ kind: 'parameter', rule: achievementRule, name })
  const figures = (name: string): Map<string, number> =>
    new Map(Object.entries(read(name)).map(([id, value]) => [id, Number(value)]))
  const times = figures('in_charge_times')
  const keep = figures('lag_keep_percent')
  const documents = new Map(Object.entries(read('documents')))
  const schemes = [...figures('principal_percent')].map(
    ([id, percent]): Scheme => ({
      id,
      principal: percent > 0 ? percent / 100 : undefined,
      inCharge: times.get(id) ?? 1,
      documents: documents.get(id) !== false,
    }),
  )
  const lags = [...figures('lag_years')].map(([id, after]): Lag => ({ id, after, keep: (keep.get(id) ?? 0) / 100 }))
  return {
    schemes: withFirst(schemes, String(read('scheme'))),
    lags: withFirst(lags, String(read('lag'))),
    decisiveEvidence: Number(read('decisive_evidence')),
    latentWeight: Number(read('latent_percent')) / 100,
    leastYears: Number(read('least_years')),
  }
}

const withFirst = <T extends { readonly id: string }>(all: readonly T[], id: string): T[] =>
  [...all].sort((a, b) => Number(b.id === id) - Number(a.id === id))
