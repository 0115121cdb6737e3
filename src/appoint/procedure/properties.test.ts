import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { CaseEvent, CaseKind, CaseStage } from '#domain/selection-case.ts'
import type { WantedAct } from './acts.ts'
import { at, book, byTheBook, countyOn, eventsOf, ofEach, openingOf, seatTarget, settle, tryAct } from './fixtures.ts'
import { pathOf } from './path.ts'
import { next, replay } from './replay.ts'

const kinds: readonly CaseKind[] = ['promotion', 'lateral', 'removal', 'demotion', 'secondment']
const stages = identifiersOf('processStage')
const facts = countyOn(20260401)
const on = 20260401

const factsAct = fc
  .constantFrom(...Object.values(byTheBook))
  .map((given): WantedAct => ({ kind: 'facts-recorded', facts: given }))
const ownFacts = fc
  .constantFrom(...Object.values(ofEach))
  .map((given): WantedAct => ({ kind: 'facts-recorded', cadreId: 'C1', facts: given }))
const advance = fc
  .constantFrom<CaseStage>(...stages)
  .map((to): WantedAct => ({ kind: 'advanced', to, acknowledged: acknowledged() }))
/** Whatever warns has been read. */
const acknowledged = (): string[] => [...book.rules.keys()]
const others: WantedAct[] = [
  { kind: 'suspended', reason: '等候' },
  { kind: 'resumed', reason: '批复' },
  { kind: 'returned', to: 'motion', reason: '重来' },
  { kind: 'candidate-left', cadreId: 'C1', why: 'withdrew', reason: '本人' },
  { kind: 'candidate-added', cadreId: 'C2' },
  { kind: 'closed', outcome: 'completed', acknowledged: acknowledged() },
  { kind: 'closed', outcome: 'not-passed', reason: '未过半' },
]
/** Answers or passes whatever stands at the gate, or goes on. */
const goOn = fc.constantFrom('answered' as const, 'overridden' as const, 'next' as const)

const step = fc.oneof(
  { weight: 4, arbitrary: advance },
  { weight: 4, arbitrary: factsAct },
  { weight: 2, arbitrary: ownFacts },
  { weight: 12, arbitrary: goOn },
  { weight: 1, arbitrary: fc.constantFrom(...others) },
)

function settled(events: readonly CaseEvent[], how: 'answered' | 'overridden' | 'next'): readonly CaseEvent[] {
  if (how === 'next') {
    const { path, selection } = at(events, on, { facts }).context
    const to = path.stages[path.stages.indexOf(selection.stage) + 1] ?? 'confirmation'
    return tryAct(events, on, { kind: 'advanced', to, acknowledged: acknowledged() }, { facts }).events
  }
  return settle(events, on, how, { facts })
}

const played = fc
  .tuple(fc.constantFrom(...kinds), fc.array(step, { minLength: 10, maxLength: 30 }))
  .map(([kind, steps]) => {
    const opening = openingOf(kind, { candidates: ['C1'], target: seatTarget(kind === 'removal' ? 'P2' : 'P4') })
    const begun: readonly CaseEvent[] = eventsOf([[20260105, { kind: 'opened', opening }]])
    return steps.reduce(
      (events, one) => (typeof one === 'string' ? settled(events, one) : tryAct(events, on, one, { facts }).events),
      begun,
    )
  })

test('whatever officers try, a case goes stage by stage along its path, and no bar is passed but by a documented exception', () => {
  const reached = new Set<CaseStage>()
  fc.assert(
    fc.property(played, (events) => {
      const path = pathOf(book, replay(events).opening.kind, 20260105)
      let stage: CaseStage = 'motion'
      events.forEach((event, index) => {
        if (event.kind === 'returned') stage = event.to
        if (event.kind !== 'advanced') return
        expect(event.from).toBe(stage)
        expect(path.stages).toContain(event.to)
        const between = path.stages.slice(path.stages.indexOf(stage) + 1, path.stages.indexOf(event.to))
        expect(between.filter((one) => one !== 'election')).toEqual([])
        stage = event.to
        reached.add(stage)
        const before = events.slice(0, index)
        for (const { effect, finding, cadreId } of event.gate) {
          expect(['blocks', 'asks']).not.toContain(effect)
          const isHeld = finding.verdict === 'unmet' && finding.weight === 'decides'
          const granted = before.some(
            (one) =>
              one.kind === 'overridden' && one.rule === finding.rule && one.cadreId === cadreId && one.document !== '',
          )
          if (isHeld) expect(granted).toBe(true)
        }
      })
      expect(replay(events).stage).toBe(stage)
    }),
    { numRuns: 25 },
  )
  expect([...reached]).toEqual(expect.arrayContaining(['appraisal', 'deliberation', 'decision']))
}, 30_000)

test('the same events make the same case, in one go or one by one, and after being stored', () => {
  fc.assert(
    fc.property(played, (events) => {
      const [first, ...rest] = events
      if (!first) return
      const whole = replay(events)
      expect(rest.reduce(next, replay([first]))).toEqual(whole)
      expect(replay(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(whole)
      expect(whole.version).toBe(events.length)
    }),
    { numRuns: 15 },
  )
}, 30_000)
