/** Cases of each kind but promotion, each from its opening to the end, with what it leaves in the records. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byTheBook, ofEach } from '#appoint/procedure/fixtures.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { type CaseOffice, officeOfCases, written } from './case-fixtures.ts'

let office: CaseOffice
beforeAll(async () => {
  office = await officeOfCases(150)
}, 120_000)
afterAll(() => office?.city.close())

const { matters, breaches } = byTheBook.deliberation ?? {}
const decidedOn = (day: string) => ({ ...written(byTheBook.decision), decided_on: day })

const eventOf = async (caseId: string, fact: string): Promise<number> =>
  (await office.detail(caseId)).timeline.findLast(({ facts }) => facts.some(({ name }) => name === fact))?.seq ?? 0

const appraisers = byTheBook.appraisal?.appraisers
const rows = (table: 'tenures' | 'grades', cadreId: string) =>
  office.city.records.database
    .selectFrom(table)
    .selectAll()
    .where('cadre_id', '=', cadreId)
    .where('to', 'is', null)
    .execute()

async function someoneInPost(skip: number): Promise<[seat: string, person: string]> {
  const found = await office.city.records.database
    .selectFrom('tenures')
    .innerJoin('positions', 'positions.position_id', 'tenures.position_id')
    .select(['tenures.position_id', 'cadre_id'])
    .where('to', 'is', null)
    .where('kind', '=', 'appointed')
    .where('positions.role', '=', 'deputy')
    .where('from', '<', '2025')
    .orderBy('cadre_id', 'desc')
    .offset(skip)
    .executeTakeFirstOrThrow()
  return [found.position_id ?? '', found.cadre_id]
}

test('a promotion opened as a transfer is asked about', async () => {
  const [positionId, person] = await office.pairOf('promotion')
  const caseId = await office.open({
    title: '任免',
    kind: 'lateral',
    on: '2026-04-01',
    target: { kind: 'seat', positionId },
    candidates: [person],
  })
  const found = (await office.detail(caseId)).gate.items.find(({ finding }) => finding.rule === 'PATH-LATERAL')
  expect(found).toMatchObject({ effect: 'asks', cadreId: person })
  expect(found?.finding.reasons[0]?.zh).toBe('事项按平级转任办理，按任职记录属于提任')
})

test('a grade is written, and the one before stands again when it is undone', async () => {
  const facts = factsFor(await office.city.records.readSnapshot(20260601), loadRuleBook())
  const people = Array.from({ length: facts.cadreCount }, (_, row) => facts.cadre(row))
  const cadreId = people.find((one) => one.grade === 'consultant-4' && one.post?.seat)?.id ?? ''
  const before = await rows('grades', cadreId)
  const caseId = await office.open({
    title: '任免',
    kind: 'grade-promotion',
    on: '2026-04-01',
    target: { kind: 'grade', grade: 'consultant-3' },
    candidates: [cadreId],
  })
  const ended = await office.play(caseId, cadreId, {
    motion: ['2026-04-01', { motion_on: '2026-04-01' }],
    recommendation: ['2026-04-02', { assessed: true, recommended_on: '2026-04-02' }],
    appraisal: ['2026-04-03', { appraised_on: '2026-04-02', appraisers, matters, breaches }, written(ofEach.appraisal)],
    decision: ['2026-04-07', decidedOn('2026-04-07'), { votes_for: 9 }],
    notice: ['2026-04-15', { notice_from: '2026-04-08', notice_to: '2026-04-14' }],
    appointment: ['2026-04-16', { appointed_on: '2026-04-16' }],
  })
  expect(ended).toBe('closed')
  expect(await rows('grades', cadreId)).toMatchObject([{ grade: 'consultant-3', from: '2026-04-16' }])
  expect((await office.act(caseId, '2026-05-01', { kind: 'effect-undone', reason: '批复撤销' })).status).toBe(200)
  expect((await rows('grades', cadreId)).map(({ from }) => from)).toEqual(before.map(({ from }) => from))
}, 30_000)

test('a secondment to a higher seat asks no promotion, and never ends before it begins', async () => {
  const [positionId, cadreId] = await office.pairOf('promotion', 3)
  const caseId = await office.open({
    title: '任免',
    kind: 'secondment',
    on: '2026-04-01',
    target: { kind: 'seat', positionId },
    candidates: [cadreId],
  })
  const before = await rows('tenures', cadreId)
  const ended = await office.play(caseId, cadreId, {
    motion: [
      '2026-04-01',
      { secondment_task: 'project', personnel_kept: true, seconded_to: '2026-01-01', elected: false },
    ],
    deliberation: ['2026-04-02', { matters, breaches }],
    decision: ['2026-04-07', decidedOn('2026-04-03'), { votes_for: 9 }],
    appointment: ['2026-04-08'],
  })
  expect(ended).toBe('secondment-over')
  const { timeline } = await office.detail(caseId)
  expect(timeline.filter(({ kind }) => kind === 'overridden')).toEqual([])
  const event = await eventOf(caseId, 'seconded_to')
  await office.act(caseId, '2026-04-08', {
    kind: 'corrected',
    event,
    facts: { seconded_to: '2027-04-02' },
    reason: '笔误',
  })
  expect(await office.play(caseId, cadreId, { appointment: ['2026-04-08'] })).toBe('closed')
  expect(await rows('tenures', cadreId)).toEqual(before)
  expect((await office.detail(caseId)).deadlines.map(({ id, on }) => [id, on])).toContainEqual([
    'secondment-ends',
    '2027-04-02',
  ])
}, 30_000)

test('a demotion ends the post before and begins the lower one', async () => {
  const [positionId, cadreId] = await office.pairOf('demotion')
  const caseId = await office.open({
    title: '任免',
    kind: 'demotion',
    on: '2026-04-01',
    target: { kind: 'seat', positionId },
    candidates: [cadreId],
  })
  const ended = await office.play(caseId, cadreId, {
    motion: [
      '2026-04-01',
      { motion_on: '2026-04-01', elected: false, demotion_ground: 'unsuitable', co_managed: false },
    ],
    appraisal: ['2026-04-02', { appraised_on: '2026-04-02', appraisers }, written(ofEach.appraisal)],
    deliberation: ['2026-04-03', { matters, breaches }],
    decision: ['2026-04-07', decidedOn('2026-04-06'), { votes_for: 9 }],
    appointment: [
      '2026-04-08',
      {
        ...written(byTheBook.appointment),
        talked_on: '2026-04-08',
        appointed_on: '2026-04-08',
        tenure_from: '2026-04-06',
      },
    ],
  })
  expect(ended).toBe('closed')
  const posts = (await rows('tenures', cadreId)) as {
    position_id: string | null
    kind: string
    change: string | null
  }[]
  expect(posts.filter(({ kind }) => kind === 'appointed')).toMatchObject([
    { position_id: positionId, change: 'demotion' },
  ])
}, 30_000)

test('a resignation does not count from before it was decided', async () => {
  const [positionId, cadreId] = await someoneInPost(3)
  const caseId = await office.open({
    title: '任免',
    kind: 'resignation',
    on: '2026-04-01',
    target: { kind: 'seat', positionId },
    candidates: [cadreId],
  })
  const bars = { 'minimum-service': false, secrecy: false, unfinished: false, investigation: false, other: false }
  const ended = await office.play(caseId, cadreId, {
    motion: ['2026-04-01', { applied_on: '2026-03-30', resignation: 'service' }],
    appraisal: ['2026-04-02', { resignation_bars: bars, appraisers, matters, breaches }, written(ofEach.appraisal)],
    decision: ['2026-04-07', decidedOn('2026-04-03'), { votes_for: 9 }],
    appointment: ['2026-04-08', { tenure_from: '2022-01-01' }],
  })
  expect(ended).toBe('start-before-decision')
  const event = await eventOf(caseId, 'tenure_from')
  await office.act(caseId, '2026-04-08', {
    kind: 'corrected',
    event,
    facts: {},
    removed: ['tenure_from'],
    reason: '笔误',
  })
  expect(await office.play(caseId, cadreId, { appointment: ['2026-04-08'] })).toBe('closed')
  const posts = (await rows('tenures', cadreId)) as { position_id: string | null }[]
  expect(posts.map(({ position_id }) => position_id)).not.toContain(positionId)
}, 30_000)
