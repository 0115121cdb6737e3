import { describe, expect, test } from 'vitest'
import { type Change, dropped, emptied, placed, readDraft, restored, seated, writeDraft } from './draft.ts'

const holders = new Map([
  ['P1', 'C1'],
  ['P2', 'C2'],
])
const after = (changes: readonly Change[]) => Object.fromEntries(seated(changes, holders))

describe('a board in the address', () => {
  test('comes back as it was written', () => {
    const draft = {
      changes: [
        { positionId: 'P1', cadreId: 'C9' },
        { positionId: 'P2', cadreId: null },
      ],
      seat: 'P3',
      added: ['C9'],
      compared: ['C8', 'C9'],
    }
    expect(readDraft(writeDraft(draft))).toEqual(draft)
    expect(readDraft({})).toEqual({ changes: [], seat: undefined, added: [], compared: [] })
  })

  test('text that names no seat is passed over, and a sixth candidate too', () => {
    expect(readDraft({ set: ['*C1', 'P1'] }).changes).toEqual([])
    expect(readDraft({ compare: ['1', '2', '3', '4', '5', '6'] }).compared).toHaveLength(5)
  })
})

describe('changes on the board', () => {
  test('whoever is put elsewhere leaves the old seat', () => {
    expect(after(placed([], holders, 'P3', 'C1'))).toEqual({ P2: 'C2', P3: 'C1' })
  })

  test('a person is put into one seat only', () => {
    const twice = placed(placed([], holders, 'P3', 'C9'), holders, 'P1', 'C9')
    expect(after(twice)).toEqual({ P1: 'C9', P2: 'C2' })
  })

  test('back in the old seat nothing is changed', () => {
    expect(placed(placed([], holders, 'P3', 'C1'), holders, 'P1', 'C1')).toEqual([])
    expect(restored(emptied([], holders, 'P1'), 'P1')).toEqual([])
    expect(emptied(placed([], holders, 'P3', 'C9'), holders, 'P3')).toEqual([])
  })

  test('two who sit on the board change places; a newcomer takes the seat', () => {
    expect(after(dropped([], holders, 'P2', 'C1'))).toEqual({ P1: 'C2', P2: 'C1' })
    expect(after(dropped([], holders, 'P2', 'C9'))).toEqual({ P1: 'C1', P2: 'C9' })
    expect(dropped(dropped([], holders, 'P2', 'C1'), holders, 'P1', 'C1')).toEqual([])
  })
})
