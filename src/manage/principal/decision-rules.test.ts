import { describe, expect, test } from 'vitest'
import type { MeetingItem, MemberStand, TeamMeeting } from '#domain/meeting.ts'
import { snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { checkMeeting, decisionRecord, sumOf } from './decision-rules.ts'
import { minutesFaults } from './minutes.ts'

const book = loadRuleBook()
const facts = factsFor(
  snapshotFrom(20261122, [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
    ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
    ['tenures', { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-03-15' }],
    ['supervision', { event_id: 'E1', unit_id: 'U1', kind: 'decision-rule', on: '2025-05-10', severity: 'none' }],
    [
      'supervision',
      { event_id: 'E2', unit_id: 'U1', kind: 'decision-rule', on: '2025-06-10', severity: 'minor', verified: 'true' },
    ],
    ['supervision', { event_id: 'E3', unit_id: 'U1', kind: 'decision-rule', on: '2025-07-10', severity: 'minor' }],
  ]),
  book,
)

/** Three of three, in the order of speaking, the last one presiding. */
const spoken = ['C2', 'C3', 'C1']
const stand = (cadreId: string, order?: number, more: Partial<MemberStand> = {}): MemberStand => ({
  cadreId,
  opinion: 'agree',
  isConcerned: false,
  ...(order === undefined ? {} : { order }),
  ...more,
})
const item = (more: Partial<MeetingItem> = {}): MeetingItem => ({
  kind: 'funds',
  subject: '购置设备',
  isCollective: true,
  decision: 'adopted',
  stands: spoken.map((cadreId, place) => stand(cadreId, place + 1)),
  ...more,
})
const meeting = (items: readonly MeetingItem[], more: Partial<TeamMeeting> = {}): TeamMeeting => ({
  unitId: 'U1',
  name: '党组会议',
  heldOn: 20260310,
  papersOn: 20260306,
  minutesKept: true,
  presiderId: 'C1',
  members: ['C1', 'C2', 'C3'].map((cadreId) => ({ cadreId, name: `成员${cadreId}`, isPresent: true })),
  items,
  ...more,
})
const verdicts = (of: TeamMeeting): Record<string, string> =>
  Object.fromEntries(checkMeeting(book, facts, of)[0]?.findings.map(({ rule, verdict }) => [rule, verdict]) ?? [])
const faults = (of: TeamMeeting): string[] => minutesFaults(of).map(({ code }) => code)

describe('an item of a meeting against the rules of decision', () => {
  test('papers ahead, everybody present, whoever presides last: all rules are kept', () => {
    expect(verdicts(meeting([item()]))).toEqual({
      'DECISION-COLLECTIVE': 'met',
      'DECISION-PAPERS': 'met',
      'DECISION-QUORUM': 'met',
      'DECISION-MAJORITY': 'met',
      'DECISION-LAST': 'met',
      'DECISION-ABSENT': 'met',
      'DECISION-RECUSAL': 'met',
      'DECISION-MINUTES': 'met',
    })
    expect(checkMeeting(book, facts, meeting([item()]))[0]?.verdict).toBe('met')
  })

  test('the principal speaks first: the rule is not kept, and is told as it was', () => {
    const first = meeting([item({ stands: ['C1', 'C2', 'C3'].map((id, place) => stand(id, place + 1)) })])
    expect(faults(first)).toEqual([])
    expect(verdicts(first)['DECISION-LAST']).toBe('unmet')
  })

  test('minutes without the order of speaking leave it unknown; one later speaker is enough to tell', () => {
    expect(verdicts(meeting([item({ stands: spoken.map((id) => stand(id)) })]))['DECISION-LAST']).toBe('unknown')
    const partly = [stand('C1', 1), stand('C2', 2), stand('C3')]
    expect(verdicts(meeting([item({ stands: partly })]))['DECISION-LAST']).toBe('unmet')
    const open = [stand('C1', 2), stand('C2', 1), stand('C3')]
    expect(verdicts(meeting([item({ stands: open })]))['DECISION-LAST']).toBe('unknown')
  })

  test('an absent member with a vote is named, and the vote does not count', () => {
    const members = meeting([]).members.map((one) => (one.cadreId === 'C3' ? { ...one, isPresent: false } : one))
    const absent = meeting([item({ stands: [stand('C2', 1), stand('C3'), stand('C1', 2)] })], { members })
    const [checked] = checkMeeting(book, facts, absent)
    expect(checked?.findings.find(({ rule }) => rule === 'DECISION-ABSENT')).toMatchObject({
      verdict: 'unmet',
      reasons: [{ zh: '没有到会而记有表决意见的：成员C3' }],
    })
    expect(checked?.findings.find(({ rule }) => rule === 'DECISION-MAJORITY')?.reasons[0]?.zh).toContain('同意2人')
  })

  test('an appointment goes by the articles on appointments: two thirds, not half', () => {
    const members = ['C1', 'C2', 'C3', 'C4', 'C5'].map((cadreId, place) => ({
      cadreId,
      name: cadreId,
      isPresent: place < 3,
    }))
    const found = verdicts(meeting([item({ kind: 'personnel' })], { members }))
    expect(found).toMatchObject({ 'APPT-37-QUORUM': 'unmet', 'APPT-38-MAJORITY': 'met', 'APPT-37-OPINIONS': 'met' })
    expect(found).toMatchObject({ 'APPT-38-RECONSIDER': 'unknown' })
    expect(found).not.toHaveProperty('DECISION-QUORUM')
    expect(found).not.toHaveProperty('APPT-37-DISAGREEMENT')
    expect(verdicts(meeting([item()], { members }))['DECISION-QUORUM']).toBe('met')
  })

  test('who recuses is out of the room for the item, and need not speak', () => {
    const recused = stand('C2', undefined, { isConcerned: true, hasRecused: true })
    const { opinion: _none, ...silent } = recused
    const found = verdicts(meeting([item({ stands: [stand('C3', 1), silent, stand('C1', 2)] })]))
    expect(found).toMatchObject({ 'DECISION-RECUSAL': 'met', 'DECISION-LAST': 'met', 'DECISION-MAJORITY': 'met' })
    const stayed = item({
      stands: [stand('C2', 1, { isConcerned: true, hasRecused: false }), stand('C3', 2), stand('C1', 3)],
    })
    expect(verdicts(meeting([stayed]))['DECISION-RECUSAL']).toBe('unmet')
  })
})

describe('minutes that contradict themselves', () => {
  test.each([
    ['order given twice', item({ stands: [stand('C1', 2), stand('C2', 2), stand('C3', 1)] }), 'minutes-order-twice'],
    ['more votes than members', item({ votesFor: 4 }), 'minutes-votes'],
    ['a stranger votes', item({ stands: [...item().stands, stand('C9', 4)] }), 'minutes-stranger'],
    ['one stands twice', item({ stands: [...item().stands, stand('C1', 4)] }), 'minutes-stand-twice'],
    ['recused and voted', item({ stands: [stand('C2', 1, { hasRecused: true })] }), 'minutes-recused-voted'],
  ])('%s', (_name, wrong, code) => {
    expect(minutesFaults(meeting([item(), wrong])).map((fault) => [fault.item, fault.code])).toContainEqual([2, code])
  })

  test('absent and in the order of speaking; votes of absent members counted; nobody due presides', () => {
    const members = meeting([]).members.map((one) => (one.cadreId === 'C3' ? { ...one, isPresent: false } : one))
    expect(faults(meeting([item()], { members }))).toEqual(['minutes-absent-spoke'])
    const counted = item({ stands: [], votesFor: 3 })
    expect(faults(meeting([counted], { members }))).toEqual(['minutes-votes-absent'])
    expect(faults(meeting([item()], { presiderId: 'C7' }))).toEqual(['minutes-presider'])
  })
})

test('the record of a principal counts items and checks; a fault that nobody verified is unknown', () => {
  const at = (heldOn: number, one: MeetingItem) => {
    const recorded = { ...meeting([one], { heldOn, papersOn: heldOn - 4 }), meetingId: `M${heldOn}`, version: 1 }
    return { meeting: recorded, items: checkMeeting(book, facts, recorded) }
  }
  const record = decisionRecord(
    [
      at(20260310, item()),
      at(20260410, item({ isCollective: false })),
      at(20260510, item({ stands: [] })),
      at(20190510, item()),
    ],
    facts.cadre(0).supervision(),
    20211122,
  )
  expect(record.items).toEqual({ met: 1, unmet: 1, unknown: 1, discretion: 0 })
  expect(record.checks).toEqual({ met: 1, unmet: 1, unknown: 1, discretion: 0 })
  expect(sumOf(record)).toEqual({ checked: 4, unmet: 2, unknown: 2 })
  expect(record.rules.find(({ rule }) => rule === 'DECISION-COLLECTIVE')?.counts).toEqual({
    met: 2,
    unmet: 1,
    unknown: 0,
    discretion: 0,
  })
})
