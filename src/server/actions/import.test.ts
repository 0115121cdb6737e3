import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords } from '#records/index.ts'
import { importFiles } from './import.ts'

let folder: string
let sound: string
let flawed: string

/** Writes a small package with the given rows of tenures. */
async function packageOf(name: string, tenures: string): Promise<string> {
  const { writePackage } = await import('#exchange/index.ts')
  const path = join(folder, name)
  await writePackage(
    path,
    {
      units: [['U1', null, '云川市', 'government', 'prefecture', null, null, null, null, null, null, null]],
      positions: [['P1', 'U1', '市长', 'bureau-chief', 'principal', ...new Array(10).fill(null)]],
      cadres: [
        ['C1', '陈望舒', ...new Array(11).fill(null), 'U1', null, null],
        ['C2', '陆知远', 'male', '1975-03', ...new Array(9).fill(null), 'U1', null, null],
      ],
    },
    { name },
  )
  const header = 'tenure_id,cadre_id,position_id,from,to,kind,备注\n'
  await writeFile(join(path, 'tenures.csv'), header + tenures)
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiren-import-'))
  sound = await packageOf('sound', 'T1,C1,P1,2010-05,2015-03,appointed,\nT2,C2,P1,2015-03,,appointed,任前公示\n')
  flawed = await packageOf('flawed', 'T1,C1,P1,2010.5,2015-03,appointed,\nT2,C2,P1,2015-03,,appointed,\n')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const messages = ({ problems }: Awaited<ReturnType<typeof importFiles>>): string[] =>
  problems.map(({ file, row, column, message, mend }) => `${file} ${row} ${column} ${message.zh} ${mend.zh}`)

const wrongDate = 'tenures.csv 2 from “from”的值“2010.5”不是规定的日期写法。 改为“2010-05”。'

test('a dry run says what an import would find, and needs no database', async () => {
  const records = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }
  const good = await importFiles([sound], { dryRun: true, records })
  expect(good).toMatchObject({
    accepted: true,
    problems: [],
    people: [],
    counts: { units: 1, positions: 1, cadres: 2, tenures: 2 },
  })
  expect(good.notices.map(({ code, column }) => [code, column])).toEqual([['extra-column', '备注']])
  expect(good.summary.zh).toBe('核对完毕，没有问题：6 行可以导入。')
  const bad = await importFiles([flawed], { dryRun: true, records })
  expect(messages(bad)).toEqual([wrongDate])
  expect(bad).toMatchObject({ accepted: false, counts: { tenures: 1 } })
})

test('what makes a package unreadable is an outcome too, and the sheet says it', async () => {
  const problemSheet = join(folder, '问题.csv')
  const outcome = await importFiles([join(folder, 'none.zip')], { dryRun: true, problemSheet })
  expect(outcome).toMatchObject({ accepted: false, counts: {} })
  expect(await readFile(problemSheet, 'utf8')).toBe(
    `\uFEFF文件,工作表,行,列,问题,改法,代码\n${folder}/none.zip,,,,找不到“${folder}/none.zip”。,核对路径；数据包是一个文件夹或一个 .zip 文件。,path-missing\n`,
  )
})

test('a package goes in wholly or not at all, and twice is once', { timeout: 120_000 }, async () => {
  const records = { dataFolder: join(folder, 'data') }
  const refused = await importFiles([flawed], { records })
  expect(messages(refused)).toEqual([wrongDate])
  expect(refused.stored).toBeUndefined()

  const steps = new Set<string>()
  const onProgress = ({ step }: { step: { zh: string } }): void => void steps.add(step.zh)
  const first = await importFiles([sound], { records, onProgress })
  expect([...steps]).toEqual(['核对数据包', '写入数据库'])
  expect(first.summary.zh).toBe('已导入 6 行：新增 6，变更 0，未变 0。')
  const second = await importFiles([sound], { records })
  expect(second.summary.zh).toBe('已导入 6 行：新增 0，变更 0，未变 6。')

  const stored = await openRecords(records)
  try {
    const tenures = await stored.database
      .selectFrom('tenures')
      .select(['tenure_id', 'from', 'to', 'extra'])
      .orderBy('tenure_id')
      .execute()
    expect(tenures).toEqual([
      { tenure_id: 'T1', from: '2010-05', to: '2015-03', extra: null },
      { tenure_id: 'T2', from: '2015-03', to: null, extra: { 备注: '任前公示' } },
    ])
  } finally {
    await stored.close()
  }
})

test('bad rows are left out when asked, and listed', { timeout: 120_000 }, async () => {
  const outcome = await importFiles([flawed], { records: { dataFolder: join(folder, 'second') }, skipBadRows: true })
  expect(outcome.accepted).toBe(true)
  expect(messages(outcome)).toEqual([wrongDate])
  expect(outcome.stored?.tenures).toEqual({ read: 1, inserted: 1, changed: 0, unchanged: 0 })
})
