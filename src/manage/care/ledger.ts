/**
 * The ledger of false alarms (误报台账): what became of the signs that people looked at, by kind. It says how reliable a kind has
 * been here, and nothing of anybody.
 */
import type { DateCode } from '#domain/calendar.ts'
import { daysBetween } from '#domain/calendar.ts'
import type { Matter } from '#domain/matter.ts'
import { lastDeed } from '#domain/matter-course.ts'
import type { EarlySign, WorkList } from '#domain/results.ts'
import { binomialInterval, poissonInterval } from '#statistics/index.ts'

/** A figure with its 90 % interval. */
export interface Bounded {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

export interface LedgerLine {
  readonly kind: string
  /** Signs that stand now, not settled yet. */
  readonly raised: number
  /** Taken up, whether checked already or not. */
  readonly taken: number
  readonly checked: number
  readonly nothing: number
  /** The check led on, or found what was known already. */
  readonly something: number
  /** The share of those checked that were something; undefined before the first check. */
  readonly reliable: Bounded | undefined
  /** False alarms found per 1,000 cadre-years since the first check of any kind. */
  readonly falsePer1000: Bounded | undefined
}

export interface LedgerGround {
  /** Kinds of the signs that stand now. */
  readonly raised: readonly string[]
  /** Matters of care, each with the kind of sign that it came from; matters of other origin are left out. */
  readonly taken: readonly { readonly kind: string; readonly matter: Pick<Matter, 'deeds'> }[]
  readonly serving: number
  readonly asOf: DateCode
}

const level = 0.9
const daysInYear = 365.25

/** @example falseAlarmLedger(ground).find(({ kind }) => kind === 'rating')?.reliable // { value: 0.6, lower: 0.35, … } */
export function falseAlarmLedger({ raised, taken, serving, asOf }: LedgerGround): LedgerLine[] {
  const checks = taken.flatMap(({ kind, matter }) => {
    const check = lastDeed(matter, 'check')
    return check ? [{ kind, on: check.on, isNothing: check.facts.result === 'nothing' }] : []
  })
  const first = Math.min(asOf, ...checks.map(({ on }) => on))
  const cadreYears = (serving * daysBetween(first, asOf)) / daysInYear
  const kinds = [...new Set([...raised, ...taken.map(({ kind }) => kind)])]
  return kinds.map((kind) => {
    const own = checks.filter((check) => check.kind === kind)
    const nothing = own.filter(({ isNothing }) => isNothing).length
    const something = own.length - nothing
    return {
      kind,
      raised: raised.filter((each) => each === kind).length,
      taken: taken.filter((each) => each.kind === kind).length,
      checked: own.length,
      nothing,
      something,
      reliable:
        own.length === 0
          ? undefined
          : { value: something / own.length, ...binomialInterval(something, own.length, level) },
      falsePer1000: own.length === 0 || cadreYears === 0 ? undefined : perThousand(nothing, cadreYears),
    }
  })
}

function perThousand(count: number, years: number): Bounded {
  const { lower, upper } = poissonInterval(count, level)
  const scale = 1000 / years
  return { value: count * scale, lower: lower * scale, upper: upper * scale }
}

/** `sign-ledger.csv`: signs of people raised within the last year, by kind, and per 1,000 cadre-years. */
export function signLedger(signs: readonly EarlySign[], serving: number, since: DateCode): WorkList {
  const recent = signs.filter(({ cadreId, raisedOn }) => cadreId !== undefined && raisedOn > since)
  const rows = [...Map.groupBy(recent, ({ kind }) => kind)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, own]) => {
      const { value, lower, upper } = perThousand(own.length, Math.max(1, serving))
      return [kind, own.length, ...[value, lower, upper].map((figure) => Math.round(figure * 1000) / 1000)]
    })
  return { name: 'sign-ledger', columns: ['kind', 'raised', 'per_1000_cadre_years', 'lower', 'upper'], rows }
}
