import { expect, it } from 'vitest'
import type { MatterAct, MatterEvent, MatterFacts } from '#domain/matter.ts'
import { actRefusal, replayMatter, sharedDeeds } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { planDesign } from './design.ts'
import { draftFacts, proposedSteps } from './proposal.ts'
import { openSteps, planSteps } from './steps.ts'

const book = loadRuleBook()
const design = planDesign(book, 20261122)
const stamp = { by: 'officer', byName: '林晓舟', recordedAt: '2026-11-22T08:00:00.000Z' }

function course(...acts: readonly (readonly [on: number, act: string, facts: MatterFacts, asPerson?: boolean])[]) {
  const opening = {
    kind: 'development-plan',
    title: '计划',
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '需求',
  } as const
  const events: MatterEvent[] = [{ ...stamp, seq: 1, on: 20260105, kind: 'opened', opening }]
  for (const [on, act, facts, asPerson] of acts) {
    const done: MatterAct = { kind: 'acted', act, facts, ...(asPerson ? { asPerson } : {}) }
    events.push({ ...stamp, ...done, seq: events.length + 1, on })
  }
  return replayMatter(design, events)
}

const steps = [
  { goal: 'mass-work', carrier: 'seat', what: '到乡镇任副镇长', from: '2026-03-01', to: '2028-03-01' },
  { carrier: 'training', what: '补足20学时', to: '2026-12-31' },
]
const drafted = [20260110, 'draft', { steps }] as const
const approved = [20260112, 'approve', {}] as const
const agreed = [20260115, 'answer', { answer: 'agrees' }, true] as const

it('is answered by the cadre before it runs, and goes back to the draft where changes are asked for', () => {
  expect(course(drafted).stage).toBe('approval')
  expect(course(drafted, approved).stage).toBe('answer')
  expect(course(drafted, approved, agreed).stage).toBe('running')
  expect(course(drafted, approved, [20260115, 'answer', { answer: 'asks-change', words: '孩子小' }, true]).stage).toBe(
    'drafting',
  )
})

it('takes an answer from the cadre alone, with words where something is asked for', () => {
  const matter = course(drafted, approved)
  const answer = (facts: MatterFacts, actors: readonly ('person' | 'head' | 'handler')[]) =>
    actRefusal(design, { matter, facts, on: 20260115 }, 'answer', actors)?.code
  expect(answer({ answer: 'agrees' }, ['handler', 'head'])).toBe('matter-act-not-yours')
  expect(answer({ answer: 'asks-change' }, ['person'])).toBe('plan-words-missing')
  expect(answer({ answer: 'asks-change', words: '先补业务' }, ['person'])).toBeUndefined()
})

it('is seen by the cadre once it is approved: no earlier draft, and no revision before its approval', () => {
  const seen = (matter: ReturnType<typeof course>) => sharedDeeds(design, matter).map(({ act }) => act)
  expect(seen(course(drafted))).toEqual([])
  expect(seen(course(drafted, [20260111, 'return', { remarks: '时间太紧' }], drafted, approved))).toEqual([
    'draft',
    'approve',
  ])
  const running = [drafted, approved, agreed] as const
  const revision = [20260601, 'revise', { change_reason: '机构改革', steps }] as const
  expect(seen(course(...running, revision))).toEqual(['draft', 'approve', 'answer'])
  expect(seen(course(...running, revision, [20260602, 'approve', {}]))).toEqual([
    'draft',
    'approve',
    'answer',
    'revise',
    'approve',
  ])
})

it('falls due step by step and at every review', () => {
  const due = (matter: ReturnType<typeof course>) => design.deadlines(matter, 20260601).map(({ id, on }) => [id, on])
  expect(due(course())).toEqual([['draft', 20260204]])
  expect(due(course(drafted, approved))).toEqual([['answer', 20260127]])
  const running = course(drafted, approved, agreed, [
    20260301,
    'progress',
    { step: 2, state: 'done', evidence: '结业证' },
  ])
  expect(due(running)).toEqual([
    ['review/2026-01-15', 20260715],
    ['step/1', 20280301],
  ])
  expect(planSteps(running).map(({ state }) => state)).toEqual(['ahead', 'done'])
  expect(openSteps(running)).toHaveLength(1)
})

it('records progress of a step that is there, and a revision keeps the steps', () => {
  const matter = course(drafted, approved, agreed)
  const refused = (act: string, facts: MatterFacts) =>
    actRefusal(design, { matter, facts, on: 20260201 }, act, ['handler'])?.code
  const told = { state: 'begun', evidence: '到任' }
  expect(refused('progress', { step: 3, ...told })).toBe('plan-step-unknown')
  expect(refused('progress', { step: 1, ...told })).toBeUndefined()
  expect(refused('revise', { change_reason: '减', steps: steps.slice(1) })).toBe('plan-steps-lost')
})

it('begins with one step for every need, by the carrier that the place gives to it', () => {
  const need = {
    cadreId: 'C1',
    need: 'grassroots',
    rule: 'R',
    proposal: { zh: '到乡镇任职', en: 'A township' },
  } as const
  const proposed = proposedSteps(
    [need, { ...need, rule: 'R2' }, { ...need, need: 'hours', proposal: { zh: '补20学时', en: '20 h' } }],
    book,
    20261122,
  )
  expect(proposed.map(({ carrier, goal, by }) => [carrier, goal, by])).toEqual([
    ['seat', 'mass-work', 20281122],
    ['training', 'learning', 20271122],
  ])
  const facts = draftFacts(proposed, 'generalist')
  expect(facts['abilities']).toEqual(['mass-work', 'learning'])
  expect(actRefusal(design, { matter: course(), facts, on: 20261122 }, 'draft', ['handler'])).toBeUndefined()
})
