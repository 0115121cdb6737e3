import { binomialTail, falseDiscoveryRates } from '#statistics/index.ts'
import type { Ballots } from '../../ballots.ts'
import { homeUnits } from '../../rating-design.ts'
import type { RatingFit } from '../../rating-model.ts'
import { type BlockFlag, falseShareOfFlags } from './flags.ts'
import { standardResiduals } from './standard-residuals.ts'

/** Fewer raters than this are no group. */
const leastRing = 3
/** A member lifts and presses by at least this many standard deviations. */
const leastPull = 1

/** The standardised residuals of one survey in one unit: who thought more, or less, of whom than all raters together. */
interface Hall {
  readonly survey: number
  readonly raters: readonly number[]
  readonly cadres: readonly number[]
  /** Rater × cadre, NaN where there is no ballot. */
  readonly pulls: Float64Array
}

/**
 * Groups of raters of a survey who lift one person and press a rival. For each ordered pair of people, a rater's pull is the
 * lesser of the lift and the press; the raters with the strongest pulls form the group, and the chance that so many pull so
 * hard is a binomial tail, least over the size of the group (the statistic of Berk and Jones 1979) and corrected for that
 * choice. How often a rater pulls so hard is taken from all ballots, so that heavy tails of honest ballots count as honest.
 * Admirers, who lift one person and press nobody, show no such pattern.
 *
 * Tests of this kind miss most small rings: Jecmen, Shah, Fang and Akoglu (2024) found none that overlapped a planted ring by
 * more than a third. No flag means little.
 */
export function rings(ballots: Ballots, model: RatingFit): BlockFlag[] {
  const halls = hallsOf(ballots, model)
  const chanceOf = pullChance(halls)
  const found: BlockFlag[] = []
  let tests = 0
  for (const hall of halls) {
    tests += hall.cadres.length * (hall.cadres.length - 1)
    const ofHall = pairsOf(hall).flatMap(([lifted, pressed]) => {
      const flag = ringFor(hall, lifted, pressed, chanceOf)
      return flag ? [flag] : []
    })
    found.push(...clearest(ofHall))
  }
  const rates = falseDiscoveryRates(
    found.map(({ probability }) => probability),
    Math.max(tests, found.length),
  )
  return found
    .map((flag, index) => ({ ...flag, falseShare: rates[index] as number }))
    .filter(({ falseShare }) => falseShare <= falseShareOfFlags)
}

/**
 * One flag for one ring: its members press all rivals of whom they lift, and beside a ring the honest rest seem to pull the
 * other way.
 */
function clearest(flags: readonly BlockFlag[]): BlockFlag[] {
  const kept: BlockFlag[] = []
  for (const flag of [...flags].sort((a, b) => a.probability - b.probability)) {
    const isTold = kept.some(
      ({ lifted, pressed }) => lifted === flag.lifted || pressed === flag.lifted || lifted === flag.pressed,
    )
    if (!isTold) kept.push(flag)
  }
  return kept
}

function hallsOf(ballots: Ballots, model: RatingFit): Hall[] {
  const home = homeUnits(ballots)
  const units = new Map<string, number[]>()
  ballots.survey.forEach((survey, ballot) => {
    const key = `${survey} ${home[ballot]}`
    const own = units.get(key)
    if (own) own.push(ballot)
    else units.set(key, [ballot])
  })
  const residuals = standardResiduals(model)
  return [...units.values()].flatMap((own): Hall[] => {
    const raters = [...new Set(own.map((ballot) => ballots.rater[ballot] as number))].sort((a, b) => a - b)
    const cadres = [...new Set(own.map((ballot) => ballots.cadre[ballot] as number))].sort((a, b) => a - b)
    if (raters.length < 2 * leastRing || cadres.length < 2) return []
    const placeOf = new Map(raters.map((rater, place) => [rater, place]))
    const seatOf = new Map(cadres.map((cadre, seat) => [cadre, seat]))
    const pulls = new Float64Array(raters.length * cadres.length).fill(Number.NaN)
    for (const ballot of own) {
      const place = placeOf.get(ballots.rater[ballot] as number) ?? 0
      const seat = seatOf.get(ballots.cadre[ballot] as number) ?? 0
      pulls[place * cadres.length + seat] = residuals[ballot] as number
    }
    return [{ survey: ballots.survey[own[0] as number] as number, raters, cadres, pulls }]
  })
}

/** Pairs of whom one is lifted, the other pressed, by enough raters to be a group. */
function pairsOf({ raters, cadres, pulls }: Hall): [number, number][] {
  const width = cadres.length
  const counts = cadres.map((_, seat) => {
    let lifts = 0
    let presses = 0
    for (let place = 0; place < raters.length; place += 1) {
      const pull = pulls[place * width + seat] as number
      if (pull >= leastPull) lifts += 1
      else if (pull <= -leastPull) presses += 1
    }
    return { lifts, presses }
  })
  return counts.flatMap(({ lifts }, lifted) =>
    lifts < leastRing
      ? []
      : counts.flatMap(({ presses }, pressed): [number, number][] =>
          presses < leastRing || pressed === lifted ? [] : [[lifted, pressed]],
        ),
  )
}

function ringFor(
  hall: Hall,
  lifted: number,
  pressed: number,
  chanceOf: (pull: number) => number,
): BlockFlag | undefined {
  const width = hall.cadres.length
  const pullOn = (place: number, seat: number): number => hall.pulls[place * width + seat] as number
  const both = hall.raters
    .map((_, place) => ({ place, pull: Math.min(pullOn(place, lifted), -pullOn(place, pressed)) }))
    .filter(({ pull }) => !Number.isNaN(pull))
    .sort((a, b) => b.pull - a.pull)
  const most = Math.floor(both.length / 2)
  let best = { size: 0, probability: 1 }
  for (let size = leastRing; size <= most; size += 1) {
    const weakest = both[size - 1]?.pull ?? 0
    if (weakest < leastPull) break
    const probability = binomialTail(size, both.length, chanceOf(weakest)) * (most - leastRing + 1)
    if (probability < best.probability) best = { size, probability }
  }
  if (best.size === 0) return undefined
  const members = both.slice(0, best.size).map(({ place }) => place)
  const mean = (seat: number): number => members.reduce((sum, place) => sum + pullOn(place, seat), 0) / members.length
  return {
    kind: 'ring',
    survey: hall.survey,
    raters: members.map((place) => hall.raters[place] as number),
    lifted: hall.cadres[lifted] as number,
    pressed: hall.cadres[pressed] as number,
    lift: mean(lifted),
    press: mean(pressed),
    probability: best.probability,
    falseShare: 1,
  }
}

/** Steps of 0.05 standard deviations, up to 10. */
const steps = 200
const stepsPerSd = 20

/**
 * How often a rater lifts one person and presses another by at least so much, in all ballots: the product of the two tails,
 * times how much more often both come together than apart in neighbouring pairs (the severity of a rater is estimated from
 * the same ballots, which ties them).
 */
function pullChance(halls: readonly Hall[]): (pull: number) => number {
  const lifts = new Float64Array(steps + 1)
  const presses = new Float64Array(steps + 1)
  let ballots = 0
  let pairs = 0
  let together = 0
  for (const { raters, cadres, pulls } of halls) {
    raters.forEach((_, place) => {
      cadres.forEach((_, seat) => {
        const pull = pulls[place * cadres.length + seat] as number
        if (Number.isNaN(pull)) return
        ballots += 1
        const reached = pull > 0 ? lifts : presses
        const step = Math.min(steps, Math.floor(Math.abs(pull) * stepsPerSd))
        reached[step] = (reached[step] as number) + 1
        const next = pulls[place * cadres.length + ((seat + 1) % cadres.length)] as number
        if (Number.isNaN(next)) return
        pairs += 1
        if (Math.min(pull, -next) >= leastPull) together += 1
      })
    })
  }
  for (let step = steps - 1; step >= 0; step -= 1) {
    lifts[step] = (lifts[step] as number) + (lifts[step + 1] as number)
    presses[step] = (presses[step] as number) + (presses[step + 1] as number)
  }
  const apart = (step: number): number =>
    (((lifts[step] as number) + 1) / (ballots + 1)) * (((presses[step] as number) + 1) / (ballots + 1))
  const tie = Math.max(1, (together + 1) / (pairs + 1) / apart(leastPull * stepsPerSd))
  return (pull) => Math.min(1, tie * apart(Math.min(steps, Math.floor(pull * stepsPerSd))))
}
