import { describe, expect, test } from 'vitest'
import type { CaseAct } from '#domain/selection-case.ts'
import type { WantedAct } from './acts.ts'
import { deadlinesOf, earliestFor, noticeEnds } from './deadlines.ts'
import { isHindrance, planEffect, planFailure } from './effect.ts'
import { book, byTheBook, countyOn, eventsOf, openingOf, seatTarget, today, tryAct } from './fixtures.ts'
import { replay } from './replay.ts'

const opened = eventsOf([[20260105, { kind: 'opened', opening: openingOf('promotion', { candidates: ['C1'] }) }]])
const after = (...acts: CaseAct[]) =>
  eventsOf([
    [20260105, { kind: 'opened', opening: openingOf('promotion', { candidates: ['C1'] }) }],
    ...acts.map((act) => [20260112, act] as const),
  ])

describe('what may happen to a case', () => {
  test.each<[string, CaseAct[], WantedAct, string | undefined]>([
    ['a stage out of turn', [], { kind: 'advanced', to: 'decision', acknowledged: [] }, 'case-not-next'],
    [
      'nothing in a suspended case',
      [{ kind: 'suspended', reason: '等候' }],
      { kind: 'candidate-added', cadreId: 'C2' },
      'case-suspended',
    ],
    ['resuming what goes on', [], { kind: 'resumed', reason: '' }, 'case-not-suspended'],
    ['somebody twice', [], { kind: 'candidate-added', cadreId: 'C1' }, 'case-candidate-there'],
    ['another candidate', [], { kind: 'candidate-added', cadreId: 'C2' }, undefined],
    [
      'somebody leaves who is not there',
      [],
      { kind: 'candidate-left', cadreId: 'C2', why: 'withdrew', reason: '本人' },
      'case-not-candidate',
    ],
    ['back to a stage ahead', [], { kind: 'returned', to: 'decision', reason: '' }, 'case-not-earlier'],
    ['not passed before the decision', [], { kind: 'closed', outcome: 'not-passed' }, 'case-outcome-early'],
    ['withdrawn at any time', [], { kind: 'closed', outcome: 'withdrawn', reason: '另行安排' }, undefined],
    ['done with stages to come', [], { kind: 'closed', outcome: 'completed' }, 'case-not-at-end'],
    ['undoing what was never written', [], { kind: 'effect-undone', reason: '' }, 'case-not-in-effect'],
    [
      'a fact of candidates told of the case',
      [],
      { kind: 'facts-recorded', facts: { votes_for: 9 } },
      'fact-of-candidates',
    ],
    ['a fact that the case tells', [], { kind: 'facts-recorded', facts: { appraisees: 3 } }, 'fact-told'],
    [
      'another value of what is recorded',
      [{ kind: 'facts-recorded', facts: { motion_on: 20260105 } }],
      { kind: 'facts-recorded', facts: { motion_on: 20260106 } },
      'fact-recorded',
    ],
    [
      'a further item of a catalogue',
      [{ kind: 'facts-recorded', facts: { plan: { post: true } } }],
      { kind: 'facts-recorded', facts: { plan: { scope: true } } },
      undefined,
    ],
    [
      'a correction of an event that did not say it',
      [{ kind: 'facts-recorded', facts: { motion_on: 20260105 } }],
      { kind: 'corrected', event: 2, facts: { posts: 2 }, reason: '记错' },
      'event-not-of-facts',
    ],
    [
      'facts in a closed case',
      [{ kind: 'closed', outcome: 'withdrawn', gate: [] }],
      { kind: 'facts-recorded', facts: { posts: 1 } },
      'case-closed',
    ],
  ])('%s', (_, before, act, refused) => {
    expect(tryAct(after(...before), 20260112, act).refused).toBe(refused)
  })

  test('nothing has happened tomorrow, nor a stage before the one it follows', () => {
    expect(tryAct(opened, 20270101, { kind: 'suspended', reason: '等候' }).refused).toBe('case-day-to-come')
    const early = { kind: 'advanced', to: 'recommendation', acknowledged: [] } as const
    expect(tryAct(opened, 20260101, early).refused).toBe('case-day-before-stage')
  })

  test('a correction stands, and the earlier record stays to be seen', () => {
    const wrong = after({ kind: 'facts-recorded', facts: { motion_on: 20260105, occasion: 'individual' } })
    const { events } = tryAct(wrong, 20260113, {
      kind: 'corrected',
      event: 2,
      facts: { motion_on: 20260104 },
      removed: ['occasion'],
      reason: '记错日期',
    })
    const { facts, corrected } = replay(events)
    expect(facts).toEqual({ motion_on: 20260104 })
    expect(corrected.get(2)).toEqual([3])
    expect(events[1]).toMatchObject({ facts: { motion_on: 20260105 } })
  })

  test('a case about a seat that is not there on the day goes nowhere', () => {
    const opening = openingOf('promotion', { candidates: ['C1'], target: seatTarget('P99') })
    const events = eventsOf([[20260105, { kind: 'opened', opening }]])
    const go = { kind: 'advanced', to: 'recommendation', acknowledged: [] } as const
    expect(tryAct(events, 20260112, go).refused).toBe('case-candidate-unknown')
  })

  test('kin may only step back', () => {
    const kin = { isKin: true }
    expect(tryAct(opened, 20260112, { kind: 'suspended', reason: '' }, kin).refused).toBe('case-recused')
    const leave = { kind: 'handler-released', account: 'officer', recused: true, reason: '亲属' } as const
    expect(tryAct(opened, 20260112, leave, kin).refused).toBeUndefined()
    expect(tryAct(opened, 20260112, { ...leave, account: 'head' }, kin).refused).toBe('case-recused')
  })
})

describe('what a case writes', () => {
  const decided = (kind: 'promotion' | 'removal' | 'secondment' | 'grade-promotion', more: object = {}) => {
    const facts = { ...byTheBook.decision, ...byTheBook.appointment, ...more }
    const target =
      kind === 'removal'
        ? seatTarget('P2')
        : kind === 'grade-promotion'
          ? ({ kind: 'grade', grade: 'officer-1' } as const)
          : seatTarget('P1')
    return replay(
      eventsOf([
        [20260105, { kind: 'opened', opening: openingOf(kind, { candidates: ['C1'], target }) }],
        [20260317, { kind: 'facts-recorded', facts }],
      ]),
    )
  }
  const county = countyOn(20260306, [['vacancies', { position_id: 'P1', from: '2025-10-01' }]])

  test('an appointment begins on the day of the decision, ends the old post and fills one vacancy by another', () => {
    expect(planEffect(county, decided('promotion'))).toMatchObject({
      from: 20260306,
      tenure: { cadreId: 'C1', positionId: 'P1', kind: 'appointed', change: 'promotion' },
      ends: [{ table: 'tenures', id: 'T1', on: 20260306 }],
      fills: [{ positionId: 'P1', from: '2025-10-01' }],
      opens: [{ positionId: 'P2', from: '2026-03-06' }],
    })
  })

  test('a secondment leaves the home post as it is', () => {
    const plan = planEffect(county, decided('secondment', { seconded_to: 20270305 }))
    expect(plan).toMatchObject({ tenure: { kind: 'seconded', to: 20270305 }, ends: [], opens: [] })
  })

  test('a grade begins with the approval', () => {
    const selection = decided('grade-promotion', { start_kind: undefined, tenure_from: undefined })
    expect(planEffect(county, selection)).toMatchObject({
      from: 20260317,
      grade: { cadreId: 'C1', grade: 'officer-1' },
    })
  })

  test('a probation that was not passed ends what the appointment began', () => {
    const written = [{ table: 'tenures', id: 'case-1-9' }] as const
    const plan = planFailure({ from: 20260306, written, ended: [], filled: [], opened: [] }, 20270320)
    expect(plan).toMatchObject({ ends: [{ table: 'tenures', id: 'case-1-9', on: 20270320 }], before: { written } })
  })

  test('nobody enters a seat that is held, nor a post without its day', () => {
    const held = planEffect(
      countyOn(20260306, [
        ['tenures', { tenure_id: 'T8', cadre_id: 'C3', position_id: 'P1', from: '2020-01-01', kind: 'appointed' }],
      ]),
      decided('promotion'),
    )
    expect(isHindrance(held) && held.code).toBe('seat-held')
    const dayless = planEffect(county, decided('removal', { decided_on: undefined, tenure_from: undefined }))
    expect(isHindrance(dayless) && dayless.code).toBe('start-unknown')
  })
})

describe('what is due', () => {
  const due = (acts: CaseAct[], day = 20260112) => {
    const events = after(...acts)
    return deadlinesOf(replay(events), events, book, day).map(({ id, on, due: state }) => [id, on, state])
  }

  test('a recommendation lapses a year on, and silence counts a month on', () => {
    const facts = { recommended_on: 20260116, consent_asked_on: 20260120, consent: 'silent' } as const
    expect(due([{ kind: 'facts-recorded', facts }], 20260201)).toEqual([
      ['consent-by-silence', 20260220, 'soon'],
      ['recommendation-lapses', 20270116, 'later'],
    ])
  })

  test('the end of a notice is counted in working days, and told to be unknown without a calendar', () => {
    expect(noticeEnds(20250929, book).day).toBe(20251011)
    const notice = (notice_from: number): CaseAct[] => [
      { kind: 'advanced', from: 'motion', to: 'notice', gate: [] },
      { kind: 'facts-recorded', facts: { notice_from } },
    ]
    expect(due(notice(20260928), 20261012)).toEqual([['notice-ends', 20261009, 'overdue']])
    expect(due(notice(20261229), today)).toEqual([['notice-ends', undefined, 'later']])
  })

  test('the first lawful day after a notice, and after a probation', () => {
    const events = after(
      { kind: 'advanced', from: 'motion', to: 'notice', gate: [] },
      { kind: 'facts-recorded', facts: { notice_from: 20260309, notice_to: 20260312, appointed_on: 20260317 } },
    )
    expect(earliestFor(replay(events), 'appointment', book)).toBe(20260314)
    expect(earliestFor(replay(events), 'confirmation', book)).toBe(20270317)
  })
})
