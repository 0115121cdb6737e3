import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MatterEvent, MatterFacts } from '#domain/matter.ts'
import { actRefusal, replayMatter } from '#domain/matter-course.ts'
import { loadRuleBook } from '#policy/index.ts'
import { ownRequestDesigns, upheld } from './requests.ts'
import { restrictionsOn } from './restricting.ts'

const design = ownRequestDesigns(loadRuleBook(), 20261122).find(({ kind }) => kind === 'objection')
if (!design) throw new Error('there is a design for objections')

type Done = readonly [on: number, act: string, facts?: MatterFacts]

function course(...acts: readonly Done[]) {
  const stamp = { by: 'cadre', byName: '林晓舟', recordedAt: '2026-11-22T08:00:00.000Z' }
  const opening = {
    kind: 'objection' as const,
    title: '题',
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '由',
  }
  const events: MatterEvent[] = [{ ...stamp, seq: 1, on: 20260105, kind: 'opened', opening }]
  for (const [on, act, facts = {}] of acts)
    events.push({ ...stamp, seq: events.length + 1, on, kind: 'acted', act, facts })
  return replayMatter(design as NonNullable<typeof design>, events)
}

const answer = (on: number, facts: MatterFacts): Done => [on, 'answer', { grounds: '复核过', ...facts }]
const standing = (on: number, ...acts: readonly Done[]) =>
  restrictionsOn([{ matterId: 'M', matter: course(...acts) }], on).map(({ of }) => of)
const refused = (facts: MatterFacts) =>
  actRefusal(
    design as NonNullable<typeof design>,
    { matter: course(), facts: { grounds: '复核过', ...facts }, on: 20260110 },
    'answer',
    ['handler'],
  )?.code

it('asks what is restricted where an objection is upheld, and refuses it where it is not', () => {
  expect(refused({ outcome: upheld })).toBe('objection-restricts-nothing')
  expect(refused({ outcome: upheld, restricts: ['signs'] })).toBeUndefined()
  expect(refused({ outcome: 'stands', restricts: ['signs'] })).toBe('objection-restricts-unasked')
  expect(refused({ outcome: upheld, restricts: ['signs'], until: '2026-01-09' })).toBe('objection-until-past')
  expect(refused({ outcome: upheld, restricts: ['somewhat'] })).toBe('matter-field-wrong')
})

it('stands from the day of the decision to its last day, both with it', () => {
  const decided = answer(20260110, { outcome: upheld, restricts: ['estimates', 'order'], until: '2026-03-31' })
  expect(standing(20260109, decided)).toEqual([])
  expect(standing(20260110, decided)).toEqual(['estimates', 'order'])
  expect(standing(20260331, decided)).toEqual(['estimates', 'order'])
  expect(standing(20260401, decided)).toEqual([])
})

it('stands until the cadre lifts it, through asking again and the end of the matter, and yields to a later answer', () => {
  const decided = answer(20260110, { outcome: upheld, restricts: ['signs'] })
  expect(standing(20300101, decided, [20260111, 'settled'])).toEqual(['signs'])
  expect(standing(20300101, decided, [20260111, 'settled'], [20260501, 'lift'])).toEqual([])
  expect(standing(20260430, decided, [20260111, 'settled'], [20260501, 'lift'])).toEqual(['signs'])
  const again: Done = [20260112, 'ask-again', { objection: '还有次序' }]
  expect(standing(20260115, decided, again)).toEqual(['signs'])
  const wider = answer(20260116, { outcome: upheld, restricts: ['signs', 'order'] })
  expect(standing(20260120, decided, again, wider)).toEqual(['signs', 'order'])
  expect(standing(20260120, decided, again, answer(20260116, { outcome: 'stands' }))).toEqual([])
})

it('is lifted by nobody but the cadre', () => {
  const matter = course(answer(20260110, { outcome: upheld, restricts: ['signs'] }))
  const lifted = (actor: 'handler' | 'head' | 'person') =>
    actRefusal(design as NonNullable<typeof design>, { matter, facts: {}, on: 20260201 }, 'lift', [actor])?.code
  expect([lifted('handler'), lifted('head'), lifted('person')]).toEqual([
    'matter-act-not-yours',
    'matter-act-not-yours',
    undefined,
  ])
})

it('holds on every day between and on no other', () => {
  const day = fc.integer({ min: 0, max: 27 }).map((days) => 20260201 + days)
  fc.assert(
    fc.property(day, day, day, (a, b, on) => {
      const [from, until] = [Math.min(a, b), Math.max(a, b)]
      const text = `2026-02-${String(until % 100).padStart(2, '0')}`
      const decided = answer(from, { outcome: upheld, restricts: ['order'], until: text })
      expect(standing(on, decided).length > 0).toBe(from <= on && on <= until)
    }),
  )
})
