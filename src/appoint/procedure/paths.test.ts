import { describe, expect, test } from 'vitest'
import { factsOfCandidates } from '#domain/case-facts.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { CaseEvent, CaseKind, CaseOpening, CaseStage, RecordedFacts } from '#domain/selection-case.ts'
import { factsOn } from './facts-on-path.ts'
import {
  at,
  book,
  byTheBook,
  countyOn,
  eventsOf,
  ofEach,
  openingOf,
  seatTarget,
  settle,
  today,
  tryAct,
} from './fixtures.ts'
import { pathOf } from './path.ts'
import { replay } from './replay.ts'

const everyFact: RecordedFacts = Object.assign({}, ...Object.values(byTheBook), {
  removal_ground: 'age',
  demotion_ground: 'unsuitable',
  resignation: 'voluntary',
  applied_on: 20260105,
  secondment_task: 'project',
  personnel_kept: true,
  seconded_to: 20270305,
  assessed: true,
  opinions_heard: true,
  probation_result: 'fit',
})
const everyFactOfEach: RecordedFacts = Object.assign({}, ...Object.values(ofEach))

const openings: Readonly<Record<CaseKind, CaseOpening>> = {
  promotion: openingOf('promotion', { candidates: ['C1'] }),
  'further-use': openingOf('further-use', { candidates: ['C3'] }),
  lateral: openingOf('lateral', { candidates: ['C1'], target: seatTarget('P4') }),
  demotion: openingOf('demotion', { candidates: ['C1'], target: seatTarget('P4') }),
  secondment: openingOf('secondment', { candidates: ['C1'], target: seatTarget('P4') }),
  removal: openingOf('removal', { candidates: ['C1'], target: seatTarget('P2') }),
  resignation: openingOf('resignation', { candidates: ['C1'], target: seatTarget('P2') }),
  'grade-promotion': openingOf('grade-promotion', {
    candidates: ['C1'],
    target: { kind: 'grade', grade: 'officer-1' },
  }),
}

/** The day on which each stage is left. */
const leaving: Readonly<Partial<Record<CaseStage, number>>> = {
  motion: 20260112,
  recommendation: 20260120,
  appraisees: 20260126,
  appraisal: 20260225,
  deliberation: 20260306,
  decision: 20260309,
  notice: 20260317,
  appointment: 20260318,
}

/** The stages that a case of a kind goes through when only facts of its own forms are recorded, and what holds it. */
function play(kind: CaseKind): { stages: string[]; held: string[]; outcome: unknown } {
  const path = pathOf(book, kind, 20260105)
  let events: readonly CaseEvent[] = eventsOf([[20260105, { kind: 'opened', opening: openings[kind] }]])
  const stages: string[] = ['motion']
  const held: string[] = []
  for (let count = 0; count < 12; count += 1) {
    const { stage } = replay(events)
    const on = leaving[stage] ?? 20260401
    events = recorded(
      events,
      on,
      factsOn(path)
        .filter((fact) => fact.stage === stage)
        .map(({ name }) => name),
    )
    const { gate } = at(events, on)
    const blocks = gate.filter(({ effect, family }) => effect === 'blocks' && family !== 'eligibility')
    held.push(...blocks.map(({ finding }) => `${stage}: ${finding.rule} ${finding.missing.join()}`))
    events = settle(settle(events, on, 'answered'), on, 'overridden')
    const acknowledged = gate.map(({ finding }) => finding.rule)
    const next = path.stages.find(
      (one) => tryAct(events, on, { kind: 'advanced', to: one, acknowledged }).refused === undefined,
    )
    if (next === undefined) {
      const closed = tryAct(events, on, { kind: 'closed', outcome: 'completed', acknowledged })
      return { stages, held, outcome: closed.refused ?? at(closed.events, on).selection.outcome }
    }
    events = tryAct(events, on, { kind: 'advanced', to: next, acknowledged }).events
    stages.push(next)
  }
  return { stages, held, outcome: undefined }
}

function recorded(events: readonly CaseEvent[], on: number, names: readonly string[]): readonly CaseEvent[] {
  const pick = (facts: RecordedFacts, ofCandidates: boolean): RecordedFacts =>
    Object.fromEntries(
      Object.entries(facts).filter(([name]) => names.includes(name) && factsOfCandidates.has(name) === ofCandidates),
    )
  const first = tryAct(events, on, { kind: 'facts-recorded', facts: pick(everyFact, false) }).events
  const [cadreId = ''] = replay(events).opening.candidates
  return tryAct(first, on, { kind: 'facts-recorded', cadreId, facts: pick(everyFactOfEach, true) }).events
}

describe('the path of each kind of case', () => {
  test.each([
    ['further-use', 'motion recommendation appraisees appraisal deliberation decision appointment'],
    ['lateral', 'motion appraisal deliberation decision appointment'],
    ['demotion', 'motion appraisal deliberation decision appointment'],
    ['removal', 'motion deliberation decision appointment'],
    ['resignation', 'motion appraisal decision appointment'],
    ['secondment', 'motion deliberation decision appointment'],
    ['grade-promotion', 'motion recommendation appraisal decision notice appointment'],
  ] as const)('%s is done by recording what its own forms ask', (kind, stages) => {
    expect(play(kind)).toEqual({ stages: stages.split(' '), held: [], outcome: 'completed' })
  })

  test('a promotion waits for its probation to end', () => {
    const { stages, held } = play('promotion')
    expect(stages.join(' ')).toBe(
      'motion recommendation appraisees appraisal deliberation decision notice appointment probation confirmation',
    )
    expect(held.join()).toContain('APPT-42-PROBATION')
  })

  test('every stage left out says by which article', () => {
    for (const kind of identifiersOf('caseKind')) {
      const { steps } = pathOf(book, kind, today)
      for (const { leftOut, basis } of steps) {
        if (leftOut) expect(leftOut.zh).toContain(basis.article)
        expect(basis.instrument).not.toMatch(/^[a-z]/)
      }
    }
  })
})

test('a post of which only words are known can be left', () => {
  const words = {
    tenure_id: 'T9',
    cadre_id: 'C3',
    unit_text: '甲县某中心',
    title_text: '主任',
    post_level: 'section-deputy',
    role: 'principal',
    from: '2020-01-01',
    kind: 'appointed',
  }
  const facts = countyOn(today, [['tenures', words]])
  const opening = openingOf('removal', { candidates: ['C3'], target: { kind: 'post', tenureId: 'T9' } })
  const events = eventsOf([[20260105, { kind: 'opened', opening }]])
  expect(at(events, today, { facts }).gate.map(({ finding }) => finding.rule)).toContain('APPT-REMOVAL-GROUND')
})
