/**
 * 职级并行: who may step up to which grade when. Everybody with a known place on the ladder, the next grade, what the rules
 * say of the step, from which day, and the order that the place has set for looking at people. It lists; people decide.
 */
import { addMonths, type DateCode, latest, monthsBetween, yearOf } from '#domain/calendar.ts'
import { countsAs, type Finding, type Verdict, worst } from '#domain/finding.ts'
import {
  type BoundRule,
  type CadreFacts,
  concerns,
  type Facts,
  gradeLadder,
  gradeSeat,
  listOf,
  localReader,
  type RuleBook,
  type SeatFacts,
} from '#policy/index.ts'
import { freePlaces, type GradeShare, gradeShares } from './grade-shares.ts'

/** `open`: the rules are met and there is a place. `waiting`: met, no place. `ahead`: met by time alone within the months set. */
export const gradeStates = ['open', 'waiting', 'ahead', 'later', 'unmet', 'unknown'] as const
export type GradeState = (typeof gradeStates)[number]

export interface GradeStep {
  readonly cadreId: string
  readonly unitId: string
  /** The grade held; undefined where only the leading post tells the place on the ladder. */
  readonly from: string | undefined
  readonly to: string
  readonly state: GradeState
  /** The day from which the time in post is reached, where time alone is lacking. */
  readonly fromDay: DateCode | undefined
  /** What is not met, not known, or left to people; met rules are left out. */
  readonly findings: readonly Finding[]
  /** Free places of the unit for the grade; undefined where its quota is not on record. */
  readonly free: number | undefined
  /** Place in the order of the unit for this grade among those whose rules are met; equal ones share it. */
  readonly place: number | undefined
  readonly keys: GradeKeys
}

/** What the order compares. */
export interface GradeKeys {
  readonly excellentYears: number
  readonly monthsInGrade: number | undefined
  readonly monthsOfService: number | undefined
}

interface Setting {
  readonly order: readonly string[]
  readonly yearsBack: number
  readonly aheadMonths: number
}

const capRules = /^RANK-CAP-/

/**
 * The steps of everybody in service, by unit, grade and place.
 * @example gradeQueue(facts, book).find(({ state }) => state === 'open')?.to // 'consultant-4'
 */
export function gradeQueue(facts: Facts, book: RuleBook): GradeStep[] {
  const { asOf } = facts.snapshot
  const rules = book.inForce('appointment', asOf).filter((rule) => !capRules.test(rule.rule.id))
  const read = localReader(book, 'LOCAL-GRADE-QUEUE', asOf)
  const setting: Setting = {
    order: listOf(read('order')),
    yearsBack: Number(read('excellent_years_back')),
    aheadMonths: Number(read('ahead_months')),
  }
  const shares = new Map<string, readonly GradeShare[]>()
  const sharesOf = (seat: SeatFacts): readonly GradeShare[] => {
    const found = shares.get(seat.unit) ?? gradeShares(book, seat, asOf)
    shares.set(seat.unit, found)
    return found
  }
  const steps: GradeStep[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    const home = cadre.post?.seat
    const to = home && !cadre.hasLeft && cadre.outsideOrgans === false ? nextGrade(cadre) : undefined
    if (!home || to === undefined) continue
    const held = cadre.level === 'none' || cadre.level === undefined ? cadre.grade : undefined
    const free = freePlaces(sharesOf(home), to, held)
    steps.push(stepOf(facts, rules, cadre, { home, to, free }, setting))
  }
  return placed(steps, setting.order)
}

/** One step up from the grade held, or from the lowest that goes with the leading post, whichever is higher. */
function nextGrade({ grade, leastGrade }: CadreFacts): string | undefined {
  const held = Math.max(...[grade, leastGrade].map((each) => (each === undefined ? -1 : gradeLadder.indexOf(each))))
  return held < 0 ? undefined : gradeLadder[held + 1]
}

function stepOf(
  facts: Facts,
  rules: readonly BoundRule[],
  cadre: CadreFacts,
  { home, to, free }: { readonly home: SeatFacts; readonly to: string; readonly free: number | undefined },
  setting: Setting,
): GradeStep {
  const { asOf } = facts.snapshot
  const findings = concerns(rules, facts, cadre, gradeSeat(home, to)).filter((finding) => countsAs(finding) !== 'met')
  const verdict = worst(findings.map(countsAs))
  const day = turnsOn(findings)
  return {
    cadreId: cadre.id,
    unitId: home.unit,
    from: cadre.grade,
    to,
    state: stateOf(verdict, { day, free, asOf, aheadMonths: setting.aheadMonths }),
    fromDay: day,
    findings,
    free,
    place: undefined,
    keys: keysOf(cadre, asOf, setting.yearsBack),
  }
}

/** The day on which everything unmet has turned by time; undefined where nothing is unmet, or something needs more than time. */
function turnsOn(findings: readonly Finding[]): DateCode | undefined {
  const unmet = findings.filter((finding) => countsAs(finding) === 'unmet')
  const days = unmet.flatMap(({ turnsOn: day }) => (day === undefined ? [] : [day]))
  return unmet.length === 0 || days.length < unmet.length ? undefined : Math.max(...days.map(latest))
}

function stateOf(
  verdict: Verdict,
  {
    day,
    free,
    asOf,
    aheadMonths,
  }: { day: DateCode | undefined; free: number | undefined; asOf: DateCode; aheadMonths: number },
): GradeState {
  if (verdict === 'unknown') return 'unknown'
  if (verdict === 'unmet')
    return day === undefined ? 'unmet' : day <= latest(addMonths(asOf, aheadMonths)) ? 'ahead' : 'later'
  return free !== undefined && free <= 0 ? 'waiting' : 'open'
}

function keysOf(cadre: CadreFacts, asOf: DateCode, yearsBack: number): GradeKeys {
  const year = yearOf(asOf)
  const excellent = cadre.evaluations.filter(
    (one) => one.result === 'excellent' && one.year < year && one.year >= year - yearsBack,
  )
  const since = cadre.stretches.find(
    ({ kind, grade, to }) => kind === 'grade' && to === 0 && grade === cadre.grade,
  )?.from
  const start = since || cadre.postSince
  return {
    excellentYears: excellent.length,
    monthsInGrade: start === undefined ? undefined : monthsBetween(start, asOf).least,
    monthsOfService: cadre.workStartedOn === undefined ? undefined : monthsBetween(cadre.workStartedOn, asOf).least,
  }
}

const keyNames: Readonly<Record<string, keyof GradeKeys>> = {
  'excellent-years': 'excellentYears',
  'time-in-grade': 'monthsInGrade',
  service: 'monthsOfService',
}

/** More comes first; what is not on record comes last. */
function comparison(order: readonly string[]): (a: GradeStep, b: GradeStep) => number {
  const names = order.flatMap((name) => keyNames[name] ?? [])
  return (a, b) => {
    for (const name of names) {
      const difference = (b.keys[name] ?? -1) - (a.keys[name] ?? -1)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function placed(steps: readonly GradeStep[], order: readonly string[]): GradeStep[] {
  const compare = comparison(order)
  const groups = Map.groupBy(steps, ({ unitId, to }) => `${unitId} ${to}`)
  return [...groups.values()].flatMap((group) => {
    const ready = group.filter(({ state }) => state === 'open' || state === 'waiting').sort(compare)
    const places = new Map<GradeStep, number>()
    ready.forEach((step, index) => {
      const before = ready[index - 1]
      places.set(step, before && compare(before, step) === 0 ? (places.get(before) ?? index + 1) : index + 1)
    })
    const rest = group.filter((step) => !places.has(step))
    return [...ready, ...rest].map((step) => ({ ...step, place: places.get(step) }))
  })
}
