import { describe, expect, it } from 'vitest'
import type { AskedElementShape } from '#server/contract/index.ts'
import { differencesOf, draftOf, editOf, elementsOf, shareOf, withChange, withoutRow, withRow } from './draft.ts'

const finance: AskedElementShape = { facet: 'knowledge', element: '财政金融', level: 4, weight: 2 }
const planning: AskedElementShape = { facet: 'practice', element: '统筹谋划', level: 4, weight: null }
const spirit: AskedElementShape = { facet: 'party-spirit', element: '组织纪律观念', level: 4, weight: 1 }

describe('a draft of what a seat asks for', () => {
  it('that follows the library is sent empty, and becomes the seat’s own with the first change', () => {
    const draft = draftOf([finance, planning], true)
    expect(editOf(draft, '', '沿用').elements).toEqual([])
    const changed = withChange(draft, 'knowledge/财政金融', { level: 5 })
    expect(editOf(changed, '', '化债').elements).toEqual([{ ...finance, level: 5 }, planning])
    expect(editOf(withoutRow(draft, 'practice/统筹谋划'), '', '改').elements).toEqual([finance])
  })

  it('keeps a row apart while its name is typed, and sends the name without spaces', () => {
    let draft = withRow(withRow(draftOf([finance]), 'style'), 'style')
    const [, first, second] = draft.rows
    expect(first?.id).not.toBe(second?.id)
    draft = withChange(withoutRow(draft, first?.id ?? ''), second?.id ?? '', { element: ' 担当作为 ', weight: '0.5' })
    expect(elementsOf(draft)).toEqual([finance, { facet: 'style', element: '担当作为', level: 3, weight: 0.5 }])
    expect(new Set(withRow(draft, 'style').rows.map(({ id }) => id)).size).toBe(3)
  })

  it('shares the weights among what is measured: none stated counts as 1', () => {
    const draft = draftOf([finance, planning, spirit])
    const shares = draft.rows.map((row) => shareOf(row, draft))
    expect(shares).toEqual([2 / 3, 1 / 3, 0])
    const weightless = draftOf([{ ...finance, weight: 0 }])
    expect(weightless.rows.map((row) => shareOf(row, weightless))).toEqual([undefined])
  })
})

describe('the difference between two versions', () => {
  it('names what came, what went and what changed', () => {
    const after = [
      { ...finance, level: 5, weight: 3 },
      { ...planning, weight: 1 },
      { ...planning, element: '带队伍' },
    ]
    expect(differencesOf([finance, planning, spirit], after)).toEqual([
      { facet: 'knowledge', element: '财政金融', kind: 'level', from: 4, to: 5 },
      { facet: 'knowledge', element: '财政金融', kind: 'weight', from: 2, to: 3 },
      { facet: 'practice', element: '带队伍', kind: 'added', from: null, to: 4 },
      { facet: 'party-spirit', element: '组织纪律观念', kind: 'removed', from: 4, to: null },
    ])
  })

  it('does not speak of a level of Party spirit', () => {
    expect(differencesOf([spirit], [{ ...spirit, level: 1, weight: 9 }])).toEqual([])
  })
})
