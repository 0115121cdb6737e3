import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { packedWorkbook } from '../fixtures/made-workbooks.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { readWorkbook } from './read-workbook.ts'

const flat = (table: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名册"><Table>${table}</Table></Worksheet></Workbook>`,
  )
const row = (attributes = '', cell = '') =>
  `<Row ${attributes}><Cell ${cell}><Data ss:Type="String">姓名</Data></Cell></Row>`

/** How many rows are read, or the code of the refusal. */
async function outcome(source: Buffer | string): Promise<unknown> {
  try {
    const book = await readWorkbook(source, '名册.xls')
    let count = 0
    for await (const _ of book.sheets[0]?.rows() ?? []) count += 1
    return count
  } catch (cause) {
    if (cause instanceof ProblemError) return cause.problems.map(({ code }) => code).join()
    throw cause
  }
}

// Without the bound each of these takes the thread for seconds to minutes, and up to gigabytes.
test.each([
  ['a row far below', row('ss:Index="200000000"')],
  ['a cell far to the right', row('', 'ss:Index="200000000"')],
  ['a cell far to the right, past a quoted bracket', row('', `ss:HRef="a>b" ss:Index='2e8'`)],
  ['a column repeated without end', `<Column ss:Span="30000000"/>${row()}`],
  ['a merge over millions of columns', row('', 'ss:MergeAcross="30000000"')],
  ['a merge over as many rows and columns', row('', 'ss:MergeAcross="10000" ss:MergeDown="10000"')],
  ['many merges of a sheet of full width', row('', 'ss:MergeAcross="16000"').repeat(100)],
])('%s in a flat workbook is refused before the library reads it', async (_, table) => {
  expect(await outcome(flat(table))).toBe('workbook-too-large')
})

test('gaps, repeated columns and merges of an honest sheet are read', async () => {
  const table = `<Column ss:Index="2" ss:Span="35"/>${row('ss:Index="3"', 'ss:Index="2" ss:MergeAcross="35" ss:MergeDown="1"')}${row('ss:Index="50000"')}`
  expect(await outcome(flat(table))).toBe(2)
})

test.each([
  ['spans', `<table><tr>${'<td colspan=1000>姓名'.repeat(17)}</table>`],
  ['spans over many rows', `<table>${`<tr>${'<td colspan=1000>姓名'.repeat(16)}`.repeat(2100)}</table>`],
])('a page whose %s make millions of cells is refused', async (_, page) => {
  expect(await outcome(Buffer.from(page))).toBe('workbook-too-large')
})

test('a stray cell in the last column of very many rows ends the reading', async () => {
  const file = join(temporaryFolder(), '名册.xlsx')
  const row = (number: number) => `<row r="${number}"><c r="XFD${number}"><v>1</v></c></row>`
  await packedWorkbook(file, Array.from({ length: 2049 }, (_, index) => row(index + 1)).join(''))
  expect(await outcome(file)).toBe('workbook-too-large')
})
