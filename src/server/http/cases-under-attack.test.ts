/** Cases of appointment under requests that no page sends: nothing is passed in silence, and nothing ends in an error. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byTheBook, ofEach } from '#appoint/procedure/fixtures.ts'
import { type CaseOffice, officeOfCases, type Steps, written } from './case-fixtures.ts'

let office: CaseOffice
let seat: string
let person: string
let base: { readonly kind: string; readonly title: string; readonly on: string; readonly candidates: readonly string[] }
beforeAll(async () => {
  office = await officeOfCases(150)
  ;[seat, person] = await office.pairOf('promotion')
  base = { kind: 'promotion', title: '局长', on: '2026-01-05', candidates: [person] }
}, 120_000)
afterAll(() => office?.city.close())

const target = () => ({ kind: 'seat', positionId: seat })

const promotion = (): Steps => ({
  motion: ['2026-01-12', written(byTheBook.motion)],
  recommendation: ['2026-01-20', { ...written(byTheBook.recommendation), recommended_position: seat }],
  appraisees: ['2026-01-26', written(byTheBook.appraisees)],
  appraisal: ['2026-02-25', written(byTheBook.appraisal), written(ofEach.appraisal)],
  deliberation: ['2026-03-06', written(byTheBook.deliberation)],
})
const decidedOn = (day: string) => ({ ...written(byTheBook.decision), decided_on: day })

describe('what no record can hold', () => {
  test.each<[string, object, number]>([
    ['a NUL in a title', { title: '局\u0000长' }, 400],
    ['half a character', { reason: '急需\ud800' }, 400],
    ['a title of invisible signs', { title: '\u200b\u2060' }, 400],
    ['letters written backwards', { title: '\u202e长局' }, 400],
    ['a day before any record', { on: '0001-01-01' }, 400],
    ['a day that is none', { on: '2026-02-30' }, 400],
    ['a day to come', { on: '2099-01-01' }, 422],
    ['somebody unknown', { candidates: ['\u0000'] }, 422],
  ])('a case with %s is refused', async (_, wrong, status) => {
    const answer = await office.send('/cases', { ...base, target: target(), ...wrong })
    expect([answer.status, Object.keys(answer.body.message)]).toEqual([status, ['zh', 'en']])
  })

  test('markup, formulas and long words are kept as they were written', async () => {
    const title = `=HYPERLINK("x")<script>'; drop table cadres;--\u2028${'长'.repeat(60)}`
    const { title: kept } = await office.detail(await office.open({ ...base, target: target(), title }))
    expect(kept).toBe(title)
  })

  test('a case is asked for on days of its records alone', async () => {
    const caseId = await office.open({ ...base, target: target() })
    for (const on of ['0001-01-01', '9999-12-31']) await office.city.ask(`/api/cases/${caseId}?on=${on}`, 400)
    for (const on of ['1850-01-01', '2200-12-31']) await office.city.ask(`/api/cases/${caseId}?on=${on}`)
  })
})

describe('facts that cannot be true', () => {
  let caseId: string
  beforeAll(async () => {
    caseId = await office.open({ ...base, target: target() })
    expect(await office.play(caseId, person, promotion())).toBe('decision')
  }, 60_000)

  test.each<[string, object, string | undefined, string]>([
    ['more present than due', { members_due: 5, members_present: 11 }, undefined, 'fact-counts'],
    ['nobody due', { members_due: 0, members_present: 0 }, undefined, 'fact-counts'],
    ['more for than present', { members_due: 11, members_present: 8, votes_for: 9 }, 'each', 'fact-counts'],
    ['a part of a person', { members_due: 5.5 }, undefined, 'bad-request'],
    ['nobody to be appointed', { posts: 0 }, undefined, 'fact-counts'],
    ['a decision that is to come', { decided_on: '2030-01-01' }, undefined, 'fact-to-come'],
    ['a list of members without one', { members: [] }, undefined, 'bad-request'],
  ])('%s', async (_, facts, each, code) => {
    expect((await office.record(caseId, '2026-03-06', facts, each && person)).code).toBe(code)
  })

  test('no step is taken before what it rests on, and a correction shows at the gate that was passed', async () => {
    await office.record(caseId, '2026-03-06', decidedOn('2026-03-06'))
    await office.record(caseId, '2026-03-06', { votes_for: 9 }, person)
    const early = await office.act(caseId, '2026-03-06', {
      kind: 'corrected',
      event: await eventOf(caseId, 'decided_on'),
      facts: { decided_on: '2026-03-08' },
      reason: '笔误',
    })
    expect(early.status).toBe(200)
    expect((await office.goOn(caseId, '2026-03-07')).code).toBe('fact-to-come')
    expect((await office.goOn(caseId, '2026-03-09')).status).toBe(200)
    const event = await eventOf(caseId, 'votes_for')
    const tooMany = { kind: 'corrected', event, cadreId: person, facts: { votes_for: 30 }, reason: '笔误' }
    expect((await office.act(caseId, '2026-03-10', tooMany)).code).toBe('fact-counts')
    const { status } = await office.act(caseId, '2026-03-10', { ...tooMany, facts: { votes_for: 2 } })
    const { timeline, gate, version } = await office.detail(caseId, '2026-03-16')
    expect([status, timeline.findLast(({ kind }) => kind === 'advanced')?.corrected]).toEqual([200, [version]])
    const majority = gate.items.find(({ finding }) => finding.rule === 'APPT-38-MAJORITY')
    expect(majority).toMatchObject({ effect: 'blocks', mayOverride: false })
  })

  test('nothing is recorded of somebody who has left the case', async () => {
    const other = await office.open({ ...base, target: target() })
    await office.act(other, '2026-01-06', {
      kind: 'candidate-left',
      cadreId: person,
      why: 'withdrew',
      reason: '本人要求',
    })
    expect((await office.record(other, '2026-01-06', { assessed: true }, person)).code).toBe('case-not-candidate')
  })
})

const eventOf = async (caseId: string, fact: string): Promise<number> =>
  (await office.detail(caseId)).timeline.findLast(({ facts }) => facts.some(({ name }) => name === fact))?.seq ?? 0

describe('who acts', () => {
  const link = (cadreId: string | null) =>
    office.send('/officers/officer/person', { cadreId, reason: '登记' }, office.head, 'PUT')

  test('nobody opens a case on oneself in the name of others, or puts oneself forward', async () => {
    const caseId = await office.open({ ...base, target: target(), candidates: [] })
    await link(person)
    expect((await office.send('/cases', { ...base, target: target(), handlers: ['head'] })).code).toBe('case-recused')
    expect((await office.act(caseId, '2026-01-06', { kind: 'candidate-added', cadreId: person })).code).toBe(
      'case-recused',
    )
    await link(null)
    expect((await office.act(caseId, '2026-01-06', { kind: 'candidate-added', cadreId: person })).status).toBe(200)
  })

  test('whoever has recused acts no more; only handlers step back', async () => {
    const caseId = await office.open({ ...base, target: target(), handlers: ['officer', 'head'] })
    const leave = { kind: 'handler-released', account: 'officer', recused: true, reason: '与人选有利害关系' }
    expect((await office.act(caseId, '2026-01-06', { ...leave, account: 'nobody' })).code).toBe('case-not-handler')
    expect((await office.act(caseId, '2026-01-06', leave)).status).toBe(200)
    expect((await office.record(caseId, '2026-01-06', { posts: 1 })).code).toBe('case-recused')
    const again = { kind: 'handler-assigned', account: 'officer' }
    expect((await office.act(caseId, '2026-01-06', again, office.head)).code).toBe('case-handler-recused')
  })

  test.each<[string, object, number]>([
    ['a reason of blanks', { reason: ' \u3000\u200b' }, 400],
    ['a document of blanks', { document: '\u2060' }, 400],
    ['a document to come', { documentOn: '2026-02-01' }, 422],
    ['a finding that is not there', { rule: 'APPT-99' }, 422],
    ['a finding of somebody else', { cadreId: 'nobody' }, 422],
  ])('no exception with %s', async (_, wrong, status) => {
    const caseId = await office.open({ ...base, target: target() })
    const paper = {
      rule: 'APPT-CH3-MOTION',
      approvedBy: '市委',
      document: '1号',
      documentOn: '2026-01-05',
      reason: '急需',
    }
    expect(
      (await office.act(caseId, '2026-01-05', { kind: 'overridden', ...paper, ...wrong }, office.head)).status,
    ).toBe(status)
  })

  test('every event has its entry in the audit', async () => {
    const caseId = await office.open({ ...base, target: target() })
    await office.record(caseId, '2026-01-06', { posts: 1 })
    await office.act(caseId, '2026-01-06', { kind: 'suspended', reason: '等候' })
    const entries = await office.city.records.database
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', caseId)
      .execute()
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['case.facts-recorded', 'case.suspended']),
    )
  })
})
