import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFileShape, CaseKnown, CasePapers } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

const asOf = 20260601
let city: ServedCity
let caseId: string

beforeAll(async () => {
  city = await servedCity(60, asOf)
  const openings = (await city.ask('/api/cases/openings')) as { today: string; vacancies: { positionId: string }[] }
  const roster = (await city.ask('/api/cadres?limit=2')) as { rows: { cadreId: string }[] }
  const opened = await send('POST', '/api/cases', {
    kind: 'promotion',
    title: '提拔任职',
    on: openings.today,
    target: { kind: 'seat', positionId: openings.vacancies[0]?.positionId },
    candidates: roster.rows.map(({ cadreId }) => cadreId),
  })
  caseId = opened.json().caseId
})
afterAll(() => city?.close())

const headers = () => ({ cookie: city.cookie, [requestHeader.name]: requestHeader.value })
const send = (method: 'POST' | 'GET', url: string, payload?: object) =>
  city.server.inject({ method, url, headers: headers(), ...(payload && { payload }) })

function upload(fields: Record<string, string>, payload: Uint8Array | string) {
  const type = { 'content-type': 'application/octet-stream' }
  return city.server.inject({
    method: 'POST',
    url: `/api/cases/${caseId}/papers?${new URLSearchParams(fields)}`,
    headers: { ...headers(), ...type },
    payload: Buffer.from(payload),
  })
}

async function pdf(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (let page = 0; page < pages; page++) made.addPage()
  return made.save()
}

const papersNow = async () => (await city.ask(`/api/cases/${caseId}/papers`)) as CasePapers

describe('papers of a case', () => {
  it('are kept version by version, each with its hash, and never overwritten', async () => {
    const fields = { kind: 'motion-request', fileName: '动议请示.pdf', datedOn: '2026-05-28' }
    const first = await upload(fields, await pdf(1))
    expect(first.statusCode).toBe(201)
    const { documentId } = first.json()
    const stamped = await pdf(2)
    const second = await upload({ ...fields, documentId, note: '补盖章' }, stamped)
    expect(second.json()).toMatchObject({ documentId, version: 2 })
    const kept = (await papersNow()).papers.filter((paper) => paper.documentId === documentId)
    expect(kept.map(({ version, isPresent, stage, title }) => ({ version, isPresent, stage, title }))).toEqual([
      { version: 1, isPresent: false, stage: 'motion', title: '动议请示' },
      { version: 2, isPresent: true, stage: 'motion', title: '动议请示' },
    ])
    const again = await upload({ ...fields, documentId }, stamped)
    expect(again.json()).toMatchObject({ code: 'paper-unchanged' })
  })

  it('say what the stage still lacks', async () => {
    const { missing } = await papersNow()
    expect(missing.map(({ kind }) => kind)).toContain('work-plan')
    expect(missing.map(({ kind }) => kind)).not.toContain('motion-request')
  })

  it('are what their content says, and refused with how to mend it', async () => {
    const refused = await upload({ kind: 'other', fileName: '材料.pdf' }, 'MZ')
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'paper-format' })
  })

  it('are read under an audit entry, as they were filed', async () => {
    const [paper] = (await papersNow()).papers
    const answer = await send('GET', `/api/cases/${caseId}/papers/${paper?.paperId}/content`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toContain('inline')
    expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBe(1)
    const audit = await city.records.database
      .selectFrom('audit')
      .select(['action', 'subject'])
      .where('action', '=', 'case.paper-read')
      .execute()
    expect(audit).toEqual([{ action: 'case.paper-read', subject: caseId }])
  })

  it('are withdrawn with a reason and stay listed; a withdrawn one takes no new version', async () => {
    const filed = (await upload({ kind: 'other', fileName: '误传.pdf' }, await pdf(3))).json()
    const url = `/api/cases/${caseId}/documents/${filed.documentId}/withdrawal`
    expect((await send('POST', url, { reason: ' ' })).json()).toMatchObject({ code: 'paper-reason-missing' })
    expect((await send('POST', url, { reason: '误传' })).statusCode).toBe(204)
    const found = (await papersNow()).papers.find(({ paperId }) => paperId === filed.paperId)
    expect(found?.withdrawn).toMatchObject({ reason: '误传' })
    const version = await upload({ kind: 'other', fileName: 'x.pdf', documentId: filed.documentId }, await pdf(4))
    expect(version.json()).toMatchObject({ code: 'paper-withdrawn' })
  })

  it('may be made by the system: the findings of the gate as a paper', async () => {
    expect((await send('POST', `/api/cases/${caseId}/papers/gate-findings`)).statusCode).toBe(201)
    const filed = (await papersNow()).papers.find(({ kind }) => kind === 'gate-findings')
    expect(filed).toMatchObject({ bySystem: 'gate', format: 'pdf', stage: 'motion' })
  })
})

describe('the file as one PDF', () => {
  it('asks what it is for before anything is bound', async () => {
    const asked = await send('POST', `/api/cases/${caseId}/files`, { purpose: ' ' })
    expect(asked.json()).toMatchObject({ code: 'purpose-missing' })
  })

  it('is bound in the background, fetched once ready, and logged as an export', async () => {
    await upload({ kind: 'work-plan', fileName: '坏.pdf' }, '%PDF-1.4 broken')
    const begun = (await send('POST', `/api/cases/${caseId}/files`, { purpose: '归档' })).json() as CaseFileShape
    const address = `/api/cases/${caseId}/files/${begun.fileId}`
    let now = begun
    while (now.state === 'binding') {
      await new Promise((resolve) => setTimeout(resolve, 100))
      now = (await city.ask(address)) as CaseFileShape
    }
    expect(now).toMatchObject({ state: 'ready', unread: ['坏'] })
    const answer = await send('GET', `${address}/content`)
    expect(answer.statusCode).toBe(200)
    expect((await PDFDocument.load(answer.rawPayload)).getPageCount()).toBe(now.pages)
    const logged = (await city.ask('/api/exports')) as { rows: { kind: string; purpose: string; people: number }[] }
    expect(logged.rows[0]).toMatchObject({ kind: 'case-file', purpose: '归档', people: 2 })
  })
})

describe('what was known then', () => {
  const known = async (query = '') => (await city.ask(`/api/cases/${caseId}/known${query}`)) as CaseKnown

  it('is read as of the day and as known at the moment, with the rules of the seat', async () => {
    const then = await known()
    expect(then.candidates).toHaveLength(2)
    expect(then.candidates[0]?.facts.length).toBeGreaterThan(3)
    expect(then.candidates[0]?.facts.every(({ changed }) => !changed)).toBe(true)
    expect(then.candidates[0]?.eligibility.length).toBeGreaterThan(3)
    expect(then.since.facts).toBe(0)
  })

  it('counts what has arrived since, and shows it beside what was known', async () => {
    const moment = new Date().toISOString()
    const [person] = (await known()).candidates
    const cadreId = person?.cadreId ?? ''
    await city.records.commit({ actor: 'test', action: 'test' }, (tx) =>
      tx.updateTable('cadres').set({ work_started_on: '1999-07' }).where('cadre_id', '=', cadreId).execute(),
    )
    const then = await known(`?known=${moment}`)
    expect(then.basis).toBe('asked')
    expect(then.since.tables.map(({ table }) => table)).toEqual(['cadres'])
    const changed = then.candidates.find((one) => one.cadreId === cadreId)?.facts.filter((fact) => fact.changed)
    expect(changed?.map(({ now }) => now?.zh)).toEqual(['1999.07'])
  })

  it('says when nothing was recorded yet at that moment', async () => {
    expect((await known('?known=2001-01-01')).isEmpty).toBe(true)
  })
})
