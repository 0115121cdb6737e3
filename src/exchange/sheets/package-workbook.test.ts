import { expect, test } from 'vitest'
import { type Value, workbookOf } from '../fixtures/made-workbooks.ts'
import { sampleFiles } from '../fixtures/sample-package.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openPackage } from '../package/reading.ts'
import { unpackPackage } from './package-workbook.ts'

const sheets = Object.entries(sampleFiles)
  .filter(([name, content]) => name.endsWith('.csv') && !content.includes('"'))
  .map(([name, content]) => ({
    name: name.replace('.csv', ''),
    rows: content
      .trimEnd()
      .split('\n')
      .map((line): Value[] => line.split(',').map((cell) => (cell === '' ? null : cell))),
  }))

test('a data package in one workbook is read as its tables would be', async () => {
  const folder = temporaryFolder()
  expect(await unpackPackage(workbookOf(sheets), folder, '云川市.xlsx')).toBe(true)
  const reading = await openPackage(folder)
  const { counts, problems } = await reading.check()
  await reading.close()
  expect(problems).toEqual([])
  expect(counts).toMatchObject({ units: 3, cadres: 2, ratings: 2 })
})

test('rows keep their numbers, and a roster is no package', async () => {
  const folder = temporaryFolder()
  const cadres = [['cadre_id', 'name', 'born_on', 'authority_unit_id'], [], ['C1', '张三', '1975.13', 'U2']]
  const made = sheets.filter(({ name }) => ['units', 'positions', 'tenures'].includes(name))
  expect(await unpackPackage(workbookOf([...made, { name: 'cadres', rows: cadres }]), folder)).toBe(true)
  const reading = await openPackage(folder)
  const { problems } = await reading.check()
  await reading.close()
  expect(problems.map(({ file, row, column }) => [file, row, column])).toContainEqual(['cadres.csv', 3, 'born_on'])
  expect(await unpackPackage(workbookOf([{ rows: [['姓名', '性别']] }]), folder)).toBe(false)
})
