/** Courses of matters on tolerance, fitness and rewards, told by their events. */
import { describe, expect, test } from 'vitest'
import { parseDate } from '#domain/calendar.ts'
import type { MatterDesign, MatterEvent, MatterFacts, MatterOpening } from '#domain/matter.ts'
import { actRefusal, replayMatter } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { fitnessDesign } from './fitness.ts'
import { rewardDesign } from './reward.ts'
import { toleranceDesign } from './tolerance.ts'

const book = loadRuleBook()
type Told = readonly [on: string, act: string, facts: MatterFacts]

function course(design: MatterDesign, begun: string, ...told: readonly Told[]) {
  const opening: MatterOpening = {
    kind: design.kind,
    title: '事项',
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '理由',
  }
  const stamp = (seq: number, on: string) => ({
    seq,
    by: 'officer',
    byName: '林',
    recordedAt: '',
    on: parseDate(on) ?? 0,
  })
  const events: MatterEvent[] = [
    { ...stamp(1, begun), kind: 'opened', opening },
    ...told.map(([on, act, facts], index) => ({ ...stamp(index + 2, on), kind: 'acted' as const, act, facts })),
  ]
  const matter = replayMatter(design, events)
  const attempt = (on: string, act: string, facts: MatterFacts) =>
    actRefusal(design, { matter, facts, on: parseDate(on) ?? 0 }, act, ['handler', 'head', 'person'])
  const writes = (on: string, act: string, facts: MatterFacts) =>
    design.acts.find(({ id }) => id === act)?.effect?.({ matter, facts, on: parseDate(on) ?? 0 })
  return { matter, attempt, writes, deadlines: design.deadlines(matter, 20261122) }
}

describe('tolerance of honest mistakes', () => {
  const design = toleranceDesign(book, 20261122)
  const factors = Object.fromEntries(
    ['motive', 'conditions', 'procedure', 'nature', 'consequence', 'remedy'].map((name) => [name, '已查明']),
  )
  const begun: readonly Told[] = [
    ['2026-09-01', 'apply', { applicant: 'unit', event_id: 'E0007', what: '试点中程序有瑕疵', grounds: '先行先试' }],
    ['2026-09-10', 'establish', { investigators: '干部监督科二人', found: '属实', heard: '本人说明，单位认可' }],
  ]
  const ruling = {
    ruling: 'tolerated',
    body: '县委组织部',
    document: '县组〔2026〕9号',
    scope: '不作为苗头和不适宜的依据',
  }

  test('a ruling shields the event, and is due within the working days of the place', () => {
    const distinguished: Told = [
      '2026-09-15',
      'distinguish',
      { pioneering: 'may', exploring: 'no-bearing', developing: 'may', ...factors },
    ]
    const { attempt, writes, deadlines } = course(design, '2026-08-31', ...begun, distinguished)
    expect(attempt('2026-09-20', 'rule', ruling)).toBeUndefined()
    expect(writes('2026-09-20', 'rule', ruling)).toMatchObject([
      { table: 'supervision', row: { event_id: 'E0007', tolerated: 'true' } },
    ])
    expect(deadlines).toMatchObject([{ id: 'rule', on: 20261015 }])
  })

  test('whoever sought gain is not shielded, whatever else speaks for it', () => {
    const distinguished: Told = [
      '2026-09-15',
      'distinguish',
      { pioneering: 'may', exploring: 'may', developing: 'may-not', ...factors },
    ]
    const { attempt, writes } = course(design, '2026-08-31', ...begun, distinguished)
    expect(attempt('2026-09-20', 'rule', ruling)).toMatchObject({
      code: 'tolerance-beyond',
      says: { zh: '三个区分中有一项属于不得容错的情形，不能认定容错。' },
    })
    expect(attempt('2026-09-20', 'rule', { ...ruling, ruling: 'refused' })).toBeUndefined()
    expect(writes('2026-09-20', 'rule', { ...ruling, ruling: 'refused' })).toEqual([])
  })
})

describe('fitness for the post', () => {
  const design = fitnessDesign(book, 20261122)
  const verified: Told = [
    '2025-03-10',
    'verify',
    { situation: '5-7', sources: '走访谈话二十人', heard: '本人认可', holds: true, grounds: '长期不在状态' },
  ]

  test('ends at once where the check finds nothing', () => {
    const [, , facts] = verified
    expect(course(design, '2025-03-01', ['2025-03-10', 'verify', { ...facts, holds: false }]).matter).toMatchObject({
      standing: 'closed',
      stage: 'ended',
    })
  })

  test('writes the measure with its words, and lets nobody return before the period is over', () => {
    const decided = { way: 'removal', body: '县委常委会', decided_on: '2025-04-01', document: '县委〔2025〕11号' }
    const proposed: Told = ['2025-03-20', 'propose', { proposed: 'removal', why: '岗位不能缺位' }]
    const { writes } = course(design, '2025-03-01', verified, proposed)
    expect(writes('2025-04-01', 'decide', decided)).toEqual([
      {
        table: 'sanctions',
        row: {
          cadre_id: 'C1',
          kind: 'organizational-measure',
          decided_on: '2025-04-01',
          authority: '县委常委会',
          basis: '推进领导干部能上能下：免职（县委〔2025〕11号）',
        },
      },
    ])
    const { attempt, deadlines } = course(
      design,
      '2025-03-01',
      verified,
      proposed,
      ['2025-04-01', 'decide', decided],
      ['2025-04-03', 'talk', { talker: '部领导', said: '服从组织决定' }],
      ['2025-04-20', 'support', { place: '四级调研员', mentor: '分管领导', help: '参加专题班' }],
    )
    const review = { state: '转变明显', may_return: true }
    expect(attempt('2026-03-31', 'review', review)).toMatchObject({ code: 'fitness-period-running' })
    expect(attempt('2026-04-01', 'review', review)).toBeUndefined()
    expect(deadlines).toMatchObject([
      { id: 'follow-up', on: 20260420 },
      { id: 'period-ends', on: 20260401 },
    ])
  })
})

test('a reward is approved after the end of its notice, and then stands among the honours', () => {
  const design = rewardDesign(book, 20261122)
  const proposed: Told = ['2026-02-01', 'propose', { reward: 'merit-3', deeds: '连续三年优秀', checked: '无不同意见' }]
  const approval = { approved_on: '2026-02-20', authority: '县委、县政府' }
  expect(course(design, '2026-01-20', proposed).attempt('2026-02-20', 'approve', approval)).toMatchObject({
    code: 'reward-not-announced',
  })
  const announced: Told = ['2026-02-05', 'announce', { notice_from: '2026-02-05', notice_to: '2026-02-12' }]
  const { attempt, writes } = course(design, '2026-01-20', proposed, announced)
  expect(attempt('2026-02-20', 'approve', approval)).toBeUndefined()
  expect(writes('2026-02-20', 'approve', approval)).toEqual([
    { table: 'honours', row: { cadre_id: 'C1', title: '记三等功', on: '2026-02-20', authority: '县委、县政府' } },
  ])
})
