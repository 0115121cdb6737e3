import { describe, expect, it } from 'vitest'
import type { MatterDesign, MatterEvent, MatterFacts } from '#domain/matter.ts'
import { actRefusal, actsOpen, replayMatter, sharedDeeds } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { ownRequestDesigns, ownRequestKinds } from './requests.ts'

const designs = ownRequestDesigns(loadRuleBook(), 20261122)

type Done = readonly [on: number, act: string, facts: MatterFacts, asPerson?: boolean]

function course(design: MatterDesign, ...acts: readonly Done[]) {
  const stamp = { by: 'cadre', byName: '林晓舟', recordedAt: '2026-11-22T08:00:00.000Z' }
  const opening = { kind: design.kind, title: '题', subject: { cadreId: 'C1' }, handlers: ['officer'], reason: '由' }
  const events: MatterEvent[] = [{ ...stamp, seq: 1, on: 20260105, kind: 'opened', opening }]
  for (const [on, act, facts, asPerson] of acts) {
    const done = { kind: 'acted' as const, act, facts, ...(asPerson ? { asPerson } : {}) }
    events.push({ ...stamp, ...done, seq: events.length + 1, on })
  }
  return replayMatter(design, events)
}

describe.each(designs.map((design) => [design.kind, design] as const))('%s', (kind, design) => {
  const [outcome] = design.acts[0]?.fields[0]?.options ?? []
  const restricts = kind === 'objection' ? { restricts: ['order'] } : {}
  const answered = (on: number): Done => [
    on,
    'answer',
    { outcome: outcome?.id ?? '', grounds: '核对了任职文件', ...restricts },
  ]
  const again: Done = [20260112, 'ask-again', { objection: '漏看了一份文件' }, true]

  it('is answered by a person of the department within the days of the place, with grounds', () => {
    const due = design.deadlines(course(design), 20260110)
    expect(due).toMatchObject([{ id: 'answer', on: 20260120, who: 'handler' }])
    expect(due[0]?.basis?.instrument).toContain('个人信息保护法')
    const refused = (facts: MatterFacts) =>
      actRefusal(design, { matter: course(design), facts, on: 20260110 }, 'answer', ['handler'])?.code
    expect(refused({ outcome: outcome?.id ?? '' })).toBe('matter-field-missing')
    expect(refused({ outcome: outcome?.id ?? '', grounds: '核对了任职文件', ...restricts })).toBeUndefined()
    const byPerson = { matter: course(design), facts: { outcome: outcome?.id ?? '', grounds: '由' }, on: 20260110 }
    expect(actRefusal(design, byPerson, 'answer', ['person'])?.code).toBe('matter-act-not-yours')
  })

  it('shows the answer to the cadre, who asks once more and not twice', () => {
    const open = (...acts: readonly Done[]) =>
      actsOpen(design, course(design, ...acts), ['person'], 20260125)
        .filter(({ act }) => act.id !== 'lift')
        .map(({ act, hindrance }) => [act.id, hindrance?.code])
    expect(sharedDeeds(design, course(design, answered(20260110))).map(({ act }) => act)).toEqual(['answer'])
    expect(open(answered(20260110))).toEqual([
      ['ask-again', undefined],
      ['settled', undefined],
    ])
    expect(open(answered(20260110), again, answered(20260120))).toEqual([
      ['ask-again', 'own-request-twice'],
      ['settled', undefined],
    ])
  })

  it('is not closed over the head of the cadre before the time to ask again is over', () => {
    const closing = (on: number, ...acts: readonly Done[]) =>
      actRefusal(design, { matter: course(design, ...acts), facts: {}, on }, 'close', ['handler'])?.code
    expect(closing(20260125, answered(20260110))).toBe('own-request-open')
    expect(closing(20260126, answered(20260110))).toBeUndefined()
    expect(closing(20260121, answered(20260110), again, answered(20260120))).toBeUndefined()
    expect(course(design, answered(20260110), [20260126, 'close', {}]).standing).toBe('closed')
    expect(ownRequestKinds).toContain(kind)
  })
})
