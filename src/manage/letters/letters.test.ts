import { describe, expect, it } from 'vitest'
import type { Matter, MatterDeed, MatterFacts } from '#domain/matter.ts'
import { loadRuleBook } from '#policy/index.ts'
import { letterOf } from './index.ts'

const book = loadRuleBook()

const deed = (seq: number, act: string, on: number, facts: MatterFacts): MatterDeed => ({
  seq,
  act,
  on,
  facts,
  byName: '林晓舟',
  asPerson: false,
})

/** The letter of the last of these deeds. */
function written(template: string, deeds: readonly MatterDeed[]) {
  const facts: MatterFacts = Object.assign({}, ...deeds.map((each) => each.facts))
  const matter: Matter = {
    opening: { kind: 'care', title: '', subject: { cadreId: 'C1' }, handlers: [], reason: '' },
    openedOn: 20251103,
    version: deeds.length + 1,
    stage: '',
    stageSince: 20251103,
    standing: 'open',
    closedOn: undefined,
    handlers: [],
    deeds,
    facts,
    effects: [],
  }
  const last = deeds.at(-1)
  if (!last) throw new Error('a letter is of a deed')
  const said = [{ label: '认定结论', shown: '予以容错' }]
  return letterOf(template, { matter, deed: last, name: '王某', book, act: '作出认定', facts: said })
}

const notice = deed(4, 'notify', 20251107, {
  issuer: '某县委组织部',
  matters: '第一件。\n第二件。',
  document: '某组函3号',
})

describe('letters of a matter of care', () => {
  it.each([
    ['inquiry', '函询通知书'],
    ['reminder', '提醒函'],
    ['talk', '谈话提醒通知书'],
    ['admonition', '拟诫勉告知书'],
  ])('a notice of %s is a %s with what is asked and until when', (form, title) => {
    const letter = written('care-notice', [deed(3, 'choose', 20251106, { form }), notice])
    expect(letter).toMatchObject({
      title,
      addressee: '王某同志',
      issuer: '某县委组织部',
      document: '某组函3号',
      on: '2025-11-07',
    })
    expect(letter.paragraphs.slice(1, 3)).toEqual(['第一件。', '第二件。'])
    expect(letter.paragraphs[3]).toContain('2025年11月28日前')
  })

  it('a decision says whether the cadre was heard, the article, the effect period and the remedy', () => {
    const facts = { outcome: 'admonition', reasons: '作风粗糙', article: 'REMIND-ADMON-APPROVE', authority: '县委' }
    const letter = written('care-decision', [
      notice,
      deed(5, 'no-reply', 20251201, {}),
      deed(6, 'decide', 20251202, facts),
    ])
    expect(letter.title).toBe('诫勉决定书')
    const said = letter.paragraphs.join('\n')
    for (const part of ['未收到你的答复', '作风粗糙', '诫勉的批准', '至2026年6月2日止', '30日内申请复核'])
      expect(said).toContain(part)
  })

  it('a case that was explained has no effect period', () => {
    const facts = { outcome: 'explained', reasons: '事出有因', article: 'REMIND-LADDER', authority: '县委' }
    const letter = written('care-decision', [
      notice,
      deed(5, 'reply', 20251110, {}),
      deed(6, 'decide', 20251112, facts),
    ])
    expect(letter.title).toBe('了结告知书')
    expect(letter.paragraphs.join('')).not.toContain('影响期自')
  })
})

describe('other letters', () => {
  it('clears a name before those who heard the accusation', () => {
    const cleared = [
      deed(2, 'check', 20260105, { result: 'false', checked_by: '县纪委监委' }),
      deed(4, 'clear', 20260110, { way: 'meeting', audience: '本单位干部职工' }),
    ]
    const letter = written('clearing', cleared)
    expect(letter).toMatchObject({ title: '澄清正名函', addressee: '本单位干部职工' })
    expect(letter.paragraphs[0]).toContain('经县纪委监委查核，所反映的问题不属实')
  })

  it('without words of its own says what was recorded', () => {
    const letter = written('tolerance', [deed(5, 'rule', 20260110, { ruling: 'tolerated', body: '县委' })])
    expect(letter).toMatchObject({ title: '作出认定告知书', issuer: '县委' })
    expect(letter.paragraphs).toContain('认定结论：予以容错')
  })
})
