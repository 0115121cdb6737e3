import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { array, assert, asyncProperty, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { ProblemError } from '#domain/problem.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Sheet, WrittenCell } from './sheet.ts'
import { type WorkbookOptions, writeWorkbook } from './write-workbook.ts'

async function written(sheets: readonly Sheet[], options: WorkbookOptions = {}): Promise<Buffer> {
  const file = join(temporaryFolder(), '名册.xlsx')
  await writeWorkbook(sheets, file, options)
  return readFile(file)
}

const sheetOf = (...rows: readonly (readonly WrittenCell[])[]): Sheet => ({
  name: '名册',
  widths: [10, 20],
  rows: rows.map((cells) => ({ cells })),
})

const roster: Sheet = {
  name: '名册',
  widths: [12, 30, 8],
  style: { border: true },
  rows: [
    {
      cells: [{ value: '干部名册', across: 3, style: { font: '黑体', size: 18, align: 'center' } }, null, null],
      height: 30,
    },
    { cells: [{ value: '姓名', down: 2 }, { value: '全日制教育', across: 2 }, null] },
    { cells: [null, '学历', '年'] },
    { cells: ['张三', '大学', 3.5] },
  ],
  frozen: { rows: 3, columns: 1 },
  page: { paper: 'A3', landscape: true, repeatRows: [1, 3], footer: '第 {page} 页，共 {pages} 页' },
  choices: [{ column: 1, firstRow: 4, lastRow: 99, options: ['大学', '大专'], prompt: '选一项' }],
}

test('another library opens what is written: merges, widths, fonts, numbers and text', async () => {
  const book = read(await written([roster]), { cellStyles: true })
  const sheet = book.Sheets['名册']
  expect(sheet?.A1).toMatchObject({ t: 's', v: '干部名册' })
  expect(sheet?.C4).toMatchObject({ t: 'n', v: 3.5 })
  expect(sheet?.['!merges']).toEqual([
    { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
    { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
    { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
  ])
  expect(sheet?.['!cols']?.map((column) => Math.round(column.width ?? 0))).toEqual([12, 30, 8])
  expect(sheet?.['!rows']?.[0]?.hpt).toBe(30)
})

/** The XML of a part, as the archive has it. */
async function part(bytes: Buffer, name: string): Promise<string> {
  const book = read(bytes, { bookFiles: true }) as unknown as { files: Record<string, { content: Uint8Array }> }
  return Buffer.from(book.files[name]?.content ?? []).toString()
}

test('panes, lists, print set-up and page numbers stand where programs look for them', async () => {
  const bytes = await written([roster], { watermark: '市委组织部 & 张三' })
  const xml = await part(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>')
  expect(xml).toContain('sqref="B4:B99"><formula1>&quot;大学,大专&quot;</formula1>')
  expect(xml).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(xml).toContain('<oddFooter>&amp;C&amp;&quot;宋体&quot;&amp;9 第 &amp;P 页，共 &amp;N 页</oddFooter>')
  expect(xml).toContain('市委组织部 &amp;&amp; 张三')
  expect(await part(bytes, 'xl/workbook.xml')).toContain("'名册'!$1:$3</definedName>")
  expect(await part(bytes, 'xl/styles.xml')).toContain('<sz val="18"/><name val="黑体"/>')
})

test('a list too long for a rule stands in a hidden sheet', async () => {
  const options = Array.from({ length: 141 }, (_, index) => `机构类别${index}`)
  const bytes = await written([{ ...roster, choices: [{ column: 0, firstRow: 4, lastRow: 9, options }] }])
  expect(await part(bytes, 'xl/worksheets/sheet1.xml')).toContain("<formula1>'选项'!$A$1:$A$141</formula1>")
  const { sheets } = await readWorkbook(bytes, '名册.xlsx')
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['名册', false],
    ['选项', true],
  ])
})

test('text stays text, whatever it begins with', async () => {
  const texts = ['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', '1975.10', '110101194912310021', '\t=1']
  const book = read(await written([sheetOf(...texts.map((text) => [text]))]), { cellFormula: true, cellNF: true })
  const cells = texts.map((_, row) => book.Sheets['名册']?.[`A${row + 1}`])
  expect(cells.map(({ t, v, f, z }) => [t, v, f, z])).toEqual(texts.map((text) => ['s', text, undefined, '@']))
})

test('any text comes back as it was, without what XML cannot hold', async () => {
  await assert(
    asyncProperty(array(string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), async (cells) => {
      const { sheets } = await readWorkbook(await bytesOf(cells), 'x.xlsx')
      const found: unknown[] = []
      for await (const row of sheets[0]?.rows() ?? []) found.push(...cells.map((_, column) => row.cells[column] ?? ''))
      expect(found).toEqual(cells.some((cell) => cell !== '') ? cells : [])
    }),
    { numRuns: 40 },
  )
  expect(await firstCell('a\u0000b\u000b\ud800c_x000D_\r\nd')).toBe('ab\ufffdc_x000D_\nd')
})

const bytesOf = (cells: readonly string[]): Promise<Buffer> => written([sheetOf(cells)])

async function firstCell(text: string): Promise<unknown> {
  const { sheets } = await readWorkbook(await bytesOf([text]), 'x.xlsx')
  for await (const row of sheets[0]?.rows() ?? []) return row.cells[0]
  return undefined
}

test('names of sheets are made such as a workbook takes', async () => {
  const names = ['a/b', 'A:B', '', '很长'.repeat(20), '很长'.repeat(20)]
  const { sheets } = await readWorkbook(await written(names.map((name) => ({ ...sheetOf(['x']), name }))), 'x.xlsx')
  expect(sheets.map(({ name }) => name)).toEqual([
    'a b',
    'A B（2）',
    'Sheet',
    '很长'.repeat(15) + '很',
    `${'很长'.repeat(14)}（2）`,
  ])
})

test('equal sheets give equal bytes', async () => {
  expect((await written([roster])).equals(await written([roster]))).toBe(true)
})

test('a text that no cell holds is refused, and no file is left', async () => {
  const folder = temporaryFolder()
  const writing = writeWorkbook([sheetOf(['x'], ['长'.repeat(32_768)])], join(folder, '名册.xlsx'))
  const problems = await writing.catch((cause) => (cause as ProblemError).problems)
  expect(problems).toMatchObject([
    {
      code: 'cell-too-long',
      message: { zh: '工作表“名册”的 A2 有 32768 个字，一格最多 32767 个。' },
      mend: { zh: '缩短这一项，或改用不限长度的格式。' },
    },
  ])
  expect(await readdir(folder)).toEqual([])
})

test('what is stopped leaves no file, and rows are no longer asked for', async () => {
  const folder = temporaryFolder()
  const stop = new AbortController()
  let asked = 0
  const rows = (async function* () {
    for (;;) {
      asked += 1
      if (asked === 5000) stop.abort(new Error('stopped'))
      yield { cells: ['张三'] }
    }
  })()
  const writing = writeWorkbook([{ name: '名册', widths: [], rows }], join(folder, '名册.xlsx'), {
    signal: stop.signal,
  })
  await expect(writing).rejects.toThrow()
  expect(asked).toBeLessThan(200_000)
  expect(await readdir(folder)).toEqual([])
})

test('a folder that cannot be written to is said', async () => {
  const file = join(temporaryFolder(), '没有', '名册.xlsx')
  await expect(writeWorkbook([sheetOf(['x'])], file)).rejects.toMatchObject({ problems: [{ code: 'folder-unusable' }] })
})

test('progress grows to the number of rows that was said', async () => {
  const fractions: number[] = []
  const rows = Array.from({ length: 4000 }, () => ({ cells: ['张三'] }))
  await written([{ name: '名册', widths: [], rows, rowCount: 4000 }], {
    progress: ({ fraction }) => fractions.push(fraction),
  })
  expect(fractions).toEqual([0.25, 0.5, 0.75, 1])
})
