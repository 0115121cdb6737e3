import { expect, test } from 'vitest'
import { type Outcome, seatsBeside } from './bench.ts'

test('a seat that belongs to no team stands beside the board, with who sat in it', () => {
  const outcome = {
    moves: [
      { positionId: 'P1', cadreId: 'C1' },
      { positionId: 'P9', cadreId: 'C2' },
    ],
    vacated: [{ positionId: 'P9', cadreId: 'C3' }],
    teams: [{ seats: [{ positionId: 'P1', before: null, after: 'C1' }] }],
  } as unknown as Outcome
  expect(seatsBeside(outcome)).toEqual([{ positionId: 'P9', before: 'C3', after: 'C2' }])
})
