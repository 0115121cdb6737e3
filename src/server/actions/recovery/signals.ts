/** Early signs, held against the changes that were planted. Pure. */
import { type Fact, type Facts, type Found, foundByKind, type Raised } from './planted.ts'

export interface SignalRecovery {
  readonly recall: Readonly<Record<string, Found>>
  readonly people: Raised
  readonly units: Raised
  readonly lookAlikes: { readonly planted: number; readonly raised: number; readonly raisedAsMinor: number }
  readonly medianDayError: number | undefined
  /** Signs of kinds that the truth knows nothing of. */
  readonly notJudged: Readonly<Record<string, number>>
}

/** Kinds of signs that speak of one thing, by whatever name. */
const signFamilies: readonly (readonly [RegExp, string])[] = [
  [/rating/, 'rating'],
  [/petition/, 'petition'],
  [/declar|personal/, 'declaration'],
  [/decision|norm/, 'norms'],
  [/audit|inspection|finding|rectif|overdue/, 'findings'],
  [/result/, 'results'],
]
const familyOfSign = (kind = ''): string | undefined => signFamilies.find(([pattern]) => pattern.test(kind))?.[1]

const signKey = (row: Fact): string => `${row.cadre_id || row.unit_id} ${familyOfSign(row.kind) ?? ''}`

const dayOf = (date = ''): number => Date.parse(date.length === 7 ? `${date}-01` : date) / 86_400_000

/** A sign is right when the same subject has a planted change of the same family, whenever that was. */
export function judgeSignals(signals: Facts, truth: Facts): SignalRecovery {
  const known = new Set(truth.map((row) => familyOfSign(row.kind)))
  const judged = signals.filter((row) => known.has(familyOfSign(row.kind)))
  const others = signals.filter((row) => !known.has(familyOfSign(row.kind)))
  const planted = truth.filter((row) => row.look_alike === 'false')
  // What is neither a change nor a look-alike may be raised and need not be.
  const allowed = new Set(truth.filter((row) => row.look_alike !== 'true').map(signKey))
  const raised = Map.groupBy(judged, signKey)
  const honest = truth.filter((row) => row.look_alike === 'true' && !allowed.has(signKey(row)))
  const errors = planted.flatMap((row) => {
    const days = (raised.get(signKey(row)) ?? []).map((sign) => Math.abs(dayOf(sign.raised_on) - dayOf(row.raised_on)))
    return days.length > 0 ? [Math.min(...days)] : []
  })
  const tally = (of: Facts): Raised => ({
    raised: of.length,
    right: of.filter((row) => allowed.has(signKey(row))).length,
  })
  const severities = honest.map((row) => (raised.get(signKey(row)) ?? []).map((sign) => sign.severity))
  return {
    recall: foundByKind(
      planted,
      (row) => row.kind ?? '',
      (row) => raised.has(signKey(row)),
    ),
    people: tally(judged.filter((row) => row.cadre_id)),
    units: tally(judged.filter((row) => !row.cadre_id)),
    lookAlikes: {
      planted: honest.length,
      raised: severities.filter((each) => each.some((severity) => severity !== 'minor')).length,
      raisedAsMinor: severities.filter((each) => each.length > 0 && each.every((severity) => severity === 'minor'))
        .length,
    },
    medianDayError: errors.sort((a, b) => a - b)[Math.floor(errors.length / 2)],
    notJudged: Object.fromEntries(
      [...Map.groupBy(others, (row) => row.kind ?? '')].map(([kind, rows]) => [kind, rows.length]),
    ),
  }
}
