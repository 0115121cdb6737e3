import { type Kysely, sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filePaper } from '../case-papers/file-paper.ts'
import { logExport } from '../exports/export-log.ts'
import { copiedRecords, sourceOf } from '../fixtures.ts'
import { type Arrival, beginImport, readArrivals, readStandingForm, saveArrivals, storeForm } from '../imports/index.ts'
import { openMatter, type Records, recordMatterEvent } from '../index.ts'
import { exampleAnalysis, exampleSource } from '../queries/example-city.ts'
import type { ErasureOutcome } from './erase-person.ts'
import { expiringKinds } from './expiring-rows.ts'
import { readExpiries, readExpiring } from './read-due.ts'
import { textTables } from './tables-of-people.ts'

const name = '陆承川'
const citizenNumber = '110101198104010011'
const officer = { by: 'officer', byName: '林晓舟', on: 20261122 }
const decision = {
  ground: 'retention',
  reason: `${name}离任满十年`,
  decidedBy: 'head',
  decidedByName: '周明远',
} as const

let records: Records
let owner: Pool
let audited: string
let outcome: ErasureOutcome

beforeAll(async () => {
  records = await copiedRecords('people to be deleted', async (empty) => {
    await empty.importTables(exampleSource, { actor: 'test', source: 'example' })
    await empty.saveAnalysis(exampleAnalysis, { actor: 'test' })
    await tellMore(empty)
    await bringMore(empty)
  })
  owner = new Pool(records.connection)
  audited = JSON.stringify((await owner.query('select * from audit order by id')).rows)
  outcome = await records.erasePerson({ cadreId: 'C1', ...decision })
})
afterAll(async () => {
  await owner.end()
  await records.close()
})

/** A person is named in the records of others, in cases, matters, files, lists, and in versions that were superseded. */
async function tellMore(of: Records): Promise<void> {
  const clerk = { actor: 'test', source: 'more' }
  await of.importTables(
    sourceOf({
      cadres: [
        { cadre_id: 'C6', name: '陆承川海', authority_unit_id: 'U0' },
        { cadre_id: 'C1', name, born_on: '1981-05', citizen_id: citizenNumber, authority_unit_id: 'U0' },
        { cadre_id: 'C12', name: '陈一', authority_unit_id: 'U0' },
      ],
      relatives: [{ cadre_id: 'C2', relation: '表兄', name, relative_cadre_id: 'C1', position_text: '副局长' }],
      statements: [
        {
          statement_id: 'S9',
          cadre_id: 'C2',
          channel: 'daily-contact',
          recorded_on: '2026-01-01',
          text: `与${name}、陆承川海共事，身份号码${citizenNumber}；C12同行`,
        },
      ],
    }),
    clerk,
  )
  const opening = {
    kind: 'record-correction',
    title: `${name}：任职`,
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '由',
  } as const
  const matterId = await openMatter(of, opening, officer)
  const noted = { matterId, version: 1, act: { kind: 'noted', note: `${name}来电` } } as const
  await recordMatterEvent(of, noted, officer)
  const other = { ...opening, title: '陈一：核对', subject: { cadreId: 'C12' }, reason: `${name}（C1）反映` }
  await openMatter(of, other, officer)
  const file = { kind: 'roster', purpose: '核对', format: 'pdf', fileSha256: 'a'.repeat(64), byteCount: 9 }
  await logExport(of, { ...file, fileName: `任免审批表 ${name}.pdf`, subjects: ['C1', 'C12'] }, 'officer')
  await inTransaction(of, async (tx) => {
    await sql`insert into judgement (cadre_id, output, stance, text, run_id, signed_by, recorded_by)
      select 'C1', 'room', 'add', ${`${name}可以再看`}, run_id, '林晓舟', 'officer' from run limit 1`.execute(tx)
    await sql`insert into selection_case (case_id, recorded_by) values ('00000000-0000-7000-8000-00000000000c', 'officer')`.execute(
      tx,
    )
    await sql`insert into case_event (case_id, seq, kind, happened_on, act, recorded_by, recorded_by_name)
      values ('00000000-0000-7000-8000-00000000000c', 1, 'opened', '2026-01-05',
        ${JSON.stringify({ opening: { title: `拟任${name}`, candidates: ['C1', 'C12'] } })}::jsonb, 'officer', '林晓舟')`.execute(
      tx,
    )
  })
  const paper = {
    caseId: '00000000-0000-7000-8000-00000000000c',
    kind: 'other',
    stage: undefined,
    format: 'pdf',
    datedOn: undefined,
    note: '',
    madeBySystem: undefined,
    documentId: undefined,
  } as const
  const by = { account: 'officer', name: '林晓舟' }
  const bytes = (text: string) => new TextEncoder().encode(text)
  await filePaper(of, { ...paper, cadreId: 'C1', title: `${name}考察材料`, fileName: 'a.pdf', bytes: bytes('甲') }, by)
  await filePaper(of, { ...paper, cadreId: undefined, title: '会议纪要', fileName: 'b.pdf', bytes: bytes('乙') }, by)
}

const ofFile = (others: string) => ({
  texts: { name: '陈一', resume: `与${name}（${citizenNumber}）共事` },
  relatives: [{ relation: '表兄', name, bornOn: '', politics: '', post: others }],
  photo: undefined,
  others: [],
})

/** Forms of others and a draft of an import name the person, in texts that lie sealed. */
async function bringMore(of: Records): Promise<void> {
  const draft = (number: number, id: string): Arrival => ({
    ...{ number, subject: 'person', name: '陈一', file: '名册.xlsx', choices: {}, basis: undefined, tally: {} },
    arrival: { place: { file: '名册.xlsx' }, cadre: { name: '陈一' }, rows: {}, form: ofFile('陆承川海的同事') },
    match: { outcome: 'known', candidates: [{ id, name, probability: 1, reasons: [] }], namesakes: [id], notes: [] },
    ...{ decision: { kind: 'known', id }, standing: 'same' },
  })
  await of.commit({ actor: 'officer', action: 'import.read' }, async (transaction) => {
    await storeForm(transaction, { cadreId: 'C12', form: ofFile('副局长'), source: 'a.lrmx', actor: 'officer' })
    await storeForm(transaction, { cadreId: 'C1', form: ofFile('副局长'), source: 'b.lrmx', actor: 'officer' })
    const importId = await beginImport(transaction, 'officer')
    await saveArrivals(transaction, importId, [draft(1, 'C12'), draft(2, 'C1')])
  })
}

const inTransaction = (of: Records, write: (tx: Kysely<never>) => Promise<void>): Promise<void> =>
  of.commit({ actor: 'officer', action: 'test' }, (tx) => write(tx as unknown as Kysely<never>))

/** Where a text stands, over every column of text, JSON or lists of every table, but inside the name of somebody else. */
async function placesOf(text: string, otherName = text.repeat(2)): Promise<readonly string[]> {
  const session = await owner.connect()
  try {
    const found: string[] = []
    for (const { table, columns } of await textTables(session)) {
      const holds = columns
        .map(({ name: column }) => `position($1 in replace(${column}::text, $2, '')) > 0`)
        .join(' or ')
      const { rows } = await session.query(`select from ${table} where ${holds} limit 1`, [text, otherName])
      if (rows.length > 0) found.push(table)
    }
    return found
  } finally {
    session.release()
  }
}

describe('a person who was deleted', () => {
  it('is found by name or citizen number in no column of any table, the past and the audit log included', async () => {
    expect(await placesOf(citizenNumber)).toEqual([])
    const { rows } = await owner.query("select text from statements where statement_id = 'S9'")
    expect(rows).toEqual([{ text: '与已删除人员、陆承川海共事，身份号码；C12同行' }])
    expect(await placesOf(name, '陆承川海')).toEqual([])
    expect((await owner.query('select from past.cadres where cadre_id = $1', ['C1'])).rowCount).toBe(0)
  })

  it('leaves no row of his or her own, and others whole', async () => {
    for (const table of [
      'cadres',
      'tenures',
      'educations',
      'run_estimate',
      'run_shortlist',
      'run_eligibility',
      'judgement',
    ])
      expect((await owner.query(`select from ${table} where cadre_id = 'C1'`)).rowCount, table).toBe(0)
    expect((await owner.query("select from run_finding where subject like '%C1'")).rowCount).toBe(0)
    const { rows } = await owner.query('select cadre_id from matter')
    expect(rows).toEqual([{ cadre_id: 'C12' }])
    expect((await owner.query("select from run_estimate where cadre_id = 'C2'")).rowCount).toBeGreaterThan(0)
  })

  it('goes by a pseudonym in cases, lists and files, and is nobody in the families of others', async () => {
    const { pseudonym } = outcome
    expect(pseudonym).toMatch(/^erased-[0-9a-f]{12}$/)
    const [event] = (await owner.query('select act from case_event')).rows
    expect(event.act.opening).toEqual({ title: '拟任已删除人员', candidates: [pseudonym, 'C12'] })
    const [file] = (await owner.query('select subjects, file_name from export_log')).rows
    expect(file).toEqual({ subjects: [pseudonym, 'C12'], file_name: '任免审批表 已删除人员.pdf' })
    const [kin] = (await owner.query("select * from relatives where cadre_id = 'C2'")).rows
    expect(kin).toMatchObject({ relation: '表兄', name: '已删除人员', relative_cadre_id: null, position_text: null })
  })

  it('is taken out of forms and drafts that lie sealed, which are sealed again', async () => {
    const standing = await readStandingForm(records.database, 'C12')
    expect(standing?.form.texts.resume).toBe('与已删除人员（）共事')
    expect(standing?.form.relatives).toMatchObject([{ name: '已删除人员', post: '副局长' }])
    const [draft] = (await owner.query('select import_id from import')).rows
    const arrivals = await readArrivals(records.database, draft.import_id)
    expect(arrivals.map(({ number }) => number)).toEqual([1])
    expect(JSON.stringify(arrivals)).toContain('陆承川海的同事')
    expect(JSON.stringify(arrivals).replaceAll('陆承川海', '')).not.toMatch(`${name}|${citizenNumber}`)
    const { rows } = await owner.query(
      `select content #>> '{}' as text from appointment_form union all select arrival #>> '{}' from import_arrival`,
    )
    expect(rows.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringMatching(/^sealed:1:/)))
    expect(outcome.changed).toMatchObject({ 'public.appointment_form': 1, 'public.import_arrival': 1 })
    expect(outcome.deleted).toMatchObject({ 'public.appointment_form': 1, 'public.import_arrival': 1 })
  })

  it('takes the papers about him or her alone along, and says which papers of cases remain', async () => {
    const { rows } = await owner.query('select title from case_paper')
    expect(rows).toEqual([{ title: '会议纪要' }])
    expect((await owner.query('select from paper_content')).rowCount).toBe(1)
    expect(outcome.remains).toMatchObject({ papers: 1, namesakes: 0, auditNamed: 0 })
    expect(outcome.remains.auditEntries).toBeGreaterThan(0)
  })

  it('changes no entry of the audit log, which goes on with the decision under the pseudonym', async () => {
    const { rows } = await owner.query('select * from audit order by id')
    expect(JSON.stringify(rows.slice(0, -1))).toBe(audited)
    expect(rows.at(-1)).toMatchObject({ actor: 'head', action: 'person.erase', subject: outcome.pseudonym })
    expect((await records.verifyAudit()).brokenAt).toBeUndefined()
    const [kept] = (await owner.query('select * from erasure')).rows
    expect(kept).toMatchObject({ reason: '已删除人员离任满十年', ground: 'retention', decided_by: 'head' })
  })

  it('leaves everything that refuses changes in force again', async () => {
    await expect(owner.query("update case_event set kind = 'x'")).rejects.toThrow('append-only')
    const { rows } = await owner.query("select from pg_trigger where tgenabled = 'D'")
    expect(rows).toEqual([])
  })
})

describe('what is not deleted', () => {
  it('is anybody without the decision of a person, or who is not on record', async () => {
    await expect(records.erasePerson({ cadreId: 'C2', ...decision, decidedBy: 'system' })).rejects.toMatchObject({
      problems: [{ code: 'erasure-by-system' }],
    })
    await expect(records.erasePerson({ cadreId: 'C1', ...decision })).rejects.toMatchObject({
      problems: [{ code: 'erasure-no-person' }],
    })
  })

  it('is the name where two people have it and the text does not say whom it means', async () => {
    await records.importTables(
      sourceOf({
        cadres: [
          { cadre_id: 'C7', name: '何静', authority_unit_id: 'U0' },
          { cadre_id: 'C8', name: '何静', authority_unit_id: 'U0' },
        ],
        statements: [
          {
            statement_id: 'S10',
            cadre_id: 'C2',
            channel: 'daily-contact',
            recorded_on: '2026-01-01',
            text: '何静说过',
          },
          {
            statement_id: 'S11',
            cadre_id: 'C2',
            channel: 'daily-contact',
            recorded_on: '2026-01-01',
            text: 'C7何静说过',
          },
        ],
      }),
      { actor: 'test', source: 'namesakes' },
    )
    const erased = await records.erasePerson({ cadreId: 'C7', ...decision })
    expect(erased.remains.namesakes).toBeGreaterThan(0)
    const { rows } = await owner.query("select text from statements where statement_id in ('S10', 'S11') order by 1")
    expect(rows.map(({ text }) => text).sort()).toEqual([`${erased.pseudonym}已删除人员说过`, '何静说过'].sort())
    expect((await owner.query("select name from cadres where cadre_id = 'C8'")).rows).toEqual([{ name: '何静' }])
  })
})

describe('records whose time is over', () => {
  it('are deleted by a person, and only those that ended before the day', async () => {
    const until = 20260101
    const decided = { reason: '保存期满', decidedBy: 'head', decidedByName: '周明远' } as const
    await owner.query(`insert into export_log (kind, purpose, format, file_name, file_sha256, byte_count, subjects, recorded_by, recorded_at)
      values ('roster', '核对', 'pdf', 'a', repeat('b', 64), 1, '{}', 'officer', '2020-01-01')`)
    expect(await readExpiring(records.database, 'export', until)).toBe(1)
    await expect(
      records.expireRecords({ kind: 'export', until, ...decided, decidedBy: 'system' }),
    ).rejects.toMatchObject({
      problems: [{ code: 'expiry-by-system' }],
    })
    expect(await records.expireRecords({ kind: 'export', until, ...decided })).toBe(1)
    expect((await owner.query('select from export_log')).rowCount).toBe(1)
    for (const kind of expiringKinds) {
      await records.expireRecords({ kind, until: 20190101, ...decided })
      expect(await readExpiring(records.database, kind, 20190101), kind).toBe(0)
    }
    expect(await readExpiries(records.database)).toHaveLength(1 + expiringKinds.length)
  })
})
