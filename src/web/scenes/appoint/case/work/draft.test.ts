import { describe, expect, it } from 'vitest'
import type { CaseDetail } from '#server/contract/index.ts'
import { actsOf, typed, valueOf } from './draft.ts'

const fact = (name: string, value: unknown, event: number) => ({
  name,
  value,
  event,
  label: { zh: name, en: name },
  shown: { zh: '', en: '' },
})

const detail = {
  facts: [fact('members_due', 12, 3), fact('decided_on', '2026-11-02', 4)],
  people: [
    {
      cadreId: 'C1',
      name: '王某',
      post: '',
      age: 45,
      left: null,
      facts: [fact('checks', { dossier: 'clear' }, 2)],
    },
  ],
} satisfies Pick<CaseDetail, 'facts' | 'people'>

describe('a draft of facts', () => {
  it('holds nothing that is recorded already', () => {
    expect(typed(detail, {}, 'members_due', 12)).toEqual({})
    expect(typed(detail, { members_due: 11 }, 'members_due', 12)).toEqual({})
    expect(valueOf(detail, { members_due: 11 }, 'members_due')).toBe(11)
    expect(valueOf(detail, { members_due: null }, 'members_due')).toBeUndefined()
  })

  it('records what is new, about each subject by itself, with the paper it is from', () => {
    const draft = { votes_for: 9, 'C1/checks': { dossier: 'clear', petition: 'clear' } }
    expect(actsOf(detail, draft, '会议记录', '')).toEqual([
      { keys: ['votes_for'], act: { kind: 'facts-recorded', source: '会议记录', facts: { votes_for: 9 } } },
      {
        keys: ['C1/checks'],
        act: {
          kind: 'facts-recorded',
          cadreId: 'C1',
          source: '会议记录',
          facts: { checks: { dossier: 'clear', petition: 'clear' } },
        },
      },
    ])
  })

  it('corrects the event that recorded what is changed or taken away, with the reason', () => {
    const draft = { members_due: 11, decided_on: null, 'C1/checks': { dossier: 'concern' } }
    expect(actsOf(detail, draft, '', ' 数错 ').map(({ act }) => act)).toEqual([
      { kind: 'corrected', event: 3, facts: { members_due: 11 }, removed: [], reason: '数错' },
      { kind: 'corrected', event: 4, facts: {}, removed: ['decided_on'], reason: '数错' },
      {
        kind: 'corrected',
        event: 2,
        cadreId: 'C1',
        facts: { checks: { dossier: 'concern' } },
        removed: [],
        reason: '数错',
      },
    ])
  })

  it('says which items of a catalogue are taken away', () => {
    expect(actsOf(detail, { 'C1/checks': { petition: 'clear' } }, '', '误记').map(({ act }) => act)).toEqual([
      {
        kind: 'corrected',
        event: 2,
        cadreId: 'C1',
        facts: { checks: { petition: 'clear' } },
        removed: ['checks'],
        reason: '误记',
      },
    ])
  })

  it('drops what is typed and emptied again', () => {
    expect(typed(detail, { votes_for: 9 }, 'votes_for', undefined)).toEqual({})
    expect(typed(detail, {}, 'members_due', '')).toEqual({ members_due: null })
  })
})
