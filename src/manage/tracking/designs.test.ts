import { describe, expect, it } from 'vitest'
import type { MatterDesign, MatterEvent, MatterFacts } from '#domain/matter.ts'
import { actRefusal, replayMatter, sharedDeeds } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { guidanceDesign } from './guidance.ts'
import { trackingDesign } from './tracking.ts'

const book = loadRuleBook()

type Done = readonly [on: number, act: string, facts: MatterFacts, asPerson?: boolean]

function course(design: MatterDesign, ...acts: readonly Done[]) {
  const stamp = { by: 'officer', byName: '林晓舟', recordedAt: '2026-11-22T08:00:00.000Z' }
  const opening = { kind: design.kind, title: '题', subject: { cadreId: 'C1' }, handlers: ['officer'], reason: '由' }
  const events: MatterEvent[] = [{ ...stamp, seq: 1, on: 20260105, kind: 'opened', opening }]
  for (const [on, act, facts, asPerson] of acts) {
    const done = { kind: 'acted' as const, act, facts, ...(asPerson ? { asPerson } : {}) }
    events.push({ ...stamp, ...done, seq: events.length + 1, on })
  }
  return replayMatter(design, events)
}

describe('guidance', () => {
  const design = guidanceDesign(book, 20261122)
  const assessed: Done = [
    20260110,
    'assess',
    { shortfall: '群众工作经验少', evidence: '履历', measures: ['talk'], responsible: 'officer', due: '2026-07-01' },
  ]
  const told: Done = [20260112, 'tell', { told_by: '周明远', told: '指出不足' }]
  const answered: Done = [20260114, 'answer', { answer: '愿意下乡' }, true]
  const checked = (result: string, due?: string): Done => [
    20260701,
    'check',
    { result, result_grounds: '走访', ...(due ? { due } : {}) },
  ]
  const due = (...acts: readonly Done[]) =>
    design.deadlines(course(design, ...acts), 20260601).map(({ id, on, who }) => [id, on, who])

  it('goes from the shortfall to its mending, with a day for every step', () => {
    expect(due()).toEqual([['assess', 20260120, 'handler']])
    expect(due(assessed)).toEqual([
      ['tell', 20260120, 'handler'],
      ['check', 20260701, 'handler'],
    ])
    expect(due(assessed, told)[0]).toEqual(['answer', 20260127, 'person'])
    expect(due(assessed, told, answered)).toEqual([['check', 20260701, 'handler']])
    expect(due(assessed, told, answered, checked('goes-on', '2026-12-01'))).toEqual([['check', 20261201, 'handler']])
    expect(course(design, assessed, told, answered, checked('mended')).standing).toBe('closed')
  })

  it('is not seen by the cadre before he or she is told', () => {
    const seen = (...acts: readonly Done[]) => sharedDeeds(design, course(design, ...acts)).map(({ act }) => act)
    expect(seen(assessed)).toEqual([])
    expect(seen(assessed, told)).toEqual(['assess', 'tell'])
  })

  it('goes on only with a day to come', () => {
    const matter = course(design, assessed, told, answered)
    const refused = ([on, act, facts]: Done) => actRefusal(design, { matter, facts, on }, act, ['handler'])?.code
    expect(refused(checked('goes-on'))).toBe('guidance-no-day')
    expect(refused(checked('other-measure', '2026-07-01'))).toBe('guidance-no-day')
    expect(refused(checked('other-measure', '2026-10-01'))).toBeUndefined()
    expect(refused(checked('mended'))).toBeUndefined()
  })
})

describe('tracking', () => {
  const design = trackingDesign(book, 20261122)
  const effect = (act: string, matter = course(design)) =>
    design.acts.find(({ id }) => id === act)?.effect?.({ matter, facts: {}, on: 20260110 })

  it('marks the reserve on entry and takes the mark away on leaving, both by the head', () => {
    expect(effect('enter')).toEqual([{ table: 'cadres', row: { cadre_id: 'C1', reserve: 'true' } }])
    expect(effect('leave')).toEqual([{ table: 'cadres', row: { cadre_id: 'C1', reserve: 'false' } }])
    const facts = { entry_reason: '表现突出' }
    const refused = (actor: 'handler' | 'head') =>
      actRefusal(design, { matter: course(design), facts, on: 20260110 }, 'enter', [actor])?.code
    expect([refused('handler'), refused('head')]).toEqual(['matter-act-not-yours', undefined])
  })

  it('asks for the next talk from the last one, and shares nothing of it', () => {
    const talk: Done = [20260301, 'talk', { occasion: 'talk', with: '林晓舟', own_words: '想去乡镇' }]
    const matter = course(design, [20260110, 'take-up', {}], talk)
    expect(design.deadlines(matter, 20260601).map(({ on }) => on)).toEqual([20260901])
    expect(sharedDeeds(design, matter)).toEqual([])
  })
})
