import { expect, test } from 'vitest'
import { goalGroups, worstState } from './goal-groups.ts'
import type { Goal } from './shapes.ts'

const goal = (id: string, state: Goal['state'], value = 0, price: number | null = null): Goal => ({
  id,
  label: { zh: id, en: id },
  state,
  reached: 1,
  asked: 1,
  value,
  price,
})

test('sixty vacancies are one group, the dearest of the missed first', () => {
  const goals = [
    ...Array.from({ length: 60 }, (_, at) => goal(`fill:P${at}`, 'kept', 0.1)),
    goal('fill:near', 'missed', -1, 0.2),
    goal('fill:far', 'missed', -1, 0.9),
    goal('fit', 'kept', 20),
  ]
  const [fit, fill] = goalGroups(goals)
  expect(fit?.kind).toBe('fit')
  expect(fill?.goals.slice(0, 2).map(({ id }) => id)).toEqual(['fill:far', 'fill:near'])
  expect(fill?.counts).toEqual({ kept: 60, binding: 0, missed: 2 })
  expect(fill?.value).toBeCloseTo(4)
  expect(fill && worstState(fill)).toBe('missed')
})

test('the groups sum to the objective', () => {
  const goals = [goal('fit', 'kept', 3.2), goal('moves', 'binding', -0.4), goal('unheard:of', 'kept', 0.1)]
  const groups = goalGroups(goals)
  expect(groups.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(2.9)
  expect(groups.map(({ kind }) => kind)).toEqual(['fit', 'moves', 'unheard'])
})
