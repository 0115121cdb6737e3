import { describe, expect, it } from 'vitest'
import { formatDate, parseDate } from '#domain/calendar.ts'
import type { MatterActor, MatterEvent, MatterFacts } from '#domain/matter.ts'
import { actRefusal, replayMatter } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { careDesign } from './design.ts'

const design = careDesign(loadRuleBook(), 20261122)
const day = (text: string): number => parseDate(text) ?? 0

/** A matter opened from a sign, and what is done in it: an act on a day, refused with a code or recorded. */
function care() {
  const events: MatterEvent[] = [
    {
      ...stamp(1, '2025-11-03'),
      kind: 'opened',
      opening: {
        kind: 'care',
        title: '群众反映',
        subject: { cadreId: 'C1' },
        handlers: ['officer'],
        reason: '核查群众反映',
        origin: { source: 'signals/petition/C1/2025-11-01', says: { zh: '属实反映两件', en: 'Two' } },
      },
    },
  ]
  const matter = () => replayMatter(design, events)
  return {
    matter,
    stage: () => matter().stage,
    due: (on: string) => design.deadlines(matter(), day(on)).map(({ id, on: due }) => `${id} ${formatDate(due)}`),
    act(act: string, on: string, facts: MatterFacts, actors: readonly MatterActor[] = ['handler']): string | undefined {
      const context = { matter: matter(), facts, on: day(on) }
      const refusal = actRefusal(design, context, act, actors)
      if (refusal) return refusal.code
      const effect = design.acts.find(({ id }) => id === act)?.effect?.(context) ?? []
      const rows = effect.map(({ table, row }) => ({ table, after: row }))
      const asPerson = actors.includes('person')
      events.push({ ...stamp(events.length + 1, on), kind: 'acted', act, facts, asPerson, effect: rows })
      return undefined
    },
    undo(event: number, on: string) {
      events.push({ ...stamp(events.length + 1, on), kind: 'effect-undone', event, reason: '复核撤销' })
    },
  }
}

const stamp = (seq: number, on: string) => ({
  seq,
  by: 'officer',
  byName: '林晓舟',
  recordedAt: `${on}T09:00:00.000Z`,
  on: day(on),
})

const checked = {
  checked_by: '林晓舟',
  how: '查阅信访件',
  found: '推诿两次',
  result: 'goes-on',
  grounds: '谈话记录两份',
}
const notice = { way: 'in-person', issuer: '县委组织部', received_by: '本人', matters: '就两件群众反映作出说明' }
const study = { studied_on: '2025-11-10', studied_by: '部务会', approver: '书记', approval: 'approved' }
const decision = { weighed: '答复属实', reasons: '态度生硬', article: 'REMIND-LADDER', authority: '县委组织部' }
const told = ['person'] as const

/** Up to the point where the cadre was told, on 2025-11-14. */
function toldOf(form: string) {
  const one = care()
  one.act('check', '2025-11-05', checked)
  one.act('choose', '2025-11-06', { form, why: '需要本人说明' })
  if (form === 'admonition') one.act('approve', '2025-11-12', study, ['head'])
  one.act('notify', '2025-11-14', notice)
  return one
}

describe('a matter of care', () => {
  it('asks a person to check first, with grounds of his or her own', () => {
    const one = care()
    expect(one.due('2025-11-04')).toEqual(['check 2025-12-03'])
    for (const act of ['choose', 'notify', 'decide', 'clear'])
      expect(one.act(act, '2025-11-05', {})).toBe('matter-act-not-now')
    expect(one.act('check', '2025-11-05', { ...checked, grounds: '属实反映两件' })).toBe('care-grounds-of-computation')
    expect(one.act('check', '2025-11-05', { ...checked, grounds: '' })).toBe('matter-field-missing')
    expect(one.act('check', '2025-11-05', checked)).toBeUndefined()
    expect(one.stage()).toBe('form')
  })

  it('ends as a false alarm, with the reason', () => {
    const one = care()
    expect(one.act('check', '2025-11-05', { ...checked, result: 'nothing', grounds: '同名他人' })).toBeUndefined()
    expect(one.matter()).toMatchObject({ stage: 'nothing', standing: 'closed' })
  })

  it('hands over what goes beyond the first form, with the receipt, and goes no further', () => {
    const one = care()
    one.act('check', '2025-11-05', checked)
    const handed = { body: '县纪委监委', higher_form: 'second', handed_why: '涉嫌违纪' }
    expect(one.act('hand-over', '2025-11-06', handed)).toBe('matter-field-missing')
    expect(one.act('hand-over', '2025-11-06', { ...handed, receipt: '收字3号' })).toBeUndefined()
    expect(one.matter()).toMatchObject({ stage: 'handed-over', standing: 'closed' })
    expect(one.act('notify', '2025-11-07', notice)).toBe('matter-act-not-now')
  })

  it('decides nothing before the reply, or before the fifteenth working day has passed', () => {
    const one = toldOf('inquiry')
    expect(one.due('2025-11-15')).toEqual(['reply 2025-12-05'])
    expect(one.act('decide', '2025-11-20', { outcome: 'reminder', ...decision })).toBe('matter-act-not-now')
    expect(one.act('no-reply', '2025-12-05', { asked_again: '电话催办' })).toBe('care-window-open')
    expect(one.act('no-reply', '2025-12-06', { asked_again: '电话催办' })).toBeUndefined()
    expect(one.act('reply', '2025-12-08', { reply: '来迟的说明' }, told)).toBeUndefined()
    expect(one.stage()).toBe('outcome')
  })

  it('extends the window to a later day alone', () => {
    const one = toldOf('inquiry')
    expect(one.act('extend', '2025-11-20', { until: '2025-12-01', extension_why: '出差' })).toBe('care-no-extension')
    expect(one.act('extend', '2025-11-20', { until: '2025-12-20', extension_why: '出差' })).toBeUndefined()
    expect(one.act('no-reply', '2025-12-10', { asked_again: '电话' })).toBe('care-window-open')
  })

  it('closes without a trace where the cadre has explained, and keeps words that come later', () => {
    const one = toldOf('inquiry')
    one.act('reply', '2025-11-20', { reply: '当日在外办案' }, told)
    expect(one.act('decide', '2025-11-25', { outcome: 'explained', ...decision })).toBeUndefined()
    const comment = { word_kind: 'correction', words: '日期有误' }
    expect(one.act('comment', '2026-02-01', comment, told)).toBeUndefined()
    expect(one.matter()).toMatchObject({ stage: 'explained', closedOn: 20251125, effects: [] })
  })

  it('admonishes only once approved after the hearing; then effect, follow-up and clearing, each in its time', () => {
    const one = toldOf('admonition')
    one.act('reply', '2025-11-20', { reply: '认识到不足' }, told)
    const admonish = { outcome: 'admonition', ...decision, article: 'REMIND-ADMON-APPROVE' }
    expect(one.act('decide', '2025-11-25', admonish)).toBe('care-not-approved')
    expect(one.act('approve', '2025-11-24', { ...study, studied_on: '2025-11-23' }, ['handler'])).toBe(
      'matter-act-not-yours',
    )
    expect(one.act('approve', '2025-11-24', { ...study, studied_on: '2025-11-23' }, ['head'])).toBeUndefined()
    expect(one.act('decide', '2025-11-25', admonish)).toBeUndefined()
    expect(one.matter().effects.at(-1)?.rows[0]).toMatchObject({
      table: 'sanctions',
      after: { cadre_id: 'C1', kind: 'admonition', decided_on: '2025-11-25', until: '2026-05-25' },
    })
    expect(one.due('2025-12-01')).toEqual(['follow-up 2026-05-25', 'clear 2026-05-25'])
    expect(one.act('clear', '2026-05-20', { told_how: '当面' })).toBe('care-not-followed-up')
    const talk = { talked_with: '本人', mended: '态度改善', is_mended: true }
    expect(one.act('follow-up', '2026-05-20', talk)).toBe('care-follow-up-early')
    expect(one.act('follow-up', '2026-05-26', talk)).toBeUndefined()
    expect(one.act('clear', '2026-05-27', { told_how: '当面' })).toBeUndefined()
    expect(one.matter()).toMatchObject({ stage: 'cleared', standing: 'closed', closedOn: 20260527 })
  })

  it('is reviewed within thirty days, and revoked once its entry is taken back', () => {
    const one = toldOf('reminder')
    one.act('reply', '2025-11-20', { reply: '不属实' }, told)
    one.act('decide', '2025-11-25', { outcome: 'reminder', ...decision })
    const asked = { review_grounds: '请求撤销', review_body: '县委组织部' }
    expect(one.act('seek-review', '2025-12-26', asked, told)).toBe('care-review-late')
    expect(one.act('seek-review', '2025-12-25', asked, told)).toBeUndefined()
    const revoked = { review_result: 'revoked', review_reasons: '事实有误' }
    expect(one.act('answer-review', '2026-01-10', revoked, ['head'])).toBe('care-measure-stands')
    const decided = one.matter().effects[0]?.event ?? 0
    one.undo(decided, '2026-01-10')
    expect(one.act('answer-review', '2026-01-10', revoked, ['head'])).toBeUndefined()
    expect(one.matter()).toMatchObject({ stage: 'revoked', standing: 'closed' })
  })
})
