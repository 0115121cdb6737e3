/**
 * People who may be one person: within one list (suspected duplicates) or between two. Pairs that share a key are
 * compared; the weight of each comparison, in bits, says why a pair is held to match. A list of names is not evidence
 * enough: every link below certainty goes to a person.
 */
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { falseMatchRate, fitLinkage, levelShares, matchWeights } from '#statistics/index.ts'
import {
  type Comparison,
  compareListings,
  comparisons,
  levelCounts,
  levelNames,
  matchPrior,
  type PersonListing,
} from './person-comparison.ts'

export interface LinkPart {
  readonly comparison: Comparison
  /** `same`, `one-character` … or `missing`. */
  readonly level: Identifier<'linkLevel'>
  /** What it adds to the weight, in bits; 0 where missing. */
  readonly bits: number
}

export interface PersonLink {
  readonly left: string
  readonly right: string
  readonly probability: number
  /** How rare a match is before anything is compared, in bits; with the parts it sums to the log-odds. */
  readonly priorBits: number
  readonly parts: readonly LinkPart[]
}

export interface PersonLinks {
  /** Held to match with 95 % or more, the surest first. */
  readonly sure: readonly PersonLink[]
  /** Between: for a person to look at. */
  readonly review: readonly PersonLink[]
  /** Expected share of false ones among `sure`; undefined where there are none. */
  readonly falseMatchRate: number | undefined
  readonly pairsCompared: number
  /** Chances of each level among matches and others, by comparison. */
  readonly levels: readonly {
    readonly comparison: Comparison
    readonly m: readonly number[]
    readonly u: readonly number[]
  }[]
}

/** Above the one a pair is sure, below the other it is not shown. */
export const reviewBand = { from: 0.05, to: 0.95 } as const

/** As many pairs drawn at random tell u to a tenth of a per cent. */
const randomPairs = 200_000

/**
 * @example linkPeople(cadres).review[0]?.parts.map(({ comparison, level, bits }) => `${comparison} ${level} ${bits}`)
 * @example linkPeople(cadres, roster) // links from one list to the other
 */
export function linkPeople(listings: readonly PersonListing[], others?: readonly PersonListing[]): PersonLinks {
  const left = [...listings].sort(byId)
  const right = others ? [...others].sort(byId) : left
  const blocked = blockedPairs(left, right, others === undefined)
  const share = nameShares([...left, ...(others ? right : [])])
  const u = levelShares(pairsAtRandom(left, right, others === undefined), levelCounts)
  const pairs = blocked.map(([a, b]) => ({
    levels: compareListings(a, b),
    // Agreeing on a common name tells little, on a rare one much.
    chance: [a.name === b.name ? share.get(a.name) : undefined],
  }))
  const possiblePairs = Math.max(1, others ? left.length * right.length : (left.length * (left.length - 1)) / 2)
  const fit = fitLinkage({ pairs, u, prior: matchPrior, possiblePairs })
  const links = blocked
    .map(([a, b], at): PersonLink => {
      const pair = pairs[at] ?? { levels: [] }
      return {
        left: a.id,
        right: b.id,
        probability: fit.probability[at] ?? 0,
        priorBits: Math.log2(fit.share / (1 - fit.share)),
        parts: partsOf(pair.levels, matchWeights(pair, fit.m, u)),
      }
    })
    .sort((a, b) => b.probability - a.probability || (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1))
  return {
    sure: links.filter(({ probability }) => probability >= reviewBand.to),
    review: links.filter(({ probability }) => probability >= reviewBand.from && probability < reviewBand.to),
    falseMatchRate: falseMatchRate(fit.probability, reviewBand.to),
    pairsCompared: pairs.length,
    levels: comparisons.map((comparison, at) => ({ comparison, m: fit.m[at] ?? [], u: u[at] ?? [] })),
  }
}

const byId = (a: PersonListing, b: PersonListing): number => (a.id < b.id ? -1 : 1)

const partsOf = (levels: readonly number[], bits: readonly number[]): LinkPart[] =>
  comparisons.map((comparison, at) => ({
    comparison,
    level: levelNames[comparison][levels[at] ?? -1] ?? 'missing',
    bits: bits[at] ?? 0,
  }))

/** The chance that two people share this name by accident: how many others of the list bear it. */
function nameShares(listings: readonly PersonListing[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of listings) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].map(([name, count]) => [name, count / listings.length]))
}

/** Keys under which two records of one person are likely to meet, even with one of their facts wrong. */
function keysOf({ name, reading, bornOn, sex, citizenId, workStartedOn }: PersonListing): string[] {
  const month = bornOn === undefined ? undefined : Math.floor(bornOn / 100)
  return [
    `name ${name}`,
    reading === undefined ? '' : `reading ${reading}`,
    month === undefined ? '' : `born ${month} ${[...name][0]}`,
    month === undefined || workStartedOn === undefined
      ? ''
      : `dates ${month} ${Math.floor(workStartedOn / 100)} ${sex}`,
    citizenId === undefined ? '' : `id ${citizenId}`,
  ].filter((key) => key !== '')
}

function blockedPairs(
  left: readonly PersonListing[],
  right: readonly PersonListing[],
  isOneList: boolean,
): (readonly [PersonListing, PersonListing])[] {
  const places = new Map<string, number[]>()
  right.forEach((listing, at) => {
    for (const key of keysOf(listing)) {
      const met = places.get(key)
      if (met) met.push(at)
      else places.set(key, [at])
    }
  })
  return left.flatMap((listing, at) => {
    const met = new Set(keysOf(listing).flatMap((key) => places.get(key) ?? []))
    return [...met]
      .filter((other) => !isOneList || other > at)
      .sort((a, b) => a - b)
      .flatMap((other) => {
        const found = right[other]
        return found ? [[listing, found] as const] : []
      })
  })
}

/** Pairs by a fixed multiplicative sequence, the same for the same lists; a pair of a record with itself is passed over. */
function* pairsAtRandom(
  left: readonly PersonListing[],
  right: readonly PersonListing[],
  isOneList: boolean,
): Generator<readonly number[]> {
  const count = Math.min(randomPairs, left.length * right.length)
  let state = 1
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let made = 0; made < count; made += 1) {
    const [at, other] = [draw(left.length), draw(right.length)]
    const [a, b] = [left[at], right[other]]
    if (a && b && !(isOneList && at === other)) yield compareListings(a, b)
  }
}
