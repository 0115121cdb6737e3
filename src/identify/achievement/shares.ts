import { type Answering, coversMonth, coversYear } from './answering.ts'
import type { Lag, Scheme } from './settings.ts'

/** Share of a result by row of the cadres table. */
export type Shares = ReadonlyMap<number, number>

/** Over how many years the work behind a latent result is spread: short series cannot tell a longer tail. */
const yearsFollowed = 2
const months = Array.from({ length: 12 }, (_, index) => index + 1)
/** Stands for every indicator that no duty of the unit names: they are all split alike. */
const unnamed = -2

/**
 * Who is credited with what part of a year's result of a unit, month by month: documented shares as they are written; what
 * they leave goes to the others in office by the scheme, except to those whose duties with written shares are all elsewhere
 * in the unit. A month in which nobody answered is credited to nobody.
 */
export function sharesIn(answering: Answering, indicator: number, year: number, scheme: Scheme): Shares {
  const overlaps = ({ from, to }: { from: number; to: number }): boolean =>
    from < (year + 1) * 10000 && (to === 0 || to > year * 10000)
  const seats = answering.seats.filter(overlaps)
  const duties = scheme.documents ? answering.duties.filter(overlaps) : []
  const total = new Map<number, number>()
  const changing = [...seats, ...duties].filter((stretch) => !coversYear(stretch, year))
  const alike = Map.groupBy(months, (month) =>
    changing.map((stretch) => (coversMonth(stretch, year, month) ? 1 : 0)).join(''),
  )
  for (const [month = 1, ...others] of alike.values()) {
    const isNow = (stretch: { from: number; to: number }): boolean => coversMonth(stretch, year, month)
    const split = splitOf({ seats: seats.filter(isNow), duties: duties.filter(isNow) }, indicator, scheme)
    for (const [cadre, share] of split)
      total.set(cadre, (total.get(cadre) ?? 0) + (share * (1 + others.length)) / months.length)
  }
  return total
}

/** The split among those who answer at one time. */
function splitOf({ seats, duties }: Answering, indicator: number, scheme: Scheme): Map<number, number> {
  const documented = new Map<number, number>()
  const inCharge = new Set<number>()
  const elsewhere = new Set<number>()
  for (const duty of duties) {
    const isHere = duty.indicator === -1 || duty.indicator === indicator
    if (isHere) inCharge.add(duty.cadre)
    else if (duty.share !== undefined) elsewhere.add(duty.cadre)
    if (isHere && duty.share !== undefined)
      documented.set(duty.cadre, Math.max(duty.share, documented.get(duty.cadre) ?? 0))
  }
  const principals = new Set(seats.filter(({ isPrincipal }) => isPrincipal).map(({ cadre }) => cadre))
  const others = [...new Set([...seats.map(({ cadre }) => cadre), ...inCharge])].filter(
    (cadre) => !documented.has(cadre) && (inCharge.has(cadre) || !elsewhere.has(cadre)),
  )
  const left = Math.max(0, 1 - [...documented.values()].reduce((sum, share) => sum + share, 0))
  return new Map([...documented, ...splitByScheme(left, others, { principals, inCharge }, scheme)])
}

function splitByScheme(
  left: number,
  cadres: readonly number[],
  { principals, inCharge }: { readonly principals: ReadonlySet<number>; readonly inCharge: ReadonlySet<number> },
  scheme: Scheme,
): Map<number, number> {
  const heads = cadres.filter((cadre) => scheme.principal !== undefined && principals.has(cadre))
  const members = cadres.filter((cadre) => !heads.includes(cadre))
  const ofHeads = heads.length === 0 ? 0 : members.length === 0 ? left : Math.min(scheme.principal ?? 0, left)
  const weightOf = (cadre: number): number => (inCharge.has(cadre) ? scheme.inCharge : 1)
  const weights = members.reduce((sum, cadre) => sum + weightOf(cadre), 0)
  const split = new Map<number, number>()
  for (const cadre of heads) split.set(cadre, ofHeads / heads.length)
  for (const cadre of members) split.set(cadre, ((left - ofHeads) * weightOf(cadre)) / weights)
  return split
}

/** Weights of the years before a result, nearest first, summing to 1: `[years back, weight]`. */
export function yearsBehind(lag: Lag | undefined): readonly (readonly [back: number, weight: number])[] {
  if (!lag) return [[0, 1]]
  const weights = Array.from({ length: yearsFollowed }, (_, index) => lag.keep ** index)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight, index) => [lag.after + index, weight / sum] as const).filter(([, weight]) => weight > 0)
}

/** Shares in a result of `year`, over the years whose work it shows. Remembers what it has worked out. */
export function crediting(byUnit: readonly Answering[], scheme: Scheme, lag: Lag | undefined): SharesOf {
  const named = byUnit.map(({ duties }) => new Set(duties.map(({ indicator }) => indicator)))
  const inYear = remembered((unit, indicator, year) =>
    sharesIn(byUnit[unit] ?? { seats: [], duties: [] }, indicator, year, scheme),
  )
  const behind = yearsBehind(lag)
  const shown = remembered((unit, indicator, year) => {
    const total = new Map<number, number>()
    for (const [back, weight] of behind)
      for (const [cadre, share] of inYear(unit, indicator, year - back))
        total.set(cadre, (total.get(cadre) ?? 0) + weight * share)
    return total
  })
  return (unit, indicator, year) => shown(unit, named[unit]?.has(indicator) ? indicator : unnamed, year)
}

export type SharesOf = (unit: number, indicator: number, year: number) => Shares

function remembered(sharesOf: SharesOf): SharesOf {
  const known = new Map<number, Shares>()
  return (unit, indicator, year) => {
    const key = ((indicator - unnamed) * 2 ** 24 + unit) * 4096 + year
    const found = known.get(key) ?? sharesOf(unit, indicator, year)
    known.set(key, found)
    return found
  }
}
