import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { array, assert, asyncProperty, nat, tuple } from 'fast-check'
import { encode } from 'iconv-lite'
import { expect, test, vi } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { type MadeType, packedWorkbook, type Value, workbookOf } from '../fixtures/made-workbooks.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { writeZip } from '../fixtures/zip-writer.ts'
import type { Cell, ReadRow } from './cell.ts'
import { readWorkbook } from './read-workbook.ts'

type Source = string | Uint8Array

async function rowsOf(source: Source, sheet = 0): Promise<readonly ReadRow[]> {
  const book = await readWorkbook(source, '名册.xls')
  const rows: ReadRow[] = []
  for await (const row of book.sheets[sheet]?.rows() ?? []) rows.push(row)
  book.close()
  return rows
}

const cellsOf = async (source: Source): Promise<readonly (Cell | undefined)[][]> =>
  (await rowsOf(source)).map(({ cells }) => [...cells])

/** The one message with which a file is refused, or what was read of it. */
async function refusal(source: Source): Promise<string> {
  try {
    return `read ${(await cellsOf(source)).length} rows`
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    expect(cause.problems).toHaveLength(1)
    return cause.problems.map(({ message, mend }) => `${message.zh} → ${mend.zh}`).join()
  }
}

const rows: Value[][] = [
  ['姓名', '出生年月', '工资'],
  ['欧阳·长风\n（女）', '1975.10', 3.5],
]

test.each<MadeType>(['xlsx', 'biff8', 'xlml', 'html', 'csv'])('%s is read whatever its name says', async (type) => {
  const [head, person] = await cellsOf(workbookOf([{ rows }], type))
  expect(head).toEqual(['姓名', '出生年月', '工资'])
  const isText = type === 'html' || type === 'csv'
  expect(person).toEqual(['欧阳·长风\n（女）', '1975.10', isText ? '3.5' : { number: 3.5, shown: '3.5' }])
})

test('a path is read like its bytes', async () => {
  const file = join(temporaryFolder(), '名册.xlsx')
  await writeFile(file, workbookOf([{ rows }]))
  expect(await cellsOf(file)).toEqual(await cellsOf(await readFile(file)))
})

test.each<MadeType>(['xlsx', 'biff8'])(
  '%s: numbers keep their format, and dates are as fine as it shows',
  async (type) => {
    const made = {
      rows: [[1975.1, 1975.1, 27454, 27454, 27454, 0.5, 7, 1.005, true]],
      formats: { B1: '0.00', C1: 'yyyy"年"m"月"', D1: 'yyyy-mm-dd', E1: 'yyyy', F1: 'h:mm', G1: '000' },
    }
    expect(await cellsOf(workbookOf([made], type))).toEqual([
      [
        { number: 1975.1, shown: '1975.1' },
        { number: 1975.1, shown: '1975.10' },
        { number: 27454, shown: '1975-03', date: '1975-03' },
        { number: 27454, shown: '1975-03-01', date: '1975-03-01' },
        { number: 27454, shown: '1975', date: '1975' },
        { number: 0.5, shown: '0.5' },
        { number: 7, shown: '007' },
        { number: 1.005, shown: '1.005' },
        'TRUE',
      ],
    ])
  },
)

test.each<MadeType>(['xlsx', 'biff8'])('%s: days of the 1904 system are those days', async (type) => {
  const made = { rows: [[25992]], formats: { A1: 'yyyy-mm-dd' } }
  expect(await cellsOf(workbookOf([made], type, { since1904: true }))).toMatchObject([[{ date: '1975-03-01' }]])
})

test('formulas give their kept results, and those without one say so', async () => {
  const made = { rows: [[2, '张三', 3]], formulas: { A1: '1+1', B1: 'TEXT(1,"x")' } }
  expect(await cellsOf(workbookOf([made]))).toEqual([[{ number: 2, shown: '2' }, '张三', { number: 3, shown: '3' }]])
  const file = join(temporaryFolder(), 'x.xlsx')
  await packedWorkbook(
    file,
    '<row r="1"><c r="A1" t="e"><f>A9</f><v>#REF!</v></c><c r="B1"><f>SUM(1)</f></c><c r="C1" t="str"><f>""</f><v></v></c></row>',
  )
  expect(await cellsOf(file)).toEqual([[{ error: '#REF!' }, { error: 'formula' }]])
})

test('merges, hidden sheets and hidden rows are told', async () => {
  const made = {
    rows: [
      ['干部名册', null],
      ['张三', '1'],
    ],
    merges: ['A1:B1', 'A2:A5'],
    hiddenRows: [2],
  }
  const book = await readWorkbook(workbookOf([made, { name: '旧', rows, hidden: true }]), 'x.xlsx')
  expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Sheet1', false],
    ['旧', true],
  ])
  expect(await book.sheets[0]?.merges()).toEqual([
    { top: 1, left: 0, bottom: 1, right: 1 },
    { top: 2, left: 0, bottom: 5, right: 0 },
  ])
  expect((await rowsOf(workbookOf([made]))).map(({ number, hidden }) => [number, hidden])).toEqual([
    [1, false],
    [2, true],
  ])
})

test('XML of other producers: prefixes, no addresses, comments, CDATA, rich text, readings, escapes', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  await packedWorkbook(file, '', {
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!-- made > elsewhere --><x:worksheet xmlns:x="m"><x:sheetData>
      <x:row><x:c t='inlineStr'><x:is><x:r><x:t>欧阳</x:t></x:r><x:r><x:rPr><x:b val="1>0"/></x:rPr><x:t>长风</x:t></x:r></x:is></x:c>
      <x:c t="inlineStr"><x:is><x:t><![CDATA[<乙>&]]></x:t></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>
      <x:row r="7"><x:c r="C7" t="inlineStr"><x:is><x:t>a_x000D_&#10;&#x4e01;&amp;lt;</x:t></x:is></x:c></x:row>
      </x:sheetData></x:worksheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><r><t xml:space="preserve">张 </t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>ちょう</t></rPh></si></sst>',
  })
  expect((await rowsOf(file)).map(({ number, cells }) => [number, ...cells])).toEqual([
    [1, '欧阳长风', '<乙>&', '张 三'],
    [7, undefined, undefined, 'a\n丁&lt;'],
  ])
})

test('a million formatted rows without content are passed over', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  const empty = '<row s="1" customFormat="1"/>'.repeat(1_048_575)
  await packedWorkbook(file, `<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>${empty}`)
  const before = process.memoryUsage().heapUsed
  expect(await cellsOf(file)).toEqual([['姓名']])
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 << 20)
})

test('a page with spans, entities and nested tags is a table of text', async () => {
  const page = `<html><head><meta charset="gbk"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1>
    <tr><td colspan=3 align="center">干部&nbsp;名册</td></tr>
    <tr><td rowspan="2">姓名</td><td colspan=2>全日制教育</td></tr><tr><td>学历</td><td>学校</td></tr>
    <tr><td><p>张&#19977;</p></td><td>大学<br>法学学士<td>甲大学 &lt;法学院&gt;</tr></table>`
  const book = await readWorkbook(encode(page, 'gb18030'), '名册.xls')
  const sheet = book.sheets[0]
  expect(await sheet?.merges()).toEqual([
    { top: 1, left: 0, bottom: 1, right: 2 },
    { top: 2, left: 0, bottom: 3, right: 0 },
    { top: 2, left: 1, bottom: 2, right: 2 },
  ])
  expect(await cellsOf(encode(page, 'gb18030'))).toEqual([
    ['干部 名册'],
    ['姓名', '全日制教育'],
    [undefined, '学历', '学校'],
    ['张三', '大学\n法学学士', '甲大学 <法学院>'],
  ])
})

test('delimited text in any encoding, with digits kept as text', async () => {
  const text = '姓名\t身份证号\n张三\t="110101194912310021"\n李四\t\'007\n'
  const expected = [
    ['姓名', '身份证号'],
    ['张三', '110101194912310021'],
    ['李四', '007'],
  ]
  expect(await cellsOf(encode(text, 'gb18030'))).toEqual(expected)
  expect(await cellsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(expected)
  expect(await cellsOf(Buffer.from(text.replaceAll('\t', ',')))).toEqual(expected)
})

const other =
  '“名册.xls”不是电子表格：既不是 .xls、.xlsx，也不是表格网页或分隔文本。 → 用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。'

test('what is no spreadsheet is refused as such', async () => {
  const folder = temporaryFolder()
  await writeZip(join(folder, 'a.zip'), [{ name: 'word/document.xml', content: '<document/>' }])
  expect(await refusal(join(folder, 'a.zip'))).toBe(other)
  expect(await refusal(workbookOf([{ rows }], 'ods'))).toBe(other)
  expect(await refusal(workbookOf([{ rows }], 'xlsb'))).toBe(other)
  expect(await refusal(Buffer.from('%PDF-1.7\n1 0 obj\0'))).toBe(other)
  expect(await refusal(Buffer.from('一封信，没有表格\n第二行\n'))).toBe(other)
  expect(await refusal(Buffer.from('<html><body>没有登录</body></html>'))).toBe(other)
  expect(await refusal(Buffer.alloc(0))).toBe('“名册.xls”是空文件。 → 从来源处重新复制。')
})

test('a password is said to be the obstacle', async () => {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7))
  const expected = '“名册.xls”设了打开密码。 → 用 Excel 或 WPS 打开，去掉密码另存后再导入。'
  expect(await refusal(CFB.write(container, { type: 'buffer' }))).toBe(expected)
  // FILEPASS after the beginning of the stream of a binary workbook ([MS-XLS] 2.4.117).
  const plain = CFB.read(workbookOf([{ rows }], 'biff8'), { type: 'buffer' })
  const stream = CFB.find(plain, 'Workbook')
  const begin = 4 + stream.content[2] + 256 * stream.content[3]
  const filePass = Buffer.from('2f000600010001000100', 'hex')
  filePass.writeUInt16LE(54, 2)
  const record = Buffer.concat([filePass.subarray(0, 4), Buffer.from('010001000100', 'hex'), Buffer.alloc(48, 1)])
  stream.content = Buffer.concat([stream.content.slice(0, begin), record, stream.content.slice(begin)])
  stream.size = stream.content.length
  expect(await refusal(CFB.write(plain, { type: 'buffer' }))).toBe(expected)
})

test.each<MadeType>(['xlsx', 'biff8'])('%s: a file cut short is refused whole', async (type) => {
  const many = Array.from({ length: 300 }, (_, row) => [`张${row}`, `甲县${row}乡`, row])
  const bytes = workbookOf([{ rows: many }], type)
  for (const share of [0.2, 0.5, 0.9]) {
    expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(/^“名册\.xls”不完整或已损坏/)
  }
})

test('damage inside a part is found by its checksum', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  await packedWorkbook(file, '', {}, [
    { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData/></worksheet>', checksum: 1 },
  ])
  expect(await refusal(file)).toMatch(/^“名册\.xls”不完整或已损坏/)
})

test.each<MadeType>(['xlsx', 'biff8', 'xlml', 'html'])(
  '%s: changed bytes are read or refused, and nothing else',
  async (type) => {
    // The library writes to the console what it does not know.
    vi.spyOn(console, 'error').mockReturnValue()
    const whole = workbookOf([{ rows, merges: ['A1:B1'], formats: { C2: '0.00' } }], type)
    const change = tuple(nat(whole.length - 1), nat(255))
    await assert(
      asyncProperty(array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        await refusal(bytes)
      }),
      { numRuns: 100 },
    )
  },
)

test('a workbook with a password says so, whatever its descriptor holds', async () => {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 64, 0, 0, 0, 60, 120, 47, 62]))
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(5000, 7))
  expect(await refusal(Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array))).toBe(
    '“名册.xls”设了打开密码。 → 用 Excel 或 WPS 打开，去掉密码另存后再导入。',
  )
})

test('a document type, with which entities could explode, is refused', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData/></worksheet>'
  await packedWorkbook(file, '', { 'xl/worksheets/sheet1.xml': bomb })
  expect(await refusal(file)).toMatch(/^“名册\.xls”里有 DOCTYPE/)
})

test('a sheet that would unpack to very much is refused by what it declares', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  const data = deflateRawSync(Buffer.alloc(1 << 20))
  const bomb = { name: 'xl/worksheets/sheet1.xml', content: '', packed: { data, size: 3 * 2 ** 30 } }
  for (const size of [3 * 2 ** 30, 40 * 2 ** 20]) {
    await packedWorkbook(file, '', {}, [{ ...bomb, packed: { data, size } }])
    expect(await refusal(file)).toBe(
      '“名册.xls”展开后过大；为防止撑满内存，没有读取。 → 核对来源；若确是名册，删去多余的空行空列，或分成几个文件。',
    )
  }
  const liar = { ...bomb, packed: { data, size: 1000 }, checksum: crc32('') }
  await packedWorkbook(file, '', {}, [liar])
  expect(await refusal(file)).toContain('不完整或已损坏')
})

test('XML that does not end, or names no cell, is damage and no endless reading', async () => {
  const file = join(temporaryFolder(), 'x.xlsx')
  for (const xml of [
    '<worksheet><sheetData><row r="1"><c r="A1"',
    `<worksheet><sheetData><row r="1"><c r="A1" x="${'y'.repeat(5 << 20)}`,
    '<worksheet><sheetData><row r="0"/></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData></worksheet>',
  ]) {
    await packedWorkbook(file, '', { 'xl/worksheets/sheet1.xml': xml, 'xl/sharedStrings.xml': '<sst></sst>' })
    expect(await refusal(file)).toContain('不完整或已损坏')
  }
})

test('text of old binary workbooks is read by its code page', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['XINGMING']]), 'S')
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff5' })
  // The library writes no Chinese of that age: the bytes of GBK take the place of as many letters.
  bytes.set(encode('姓名年龄', 'gbk'), bytes.indexOf('XINGMING'))
  const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'))
  bytes.writeUInt16LE(936, codePage + 4)
  expect(await cellsOf(bytes)).toEqual([['姓名年龄']])
})

test('records that nobody knows are read past without a line for each of them', async () => {
  const spoken = (['log', 'warn', 'error'] as const).map((way) => vi.spyOn(console, way).mockReturnValue(undefined))
  const container = CFB.read(workbookOf([{ rows }], 'biff8'), { type: 'buffer' })
  const stream = CFB.find(container, 'Workbook')
  if (!stream) throw new Error('a workbook without its stream')
  const content = Buffer.from(stream.content)
  const end = content.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]))
  const unknown = Buffer.from(Array.from({ length: 500 }, () => [0x77, 0x7f, 0, 0]).flat())
  stream.content = Buffer.concat([content.subarray(0, end), unknown, content.subarray(end)])
  stream.size = stream.content.length
  try {
    const [head] = await cellsOf(Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array))
    expect(head).toEqual(['姓名', '出生年月', '工资'])
    expect(spoken.flatMap(({ mock }) => mock.calls)).toEqual([])
  } finally {
    for (const one of spoken) one.mockRestore()
  }
})
