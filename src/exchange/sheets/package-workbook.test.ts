import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { packedWorkbook, type Value, workbookOf } from '../fixtures/made-workbooks.ts'
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

/** Found by `npm run bench -- fuzz`: such rows came out as a RangeError. */
test.each([
  ['a row that stands twice', ['2', '2']],
  ['rows out of order', ['3', '2']],
  ['a row with a part', ['1.5', '2']],
  ['a row before the first', ['0', '1']],
])('%s is damage of the workbook', async (_, [first, second]) => {
  const file = join(temporaryFolder(), '云川市.xlsx')
  const row = (number = '') => `<row r="${number}"><c t="inlineStr"><is><t>unit_id</t></is></c></row>`
  const named = { 'xl/workbook.xml': unitsAlone }
  await packedWorkbook(file, `${row(first)}${row(second)}`, named)
  const cause = await unpackPackage(file, temporaryFolder()).catch((error: unknown) => error)
  expect(cause).toBeInstanceOf(ProblemError)
  expect((cause as ProblemError).problems.map(({ code }) => code)).toEqual(['workbook-damaged'])
})

/** Found by `npm run bench -- fuzz`: such rows came without a number, or twice with one. */
test.each([
  ['a row in a row', (cell: string) => `<row r="1">${cell}<row r="2">${cell}</row></row>`],
  ['a row that ends without having begun', (cell: string) => `<line r="1">${cell}</row>`],
])('%s is damage of the workbook', async (_, rows) => {
  const file = join(temporaryFolder(), '云川市.xlsx')
  await packedWorkbook(file, rows('<c r="A1" t="inlineStr"><is><t>unit_id</t></is></c>'), {
    'xl/workbook.xml': unitsAlone,
  })
  const cause = await unpackPackage(file, temporaryFolder()).catch((error: unknown) => error)
  expect((cause as ProblemError).problems.map(({ code }) => code)).toEqual(['workbook-damaged'])
})

test('a stray cell far to the right, as wide as which every row would be written, is refused', async () => {
  const wide = [{ name: 'units', rows: [['unit_id', ...Array(299).fill(null), '备注'], ['U1']] }]
  const cause = await unpackPackage(workbookOf(wide), temporaryFolder(), '云川市.xlsx').catch((error: unknown) => error)
  expect((cause as ProblemError).problems.map(({ code }) => code)).toEqual(['workbook-too-large'])
})

const unitsAlone =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="units" sheetId="1" r:id="rId1"/></sheets></workbook>'
