import { expect, test } from 'vitest'
import type { CaseOpenings } from '#server/contract/index.ts'
import { lacks, newCaseOf, openingOf, postChosen } from './opening.ts'

const seat = { positionId: 'P1', unitId: 'U1', unitName: '财政局', title: '局长', postLevel: 'section-chief' } as const
const move = {
  slateId: 'S1',
  slateName: '年末调整',
  cadre: { cadreId: 'C1', name: '王某', post: '副局长' },
  seat,
  kind: 'promotion',
  openCases: [],
} as const
const openings: CaseOpenings = {
  today: '2026-11-23',
  kinds: [],
  vacancies: [{ ...seat, openCases: [] }],
  moves: [{ ...move, openCases: [] }],
  handlers: [],
  batches: [],
}

test('a move of a slate fills in the seat, the person, the kind and the batch', () => {
  const opening = openingOf(openings, { slate: 'S1', position: 'P1', cadre: 'C1' })
  expect(newCaseOf(opening, 'seat', '财政局局长 提拔任职')).toEqual({
    kind: 'promotion',
    title: '财政局局长 提拔任职',
    on: '2026-11-23',
    target: { kind: 'seat', positionId: 'P1' },
    candidates: ['C1'],
    batch: '年末调整',
    slateId: 'S1',
  })
})

test('a case about a person says which post, also one that belongs to no seat on record', () => {
  const opening = { ...openingOf(openings, {}), kind: 'removal' as const }
  expect(lacks(opening, 'person')).toEqual(['seat', 'person'])
  const chosen = { ...opening, positionId: postChosen('T1'), people: [{ cadreId: 'C1', name: '王某' }] }
  expect(lacks(chosen, 'person')).toEqual([])
  expect(newCaseOf(chosen, 'person', '王某 免职').target).toEqual({ kind: 'post', tenureId: 'T1' })
})
