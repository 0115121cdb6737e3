import { describe, expect, test } from 'vitest'
import type { CaseAct, CaseEvent, CaseStage, RecordedFacts } from '#domain/selection-case.ts'
import { at, byTheBook, countyOn, eventsOf, gateBy, ofEach, openingOf, seatTarget, tryAct } from './fixtures.ts'
import { officerKin } from './recusal.ts'
import { replay } from './replay.ts'

const stages: readonly CaseStage[] = [
  'motion',
  'recommendation',
  'appraisees',
  'appraisal',
  'deliberation',
  'decision',
  'notice',
  'appointment',
]

/** A promotion by the book up to a stage, with facts of a stage replaced. */
function upTo(stage: CaseStage, more: RecordedFacts = {}, candidates: readonly string[] = ['C1']): CaseEvent[] {
  const done = stages.slice(0, stages.indexOf(stage) + 1)
  const acts = done.flatMap((one, index): (readonly [number, CaseAct])[] => {
    const from = done[index - 1]
    const facts = { ...byTheBook[one], ...(one === stage ? more : {}) }
    return [
      ...(from ? [[20260101 + index * 2, { kind: 'advanced', from, to: one, gate: [] }] as const] : []),
      [20260101 + index * 2, { kind: 'facts-recorded', facts }],
      ...candidates.map(
        (cadreId) => [20260101 + index * 2, { kind: 'facts-recorded', cadreId, facts: ofEach[one] ?? {} }] as const,
      ),
    ]
  })
  return eventsOf([[20260101, { kind: 'opened', opening: openingOf('promotion', { candidates }) }], ...acts])
}

describe('a gate between two stages', () => {
  test('lists what is missing at the stage that is left, and waits with what comes at the next', () => {
    const here = at(eventsOf([[20260105, { kind: 'opened', opening: openingOf('promotion') }]]), 20260112)
    expect(gateBy(here, 'APPT-CH3-MOTION')).toBe('blocks unknown')
    const ahead = at(upTo('deliberation'), 20260306)
    expect(gateBy(ahead, 'APPT-37-QUORUM')).toBe('later unknown')
    expect(gateBy(ahead, 'APPT-31-FOUR-CHECKS', 'C1')).toBe('passes met')
  })

  test('asks of each candidate what is a fact of each', () => {
    const events = upTo('appraisal', {}, ['C1', 'C2'])
    const without = events.filter((event) => !('cadreId' in event && event.cadreId === 'C2'))
    const here = at(without, 20260225)
    expect(gateBy(here, 'APPT-31-FOUR-CHECKS', 'C1')).toBe('passes met')
    expect(gateBy(here, 'APPT-31-FOUR-CHECKS', 'C2')).toBe('blocks unknown')
    expect(gateBy(here, 'APPT-33-TEAM')).toBe('passes met')
  })

  test('a recommendation older than a year holds the choice of appraisees', () => {
    const here = at(upTo('recommendation', { recommended_on: 20250110 }), 20260115)
    expect(gateBy(here, 'APPT-16-VALIDITY')).toBe('blocks unmet')
    const other = at(upTo('recommendation', { recommended_position: 'P9' }), 20260120)
    expect(gateBy(other, 'APPT-16-VALIDITY')).toBe('asks discretion')
  })

  test('an exceptional promotion is not discussed before the superior has consented', () => {
    const exceptional = upTo('motion', { exceptional: true }).concat(upTo('deliberation').slice(2))
    const events = exceptional.map((event, index) => ({ ...event, seq: index + 1 }))
    const corrected = events.filter(
      (event) => !(event.kind === 'facts-recorded' && 'motion_on' in event.facts && event.seq > 3),
    )
    expect(gateBy(at(corrected, 20260306), 'APPT-09-PREAPPROVE')).toBe('blocks unknown')
  })

  test.each([
    [11, 7, 7, 'blocks unmet', 'passes met'],
    [12, 8, 6, 'passes met', 'blocks unmet'],
    [11, 8, 6, 'passes met', 'passes met'],
  ])('%i due, %i present, %i for', (members_due, members_present, votes_for, quorum, majority) => {
    const events = upTo('decision', { members_due, members_present })
    const voted = events.map((event) =>
      event.kind === 'facts-recorded' && event.facts.votes_for !== undefined
        ? { ...event, facts: { votes_for } }
        : event,
    )
    const here = at(voted, 20260309)
    expect([gateBy(here, 'APPT-37-QUORUM'), gateBy(here, 'APPT-38-MAJORITY', 'C1')]).toEqual([quorum, majority])
  })

  test('nobody is appointed while the notice stands, nor on a calendar that is not entered', () => {
    const over = { notice_from: 20260928, notice_to: 20261010 }
    expect(gateBy(at(upTo('notice', { ...over, decided_on: 20260306 }), 20261009), 'APPT-41-NOTICE')).toBe(
      'blocks discretion',
    )
    const short = { notice_from: 20260928, notice_to: 20261008 }
    expect(gateBy(at(upTo('notice', short), 20261012), 'APPT-41-NOTICE')).toBe('blocks discretion')
    expect(gateBy(at(upTo('notice', over), 20261012), 'APPT-41-NOTICE')).toBe('passes met')
    const strange = at(upTo('notice', { notice_from: 20261229, notice_to: 20270108 }), 20270111)
    expect(gateBy(strange, 'APPT-41-NOTICE')).toBe('blocks unknown')
    expect(strange.gate.find(({ finding }) => finding.rule === 'APPT-41-NOTICE')?.finding.missing).toEqual([
      'workdays.2027',
    ])
  })

  test('a member of the meeting who is kin of the candidate is concerned, whatever is written', () => {
    const members = [
      { name: '王芳', cadre_id: 'C4', present: true, opinion: 'agree', concerned: false, recused: false },
    ] as const
    const here = at(upTo('decision', { members }), 20260309)
    expect(gateBy(here, 'APPT-37-RECUSE')).toBe('blocks discretion')
    const recused = at(upTo('decision', { members: [{ ...members[0], recused: true }] }), 20260309)
    expect(gateBy(recused, 'APPT-37-RECUSE')).toBe('passes met')
  })

  test('a handler who is kin of a candidate holds every gate until released', () => {
    const facts = countyOn(20260112)
    const events = upTo('motion')
    const officers = officerKin(facts, ['C1'], [{ account: 'officer', name: '王芳', cadreId: 'C4' }])
    expect(officers).toMatchObject([{ candidateId: 'C1' }])
    expect(gateBy(at(events, 20260112, { officers }), 'CSL-76-DUTY', 'C1')).toBe('blocks unmet')
    const left: CaseAct = { kind: 'handler-released', account: 'officer', recused: true, reason: '亲属' }
    const after = [...events, ...eventsOf([[20260112, left]]).map((event) => ({ ...event, seq: events.length + 1 }))]
    expect(gateBy(at(after, 20260112, { officers }), 'CSL-76-DUTY', 'C1')).toBeUndefined()
  })

  test('another open case on the same seat is shown, and holds once it is decided', () => {
    const mine = eventsOf([[20260105, { kind: 'opened', opening: openingOf('promotion', { candidates: ['C1'] }) }]])
    const other = replay(
      eventsOf([[20260105, { kind: 'opened', opening: openingOf('promotion', { title: '另一事项' }) }]]),
    )
    expect(gateBy(at(mine, 20260112, { others: [other] }), 'APPT-QUOTA')).toBe('asks discretion')
    expect(gateBy(at(mine, 20260112, { others: [{ ...other, stage: 'notice' }] }), 'APPT-QUOTA')).toBe('blocks unmet')
  })

  test('a candidate of another open case is asked about', () => {
    const opened = (title: string): CaseAct => ({
      kind: 'opened',
      opening: openingOf('promotion', { title, candidates: ['C1'] }),
    })
    const mine = eventsOf([[20260105, opened('局长')]])
    const other = replay(eventsOf([[20260105, opened('副主任')]]))
    expect(gateBy(at(mine, 20260112), 'PATH-PROMOTION', 'C1')).toBeUndefined()
    expect(gateBy(at(mine, 20260112, { others: [other] }), 'PATH-PROMOTION', 'C1')).toBe('asks discretion')
    const closed = { ...other, standing: 'closed' as const }
    expect(gateBy(at(mine, 20260112, { others: [closed] }), 'PATH-PROMOTION', 'C1')).toBeUndefined()
  })

  test('open cases count against the quota together', () => {
    const target = seatTarget('P4')
    const mine = eventsOf([
      [20260105, { kind: 'opened', opening: openingOf('lateral', { target, candidates: ['C3'] }) }],
    ])
    const extra = {
      position_id: 'P6',
      unit_id: 'U2',
      team_id: 'M2',
      title: '副局长',
      post_level: 'section-deputy',
      role: 'deputy',
    }
    const facts = countyOn(20260112, [['positions', extra]])
    const beside = openingOf('promotion', { title: '另一副局长', target: seatTarget('P6') })
    const others = [replay(eventsOf([[20260105, { kind: 'opened', opening: beside }]]))]
    const found = at(mine, 20260112, { facts, others }).gate.find(({ family }) => family === 'quota')
    expect(found?.finding.reasons[0]?.zh).toBe('班子同类职数3，现配2人，另有在办事项“另一副局长”，全部办成即超职数')
  })
})

describe('what people record at a gate', () => {
  const grounds = { approvedBy: '市委', document: '市委〔2026〕8号', documentOn: 20260112, reason: '急需' }
  const opened = eventsOf([[20260105, { kind: 'opened', opening: openingOf('promotion', { candidates: ['C1'] }) }]])

  test('an exception stays beside the finding, and does not survive a change of what it was granted for', () => {
    const passed = tryAct(opened, 20260112, { kind: 'overridden', rule: 'APPT-CH3-MOTION', ...grounds })
    expect(gateBy(at(passed.events, 20260112), 'APPT-CH3-MOTION')).toBe('overridden unknown')
    const plan = { post: false, conditions: true, scope: true, method: true, procedure: true, 'candidate-ideas': true }
    const changed = tryAct(passed.events, 20260112, { kind: 'facts-recorded', facts: { motion_on: 20260105, plan } })
    expect(gateBy(at(changed.events, 20260112), 'APPT-CH3-MOTION')).toBe('blocks discretion')
  })

  test('an exception from one sanction is none from the next', () => {
    const sanction = (decided_on: string) =>
      ['sanctions', { cadre_id: 'C1', kind: 'party-serious-warning', decided_on }] as const
    const once = countyOn(20260120, [sanction('2025-06-01')])
    const twice = countyOn(20260120, [sanction('2025-06-01'), sanction('2025-12-01')])
    const rule = 'APPT-24-6'
    const events = upTo('recommendation')
    const passed = tryAct(events, 20260120, { kind: 'overridden', rule, cadreId: 'C1', ...grounds }, { facts: once })
    expect(passed.refused).toBeUndefined()
    expect(gateBy(at(passed.events, 20260120, { facts: once }), rule, 'C1')).toBe('overridden unmet')
    expect(gateBy(at(passed.events, 20260120, { facts: twice }), rule, 'C1')).toBe('blocks unmet')
  })

  test('what was passed or answered before a return is asked again', () => {
    const passed = tryAct(opened, 20260112, { kind: 'overridden', rule: 'APPT-CH3-MOTION', ...grounds })
    const on = tryAct(passed.events, 20260112, { kind: 'advanced', to: 'recommendation', acknowledged: [] })
    const back = tryAct(on.events, 20260113, { kind: 'returned', to: 'motion', reason: '调整岗位' })
    expect(back.refused).toBeUndefined()
    expect(gateBy(at(back.events, 20260114), 'APPT-CH3-MOTION')).toBe('blocks unknown')
  })

  test('an answer that the matter stands in the way holds the case', () => {
    const events = upTo('recommendation', { recommended_position: 'P9' })
    const answer = { kind: 'answered', rule: 'APPT-16-VALIDITY', note: '岗位已变' } as const
    const no = tryAct(events, 20260120, { ...answer, stands: false })
    expect(gateBy(at(no.events, 20260120), 'APPT-16-VALIDITY')).toBe('blocks discretion')
    const yes = tryAct(no.events, 20260120, { ...answer, stands: true })
    expect(gateBy(at(yes.events, 20260120), 'APPT-16-VALIDITY')).toBe('answered discretion')
  })
})
