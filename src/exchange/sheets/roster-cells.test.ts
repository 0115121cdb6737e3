import { expect, test } from 'vitest'
import { type MadeSheet, type Value, workbookOf } from '../fixtures/made-workbooks.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'

const read = (sheets: readonly MadeSheet[]): Promise<SheetReading> => readSheet(workbookOf(sheets), '名册.xlsx')
const said = ({ problems }: SheetReading): string[] =>
  problems.map(({ sheet, row, column, message, mend }) => `${sheet} ${row} ${column} ${message.zh} → ${mend.zh}`)
const noticed = ({ notices }: SheetReading): string[] => notices.map(({ message }) => message.zh)

const small = (head: readonly Value[], ...rows: readonly (readonly Value[])[]) =>
  read([{ rows: [head, ...rows] }]).then((reading) => ({
    ...{ cadres: reading.arrivals.people.map(({ cadre }) => cadre), extras: reading.arrivals.people[0]?.extras },
    ...{ problems: said(reading), notices: noticed(reading), people: reading.arrivals.people },
  }))

test('what stands beside a name in its cell: sex, ethnicity, remarks and the signs of footnotes', async () => {
  const { cadres, extras, notices } = await small(
    ['姓名', '出生年月', '现任职务'],
    ['王晓岚*（女，挂职）', '1975.10', '局长'],
    ['阿依古丽(女, 维吾尔族)', '1978.01', '局长'],
    ['赵  平\n男', '1978.01', '局长'],
    ['欧\n阳', '1978.01', '局长'],
  )
  expect(cadres.map(({ name, sex, ethnicity }) => [name, sex, ethnicity])).toEqual([
    ['王晓岚', 'female', undefined],
    ['阿依古丽', 'female', '维吾尔族'],
    ['赵平', 'male', undefined],
    ['欧阳', undefined, undefined],
  ])
  expect(extras).toMatchObject({ 姓名: '挂职、*' })
  expect(notices[0]).toBe('A2 “姓名”的值“挂职、*”没有对应的词，内容随人保留，不写入记录。')
})

test('dates that no life can have are problems at their cells; work under sixteen is said', async () => {
  const { cadres, problems, notices } = await small(
    ['姓名', '出生年月', '参加工作时间', '入党时间'],
    ['张三', '2075.01', '1997.07', ''],
    ['李四', '1899.12', '', ''],
    ['王五', '1980.12', '1970.07', '1979.01'],
    ['赵六', '1980.12', '1995.07', ''],
  )
  expect(problems).toEqual([
    'Sheet1 2 出生年月 B2 “出生年月”的值“2075.01”在今天以后。 → 按原始材料改正。',
    'Sheet1 3 出生年月 B3 “出生年月”的值“1899.12”在 1900 年以前。 → 按原始材料改正。',
    'Sheet1 4 参加工作时间 C4 “参加工作时间”的值“1970.07”早于出生年月。 → 按原始材料改正。',
    'Sheet1 4 入党时间 D4 “入党时间”的值“1979.01”早于出生年月。 → 按原始材料改正。',
  ])
  expect(notices).toContain('C5 “参加工作时间”的值“1995.07”离出生不满 16 年。')
  expect(cadres[0]).toEqual({ name: '张三', work_started_on: '1997-07' })
})

test('dates as they are typed: a leading apostrophe, a full stop of the wrong kind, an age in brackets', async () => {
  const { cadres, problems } = await small(
    ['姓名', '出生年月', '参加工作时间', '入党时间'],
    ['张三', "'75.03", '1997。07', '1999。06'],
    ['李四', '1980.12(45)', '2003.07', '2005.06'],
  )
  expect(problems).toEqual([])
  expect(cadres.map((cadre) => [cadre.born_on, cadre.work_started_on, cadre.party_joined_on])).toEqual([
    ['1975-03', '1997-07', '1999-06'],
    ['1980-12', '2003-07', '2005-06'],
  ])
})

test('the kind of education is found in brackets, and between an upper and a lower title', async () => {
  const titles = ['学历（全日制）', '毕业院校系及专业（全日制）', '学历（在职）', '毕业院校系及专业（在职）']
  const told = ['大学', '云川大学财政学专业', '省委党校研究生', '省委党校经济管理专业']
  const inBrackets = await small(['姓名', '性别', ...titles], ['张三', '男', ...told])
  const between = await read([
    {
      rows: [
        ['姓名', '性别', '学历学位', '', '', ''],
        ['', '', '全日制教育', '', '在职教育', ''],
        ['', '', '学历学位', '院校系及专业', '学历学位', '院校系及专业'],
        ['张三', '男', ...told],
      ],
      merges: ['A1:A3', 'B1:B3', 'C1:F1', 'C2:D2', 'E2:F2'],
    },
  ])
  const expected = [
    { mode: 'full-time', level: 'bachelor', school: '云川大学', major: '财政学' },
    { mode: 'in-service', level: 'postgraduate', school: '省委党校', major: '经济管理' },
  ]
  expect(inBrackets.people[0]?.rows.educations).toEqual(expected)
  expect(between.arrivals.people[0]?.rows.educations).toEqual(expected)
})

test('of a column that is there twice, that only one is read is said', async () => {
  const { notices } = await small(['姓名', '出生年月', '出生年月'], ['张三', '1975.03', '1976.03'])
  expect(notices).toContain('C1 又有一列“出生年月”：每行只读第一个有内容的格。')
})
