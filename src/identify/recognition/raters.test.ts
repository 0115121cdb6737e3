import { expect, test } from 'vitest'
import { type Ballot, snapshotOf } from '../fixtures/rated-town.ts'
import { identifyRaters } from './raters.ts'

/** How many people the ballots of one pseudonym come from. */
function people(...ballots: Partial<Ballot>[]): number {
  const cadres = [{ cadre_id: 'C1', name: 'C1', authority_unit_id: 'U1' }]
  const complete = ballots.map((ballot, index) => ({
    survey: `S${index}`,
    cadre: 'C1',
    rater: 'R1',
    score: 0.5,
    ...ballot,
  }))
  return identifyRaters(snapshotOf({ cadres, units: ['U1', 'U2'], ballots: complete })).count
}

test.each<[string, number, Partial<Ballot>[]]>([
  ['the same unit in every survey', 1, [{ unit: 'U1' }, { unit: 'U1', year: 2024 }]],
  [
    'a move to another unit between years',
    1,
    [
      { unit: 'U1', year: 2023 },
      { unit: 'U2', year: 2024 },
    ],
  ],
  [
    'another class towards other people',
    1,
    [
      { unit: 'U1', raterClass: 'C' },
      { unit: 'U1', raterClass: 'B' },
    ],
  ],
  ['two units in one year', 2, [{ unit: 'U1' }, { unit: 'U2' }]],
  ['no unit, in several surveys', 3, [{}, {}, {}]],
  ['no unit, in one survey', 1, [{ survey: 'S' }, { survey: 'S', item: 'probity' }]],
  ['a unit in one survey and none in another', 2, [{ unit: 'U1' }, {}]],
])('%s: %d', (_, expected, ballots) => {
  expect(people(...ballots)).toBe(expected)
})

test('a rater is named by the pseudonym, with the survey where it holds for that alone', () => {
  const cadres = [{ cadre_id: 'C1', name: 'C1', authority_unit_id: 'U1' }]
  const ballots = [
    { survey: 'S1', rater: 'R1', unit: 'U1' },
    { survey: 'S2', rater: 'R1', unit: 'U1', year: 2024 },
    { survey: 'S1', rater: 'R2' },
    { survey: 'S2', rater: 'R2' },
  ].map((ballot) => ({ cadre: 'C1', score: 0.5, ...ballot }))
  const { keys } = identifyRaters(snapshotOf({ cadres, units: ['U1'], ballots }))
  expect([...keys].sort()).toEqual(['R1', 'R2@S1', 'R2@S2'])
})
