import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import type { CaseAct, CaseChange, CaseOpening } from '#domain/selection-case.ts'
import { county, emptyRecords, sourceOf } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { factsVersion, readCaseEvents, readCases } from '../queries/index.ts'
import { linkAccount, readAccountPeople } from './account-person.ts'
import { openCase, recordEvent } from './record-event.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(sourceOf(county), { actor: 'test', source: 'county' })
})
afterAll(() => records?.close())

const recorder = { by: 'officer', byName: '林晓舟', on: 20260105 }
const opening: CaseOpening = {
  kind: 'lateral',
  title: '财政局副局长',
  target: { kind: 'seat', positionId: 'P2' },
  candidates: ['C2'],
  handlers: ['officer'],
}
const suspended: CaseAct & { kind: 'suspended' } = { kind: 'suspended', reason: '等候批复' }
const opened = () => openCase(records, { kind: 'opened', opening }, recorder)

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0]?.code
    throw error
  }
}

test('events come back in order with who, when and on which day', async () => {
  const caseId = await opened()
  expect(await recordEvent(records, { caseId, version: 1, act: suspended }, { ...recorder, on: 20260106 })).toBe(2)
  expect(await readCaseEvents(records.database, caseId)).toMatchObject([
    { seq: 1, kind: 'opened', opening, by: 'officer', byName: '林晓舟', on: 20260105 },
    { seq: 2, kind: 'suspended', reason: '等候批复', on: 20260106 },
  ])
  expect((await readCases(records.database)).get(caseId)).toHaveLength(2)
  const audit = await sql<{ action: string }>`select action from audit where subject = ${caseId}`.execute(
    records.database,
  )
  expect(audit.rows).toEqual([{ action: 'case.suspended' }])
})

test('of two events on one version only the first is written', async () => {
  const caseId = await opened()
  const both = [1, 2].map(() => refusal(recordEvent(records, { caseId, version: 1, act: suspended }, recorder)))
  expect((await Promise.all(both)).sort()).toEqual(['case-changed', undefined])
  expect(await readCaseEvents(records.database, caseId)).toHaveLength(2)
})

test('nothing is changed or removed', async () => {
  await opened()
  for (const table of ['selection_case', 'case_event', 'account_person']) {
    const change = records.commit({ actor: 'test', action: 'test' }, (tx) =>
      sql`delete from ${sql.table(table)}`.execute(tx),
    )
    await expect(change).rejects.toThrow('append-only')
  }
})

const move: CaseChange = {
  from: 20260306,
  tenure: {
    cadreId: 'C2',
    positionId: 'P2',
    unitText: '财政局',
    titleText: '副局长',
    level: 'section-deputy',
    role: 'deputy',
    kind: 'appointed',
    change: 'lateral',
  },
  ends: [{ table: 'tenures', id: 'T3', on: 20260306 }],
  fills: [],
  opens: [],
}
const advanced: CaseAct & { kind: 'advanced' } = { kind: 'advanced', from: 'appointment', to: 'probation', gate: [] }
const tenures = async () =>
  (
    await records.database.selectFrom('tenures').select(['cadre_id', 'position_id', 'to']).orderBy('from').execute()
  ).map(({ cadre_id, position_id, to }) => `${cadre_id} ${position_id} ${to ?? ''}`)

test('what a case writes stands with its event, is undone by another, and stays known', async () => {
  const caseId = await opened()
  const before = await tenures()
  const version = await factsVersion(records.database, ['tenures'])
  await recordEvent(records, { caseId, version: 1, act: advanced, change: move }, recorder)
  expect(await tenures()).toContain('C2 P2 ')
  expect(await tenures()).toContain('C1 P2 2026-03-06')
  expect(await factsVersion(records.database, ['tenures'])).not.toBe(version)
  const event = (await readCaseEvents(records.database, caseId)).at(-1)
  const effect = event?.kind === 'advanced' ? event.effect : undefined
  expect(effect?.written).toEqual([{ table: 'tenures', id: `case-${caseId}-2` }])
  if (!effect) return
  await recordEvent(
    records,
    { caseId, version: 2, act: { kind: 'effect-undone', event: 2, effect, reason: '撤销任命' } },
    recorder,
  )
  expect(await tenures()).toEqual(before)
  const { rows } = await sql`select from past.tenures where tenure_id = ${`case-${caseId}-2`}`.execute(records.database)
  expect(rows).toHaveLength(1)
})

test('where the facts refuse, neither the event nor anything else is written', async () => {
  const caseId = await opened()
  const before = await tenures()
  const held = { ...move, ends: [] }
  expect(await refusal(recordEvent(records, { caseId, version: 1, act: advanced, change: held }, recorder))).toBe(
    'seat-held-twice',
  )
  const gone: CaseChange = { ...move, ends: [{ table: 'tenures', id: 'T1', on: 20260306 }] }
  expect(await refusal(recordEvent(records, { caseId, version: 1, act: advanced, change: gone }, recorder))).toBe(
    'case-effect-changed',
  )
  expect(await tenures()).toEqual(before)
  expect(await readCaseEvents(records.database, caseId)).toHaveLength(1)
})

test('the last link of an account counts', async () => {
  await linkAccount(records, { account: 'officer', cadreId: 'C1', reason: '本人' }, 'head')
  await linkAccount(records, { account: 'officer', cadreId: 'C2', reason: '更正' }, 'head')
  expect(await readAccountPeople(records.database)).toMatchObject([
    { account: 'officer', cadreId: 'C2', reason: '更正' },
  ])
  await linkAccount(records, { account: 'officer', cadreId: undefined, reason: '不在册' }, 'head')
  expect(await readAccountPeople(records.database)).toEqual([])
})
