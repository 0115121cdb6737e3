import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf } from '#domain/tables.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { readArrivals, readImports, readStandingForm } from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { applyImport, importOf, undoImport } from './apply.ts'
import { allFacts, arriving, draftOf } from './fixtures.ts'

let records: Records

const units = [
  ['U1', null, '云川市委员会', 'party', 'county'],
  ['U2', 'U1', '云川市财政局', 'department', 'county'],
]

beforeAll(async () => {
  records = await emptyRecords()
  const facts: Record<string, Record<string, string>[]> = {
    units: units.map(([unit_id, parent_id, name, kind, level]) => ({
      unit_id: unit_id ?? '',
      ...(parent_id && { parent_id }),
      name: name ?? '',
      kind: kind ?? '',
      level: level ?? '',
    })),
    positions: [
      { position_id: 'P1', unit_id: 'U2', title: '局长', post_level: 'section-chief', role: 'principal' },
      { position_id: 'P2', unit_id: 'U2', title: '副局长', post_level: 'section-deputy', role: 'deputy' },
    ],
    cadres: [
      {
        cadre_id: 'C1',
        name: '陆承川',
        sex: 'male',
        born_on: '1975-03',
        native_place: '东澜云川',
        authority_unit_id: 'U1',
      },
      { cadre_id: 'C2', name: '陈静', sex: 'female', born_on: '1980-05', authority_unit_id: 'U1', party: '群众' },
      { cadre_id: 'C3', name: '陈静', sex: 'female', born_on: '1966-01', authority_unit_id: 'U1' },
    ],
    tenures: [
      { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', from: '2015-03', kind: 'appointed' },
      { tenure_id: 'T2', cadre_id: 'C2', position_id: 'P2', from: '2019-06', kind: 'appointed' },
    ],
  }
  await records.importTables(
    {
      tables: ['units', 'positions', 'cadres', 'tenures'],
      async *rows(table) {
        yield (facts[table] ?? []).map((row) => fieldNamesOf(table).map((field) => row[field] ?? null))
      },
    },
    { actor: 'test', source: 'county' },
  )
})
afterAll(() => records.close())

const facts = (): Promise<string> => allFacts(records.database)

const apply = async (importId: string) =>
  applyImport(records, importId, (await importOf(records.database, importId)).version, 'officer')

const problemsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(() => undefined).catch((cause: unknown) => cause)
  return error instanceof ProblemError
    ? error.problems.map(({ code, message }) => `${code} ${message.zh}`)
    : [String(error)]
}

const chuan = arriving(
  { name: '陆承川', sex: 'male', born_on: '1975-03-15', native_place: '东澜省云川市', party: '中共党员' },
  {
    rows: {
      tenures: [
        { from: '1996-07', to: '2015-03', title_text: '云川市教育局干部' },
        { from: '2015-03', title_text: '市财政局局长' },
      ],
      evaluations: [{ year: '2024', result: 'excellent' }],
    },
    form: {
      texts: { name: '陆承川' },
      relatives: [],
      photo: { type: 'image/png', bytes: new Uint8Array([1, 2, 3]), width: 4, height: 5 },
      others: [],
    },
  },
)

describe('a draft', () => {
  test('is applied in one step, keeps the form, and goes back byte for byte', async () => {
    const before = await facts()
    const importId = await draftOf(records, [chuan, arriving({ name: '欧阳雪', sex: 'female', born_on: '1990-02' })])
    expect(await facts()).toBe(before)
    const arrivals = await readArrivals(records.database, importId)
    expect(arrivals.map(({ name, standing, match }) => [name, standing, match.outcome])).toEqual([
      ['陆承川', 'changed', 'known'],
      ['欧阳雪', 'new', 'new'],
    ])
    const counts = await apply(importId)
    expect(counts).toEqual({
      people: { new: 1, changed: 1, same: 0, leftOut: 0 },
      units: { new: 0, changed: 0, same: 0, leftOut: 0 },
      rows: {
        cadres: { inserted: 1, changed: 1, deleted: 0 },
        tenures: { inserted: 1, changed: 0, deleted: 0 },
        evaluations: { inserted: 1, changed: 0, deleted: 0 },
      },
    })
    const cadre = await records.database
      .selectFrom('cadres')
      .selectAll()
      .where('cadre_id', '=', 'C1')
      .executeTakeFirst()
    expect(cadre).toMatchObject({ born_on: '1975-03-15', native_place: '东澜云川', party: '中共党员' })
    const form = await readStandingForm(records.database, 'C1')
    expect(form?.form.photo?.bytes).toEqual(new Uint8Array([1, 2, 3]))
    expect((await readImports(records.database, importId))[0]).toMatchObject({ state: 'applied', appliedBy: 'officer' })

    await undoImport(records, importId, 'head')
    expect(await facts()).toBe(before)
    expect(await readStandingForm(records.database, 'C1')).toBeUndefined()
    expect(await problemsOf(undoImport(records, importId, 'head'))).toEqual([
      'import-state 这次导入已经撤销，不能这样做。',
    ])
  })

  test('applied once more, everything is the same', async () => {
    const first = await draftOf(records, [chuan])
    await apply(first)
    const after = await facts()
    const second = await draftOf(records, [chuan])
    expect((await readArrivals(records.database, second)).map(({ standing }) => standing)).toEqual(['same'])
    expect((await apply(second)).rows).toEqual({})
    expect(await facts()).toBe(after)
    await undoImport(records, second, 'officer')
    await undoImport(records, first, 'officer')
  })

  test('two files of one new person add up', async () => {
    const form = arriving({
      name: '郑望',
      sex: 'male',
      born_on: '1988-04',
      native_place: '东澜云川',
      citizen_id: '11010519880401003X',
    })
    const sheet = arriving(
      { name: '郑　望', citizen_id: '11010519880401003X', party: '民盟' },
      { rows: { evaluations: [{ year: '2023', result: 'competent' }] } },
    )
    const importId = await draftOf(records, [form, sheet])
    expect((await readArrivals(records.database, importId)).map(({ decision }) => decision)).toEqual([
      { kind: 'new' },
      { kind: 'same-as', number: 1 },
    ])
    const before = await facts()
    expect((await apply(importId)).rows).toEqual({
      cadres: { inserted: 1, changed: 0, deleted: 0 },
      evaluations: { inserted: 1, changed: 0, deleted: 0 },
    })
    await undoImport(records, importId, 'officer')
    expect(await facts()).toBe(before)
  })
})

describe('refused, with nothing written', () => {
  test('a name that two people bear, without a birth', async () => {
    const importId = await draftOf(records, [arriving({ name: '陈静', party: '中共党员' })])
    const before = await facts()
    expect(await problemsOf(apply(importId))).toEqual([
      'person-unchosen 陈静可能与 陈静（C2）、陈静（C3） 是同一人，要由人认定（相像的不止一人）。',
    ])
    expect(await facts()).toBe(before)
  })

  test('a seat that would be held twice', async () => {
    const newcomer = arriving(
      { name: '欧阳雪', sex: 'female', born_on: '1990-02' },
      { rows: { tenures: [{ from: '2020-01', position_id: 'P2', kind: 'appointed' }] } },
    )
    const importId = await draftOf(records, [newcomer])
    expect(await problemsOf(apply(importId))).toEqual([
      'seat-held-twice 欧阳雪与陈静在同一时段任「云川市财政局副局长」（2020-01—今；2019-06—今）。',
    ])
  })
})
