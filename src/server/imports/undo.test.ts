import { assert, asyncProperty, constantFrom, integer, oneof, option, record, uniqueArray } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArrivingPerson, ArrivingRow } from '#domain/arrivals.ts'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { readArrivals } from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { applyImport, importOf, undoImport } from './apply.ts'
import { choose, decide } from './editing.ts'
import { allFacts, arriving, draftOf } from './fixtures.ts'

let records: Records

type Facts = Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>>

const county: Facts = {
  units: [
    { unit_id: 'U1', name: '云川市委员会', kind: 'party', level: 'county' },
    { unit_id: 'U2', parent_id: 'U1', name: '云川市财政局', kind: 'department', level: 'county' },
  ],
  positions: [{ position_id: 'P1', unit_id: 'U2', title: '局长', post_level: 'section-chief', role: 'principal' }],
  cadres: ['陆承川', '陈静', '郑望'].map((name, at) => ({
    cadre_id: `C${at + 1}`,
    name,
    sex: 'male',
    born_on: `197${at}-03`,
    native_place: '东澜云川',
    work_started_on: `199${at}-07`,
    authority_unit_id: 'U1',
  })),
  tenures: [
    { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', from: '2015-03', kind: 'appointed' },
    { tenure_id: 'T2', cadre_id: 'C2', title_text: '白沙镇干部', from: '1999-07', to: '2004-01', kind: 'appointed' },
  ],
  educations: [{ cadre_id: 'C1', mode: 'full-time', level: 'bachelor', school: '云川大学' }],
  evaluations: [{ cadre_id: 'C1', year: '2024', result: 'competent' }],
  relatives: [{ cadre_id: 'C2', relation: '妻子', name: '许亚玲', position_text: '教师' }],
}

const load = (facts: Facts): Promise<unknown> =>
  records.importTables(
    {
      tables: Object.keys(facts) as TableName[],
      async *rows(table) {
        yield (facts[table] ?? []).map((row) => fieldNamesOf(table).map((field) => row[field] ?? null))
      },
    },
    { actor: 'audit office', source: 'package' },
  )

beforeAll(async () => {
  records = await emptyRecords()
  await load(county)
})
afterAll(() => records.close())

const facts = (): Promise<string> => allFacts(records.database)

const months = integer({ min: 0, max: 40 * 12 }).map(
  (at) => `${1985 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const told = (row: Readonly<Record<string, string | null>>): ArrivingRow =>
  Object.fromEntries(Object.entries(row).flatMap(([field, value]) => (value === null ? [] : [[field, value]])))

const people = uniqueArray(
  record({
    cadre: record({
      name: constantFrom('陆承川', '陈静', '郑望', '欧阳雪', '司马远'),
      sex: constantFrom('male', 'female'),
      born_on: oneof(constantFrom('1970-03', '1971-03-09', '1972-03'), months),
      native_place: constantFrom('东澜云川', '东澜棠渚'),
      party: option(constantFrom('中共党员', '民盟')),
    }),
    tenures: uniqueArray(
      record({ from: months, title_text: constantFrom('云川市财政局局长', '白沙镇干部', '云川市某局科长') }),
      { maxLength: 3, selector: ({ from }) => from },
    ),
    evaluations: uniqueArray(
      record({ year: constantFrom('2023', '2024'), result: constantFrom('excellent', 'competent') }),
      { maxLength: 2, selector: ({ year }) => year },
    ),
    relatives: uniqueArray(
      record({
        relation: constantFrom('妻子', '女儿'),
        name: constantFrom('许亚玲', '王芳'),
        party: option(constantFrom('群众')),
      }),
      { maxLength: 2, selector: ({ name }) => name },
    ),
  }),
  { maxLength: 4, selector: ({ cadre }) => cadre.name },
)

test('an import and its undo leave every fact as it was; done twice it is done once', async () => {
  await assert(
    asyncProperty(people, async (drawn) => {
      const persons = drawn.map(
        ({ cadre, tenures, evaluations, relatives }): ArrivingPerson =>
          arriving(told(cadre), {
            rows: { tenures: tenures.map(told), evaluations: evaluations.map(told), relatives: relatives.map(told) },
            resume: [],
          }),
      )
      const before = await facts()
      const first = await take(persons)
      const after = await facts()
      if (first !== undefined) {
        const second = await take(persons)
        expect(await facts()).toBe(after)
        if (second !== undefined) await undoImport(records, second, 'officer')
        await undoImport(records, first, 'officer')
      }
      expect(await facts()).toBe(before)
    }),
    { numRuns: 12 },
  )
})

/** Imports people, each who is in doubt as the first they are like; undefined where a seat would be held twice. */
async function take(persons: readonly ArrivingPerson[]): Promise<string | undefined> {
  const importId = await draftOf(records, persons)
  const open = await readArrivals(records.database, importId, { standing: 'choose' })
  const decisions = new Map(
    open.map(({ number, match }) => [number, { kind: 'known', id: match.candidates[0]?.id ?? '' } as const]),
  )
  const edit = async () => ({
    importId,
    version: (await importOf(records.database, importId)).version,
    actor: 'officer',
  })
  if (decisions.size > 0) await decide(records, await edit(), decisions)
  try {
    await applyImport(records, importId, (await edit()).version, 'officer')
    return importId
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(new Set(error.problems.map(({ code }) => code))).toEqual(new Set(['seat-held-twice']))
    return undefined
  }
}

test('an import that others have gone over is not taken back, and it is said what and by whom', async () => {
  const known = { name: '陆承川', sex: 'male', born_on: '1970-03', native_place: '东澜云川', party: '中共党员' }
  const importId = await draftOf(records, [
    arriving(known),
    arriving({ name: '欧阳雪', sex: 'female', born_on: '1990-02' }),
  ])
  await applyImport(records, importId, (await importOf(records.database, importId)).version, 'officer')
  const [newcomer] = await records.database
    .selectFrom('cadres')
    .select('cadre_id')
    .where('name', '=', '欧阳雪')
    .execute()
  const [first] = county.cadres ?? []
  await load({
    cadres: [{ ...first, party: '民盟' }],
    evaluations: [{ cadre_id: newcomer?.cadre_id ?? '', year: '2025', result: 'competent' }],
  })
  const held = await facts()
  const refused = await undoImport(records, importId, 'officer').catch((error: unknown) => error)
  expect(refused instanceof ProblemError && refused.problems.map(({ file, message }) => [file, message.zh])).toEqual([
    ['名册.xlsx', '陆承川的基本信息的「政治面貌」在导入之后又由audit office改动过，没有撤销任何数据。'],
    ['名册.xlsx', '欧阳雪由这次导入新增，之后又记入了年度考核结果 1 条，没有撤销任何数据。'],
  ])
  expect(await facts()).toBe(held)
})

test('what was chosen against the record is what is written; two officers do not strike each other', async () => {
  const told = { name: '郑望', sex: 'male', born_on: '1972-03', native_place: '东澜云川', work_started_on: '1990-07' }
  const importId = await draftOf(records, [arriving(told)])
  const edit = { importId, version: (await importOf(records.database, importId)).version, actor: 'officer' }
  const [open] = await readArrivals(records.database, importId)
  if (open?.standing === 'choose') await decide(records, edit, new Map([[1, { kind: 'known', id: 'C3' }]]))
  const next = { ...edit, version: (await importOf(records.database, importId)).version }
  await choose(records, next, 1, { 'cadres/work_started_on': 'file' })
  const late = await applyImport(records, importId, next.version, 'head').catch((error: unknown) => error)
  expect(late instanceof ProblemError && late.problems[0]?.code).toBe('import-changed')
  await load({ cadres: [{ ...county.cadres?.[2], ethnicity: '汉族' }] })
  const { version } = await importOf(records.database, importId)
  const stale = await applyImport(records, importId, version, 'officer').catch((error: unknown) => error)
  expect(stale instanceof ProblemError && stale.problems.map(({ message }) => message.zh)).toEqual([
    '郑望的记录在对比之后已有改动，没有写入任何数据。',
  ])
})
