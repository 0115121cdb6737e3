import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { expectedMessages } from '../fixtures/expected-messages.ts'
import { mistakes } from '../fixtures/mistakes.ts'
import { type Files, folderOf, sampleFiles, sampleWith } from '../fixtures/sample-package.ts'
import { openPackage, type PackageCheck } from './reading.ts'

const said = ({ file, row, column, message, mend }: Problem): string =>
  `${[file, row, column].filter((part) => part !== undefined).join(' ')} ${message.zh} → ${mend.zh}`

async function checkOf(files: Files): Promise<PackageCheck> {
  const reading = await openPackage(await folderOf(files))
  return reading.check().finally(() => reading.close())
}

const problemsOf = async (files: Files): Promise<string[]> => (await checkOf(files)).problems.map(said)

async function rowsOf(files: Files, table: TableName): Promise<Row[]> {
  const reading = await openPackage(await folderOf(files))
  await reading.check()
  const rows: Row[] = []
  for await (const batch of reading.rows(table)) rows.push(...batch)
  await reading.close()
  return rows
}

async function refusalOf(files: Files): Promise<string[]> {
  const cause = await checkOf(files).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (cause instanceof ProblemError) return cause.problems.map(said)
  throw cause
}

const without = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(sampleFiles).filter(([name]) => !names.includes(name)))

test('the sample is sound', async () => {
  const { problems, dependents, notices, counts } = await checkOf(sampleFiles)
  expect([...problems, ...dependents, ...notices]).toEqual([])
  expect(Object.keys(counts)).toHaveLength(20)
  expect(counts).toMatchObject({ units: 3, tenures: 4, ratings: 2, statements: 3 })
})

test('each of many mistakes gets one message that says where it is and how to mend it', async () => {
  const { problems, problemCount, dependents, counts } = await checkOf(mistakes)
  expect(problems.map(said)).toEqual(expectedMessages)
  expect(problemCount).toBe(expectedMessages.length)
  expect(dependents.map(said)).toEqual([
    'tenures.csv 13 cadre_id “cadre_id”指向 cadres.csv 里被跳过的“C10”，这一行随之跳过。 → 改正被引用的那一行后重新导入。',
  ])
  // The good rows are those of the sample.
  expect(counts).toMatchObject({ units: 3, positions: 2, cadres: 2, tenures: 4, ratings: 2, statements: 3 })
})

test.each(['teams', 'grades', 'ratings', 'statements', 'supervision', 'vacancies'])(
  'the optional table %s may be missing, though the descriptor lists it',
  async (table) => {
    const descriptor = JSON.stringify({ resources: [{ name: table, path: `${table}.csv` }] })
    const files = { ...without(`${table}.csv`), 'datapackage.json': descriptor }
    const { problems, notices } = await checkOf(files)
    expect(problems).toEqual([])
    expect(notices.map(({ code }) => code)).toContain('table-absent')
  },
)

test('a reference to a table that was not given is kept beside the row and reported', async () => {
  const files = without('teams.csv')
  expect((await checkOf(files)).notices.map(said)).toEqual([
    'positions.csv 1 team_id 包里没有 teams.csv 的数据，“team_id”的值无从核对，原样保留在行旁。 → 若有这张表，补上后重新导入。',
  ])
  const [first, second] = await rowsOf(files, 'positions')
  expect([first?.[5], first?.at(-1)]).toEqual([null, '{"team_id":"M1"}'])
  expect([second?.[5], second?.at(-1)]).toEqual([null, null])
})

test('an optional table without rows is as good as none', async () => {
  const [header] = String(sampleFiles['teams.csv']).split('\n')
  const { problems, notices } = await checkOf({ ...sampleFiles, 'teams.csv': `${header}\n` })
  expect(problems).toEqual([])
  expect(notices.map(({ code }) => code)).toContain('reference-unresolved')
})

test('a missing required table is one clear message', async () => {
  expect(await refusalOf(without('tenures.csv'))).toEqual([
    'tenures.csv 缺少必需的表：tenures.csv。 → 数据包至少要有 units.csv、positions.csv、cadres.csv、tenures.csv，文件名一字不差。',
  ])
  const renamed = { ...without('tenures.csv', 'units.csv'), 'Tenure.csv': 'x\n' }
  expect(await refusalOf(renamed)).toEqual([
    'units.csv 缺少必需的表：units.csv、tenures.csv。 → 数据包至少要有 units.csv、positions.csv、cadres.csv、tenures.csv，文件名一字不差；“Tenure.csv”若就是，改名即可。',
  ])
})

test('what holds nothing that is named like a table is told apart from a package that lacks some', async () => {
  const mend = '核对文件；名册和采集表解压后直接导入 .xls、.xlsx。'
  expect((await refusalOf({ '名册/一科.xlsx': 'x' })).join()).toMatch(
    new RegExp(`里面没有认得的文件：.*里面是：.+。 → ${mend}$`),
  )
})

test('a NUL byte and a workbook in disguise are one clear message each', async () => {
  const nul = `${sampleFiles['cadres.csv']}C3,沈\0清,male,,,,,U2,,\n`
  expect(await refusalOf({ ...sampleFiles, 'cadres.csv': nul })).toEqual([
    'cadres.csv 4 文件里有 NUL 字节，不是文本文件或已损坏。 → 若是 Excel 工作簿，另存为“CSV UTF-8（逗号分隔）”；若是 CSV，从来源处重新导出。',
  ])
  const utf16 = Buffer.from(`\uFEFF${sampleFiles['cadres.csv']}`, 'utf16le')
  expect(await refusalOf({ ...sampleFiles, 'cadres.csv': utf16 })).toEqual([
    'cadres.csv 1 文件是 UTF-16 编码。 → 另存为“CSV UTF-8（逗号分隔）”。',
  ])
})

test('an empty file is a problem where the table is required; an endless row is no CSV', async () => {
  expect(await problemsOf({ ...sampleFiles, 'units.csv': '\n\n', 'honours.csv': '' })).toEqual([
    'units.csv 文件是空的，连表头也没有。 → 第一行写字段名；没有数据的选用表可以整个去掉。',
  ])
  expect(await refusalOf({ ...sampleFiles, 'honours.csv': 'x'.repeat(2_000_000) })).toEqual([
    'honours.csv 1 这一行超过 100 万字仍未换行，不像 CSV 表。 → 核对文件；从来源处重新导出为 CSV。',
  ])
})

test('the descriptor may name other paths inside the package, and none outside', async () => {
  const at = (path: string): Files => ({
    ...without('units.csv'),
    'datapackage.json': JSON.stringify({ resources: [{ name: 'units', path }] }),
    'data/机构.csv': sampleFiles['units.csv'] ?? '',
  })
  expect((await checkOf(at('data/机构.csv'))).counts.units).toBe(3)
  for (const path of ['../units.csv', '/etc/passwd', 'https://example.org/units.csv', 'C:\\units.csv']) {
    expect(await refusalOf(at(path))).toEqual([
      `datapackage.json “${path}”指向数据包之外。 → 数据包里的文件名和路径只能指向包内。`,
    ])
  }
  expect(await refusalOf({ ...sampleFiles, 'datapackage.json': '{' })).toEqual([
    expect.stringContaining('datapackage.json 无法读取：'),
  ])
})

test('a link that leads out of the folder is not followed', async () => {
  const folder = await folderOf(without('honours.csv'))
  await symlink('/etc/hostname', join(folder, 'honours.csv'))
  const opened = await openPackage(folder).catch((cause: unknown) => cause)
  expect(opened instanceof ProblemError ? opened.problems.map(said) : opened).toEqual([
    'honours.csv “honours.csv”指向数据包之外。 → 数据包里的文件名和路径只能指向包内。',
  ])
})

test('CSV tables without a descriptor are read, and that is mentioned', async () => {
  const { problems, notices } = await checkOf({ ...without('datapackage.json'), '说明.txt': '见附件' })
  expect(problems).toEqual([])
  expect(notices.map(said)).toEqual([
    'datapackage.json 包里没有 datapackage.json，按文件名读取各表。 → 无须处理。',
    'datapackage.json “说明.txt”不是约定的表，没有读取。 → 若是某张表，改成约定的文件名。',
  ])
})

test('GB18030, a byte order mark, CRLF and columns in another order read the same', async () => {
  const expected = await rowsOf(sampleFiles, 'cadres')
  const text = sampleFiles['cadres.csv'] ?? ''
  const turned = text.replace(/^(\w+),(\w+),/gm, '$2,$1,').replace(/^(C\d),([^,]+),/gm, '$2,$1,')
  for (const content of [encode(text, 'gb18030'), `\uFEFF${text}`, text.replaceAll('\n', '\r\n'), turned]) {
    expect(await rowsOf({ ...sampleFiles, 'cadres.csv': content }, 'cadres')).toEqual(expected)
  }
  const { notices } = await checkOf({ ...sampleFiles, 'cadres.csv': encode(text, 'gb18030') })
  expect(notices.map(said)).toEqual(['cadres.csv 文件按 GB18030 编码读取。 → 无须处理。'])
})

test('a damaged character is one bad cell, not a bad file', async () => {
  const bytes = Buffer.from(sampleFiles['cadres.csv'] ?? '')
  bytes[bytes.indexOf('望') + 2] = 0x41
  expect(await problemsOf({ ...sampleFiles, 'cadres.csv': bytes })).toEqual([
    'cadres.csv 2 name “name”里有无法识别的文字：“陈\uFFFDA舒”。 → 重新录入这一格，并把文件另存为 UTF-8。',
  ])
})

test('unknown columns are kept beside the row and reported', async () => {
  const units =
    'unit_id,备注,name,kind,level\nU1,旧档,云川市,government,prefecture\nU2,,市委组织部,party,prefecture\nU3,,青石镇,township,township\n'
  const files = { ...sampleFiles, 'units.csv': units }
  const { problems, notices, extraColumns } = await checkOf(files)
  expect(problems).toEqual([])
  expect(notices.map(said)).toEqual(['units.csv 1 备注 列“备注”不在约定之内，其值原样保留在行旁。 → 无须处理。'])
  expect(extraColumns).toEqual({ units: ['备注'] })
  expect((await rowsOf(files, 'units')).map((row) => row.at(-1))).toEqual(['{"备注":"旧档"}', null, null])
})

test('the same row twice is harmless where rows have no id, and a mistake where they have one', async () => {
  const evaluations = await checkOf(sampleWith({ 'evaluations.csv': 'C1,2024,excellent\n' }))
  expect(evaluations.problems).toEqual([])
  expect(evaluations.notices.map(said)).toEqual([
    'evaluations.csv 4 与第 2 行完全相同，只取一次。 → 可以删去重复的一行。',
  ])
  expect(evaluations.counts.evaluations).toBe(2)
  expect(await problemsOf(sampleWith({ 'teams.csv': 'M1,U2,部务会,2021-06,,1,3\n' }))).toEqual([
    'teams.csv 3 team_id team_id M1 与第 2 行重复。 → 同一条记录只留一行；若是两条记录，改正写错的标识。',
  ])
})

test('rows that depend on a bad row are left out with it, over any number of steps', async () => {
  const files = sampleWith({
    'units.csv': 'U4,U5,水利局,department,county,,\nU5,U6,水利所,department,county,,\nU6,,渠道段,无此类,county,,\n',
    'positions.csv': 'P9,U4,局长,section-chief,principal,,,,,\n',
    'tenures.csv': 'T9,C2,P9,,,,,,2019-08,,appointed,\n',
  })
  const { problems, dependents, counts } = await checkOf(files)
  expect(problems.map(({ file, row, code }) => [file, row, code])).toEqual([['units.csv', 7, 'term-unknown']])
  expect(dependents.map(({ file, row, column }) => [file, row, column])).toEqual([
    ['units.csv', 5, 'parent_id'],
    ['units.csv', 6, 'parent_id'],
    ['positions.csv', 4, 'unit_id'],
    ['tenures.csv', 6, 'position_id'],
  ])
  expect(counts).toMatchObject({ units: 3, positions: 2, tenures: 4 })
})

test('consecutive holders may share a month; what surely overlaps may not', async () => {
  const tenure = (id: string, from: string, to: string): string => `${id},C2,P2,,,,,,${from},${to},appointed,\n`
  const withTenures = (...lines: string[]): Promise<string[]> =>
    problemsOf(sampleWith({ 'tenures.csv': lines.join('') }))
  expect(await withTenures(tenure('A', '2018-04', '2019-01'), tenure('B', '2019-01', '2019-01'))).toEqual([])
  expect(await withTenures(tenure('A', '2018-04-10', '2024-12-31'))).toEqual([])
  expect(await withTenures(tenure('A', '2018-04-09', '2019-01'))).toEqual([
    'tenures.csv 6 position_id 岗位 P2 同一时段有两人任职：本行 A（2018-04-09 至 2019-01）与第 3 行 T2（2012-09 至 2018-04-10）重叠。 → 核对两行的起止日期，前任的“to”不应晚于后任的“from”；代理、兼任、挂职写相应的“kind”。',
  ])
  expect(await withTenures(tenure('A', '2005-02', '2005-03'), tenure('B', '2005-02-27', '2005-06'))).toEqual([
    'tenures.csv 6 position_id 任期（2005-02 至 2005-03）超出岗位 P2 的存续期（2005-03 至 2024-12）。 → 核对任期，或改正 positions.csv 里的“open_from”“open_to”。',
    'tenures.csv 7 position_id 任期（2005-02-27 至 2005-06）超出岗位 P2 的存续期（2005-03 至 2024-12）。 → 核对任期，或改正 positions.csv 里的“open_from”“open_to”。',
  ])
})

test('a thousand equal mistakes are listed two hundred times and counted', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `E${index + 10},C1,,inspection,2020.1,,,,,\n`).join('')
  const { problems, problemCount } = await checkOf(sampleWith({ 'supervision.csv': lines }))
  expect(problemCount).toBe(1000)
  expect(problems).toHaveLength(201)
  expect(problems.map(said).at(-1)).toBe(
    'supervision.csv on “date-form”这类问题另有 800 处，未逐条列出。 → 先改正已列出的，再核对一次。',
  )
})
