import { expect, test } from 'vitest'
import { draftOf, emptyItem, isReady, type MinutesDraft, minutesOf, pasted } from './minutes-draft.ts'

const member = (cadreId: string, name: string) => ({ cadreId, name, title: '', isPresent: 'yes' as const })
const draft: MinutesDraft = {
  unitId: 'U1',
  name: '党组会议',
  heldOn: '2026-06-10',
  papersOn: '',
  minutesKept: 'untold',
  presiderId: 'C1',
  members: [member('C1', '张某'), member('C2', '李某')],
  items: [{ ...emptyItem(0), subject: '购置设备' }],
}

test('what was not told is left out', () => {
  const sent = minutesOf(draft)
  expect(sent).not.toHaveProperty('papersOn')
  expect(sent).not.toHaveProperty('minutesKept')
  expect(sent.items[0]?.stands).toEqual([])
  expect(isReady(draft)).toBe(true)
  expect(isReady({ ...draft, items: [emptyItem(0)] })).toBe(false)
})

test('“concerns nobody” is said of everybody; “somebody” of each', () => {
  const [item] = draft.items
  if (!item) throw new Error('one item')
  const none = minutesOf({ ...draft, items: [{ ...item, recusal: 'none' }] })
  expect(none.items[0]?.stands).toEqual([
    { cadreId: 'C1', isConcerned: false, hasRecused: false },
    { cadreId: 'C2', isConcerned: false, hasRecused: false },
  ])
  const stands = { C2: { order: '', opinion: '' as const, isConcerned: true, hasRecused: true } }
  const some = minutesOf({ ...draft, items: [{ ...item, recusal: 'some', stands }] })
  expect(some.items[0]?.stands[1]).toEqual({ cadreId: 'C2', isConcerned: true, hasRecused: true })
})

test('what is on record comes back as it was sent', () => {
  const filled = pasted('李某\t1\t同意\n张某，2，缓议', draft.members, {})
  expect(filled.unread).toEqual([])
  const [item] = draft.items
  const sent = minutesOf({
    ...draft,
    papersOn: '2026-06-07',
    minutesKept: 'yes',
    items: [
      {
        ...(item ?? emptyItem(0)),
        ...filled,
        recusal: 'none',
        votesFor: '1',
        differs: 'yes',
        isReconsidered: true,
        consents: '2',
      },
    ],
  })
  expect(sent.items[0]?.stands).toMatchObject([
    { cadreId: 'C1', order: 2, opinion: 'postpone' },
    { cadreId: 'C2', order: 1, opinion: 'agree' },
  ])
  expect(minutesOf(draftOf(sent, new Map()))).toEqual(sent)
})

test('a name that is no member’s is told, and the other rows are taken', () => {
  const { stands, unread } = pasted('王某 1 同意\n李某 2 不同意\n\n', draft.members, {})
  expect(unread).toEqual(['王某'])
  expect(stands.C2).toMatchObject({ order: '2', opinion: 'disagree' })
})
