/**
 * The shares of groups that a stage of selection lets through, beside the group with the highest (four-fifths rule, 29 CFR
 * 1607.4(D), as a description and no law here). A prompt to look, never a finding of discrimination.
 */
import type { Text } from '#domain/text.ts'
import { type RateRatio, rateRatio } from '#statistics/index.ts'

/** One person in a stage. */
export interface StageAsked {
  /** Undefined where the record does not say. */
  readonly group: string | undefined
  readonly isChosen: boolean
}

export interface ComparedGroup {
  readonly group: string
  readonly tally: { readonly chosen: number; readonly of: number }
  /** Beside the group with the highest rate; undefined for that group itself. */
  readonly ratio: RateRatio | undefined
  /** `look`: the whole interval is below the ratio; `open`: part of it; `level`: none of it; `highest`: what the others stand beside. */
  readonly state: 'highest' | 'look' | 'open' | 'level'
}

export interface ComparedStage {
  readonly groups: readonly ComparedGroup[]
  /** Groups of too few people: named, not counted. */
  readonly tooSmall: readonly string[]
  /** Why nothing is compared. */
  readonly cause: Text | undefined
}

/** 90 %, as everywhere. */
const level = 0.9

/** @example compareGroups(people, { promptRatio: 0.8, leastGroup: 10 }).groups[1].state // 'open' */
export function compareGroups(
  people: readonly StageAsked[],
  { promptRatio, leastGroup }: { readonly promptRatio: number; readonly leastGroup: number },
): ComparedStage {
  const tallies = new Map<string, { chosen: number; of: number }>()
  for (const { group, isChosen } of people) {
    if (group === undefined) continue
    const tally = tallies.get(group) ?? { chosen: 0, of: 0 }
    tallies.set(group, { chosen: tally.chosen + (isChosen ? 1 : 0), of: tally.of + 1 })
  }
  const sorted = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))
  const large = sorted.filter(([, { of }]) => of >= leastGroup)
  const tooSmall = sorted.filter(([, { of }]) => of < leastGroup).map(([group]) => group)
  const highest = large.reduce<(typeof large)[number] | undefined>(
    (best, one) => (best === undefined || rateOf(one[1]) > rateOf(best[1]) ? one : best),
    undefined,
  )
  const cause = whyNot(large.length, highest?.[1].chosen ?? 0, leastGroup)
  if (cause || !highest) return { groups: [], tooSmall, cause }
  return {
    tooSmall,
    cause: undefined,
    groups: large.map(([group, tally]) => {
      if (group === highest[0]) return { group, tally, ratio: undefined, state: 'highest' }
      const ratio = rateRatio(tally, highest[1], level)
      return { group, tally, ratio, state: stateOf(ratio, promptRatio) }
    }),
  }
}

const rateOf = ({ chosen, of }: { chosen: number; of: number }): number => chosen / of

const stateOf = ({ lower, upper }: RateRatio, promptRatio: number): ComparedGroup['state'] => {
  if (upper < promptRatio) return 'look'
  return lower < promptRatio ? 'open' : 'level'
}

function whyNot(groups: number, chosen: number, leastGroup: number): Text | undefined {
  if (groups < 2)
    return {
      zh: `满 ${leastGroup} 人的组不到两个，不能比对。`,
      en: `Fewer than two groups have ${leastGroup} people; nothing is compared.`,
    }
  if (chosen === 0) return { zh: '各组都还没有人进入下一步。', en: 'Nobody of any group has gone further yet.' }
  return undefined
}
