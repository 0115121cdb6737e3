import { expect, test } from 'vitest'
import { noSteps, redone, stepped, undone } from './steps.ts'

test('two steps back and one forward; something new forgets the rest', () => {
  const steps = stepped(stepped(noSteps, 'a'), 'b')
  const [second, one] = undone(steps, 'c') ?? []
  const [first, two] = (one && undone(one, second ?? '')) ?? []
  expect([second, first]).toEqual(['b', 'a'])
  expect(two && undone(two, 'a')).toBeUndefined()
  const [again, three] = (two && redone(two, 'a')) ?? []
  expect(again).toBe('b')
  expect(three && stepped(three, 'b').future).toEqual([])
})
