/**
 * Units of two lists that may be one: names as written, after forms are evened out, as abbreviations (人社局 for
 * 人力资源和社会保障局) and as former names, with the superior unit, the kind and the level beside them.
 */
import { falseMatchRate, fitLinkage, levelShares, matchWeights } from '#statistics/index.ts'
import { reviewBand } from './link-people.ts'

export interface UnitListing {
  readonly id: string
  readonly name: string
  readonly formerNames?: readonly string[]
  readonly parentName: string | undefined
  readonly kind: string | undefined
  readonly level: string | undefined
}

export const unitComparisons = ['name', 'parent', 'kind', 'level'] as const
export type UnitComparison = (typeof unitComparisons)[number]

const levelNames: Readonly<Record<UnitComparison, readonly string[]>> = {
  name: ['same', 'former', 'abbreviation', 'alike', 'different'],
  parent: ['same', 'different'],
  kind: ['same', 'different'],
  level: ['same', 'different'],
}

/** Pseudo-counts of matching pairs: lists mostly write names out, and now and then an abbreviation or an old name. */
const matchPrior = [
  [60, 10, 20, 8, 2],
  [90, 10],
  [85, 15],
  [95, 5],
]

export interface UnitLink {
  readonly left: string
  readonly right: string
  readonly probability: number
  readonly parts: readonly { readonly comparison: UnitComparison; readonly level: string; readonly bits: number }[]
}

export interface UnitLinks {
  readonly sure: readonly UnitLink[]
  readonly review: readonly UnitLink[]
  readonly falseMatchRate: number | undefined
}

/** @example linkUnits(unitsOfPackage, unitsOfRoster).sure.map(({ left, right }) => [left, right]) */
export function linkUnits(left: readonly UnitListing[], right: readonly UnitListing[]): UnitLinks {
  const ours = [...left].sort(byId)
  const theirs = [...right].sort(byId)
  const compared = ours.flatMap((a) => theirs.map((b) => ({ a, b, levels: compareUnits(a, b) })))
  const u = levelShares(
    compared.map(({ levels }) => levels),
    unitComparisons.map((comparison) => levelNames[comparison].length),
  )
  // Units without any likeness in their names are not worth a weight.
  const pairs = compared.filter(({ levels }) => (levels[0] ?? 0) < levelNames.name.length - 1)
  const fit = fitLinkage({ pairs, u, prior: matchPrior, possiblePairs: Math.max(1, compared.length) })
  const links = pairs
    .map(({ a, b, levels }, at): UnitLink => {
      const bits = matchWeights({ levels }, fit.m, u)
      const parts = unitComparisons.map((comparison, place) => ({
        comparison,
        level: levelNames[comparison][levels[place] ?? -1] ?? 'missing',
        bits: bits[place] ?? 0,
      }))
      return { left: a.id, right: b.id, probability: fit.probability[at] ?? 0, parts }
    })
    .sort((x, y) => y.probability - x.probability || (`${x.left} ${x.right}` < `${y.left} ${y.right}` ? -1 : 1))
  return {
    sure: links.filter(({ probability }) => probability >= reviewBand.to),
    review: links.filter(({ probability }) => probability >= reviewBand.from && probability < reviewBand.to),
    falseMatchRate: falseMatchRate(fit.probability, reviewBand.to),
  }
}

const byId = (a: UnitListing, b: UnitListing): number => (a.id < b.id ? -1 : 1)

function compareUnits(a: UnitListing, b: UnitListing): number[] {
  const same = (x: string | undefined, y: string | undefined): number =>
    x === undefined || y === undefined ? -1 : x === y ? 0 : 1
  return [
    nameLevel(a, b),
    same(a.parentName && plainUnitName(a.parentName), b.parentName && plainUnitName(b.parentName)),
    same(a.kind, b.kind),
    same(a.level, b.level),
  ]
}

function nameLevel(a: UnitListing, b: UnitListing): number {
  const [one, other] = [plainUnitName(a.name), plainUnitName(b.name)]
  if (one === other) return 0
  const former = (unit: UnitListing): string[] => (unit.formerNames ?? []).map(plainUnitName)
  if (former(a).includes(other) || former(b).includes(one)) return 1
  if (abbreviates(one, other) || abbreviates(other, one)) return 2
  return likeness(one, other) >= 0.6 ? 3 : 4
}

/** @example plainUnitName('中共云川市委员会组织部') // '云川市委组织部' */
export const plainUnitName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}]/gu, '')
    .replace(/^(中国共产党|中共)/, '')
    .replace('委员会', '委')
    .replace('人民政府', '政府')

/** Is the short name made of characters of the long one in their order, with the same last one? */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** Shared pairs of characters (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const [left, right] = [pairs(a), pairs(b)]
  const shared = left.filter((pair) => right.includes(pair)).length
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length)
}
