/** The result of a ballot on its way into a case, and what stands in the way of any other result. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byTheBook, ofEach } from '#appoint/procedure/fixtures.ts'
import type { BallotShape, NewBallot } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type CaseOffice, officeOfCases, written } from './case-fixtures.ts'

let office: CaseOffice
let caseId: string
let seat: string
let person: string
beforeAll(async () => {
  office = await officeOfCases(150)
  ;[seat, person] = await office.pairOf('promotion')
  const target = { kind: 'seat', positionId: seat }
  caseId = await office.open({ kind: 'promotion', title: '局长', on: '2026-01-05', candidates: [person], target })
  await office.play(caseId, person, { motion: ['2026-01-12', written(byTheBook.motion)] })
}, 120_000)
afterAll(() => office?.city.close())

const classes = [{ id: 'A', label: '参加人员', due: 11 }]
const witnesses = { scrutineers: ['孙甲', '周乙'], tellers: ['吴丙', '郑丁'] }

async function post(url: string, payload: object): Promise<unknown> {
  const headers = { cookie: office.city.cookie, [requestHeader.name]: requestHeader.value }
  const response = await office.city.server.inject({ method: 'POST', url: `/api${url}`, headers, payload })
  if (response.statusCode >= 400) throw new Error(`${url} ${response.body}`)
  return response.json()
}

/** Held on paper, counted twice; the facts that it gives to cases. */
async function held(design: NewBallot, marks: readonly number[], present: number): Promise<BallotShape['forCases']> {
  const { ballotId } = (await post('/ballots', design)) as { ballotId: string }
  await post(`/ballots/${ballotId}/opening`, {})
  const handed = { A: { present, codes: 0, papers: present, returned: 0 } }
  await post(`/ballots/${ballotId}/roll`, { voters: [], handed })
  const tally = { received: present, invalid: 0, questions: [{ marks, free: [], blank: 0, spoiled: 0 }] }
  for (const [entry, countedBy] of [
    [1, '吴丙'],
    [2, '郑丁'],
  ])
    await post(`/ballots/${ballotId}/paper-counts`, { entry, countedBy, tallies: { A: tally } })
  return ((await post(`/ballots/${ballotId}/closing`, witnesses)) as BallotShape).forCases
}

async function recorded(day: string, given: BallotShape['forCases']): Promise<void> {
  for (const { caseId: to, cadreId, facts } of given) {
    const { status, body } = await office.record(to, day, facts, cadreId ?? undefined)
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
}

test('recommendation and decision are recorded as they were counted, and the gates read them', async () => {
  const name = (await office.detail(caseId)).candidates[0]?.name ?? ''
  const post = { title: '局长', positionId: seat, most: 1, reference: [{ name, cadreId: person }], freeNames: false }
  const meeting: NewBallot = {
    kind: 'recommendation',
    title: '会议推荐',
    heldOn: '2026-01-14',
    caseId,
    classes,
    posts: [post],
  }
  await recorded('2026-01-14', await held(meeting, [11], 11))
  const { directed, meeting_held, meeting_on, recommended_on, recommended_position, ...others } = {
    ...byTheBook.recommendation,
  }
  const steps = {
    recommendation: ['2026-01-20', written(others)],
    appraisees: ['2026-01-26', written(byTheBook.appraisees)],
    appraisal: ['2026-02-25', written(byTheBook.appraisal), written(ofEach.appraisal)],
    deliberation: ['2026-03-06', written(byTheBook.deliberation)],
  } as const
  expect(await office.play(caseId, person, steps)).toBe('decision')

  const matter = { name, proposal: '拟任局长', cadreId: person }
  const decision: NewBallot = {
    kind: 'decision',
    title: '讨论决定',
    heldOn: '2026-03-06',
    caseId,
    classes,
    matters: [matter],
    third: 'abstain',
  }
  const result = await held(decision, [5, 4, 0], 9)
  expect(await office.record(caseId, '2026-03-06', { votes_for: 9 }, person)).toMatchObject({
    status: 422,
    body: { code: 'fact-not-as-counted', message: { zh: '同意人数与「讨论决定」的计票结果不一致，计票结果是5。' } },
  })
  await recorded('2026-03-06', result)
  const { gate } = await office.detail(caseId, '2026-03-09')
  const majority = gate.items.find(({ finding }) => finding.rule === 'APPT-38-MAJORITY')
  expect([majority?.effect, majority?.finding.reasons[0]?.zh]).toEqual(['blocks', '应到11人，同意5人，没有超过半数'])
})

test('whoever must keep out of the case holds no ballot for it', async () => {
  const link = (cadreId: string | null) =>
    office.send('/officers/officer/person', { cadreId, reason: '登记' }, office.head, 'PUT')
  await link(person)
  const matters = [{ name: '王明', proposal: '拟任局长', caseId }]
  const decision = { kind: 'decision', title: '表决', heldOn: '2026-03-06', classes, matters, third: 'abstain' }
  expect((await office.send('/ballots', decision)).code).toBe('case-recused')
  await link(null)
})
