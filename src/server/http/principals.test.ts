import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  AuditsPage,
  EvaluationsPage,
  MatterDetail,
  MeetingForm,
  PrincipalDetail,
  PrincipalsPage,
  RectificationsPage,
  TeamMeetingShape,
  TeamMeetings,
  TeamMinutes,
} from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(120, 20261122)
}, 120_000)
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }
const post = (url: string, payload: object) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie: city.cookie }, payload })
const register = (query = '') => city.ask(`/api/principals${query}`) as Promise<PrincipalsPage>

describe('the register of principals', () => {
  it('counts what the filters show, person by person', async () => {
    const all = await register('?limit=500')
    expect(all.total).toBe(all.counts.all)
    expect(all.rows.length).toBeGreaterThan(20)
    for (const filter of ['audit-overdue', 'findings-overdue', 'rule-unmet'] as const) {
      const { total, rows } = await register(`?limit=500&filter=${filter}`)
      expect([filter, total]).toEqual([filter, all.counts[filter]])
      expect(rows.length).toBe(total)
    }
    const [first] = all.rows
    const named = await register(`?q=${encodeURIComponent(first?.name ?? '')}`)
    expect(named.rows.map(({ cadreId }) => cadreId)).toContain(first?.cadreId)
  })

  it('opens one with every entry on one axis, and no petition that was not found true', async () => {
    const { rows } = await register('?limit=500')
    for (const { cadreId } of rows.slice(0, 5)) {
      const one = (await city.ask(`/api/principals/${cadreId}`)) as PrincipalDetail
      const days = one.course.map(({ on }) => on)
      expect(days).toEqual(days.toSorted().reverse())
      expect(one.course.some(({ kind }) => kind === 'post')).toBe(true)
    }
    await city.ask('/api/principals/C999999', 404)
  })

  it('shows ratings as intervals of ranks among principals of one group', async () => {
    const { rows } = (await city.ask('/api/principals/evaluations?limit=500')) as EvaluationsPage
    const ranked = rows.flatMap(({ rating }) => (rating?.rank ? [rating.rank] : []))
    expect(ranked.length).toBeGreaterThan(0)
    for (const { from, to, of, above, below, alike } of ranked) {
      expect(above + below + alike + 1).toBe(of)
      expect([from, to]).toEqual([above + 1, of - below])
    }
  })
})

describe('meetings of a team', () => {
  async function team(): Promise<NonNullable<MeetingForm['team']>> {
    const { rows } = await register('?limit=500')
    const unit = rows.find((row) => row.team >= 2)?.unitId ?? ''
    const form = (await city.ask(`/api/principals/meeting-form?unit=${unit}`)) as MeetingForm
    expect(form.team?.members[0]?.cadreId).toBe(form.team?.presiderId)
    if (!form.team) throw new Error('a team has members')
    return form.team
  }

  const minutes = ({ unitId, presiderId, members }: NonNullable<MeetingForm['team']>): TeamMinutes => ({
    unitId,
    name: '党组第3次会议',
    heldOn: '2026-06-10',
    papersOn: '2026-06-07',
    minutesKept: true,
    presiderId: presiderId ?? '',
    members: members.map(({ cadreId, name }) => ({ cadreId, name, isPresent: true })),
    items: [
      {
        kind: 'funds',
        subject: '购置办公设备',
        isCollective: true,
        decision: 'adopted',
        stands: members
          .toReversed()
          .map(({ cadreId }, place) => ({ cadreId, order: place + 1, opinion: 'agree', isConcerned: false })),
      },
    ],
  })

  it('is entered from the records, checked, counted for its principal, corrected and withdrawn', async () => {
    const one = await team()
    const told = minutes(one)
    const made = await post('/api/principals/meetings', told)
    expect(made.statusCode, made.body).toBe(201)
    expect((await post('/api/principals/meetings', told)).json().code).toBe('meeting-twice')
    const url = `/api/principals/meetings/${made.json().meetingId}`
    const shown = (await city.ask(url)) as TeamMeetingShape
    expect(shown.verdict).toBe('met')
    expect(shown.minutes).toEqual(told)
    expect(shown.items[0]).toMatchObject({ due: one.members.length, votesFor: one.members.length })
    const principal = (await city.ask(`/api/principals/${one.presiderId}`)) as PrincipalDetail
    expect(principal.decisions.items).toMatchObject({ met: 1, unmet: 0 })
    expect(principal.course.find(({ kind }) => kind === 'meeting')).toMatchObject({ on: '2026-06-10', verdict: 'met' })

    const [item] = told.items
    const backwards = item?.stands.map((stand) => ({ ...stand, order: one.members.length + 1 - (stand.order ?? 0) }))
    const first = { ...told, items: [{ ...item, stands: backwards }] }
    const corrected = await post(`${url}/versions`, { version: 1, minutes: first, reason: '次序抄反' })
    expect(corrected.statusCode, corrected.body).toBe(204)
    const again = (await city.ask(url)) as TeamMeetingShape
    expect(again).toMatchObject({ version: 2, verdict: 'unmet' })
    expect(again.items[0]?.findings.find(({ verdict }) => verdict === 'unmet')?.rule).toBe('DECISION-LAST')
    const unmet = (await city.ask('/api/principals/meetings?rule=DECISION-LAST')) as TeamMeetings
    expect(unmet.rows.map(({ verdict }) => verdict)).toEqual(['unmet'])
    expect((await post(`${url}/versions`, { version: 1, minutes: told, reason: '再改' })).json().code).toBe(
      'meeting-changed',
    )
    expect((await post(`${url}/versions`, { version: 2, reason: '重复登记' })).statusCode).toBe(204)
    await city.ask(url, 404)
  })

  it('is refused where the minutes contradict themselves, with the item and what to mend', async () => {
    const told = minutes(await team())
    const [item] = told.items
    const codeOf = async (wrong: object): Promise<string> => {
      const response = await post('/api/principals/meetings', { ...told, ...wrong })
      expect(response.statusCode, response.body).toBe(422)
      return response.json().code
    }
    const stands = item?.stands.map((stand) => ({ ...stand, order: 1 })) ?? []
    expect(await codeOf({ items: [{ ...item, stands }] })).toBe('minutes-order-twice')
    expect(await codeOf({ items: [{ ...item, votesFor: told.members.length + 1 }] })).toBe('minutes-votes')
    expect(await codeOf({ heldOn: '2090-01-01' })).toBe('meeting-to-come')
    expect(await codeOf({ unitId: 'NOWHERE' })).toBe('meeting-unit')
  })
})

it('a finding is taken in hand, re-opened, accepted, and written back; undoing puts it on the list again', async () => {
  const list = () => city.ask('/api/principals/rectifications') as Promise<RectificationsPage>
  const found = (await list()).rows.find(({ person, state }) => person && state === 'overdue')
  if (!found?.person) throw new Error('a city has open findings')
  const opened = await post('/api/matters', {
    kind: 'rectification',
    title: found.finding,
    on: '2026-05-04',
    cadreId: found.person.cadreId,
    reason: found.finding,
    origin: { source: found.source, says: { zh: found.finding, en: found.finding } },
  })
  expect(opened.statusCode, opened.body).toBe(201)
  const { matterId } = opened.json()
  expect((await list()).rows.find(({ source }) => source === found.source)?.matter).toMatchObject({ matterId })
  let version = 1
  const act = async (name: string, on: string, facts: object): Promise<MatterDetail> => {
    const body = { version, on, act: { kind: 'acted', act: name, facts } }
    const response = await post(`/api/matters/${matterId}/events`, body)
    expect(response.statusCode, response.body).toBe(200)
    version = response.json().version
    return response.json()
  }
  await act('assign', '2026-05-05', {
    finding: found.finding,
    kind: found.kind,
    body: '县委巡察办',
    grade: found.severity ?? 'minor',
    responsible: found.person.cadreId,
    due_on: '2026-07-31',
  })
  await act('plan', '2026-05-10', { measures: [{ measure: '逐项清理', who: '办公室' }] })
  const evidence = { evidence: [{ document: '清理台账', shows: '已逐项清理' }] }
  await act('file-evidence', '2026-06-01', evidence)
  await act('submit', '2026-06-02', { report: '已整改' })
  const back = { verdict: 'reopened', reviewer: '县委巡察办', why: '台账缺三项', due_on: '2026-08-31' }
  expect((await act('review', '2026-06-10', back)).stage.id).toBe('under-way')
  await act('file-evidence', '2026-07-01', evidence)
  await act('submit', '2026-07-02', { report: '补齐三项' })
  const accepted = await act('review', '2026-07-10', { verdict: 'accepted', reviewer: '县委巡察办' })
  expect(accepted.timeline.at(-1)?.effect).toEqual([found.source])
  expect((await list()).rows.some(({ source }) => source === found.source)).toBe(false)
  const undo = { version, on: '2026-07-11', act: { kind: 'effect-undone', event: accepted.version, reason: '误记' } }
  expect((await post(`/api/matters/${matterId}/events`, undo)).statusCode).toBe(200)
  expect((await list()).rows.find(({ source }) => source === found.source)?.state).toBe(found.state)
})

it('an audit of the year is adopted by opening its matter, and is then shown with it', async () => {
  const plan = () => city.ask('/api/principals/audits?year=2027') as Promise<AuditsPage>
  const [due] = (await plan()).rows.filter(({ trigger }) => trigger === 'in-post')
  expect(due?.basis.instrument).toContain('三责联审')
  const opened = await post('/api/matters', {
    kind: 'joint-audit',
    title: `${due?.name}三责联审`,
    on: '2026-11-01',
    cadreId: due?.cadreId,
    unitId: due?.unitId,
    reason: due?.reason.zh,
    origin: { source: due?.source, says: due?.reason },
  })
  expect(opened.statusCode, opened.body).toBe(201)
  const planned = (await plan()).rows.find(({ source }) => source === due?.source)
  expect(planned?.matter).toMatchObject({ matterId: opened.json().matterId, stage: { zh: '列入计划' } })
})
