import { describe, expect, it } from 'vitest'
import { parseDate } from '#domain/calendar.ts'
import { compareGroups, type StageAsked } from './compare-groups.ts'
import { groupings } from './groupings.ts'

const settings = { promptRatio: 0.8, leastGroup: 10 }
const of = (group: string | undefined, chosen: number, many: number): readonly StageAsked[] =>
  Array.from({ length: many }, (_, at) => ({ group, isChosen: at < chosen }))

describe('groups compared', () => {
  // The worked example of the questions and answers on 29 CFR 1607.4(D): 48 of 80 and 12 of 40, an impact ratio of one half.
  it('prompts to look where the whole interval is below the ratio', () => {
    const { groups } = compareGroups([...of('white', 48, 80), ...of('black', 12, 40)], settings)
    expect(groups.map(({ group, state }) => [group, state])).toEqual([
      ['black', 'look'],
      ['white', 'highest'],
    ])
    expect(groups[0]?.ratio?.ratio).toBeCloseTo(0.5, 12)
    expect(groups[0]?.ratio?.upper).toBeLessThan(0.8)
  })

  it('cannot tell with a few people, and says nothing where shares are alike among many', () => {
    const state = (people: readonly StageAsked[]) => compareGroups(people, settings).groups[0]?.state
    expect(state([...of('a', 3, 12), ...of('b', 5, 12)])).toBe('open')
    expect(state([...of('a', 490, 1000), ...of('b', 500, 1000)])).toBe('level')
  })

  it('names a group of a few without its count, and compares nothing with it', () => {
    const found = compareGroups([...of('a', 5, 20), ...of('b', 5, 20), ...of('c', 1, 3)], settings)
    expect(found.tooSmall).toEqual(['c'])
    expect(JSON.stringify(found.groups)).not.toContain('"c"')
    expect(compareGroups([...of('a', 5, 20), ...of('c', 1, 3)], settings)).toMatchObject({
      groups: [],
      cause: { en: 'Fewer than two groups have 10 people; nothing is compared.' },
    })
  })

  it('leaves out people of whom the record does not say', () => {
    const { groups } = compareGroups([...of('a', 5, 20), ...of('b', 5, 20), ...of(undefined, 9, 9)], settings)
    expect(groups.map(({ tally }) => tally.of)).toEqual([20, 20])
  })
})

it('ages are parted at the edges', () => {
  const [, , age] = groupings([36, 46], parseDate('2026-11-23') ?? 0)
  const groupOf = (bornOn: string) => age?.groupOf({ sex: null, ethnicity: null, bornOn: parseDate(bornOn) })
  const born = ['1990-11-24', '1990-11-23', '1980-11-23'].map((day) => groupOf(day) ?? '')
  expect(born.map((band) => age?.labelOf(band).en)).toEqual(['under 36', '36 to 45', '46 and over'])
})
