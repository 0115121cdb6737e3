import { describe, expect, test } from 'vitest'
import type { MatterDesign, MatterEvent, MatterFacts, MatterWrite } from '#domain/matter.ts'
import { actRefusal, replayMatter } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { jointAuditDesign } from './joint-audit.ts'
import { rectificationDesign } from './rectification.ts'

const book = loadRuleBook()

/** Plays acts one after another; says what each wrote, and what refused the last one. */
function course(design: MatterDesign, source: string) {
  const stamp = { by: 'officer', byName: '林某', recordedAt: '2026-01-01T00:00:00.000Z' }
  const opening = {
    kind: design.kind,
    title: '整改',
    subject: { cadreId: 'C1', unitId: 'U1' },
    handlers: ['officer'],
    reason: '巡察反馈',
    origin: { source, says: { zh: '', en: '' } },
  }
  const events: MatterEvent[] = [{ ...stamp, seq: 1, on: 20260105, kind: 'opened', opening }]
  const writes: (readonly MatterWrite[])[] = []
  return {
    writes,
    matter: () => replayMatter(design, events),
    /** The code of what stands in the way; the act is done where nothing does. */
    act(act: string, on: number, facts: MatterFacts = {}): string | undefined {
      const context = { matter: replayMatter(design, events), facts, on }
      const refusal = actRefusal(design, context, act, ['handler', 'head', 'person'])
      if (refusal) return refusal.code
      writes.push(design.acts.find(({ id }) => id === act)?.effect?.(context) ?? [])
      events.push({ ...stamp, seq: events.length + 1, on, kind: 'acted', act, facts })
      return undefined
    },
    deadlines: () => design.deadlines(replayMatter(design, events), 20261122).map(({ id, on }) => [id, on]),
  }
}

const assigned = {
  finding: '三公经费超支',
  kind: 'inspection',
  body: '县委巡察组',
  grade: 'moderate',
  responsible: 'C1',
}
const measures = { measures: [{ measure: '清理公务接待', who: '张某', until: '2026-03-31' }] }
const evidence = { evidence: [{ document: '接待清单', shows: '逐笔核销' }] }

describe('a rectification', () => {
  test('goes back to work with a reason and a new day, needs new evidence, and is accepted at the second review', () => {
    const one = course(rectificationDesign(book, 20261122), 'supervision/E0007')
    expect(one.deadlines()).toEqual([['rectify', 20260405]])
    expect(one.act('assign', 20260110, { ...assigned, due_on: '2026-04-30' })).toBeUndefined()
    expect(one.act('plan', 20260120, measures)).toBeUndefined()
    expect(one.deadlines()).toEqual([['rectify', 20260430]])
    expect(one.act('submit', 20260301, { report: '已整改' })).toBe('rectification-evidence')
    expect(one.act('file-evidence', 20260302, evidence)).toBeUndefined()
    expect(one.act('submit', 20260303, { report: '已整改' })).toBeUndefined()
    expect(one.deadlines()).toEqual([['review', 20260402]])
    const back = { verdict: 'reopened', reviewer: '县委巡察办' }
    expect(one.act('review', 20260310, back)).toBe('rectification-reason')
    const reasoned = { ...back, why: '只清理了一个月', due_on: '2026-06-30' }
    expect(one.act('review', 20260310, reasoned)).toBeUndefined()
    expect(one.matter().stage).toBe('under-way')
    expect(one.deadlines()).toEqual([['rectify', 20260630]])
    expect(one.act('submit', 20260401, { report: '再次整改' })).toBe('rectification-evidence')
    expect(one.act('file-evidence', 20260402, evidence)).toBeUndefined()
    expect(one.act('submit', 20260403, { report: '再次整改' })).toBeUndefined()
    expect(one.writes.flat()).toEqual([])
    expect(one.act('review', 20260410, { verdict: 'accepted', reviewer: '县委巡察办' })).toBeUndefined()
    expect(one.writes.at(-1)).toMatchObject([
      { table: 'supervision', row: { event_id: 'E0007', closed_on: '2026-04-10', verified: 'true' } },
    ])
    expect(one.act('close', 20260420, {})).toBeUndefined()
    expect(one.matter()).toMatchObject({ standing: 'closed', closedOn: 20260420 })
  })

  test('that has ended is re-opened where the fault comes back; the event of supervision is open again', () => {
    const one = course(rectificationDesign(book, 20261122), 'supervision/E0007')
    one.act('assign', 20260110, { ...assigned, due_on: '2026-04-30' })
    one.act('plan', 20260120, measures)
    one.act('file-evidence', 20260302, evidence)
    one.act('submit', 20260303, { report: '已整改' })
    one.act('review', 20260310, { verdict: 'accepted', reviewer: '县委巡察办' })
    one.act('close', 20260320, {})
    expect(one.act('reopen', 20260901, { why: '问题反弹' })).toBe('matter-field-missing')
    expect(one.act('reopen', 20260901, { why: '问题反弹', due_on: '2026-12-01' })).toBeUndefined()
    expect(one.writes.at(-1)).toMatchObject([
      { table: 'supervision', row: { event_id: 'E0007', closed_on: null, due_on: '2026-12-01' } },
    ])
    expect(one.matter()).toMatchObject({ standing: 'open', stage: 'under-way', closedOn: undefined })
    expect(one.deadlines()).toEqual([['rectify', 20261201]])
  })

  test('of a finding that came from elsewhere writes nothing into the records', () => {
    const one = course(rectificationDesign(book, 20261122), 'letters/2026-3')
    one.act('assign', 20260110, { ...assigned, kind: 'other', due_on: '2026-04-30' })
    one.act('plan', 20260120, measures)
    one.act('file-evidence', 20260302, evidence)
    one.act('submit', 20260303, { report: '已整改' })
    one.act('review', 20260310, { verdict: 'accepted', reviewer: '部务会' })
    expect(one.writes.flat()).toEqual([])
  })
})

describe('a joint audit', () => {
  const part = (id: string, findings: MatterFacts[string] = []) => ({
    [`${id}_by`]: '审查单位',
    [`${id}_says`]: '总体较好',
    [`findings_${id}`]: findings,
  })
  const begun = () => {
    const one = course(jointAuditDesign(book, 20261122), 'audits/C1/P1/in-post')
    const notice = {
      document: '组通〔2026〕3号',
      enter_on: '2026-02-01',
      period_from: '2021-03-01',
      period_to: '2025-12-31',
    }
    expect(one.act('notify', 20260110, notice)).toBeUndefined()
    expect(one.deadlines()).toEqual([['enter', 20260201]])
    expect(one.act('enter', 20260201, { team: '林某、李某' })).toBeUndefined()
    return one
  }

  test('needs the result of all three parts and the comment of the person, or the end of the time for it', () => {
    const one = begun()
    one.act('record-selection', 20260210, part('selection'))
    one.act('record-staffing', 20260211, part('staffing'))
    expect(one.act('consult', 20260220, { draft: '要点' })).toBe('audit-part-missing')
    one.act('record-finance', 20260212, part('finance'))
    expect(one.act('consult', 20260220, { draft: '要点' })).toBeUndefined()
    expect(one.act('report', 20260221, { report: '1号', conclusion: '好' })).toBe('audit-comment-open')
    expect(one.deadlines()).toEqual([['answer', 20260302]])
    expect(one.act('report', 20260303, { report: '1号', conclusion: '好' })).toBeUndefined()
    expect(one.writes.at(-1)).toMatchObject([
      { row: { kind: 'triple-audit', severity: 'none', closed_on: '2026-03-03', cadre_id: 'C1', unit_id: 'U1' } },
    ])
  })

  test('writes each finding as an event of its own, with the day by which it is to be rectified', () => {
    const one = begun()
    one.act('record-selection', 20260210, part('selection', [{ finding: '超职数配备', grade: 'minor' }]))
    one.act('record-staffing', 20260211, part('staffing'))
    one.act('record-finance', 20260212, part('finance', [{ finding: '白条入账', grade: 'serious' }]))
    one.act('consult', 20260220, { draft: '要点' })
    one.act('answer', 20260222, { agrees: false, comment: '其中一项已经纠正' })
    expect(one.act('report', 20260223, { report: '1号', conclusion: '一般' })).toBe('audit-due-day')
    one.act('report', 20260223, { report: '1号', conclusion: '一般', rectify_by: '2026-05-31' })
    expect(one.writes.at(-1)?.map(({ row }) => [row.event_id, row.finding, row.severity, row.due_on])).toEqual([
      ['+triple-audit-1', '超职数配备', 'minor', '2026-05-31'],
      ['+triple-audit-2', '白条入账', 'serious', '2026-05-31'],
    ])
    one.act('use', 20260301, { uses: ['assessment'], how: '作为年度考核依据' })
    expect(one.act('end', 20260601, { rectified: '两项都已整改' })).toBeUndefined()
    expect(one.matter().standing).toBe('closed')
  })
})
