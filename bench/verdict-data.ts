/**
 * The twelve rules of verdict-rules/ as flat facts for peers: what depends on a cadre alone, or on a cadre and a level, is
 * worked out once by plain code that shares nothing with ours but the calendar, and dates on which periods end are given as
 * the first and the last day that they can be. Truths are 0 no, 1 unknown, 2 yes.
 */
import { addMonths, type DateCode, earliest, isOnOrBefore, latest, yearOf } from '../src/domain/calendar.ts'
import { identifiersOf, postLadder, postRank } from '../src/domain/lexicon/terms.ts'
import type { CadreFacts, SeatFacts } from '../src/policy/index.ts'

export type Truth = 0 | 1 | 2

/** The verdict codes of the planes, one digit to base 4 for each rule, in this order. */
export const ruleOrder = [
  'SERVICE',
  'TWO-POSTS',
  'EDUCATION',
  'TRAINING',
  'HEALTH',
  'PARTY',
  'STEPWISE',
  'EVALUATION',
  'SANCTION',
  'DEMOTION',
  'KIN',
  'PLACE',
] as const

export interface FlatCadre {
  readonly id: number
  /** Rank of the level, -1 = unknown; and of the standing. */
  readonly level: number
  readonly standing: number
  /** Whether the post held is a principal's; null = unknown. */
  readonly principal: boolean | null
  readonly service: Truth
  readonly twoPosts: readonly Truth[]
  readonly education: Truth
  readonly training: Truth
  readonly health: boolean | null
  readonly party: Truth
  readonly evaluation: Truth
  readonly sanctioned: Truth
  readonly growthPlace: string | null
  /** Units that relatives lead, and the seats from which they do. */
  readonly kin: readonly { readonly unit: string; readonly position: string; readonly truth: Truth }[]
}

/** A seat that is no grade. */
export interface FlatSeat {
  readonly id: number
  readonly position: string
  readonly level: number
  readonly levelBelow: number
  readonly principal: boolean
  readonly leading: boolean
  readonly unit: string
  readonly isParty: boolean
  readonly isCounty: boolean
  readonly region: string | null
}

const truth = (value: boolean | undefined): Truth => (value === undefined ? 1 : value ? 2 : 0)
const or = (truths: readonly Truth[]): Truth => truths.reduce<Truth>((a, b) => (a > b ? a : b), 0)
const and = (...truths: readonly Truth[]): Truth => truths.reduce<Truth>((a, b) => (a < b ? a : b), 2)
const not = (one: Truth): Truth => (2 - one) as Truth

function over(since: DateCode | undefined, months: number, today: DateCode): Truth {
  if (since === undefined) return 1
  const certainty = isOnOrBefore(addMonths(since, months), today)
  return certainty === 'yes' ? 2 : certainty === 'no' ? 0 : 1
}

const educationOrder: readonly string[] = [...identifiersOf('educationLevel')].reverse()
const rankOf = (level: string | undefined): number => (level === undefined ? -1 : postRank(level))

/** Two posts at each level of the ladder; the last is for seats that have none below. */
function twoPosts({ stretches }: CadreFacts): Truth[] {
  const counted = stretches.filter(({ kind }) => ['appointed', 'concurrent', 'grade'].includes(kind))
  return [...postLadder, undefined].map((level) => {
    const fits = (at: string | undefined): boolean | undefined =>
      level === undefined || at === undefined ? undefined : at === level
    const posts = (choose: (fit: boolean | undefined) => boolean): number =>
      new Set(counted.flatMap((one) => (choose(fits(one.level)) ? (one.post ?? []) : []))).size
    if (posts((fit) => fit === true) >= 2) return 2
    if (posts((fit) => fit !== false) >= 2) return 1
    return posts((fit) => fit !== false) === 0 && stretches.length === 0 ? 1 : 0
  })
}

function training({ trainings, trainingsRecorded }: CadreFacts, today: DateCode): Truth {
  let sure = 0
  let most = 0
  for (const { from, hours, recognised } of trainings) {
    const counts = and(truth(recognised), not(over(from, 60, today)))
    if (counts === 0) continue
    most += hours ?? Number.POSITIVE_INFINITY
    if (counts === 2) sure += hours ?? 0
  }
  if (sure >= 550) return 2
  return most >= 550 || (most === 0 && !trainingsRecorded) ? 1 : 0
}

function evaluation({ evaluations }: CadreFacts, today: DateCode): Truth {
  const last = evaluations.filter(({ year }) => year === yearOf(today) - 1)
  if (last.length === 0) return 1
  return truth(last.some(({ result }) => result !== 'basicallyCompetent' && result !== 'incompetent'))
}

const effectMonths: Readonly<Record<string, number>> = {
  'party-warning': 12,
  'party-serious-warning': 18,
  'admin-warning': 6,
  'admin-demerit': 12,
  'admin-major-demerit': 18,
}
const bound = ['spouse', 'lineal', 'collateral', 'affinity']

export function flatCadre(cadre: CadreFacts, today: DateCode): FlatCadre {
  const { party, educations } = cadre
  const finished = educations.map(({ level, to }) =>
    educationOrder.indexOf(level) < educationOrder.indexOf('junior-college')
      ? 0
      : to === undefined
        ? 1
        : latest(to) <= today
          ? 2
          : earliest(to) <= today
            ? 1
            : 0,
  )
  return {
    id: cadre.index,
    level: rankOf(cadre.level),
    standing: rankOf(cadre.standing),
    principal: cadre.role === undefined ? null : cadre.role === 'principal',
    service: over(cadre.workStartedOn, 60, today),
    twoPosts: twoPosts(cadre),
    education: educations.length === 0 ? 1 : or(finished as Truth[]),
    training: training(cadre, today),
    health: cadre.healthOk ?? null,
    party: and(
      party === undefined ? 1 : truth(['中共党员', '中共'].includes(party)),
      over(cadre.partyJoinedOn, 12, today),
    ),
    evaluation: evaluation(cadre, today),
    sanctioned: or(
      cadre.sanctions.flatMap(({ kind, decidedOn }) =>
        kind in effectMonths ? [not(over(decidedOn, effectMonths[kind] ?? 0, today))] : [],
      ),
    ),
    growthPlace: cadre.growthPlace ?? null,
    kin: cadre.relatives().flatMap(({ seat, kin }) => {
      const close = kin === undefined ? 1 : truth(bound.includes(kin))
      return seat?.leading && close > 0 ? [{ unit: seat.unit, position: seat.position, truth: close }] : []
    }),
  }
}

export function flatSeat(seat: SeatFacts): FlatSeat {
  return {
    id: seat.index,
    position: seat.position,
    level: postRank(seat.level),
    levelBelow: seat.levelBelow === undefined ? postLadder.length : postRank(seat.levelBelow),
    principal: seat.role === 'principal',
    leading: seat.leading,
    unit: seat.unit,
    isParty: seat.unitKind === 'party',
    isCounty: seat.unitLevel === 'county',
    region: seat.region ?? null,
  }
}
