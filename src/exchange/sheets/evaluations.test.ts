import { expect, test } from 'vitest'
import { type MadeSheet, workbookOf } from '../fixtures/made-workbooks.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'

const read = (name: string, ...sheets: MadeSheet[]): Promise<SheetReading> =>
  readSheet(workbookOf(sheets, 'biff8'), name)
const resultsOf = ({ arrivals }: SheetReading) =>
  arrivals.people.map(({ cadre, rows, extras }) => [cadre.name, rows.evaluations, extras])

const head = ['序号', '姓 名', '单位及职务', '等 次']
const rows = [
  [1, '张 三', '财政局局长', '优 秀'],
  [2, '李四', '财政局科长', '合格'],
  [3, '王五', '财政局科员', '新录用人员试用期年度考核不确定等次'],
  [4, '赵六', '财政局干部', '病、事假累计超过考核年度半年不进行考核'],
]
const expected = [
  ['张三', [{ year: '2025', result: 'excellent' }], { 单位及职务: '财政局局长' }],
  ['李四', [{ year: '2025', result: 'competent' }], { 单位及职务: '财政局科长' }],
  ['王五', [{ year: '2025', result: 'ungraded' }], { 单位及职务: '财政局科员' }],
  ['赵六', undefined, { 单位及职务: '财政局干部' }],
]

test('a year after this one was not evaluated, wherever it stands', async () => {
  const readings = [
    await read('考核.xls', { rows: [['2099年度考核结果'], head, ...rows] }),
    await read('考核.xls', {
      rows: [
        [...head, '考核年度'],
        ['1', '张三', '局长', '优秀', 2099],
      ],
    }),
    await read('考核.xls', {
      rows: [
        ['姓名', '2099年'],
        ['张三', '优秀'],
      ],
    }),
  ]
  expect(readings.map(({ problems }) => problems.map(({ message }) => message.zh))).toEqual([
    ['工作表“Sheet1”写的是 2099 年度考核，在今年以后。'],
    ['D2 “等次”的值“2099”不是能用的年度。'],
    ['B2 “2099年”的值“2099”不是能用的年度。'],
  ])
})

test('a result may be called by its word and 等次', async () => {
  const reading = await read('考核.xls', { rows: [['2025年度考核'], head, [1, '张三', '局长', '优秀等次']] })
  expect(resultsOf(reading)).toEqual([['张三', [{ year: '2025', result: 'excellent' }], { 单位及职务: '局长' }]])
})

test('the year stands in the title, in the name of the sheet or of the file, or in a column', async () => {
  const readings = [
    await read('考核.xls', { rows: [['2025年度考核结果'], head, ...rows], merges: ['A1:D1'] }),
    await read('考核.xls', { name: '2025年', rows: [head, ...rows] }),
    await read('2025年度考核.xls', { rows: [head, ...rows] }),
    await read('考核.xls', { rows: [[...head, '考核年度'], ...rows.map((row) => [...row, 2025])] }),
  ]
  for (const reading of readings) {
    expect([reading.kind, reading.problems]).toEqual(['evaluations', []])
    expect(resultsOf(reading)).toEqual(expected)
  }
})

test('a column for each year', async () => {
  const reading = await read('考核.xls', {
    rows: [
      ['姓名', '2023年度考核等次', '2024年'],
      ['张三', '称职', '优秀'],
      ['李四', null, '基本称职'],
    ],
  })
  expect(resultsOf(reading).map(([, results]) => results)).toEqual([
    [
      { year: '2023', result: 'competent' },
      { year: '2024', result: 'excellent' },
    ],
    [{ year: '2024', result: 'basicallyCompetent' }],
  ])
})

test('without a year nothing is read, and it is said', async () => {
  const reading = await read('考核.xls', { rows: [head, ...rows] })
  expect(reading).toMatchObject({ kind: 'evaluations', arrivals: { people: [] } })
  expect(reading.problems.map(({ message, mend }) => `${message.zh} → ${mend.zh}`)).toEqual([
    '工作表“Sheet1”看不出是哪一年的考核。 → 在标题里写明年度，如“2025 年度考核结果”，或加一列“考核年度”。',
  ])
})
