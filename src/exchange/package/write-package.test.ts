import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { folderOf, sampleFiles } from '../fixtures/sample-package.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openPackage } from './reading.ts'
import { writePackage } from './write-package.ts'

type Tables = Partial<Record<TableName, Row[]>>

async function readAll(folder: string): Promise<Tables> {
  const reading = await openPackage(folder)
  const { problems, dependents, notices } = await reading.check()
  expect([...problems, ...dependents, ...notices]).toEqual([])
  const tables: Tables = {}
  for (const table of reading.tables) {
    const rows: Row[] = []
    for await (const batch of reading.rows(table)) rows.push(...batch)
    tables[table] = rows
  }
  await reading.close()
  return tables
}

/** A row of a table from the fields that are known. */
const row = (table: TableName, known: Readonly<Record<string, string | null>>): Row =>
  fieldNamesOf(table).map((name) => known[name] ?? null)

const ground: Tables = {
  teams: [row('teams', { team_id: 'M1', unit_id: 'U1', name: '市政府班子' })],
  units: [row('units', { unit_id: 'U1', name: '云川市', kind: 'government', level: 'prefecture' })],
  positions: [
    row('positions', {
      position_id: 'P1',
      unit_id: 'U1',
      title: '市长',
      post_level: 'bureau-chief',
      role: 'principal',
    }),
  ],
  cadres: [row('cadres', { cadre_id: 'C1', name: '陈望舒', authority_unit_id: 'U1' })],
  tenures: [row('tenures', { tenure_id: 'T1', cadre_id: 'C1', from: '2003-05', kind: 'appointed' })],
}

test('all 20 tables of the sample come back from a package written from them, months as months', async () => {
  const first = await readAll(await folderOf(sampleFiles))
  const folder = join(temporaryFolder(), '副本')
  await writePackage(folder, first, { name: 'copy' })
  const second = await readAll(folder)
  expect(second).toEqual(first)
  expect(second.tenures?.[0]).toEqual(
    row('tenures', {
      tenure_id: 'T1',
      cadre_id: 'C1',
      position_id: 'P2',
      unit_text: '青石镇',
      title_text: '镇长',
      post_level: 'section-chief',
      role: 'principal',
      grassroots: 'true',
      from: '2008-05',
      to: '2012-09',
      kind: 'appointed',
      change: 'promotion',
    }),
  )
})

const textValue = fc
  .array(fc.constantFrom('a', '中', ',', '"', '\n', '\r\n', ' ', ';', "'", '=1+1', '-', '𠮷', '\t', '　'), {
    minLength: 1,
  })
  .map((parts) => parts.join('').trim())
  .map((text) => (text === '' ? null : text))
const dateValue = fc
  .tuple(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 28 }))
  .map(
    ([year, month, day]) =>
      `${year}-${String(month).padStart(2, '0')}${day === 0 ? '' : `-${String(day).padStart(2, '0')}`}`,
  )

test('whatever the text and the precision of the dates, what is written is what is read', async () => {
  const statement = fc.record({
    event: textValue,
    text: textValue,
    recorded_on: dateValue,
    observed_on: fc.constant(null),
  })
  const folder = join(temporaryFolder(), 'p')
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { maxLength: 20 }), async (facts) => {
      const statements = facts.map((fact, index) =>
        row('statements', { statement_id: `F${index}`, cadre_id: 'C1', channel: 'daily-contact', ...fact }),
      )
      const tables = { ...ground, statements }
      await writePackage(folder, tables, { name: 'p' })
      expect(await readAll(folder)).toEqual(tables)
    }),
    { numRuns: 40 },
  )
})

test('grades are written by their Chinese names, and the descriptor says so', async () => {
  const folder = join(temporaryFolder(), 'p')
  const grades = [row('grades', { cadre_id: 'C1', grade: 'consultant-2', from: '2020-06' })]
  await writePackage(folder, { ...ground, grades }, { name: 'p', title: '样例' })
  expect(await readFile(join(folder, 'grades.csv'), 'utf8')).toBe('cadre_id,grade,from,to\nC1,二级调研员,2020-06,\n')
  const descriptor = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'))
  expect(descriptor).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'p',
    title: '样例',
    resources: [
      { name: 'units' },
      { name: 'teams' },
      { name: 'positions' },
      { name: 'cadres' },
      { name: 'tenures' },
      { name: 'grades' },
    ],
  })
  expect(descriptor.resources[5]).toEqual({
    name: 'grades',
    type: 'table',
    path: 'grades.csv',
    scheme: 'file',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: [
        { name: 'cadre_id', type: 'string', constraints: { required: true } },
        {
          name: 'grade',
          type: 'string',
          constraints: { required: true, enum: expect.arrayContaining(['一级巡视员', '二级科员']) },
        },
        { name: 'from', type: 'string', constraints: { required: true, pattern: '\\d{4}-\\d{2}(-\\d{2})?' } },
        { name: 'to', type: 'string', constraints: { pattern: '\\d{4}-\\d{2}(-\\d{2})?' } },
      ],
      uniqueKeys: [['cadre_id', 'grade', 'from']],
      foreignKeys: [{ fields: ['cadre_id'], reference: { resource: 'cadres', fields: ['cadre_id'] } }],
    },
  })
})

test('an older package is replaced whole; a folder with other things is left alone', async () => {
  const folder = join(temporaryFolder(), 'p')
  await writePackage(folder, { ...ground, vacancies: [] }, { name: 'p' })
  await writePackage(folder, ground, { name: 'p' })
  expect((await readdir(folder)).sort()).toEqual([
    'cadres.csv',
    'datapackage.json',
    'positions.csv',
    'teams.csv',
    'tenures.csv',
    'units.csv',
  ])
  await writeFile(join(folder, '会议记录.docx'), '')
  const refused = await writePackage(folder, ground, { name: 'p' }).catch((cause: unknown) => cause)
  expect(refused instanceof ProblemError ? refused.problems[0]?.message.zh : refused).toBe(
    `文件夹“${folder}”里有数据包以外的东西（如“会议记录.docx”），没有覆盖。`,
  )
})

test('a failure in the middle leaves nothing behind', async () => {
  const parent = temporaryFolder()
  function* broken(): Generator<Row> {
    yield ground.cadres?.[0] ?? []
    throw new Error('interrupted')
  }
  await expect(writePackage(join(parent, 'p'), { ...ground, cadres: broken() }, { name: 'p' })).rejects.toThrow(
    'interrupted',
  )
  expect(await readdir(parent)).toEqual([])
  await mkdir(join(parent, 'p'))
  await writePackage(join(parent, 'p'), ground, { name: 'p' })
  expect(await readdir(parent)).toEqual(['p'])
})
