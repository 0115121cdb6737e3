import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProblemError } from '#domain/problem.ts'
import { emptyRecords } from '../fixtures.ts'
import { filePaper, type NewPaper, openCase, type Records, withdrawPaper } from '../index.ts'
import { readCasePapers, readPaperContent } from '../queries/index.ts'

const by = { account: 'officer', name: '李某' }
let records: Records
let caseId: string

beforeAll(async () => {
  records = await emptyRecords()
  const opening = { kind: 'promotion', title: '提拔任职', target: { kind: 'seat', positionId: 'P1' } } as const
  caseId = await openCase(
    records,
    { kind: 'opened', opening: { ...opening, candidates: [], handlers: ['officer'] } },
    { by: 'officer', byName: '李某', on: 20261102 },
  )
})
afterAll(() => records?.close())

const paper = (text: string, more: Partial<NewPaper> = {}): NewPaper => ({
  ...{ caseId, kind: 'work-plan', stage: 'motion', cadreId: undefined, title: '工作方案', fileName: '工作方案.pdf' },
  ...{ format: 'pdf', bytes: Buffer.from(text), datedOn: '2026-11-02', note: '', madeBySystem: undefined },
  documentId: undefined,
  ...more,
})

const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: ProblemError) => error.problems?.[0]?.code ?? String(error),
  )

describe('the papers of a case', () => {
  it('keep every version; content that is the same twice is stored once', async () => {
    const first = await filePaper(records, paper('甲'), by)
    const second = await filePaper(records, paper('乙', { documentId: first.documentId, kind: 'other' }), by)
    await filePaper(records, paper('甲', { title: '另一份' }), by)
    const kept = await readCasePapers(records.database, caseId)
    expect(kept.map(({ title, version, versions, kind }) => ({ title, version, versions, kind }))).toEqual([
      { title: '工作方案', version: 1, versions: 2, kind: 'work-plan' },
      { title: '工作方案', version: 2, versions: 2, kind: 'work-plan' },
      { title: '另一份', version: 1, versions: 1, kind: 'work-plan' },
    ])
    const content = await readPaperContent(records.database, caseId, second.paperId)
    expect(content?.bytes.toString()).toBe('乙')
    const { rows } = await sql<{ count: string }>`select count(*) from paper_content`.execute(records.database)
    expect(rows[0]?.count).toBe('2')
    const same = filePaper(records, paper('乙', { documentId: first.documentId }), by)
    expect(await codeOf(same)).toBe('paper-unchanged')
  })

  it('are as they were at an earlier moment, without what came later', async () => {
    const { documentId } = await filePaper(records, paper('丙'), by)
    const moment = new Date()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await filePaper(records, paper('丁', { documentId }), by)
    await withdrawPaper(records, { caseId, documentId, reason: '误传' }, by)
    const of = (papers: Awaited<ReturnType<typeof readCasePapers>>) =>
      papers
        .filter((one) => one.document_id === documentId)
        .map(({ version, withdrawn }) => [version, withdrawn?.reason])
    expect(of(await readCasePapers(records.database, caseId, moment))).toEqual([[1, undefined]])
    expect(of(await readCasePapers(records.database, caseId))).toEqual([
      [1, '误传'],
      [2, '误传'],
    ])
    expect(await codeOf(filePaper(records, paper('戊', { documentId }), by))).toBe('paper-withdrawn')
    expect(await codeOf(withdrawPaper(records, { caseId, documentId, reason: ' ' }, by))).toBe('paper-reason-missing')
  })

  it('belong to their case alone', async () => {
    const { documentId, paperId } = await filePaper(records, paper('己'), by)
    const elsewhere = '00000000-0000-7000-8000-000000000000'
    expect(await codeOf(filePaper(records, paper('庚', { documentId, caseId: elsewhere }), by))).toBe('paper-unknown')
    expect(await readPaperContent(records.database, elsewhere, paperId)).toBeUndefined()
  })

  it('are neither changed nor removed, and each leaves its entry in the audit', async () => {
    for (const change of [sql`update case_paper set title = 'x'`, sql`delete from paper_content`]) {
      const work = records.commit({ actor: 'test', action: 'test' }, (tx) => change.execute(tx))
      await expect(work).rejects.toThrow('append-only')
    }
    const { rows } = await sql<{ action: string }>`
      select distinct action from audit where subject = ${caseId} order by action`.execute(records.database)
    expect(rows.map(({ action }) => action)).toEqual(['case.paper-file', 'case.paper-withdraw'])
  })
})
