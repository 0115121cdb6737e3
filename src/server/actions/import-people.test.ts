import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { writeLrmx } from '#exchange/index.ts'
import { type Instance, startScratch } from '#records/embedded/instance.ts'
import { createDatabase } from '#records/fixtures.ts'
import { openRecords, type Records } from '#records/index.ts'
import { importFiles, undoImportOf } from './import.ts'

let folder: string
let instance: Instance
let records: Records
let where: { readonly databaseUrl: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiren-forms-'))
  instance = await startScratch()
  where = { databaseUrl: await createDatabase(instance) }
  records = await openRecords(where)
  const facts: Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>> = {
    units: [
      { unit_id: 'U1', name: '云川市委员会', kind: 'party', level: 'county' },
      { unit_id: 'U2', name: '云川市财政局', kind: 'department', level: 'county' },
    ],
    cadres: ['1975-03', '1980-06'].map((born_on, at) => ({
      cadre_id: `C${at + 1}`,
      name: '陆承川',
      sex: 'male',
      born_on,
      native_place: '东澜云川',
      authority_unit_id: 'U1',
    })),
  }
  const source = {
    tables: ['units', 'cadres'] as const,
    async *rows(table: TableName) {
      yield (facts[table] ?? []).map((row) => fieldNamesOf(table).map((field) => row[field] ?? null))
    },
  }
  await records.importTables(source, { actor: 'test', source: 'county' })
}, 30_000)

afterAll(async () => {
  await records.close()
  await instance.close()
  await rm(folder, { recursive: true, force: true })
})

async function formFile(name: string, texts: AppointmentForm['texts']): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, writeLrmx({ texts, relatives: [], photo: undefined, others: [] }))
  return path
}

const cadres = () => records.database.selectFrom('cadres').select(['name', 'party']).orderBy('cadre_id').execute()

test('a dry run tells who is in a form, and whom the records know them as', async () => {
  const known = await formFile('a.lrmx', { name: '陆承川', sex: '男', bornOn: '197503', nativePlace: '东澜云川' })
  const alone = await importFiles([known], { dryRun: true, records: { dataFolder: join(folder, 'none') } })
  expect(alone).toMatchObject({ accepted: true, counts: { cadres: 1 }, problems: [] })
  expect(alone.people).toMatchObject([{ cadreId: null, name: '陆承川', bornOn: '1975-03' }])
  const beside = await importFiles([known], { dryRun: true, records: where })
  expect(beside.people).toMatchObject([{ cadreId: 'C1' }])
})

test('where the record says otherwise it stays, and that is said', async () => {
  const other = await formFile('e.lrmx', {
    name: '陆承川',
    sex: '男',
    bornOn: '198006',
    nativePlace: '东澜云川',
    birthPlace: '云川',
  })
  const first = await importFiles([other], { records: where })
  expect(first.summary.zh).toMatch(/^已导入 1 人：新增 0，变更 1/)
  const otherwise = await formFile('f.lrmx', {
    name: '陆承川',
    sex: '男',
    bornOn: '198006',
    nativePlace: '东澜云川',
    birthPlace: '外省',
  })
  const second = await importFiles([otherwise], { records: where })
  expect(second.notices.map(({ message }) => message.zh)).toContain('陆承川的出生地与记录不一致，保留记录。')
  await undoImportOf(second.importId ?? '', { records: where })
  await undoImportOf(first.importId ?? '', { records: where })
})

test('somebody in doubt keeps everything out, unless it is asked to leave them out', async () => {
  const doubtful = await formFile('b.lrmx', { name: '陆承川', sex: '男', partyJoined: '199506' })
  const newcomer = await formFile('c.lrmx', { name: '欧阳雪', sex: '女', bornOn: '199002', partyJoined: '民盟' })
  const before = await cadres()
  const options = { records: where, authorityUnitId: 'U1' }
  const refused = await importFiles([doubtful, newcomer], options)
  expect(refused.accepted).toBe(false)
  expect(refused.problems.map(({ code, file }) => [code, file])).toEqual([['person-unchosen', 'b.lrmx']])
  expect(await cadres()).toEqual(before)

  const taken = await importFiles([doubtful, newcomer], { ...options, skipBadRows: true })
  expect(taken.accepted).toBe(true)
  expect(taken.summary.zh).toMatch(/^已导入 2 人：新增 1，变更 0，未变 0，未导入 1。/)
  expect(await cadres()).toEqual([...before, { name: '欧阳雪', party: '民盟' }])

  const again = await importFiles([newcomer], options)
  expect(again.notices.map(({ code }) => code)).toContain('imported-before')
  expect(again.summary.zh).toMatch(/^已导入 1 人：新增 0，变更 0，未变 1，未导入 0。/)
  await undoImportOf(again.importId ?? '', { records: where })
  await undoImportOf(taken.importId ?? '', { records: where })
  expect(await cadres()).toEqual(before)
})

test('a new person without a managing unit, and files of two kinds at once, are refused with what to do', async () => {
  const newcomer = await formFile('d.lrmx', { name: '司马远', sex: '男', bornOn: '199002' })
  const { problems } = await importFiles([newcomer], { records: where })
  expect(problems.map(({ message, mend }) => message.zh + mend.zh)).toEqual([
    '司马远是新人，从文件看不出归哪个机关管理。为本次导入选定管理机关；命令行用 --authority 单位编号。',
  ])
  await expect(importFiles([newcomer, join(folder, 'none.zip')], { records: where })).rejects.toMatchObject({
    problems: [{ code: 'mixed-kinds' }],
  })
})
