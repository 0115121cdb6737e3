import { expect, it } from 'vitest'
import { type Draft, marksOf, readDraft, toggled } from './draft.ts'

it('a draft is taken up again until its time, and nothing else is', () => {
  const draft: Draft = { code: 'K7QM', answers: [{ options: [1], names: [] }], until: 1000 }
  expect(readDraft(JSON.stringify(draft), 999)).toEqual(draft)
  expect(readDraft(JSON.stringify(draft), 1000)).toBeUndefined()
  expect(readDraft('{"code":7}', 0)).toBeUndefined()
  expect(readDraft('not JSON', 0)).toBeUndefined()
  expect(readDraft(null, 0)).toBeUndefined()
})

it('one choice takes the place of another; of several, one is marked or taken off', () => {
  expect(toggled({ options: [0], names: ['王明'] }, 2, 1)).toEqual({ options: [2], names: [] })
  expect(toggled({ options: [0], names: ['王明'] }, 2, 3)).toEqual({ options: [0, 2], names: ['王明'] })
  expect(toggled({ options: [0, 2], names: [] }, 2, 3)).toEqual({ options: [0], names: [] })
})

it('is sent in the order of the sheet, without empty names', () => {
  expect(marksOf({ options: [2, 0], names: [' 王明 ', ''] })).toEqual([0, 2, '王明'])
})
