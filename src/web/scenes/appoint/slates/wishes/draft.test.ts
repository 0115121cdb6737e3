import { expect, test } from 'vitest'
import type { SlateChoices, SlateRequestShape } from '#server/contract/index.ts'
import { draftOf, poolKind, problemsOf, withPool } from './draft.ts'

const request: SlateRequestShape = {
  vacancies: ['P1'],
  verdicts: ['met'],
  chainMost: 3,
  exchanges: true,
  moveCost: 0.05,
  fill: { force: 'goal', price: 0.5 },
  rotation: { force: 'off', price: 0 },
  structure: { force: 'goal', price: 0.2, floors: [{ unitId: 'U1', kind: 'woman', least: 1 }] },
  reserve: { force: 'off', value: 0 },
  grassroots: { force: 'off', value: 0, years: 2 },
  locks: [],
}

test('the local defaults can be sent as they are', () => {
  const choices: SlateChoices = { asOf: '2026-11-22', vacancies: [], request, rotationDue: 0, serving: 9, reserve: 1 }
  expect(problemsOf(draftOf(choices, '2026.11 调整'))).toEqual({})
})

test('each kind of pool is read back as itself', () => {
  for (const kind of ['everybody', 'units', 'reserve', 'named'] as const) {
    expect(poolKind(withPool(request, kind))).toBe(kind)
  }
  expect(withPool(withPool(request, 'named'), 'everybody')).toEqual(request)
})

test('what is missing is said beside its own field', () => {
  const floors = [...request.structure.floors, { unitId: '', kind: 'woman' as const, least: 1 }]
  const empty = { ...request, vacancies: [], verdicts: [], structure: { ...request.structure, floors } }
  const problems = problemsOf({ name: ' ', request: withPool(empty, 'units'), people: {} })
  expect(Object.keys(problems).sort()).toEqual(['floors', 'name', 'pool', 'vacancies', 'verdicts'])
})
