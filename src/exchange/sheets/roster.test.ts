import { expect, test } from 'vitest'
import { type MadeSheet, type MadeType, type Value, workbookOf } from '../fixtures/made-workbooks.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'

const read = (sheets: readonly MadeSheet[], type: MadeType = 'xlsx'): Promise<SheetReading> =>
  readSheet(workbookOf(sheets, type), '干部名册.xls')

const said = ({ problems }: SheetReading): string[] =>
  problems.map(({ sheet, row, column, message, mend }) => `${sheet} ${row} ${column} ${message.zh} → ${mend.zh}`)
const noticed = ({ notices }: SheetReading): string[] => notices.map(({ message }) => message.zh)

/** The usual roster of the office: a title, a header of two rows, units over their people. */
const usual: MadeSheet = {
  name: '干部名册(常规A4)',
  rows: [
    ['云川市市管干部名册', ...blank(15)],
    ['（截至2026年10月）', ...blank(15)],
    [
      ...['姓  名', '现任职务', '性别', '民族', '籍贯', '全日制教育', null, '在职教育', null, '出生\n年月'],
      ...['参加工\n作时间', '入党\n时间', '任现职\n时  间', '任现职\n级时间', '备 注', '单位归口'],
    ],
    [...blank(5), '学历', '毕业院校及 专 业', '学历', '毕业院校及 专 业', ...blank(7)],
    ['一、云川市财政局（2人）', ...blank(15)],
    [
      ...['张　三', '云川市财政局局长', '男', '汉', '辽宁大连', '大学\n法学学士', '云川大学法学院法学专业'],
      ...['省委党校研究生', '省委党校经济管理专业', '1975.03', '1997.07', '1999.06', '2018.11', null, '拟退休', '2'],
    ],
    [
      '欧阳・长风',
      '二级调研员',
      '女',
      '回族',
      '上海',
      '大专',
      null,
      null,
      null,
      '1980.10',
      '2001.07',
      '民建2005.06',
      ...blank(4),
    ],
    ['云川市青石镇', ...blank(15)],
    [
      '李四',
      '青石镇镇长',
      '男',
      '汉族',
      '云川',
      '大学',
      '云川大学',
      null,
      null,
      '1982.01',
      '2004.07',
      '群众',
      ...blank(4),
    ],
    ['合计', '3人', ...blank(14)],
    ['填表人：王五', ...blank(15)],
  ],
  merges: ['A1:P1', 'A2:P2', 'F3:G3', 'H3:I3', 'A5:P5', 'A8:P8', ...'ABCDEJKLMNOP'.split('').map((c) => `${c}3:${c}4`)],
}

function blank(count: number): null[] {
  return Array<null>(count).fill(null)
}

const expectedPeople = [
  {
    place: { file: '干部名册.xls', sheet: '干部名册(常规A4)', row: 6 },
    cadre: {
      name: '张三',
      sex: 'male',
      born_on: '1975-03',
      ethnicity: '汉族',
      native_place: '辽宁大连',
      work_started_on: '1997-07',
      party: '中共党员',
      party_joined_on: '1999-06',
    },
    rows: {
      educations: [
        { mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '云川大学法学院', major: '法学' },
        { mode: 'in-service', level: 'postgraduate', school: '省委党校', major: '经济管理' },
      ],
      tenures: [{ unit_text: '云川市财政局', title_text: '局长', from: '2018-11', kind: 'appointed' }],
    },
    unitName: '云川市财政局',
    extras: { 现任职务: '云川市财政局局长', 任现职时间: '2018.11', 备注: '拟退休' },
  },
  { cadre: { name: '欧阳·长风', party: '民建', party_joined_on: '2005-06' }, unitName: '云川市财政局' },
  { cadre: { name: '李四', party: '群众' }, unitName: '云川市青石镇' },
]

test.each<MadeType>(['xlsx', 'biff8', 'html'])('%s: title, two-row header, unit title rows, totals', async (type) => {
  const reading = await read([usual], type)
  expect(said(reading)).toEqual([])
  expect(reading.kind).toBe('roster')
  const sheet = type === 'html' ? '表1' : usual.name
  const [first, ...others] = expectedPeople
  expect(reading.arrivals.people[0]).toEqual({ ...first, place: { ...first?.place, sheet } })
  expect(reading.arrivals.people.slice(1)).toMatchObject(others)
  expect(noticed(reading)).toEqual([
    `工作表“${sheet}”第 10 行“合计”是合计、说明或签章，没有当作人员。`,
    `工作表“${sheet}”第 11 行“填表人：王五”是合计、说明或签章，没有当作人员。`,
  ])
})

const simple = (header: readonly Value[], ...rows: readonly (readonly Value[])[]): MadeSheet => ({
  rows: [header, ...rows],
})

test('columns in any order and by other names, unknown ones kept, and no merges', async () => {
  const reading = await read([
    simple(
      [
        '序号',
        '公民身份号码',
        '政治面貌*',
        '出生日期',
        '手机',
        '所在单位',
        '姓名',
        '工作单位及职务',
        '学历',
        '2024年度考核',
      ],
      [
        1,
        '11010519491231002x',
        '中共党员',
        '１９４９．１２',
        13800000000,
        '财政局',
        ' 张 三 ',
        '财政局局长',
        '研究生、法学博士',
        '优秀',
      ],
    ),
  ])
  expect(reading.arrivals.people[0]).toMatchObject({
    cadre: { name: '张三', citizen_id: '11010519491231002X', born_on: '1949-12', party: '中共党员' },
    rows: {
      educations: [{ mode: 'full-time', level: 'doctorate', degree: 'doctor' }],
      evaluations: [{ year: '2024', result: 'excellent' }],
    },
    unitName: '财政局',
    extras: { 手机: '13800000000', 工作单位及职务: '财政局局长' },
  })
  expect(said(reading)).toEqual([])
  expect(noticed(reading)).toEqual(['工作表“Sheet1”的“手机”列没有对应的项目，内容随人保留，不写入记录。'])
})

test('a two-row header without merges, rows prepared but empty, and a second header further down', async () => {
  const reading = await read([
    simple(
      ['序号', '姓名', '全日制教育', null, '出生年月'],
      [null, null, '学历', '学位', null],
      [1, '张三', '大学', '学士', '1975.03'],
      [2, null, null, null, null],
      ['序号', '姓名', '性别', '出生年月', '全日制学历'],
      [1, '李四', '女', '1980.11', '大专'],
    ),
  ])
  expect(said(reading)).toEqual([])
  expect(reading.arrivals.people.map(({ cadre, rows }) => [cadre, rows.educations])).toEqual([
    [{ name: '张三', born_on: '1975-03' }, [{ mode: 'full-time', level: 'bachelor', degree: 'bachelor' }]],
    [{ name: '李四', sex: 'female', born_on: '1980-11' }, [{ mode: 'full-time', level: 'junior-college' }]],
  ])
})

test('titles upside down, the unit above the table, and two people side by side', async () => {
  const sheet: MadeSheet = {
    rows: [
      ['填报单位：云川市财政局'],
      ['姓名', '性别', '学历', null, '姓名'],
      [null, null, '全日制', '在职', null],
      ['张三', '男', '大学', '研究生', '李四'],
    ],
    merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
  }
  const reading = await read([sheet])
  expect(reading.arrivals.people).toMatchObject([
    {
      unitName: '云川市财政局',
      rows: {
        educations: [
          { mode: 'full-time', level: 'bachelor' },
          { mode: 'in-service', level: 'postgraduate' },
        ],
      },
    },
  ])
  expect(said(reading)).toEqual([
    'Sheet1 2 姓名 E2 又有一列“姓名”：一行并排两个人时，只读左边的一个。 → 改成一行一人。',
  ])
})

test('a person over two rows under a merged name, a unit merged over several people', async () => {
  const reading = await read([
    {
      rows: [
        ['单位', '姓名', '学历', '出生年月'],
        ['财政局', '张三', '大学', '1975.03'],
        [null, null, '法学学士', null],
        [null, '李四', '大专', '1980.11'],
      ],
      merges: ['A2:A4', 'B2:B3', 'D2:D3'],
    },
  ])
  expect(reading.arrivals.people.map(({ cadre, unitName, rows }) => [cadre.name, unitName, rows.educations])).toEqual([
    ['张三', '财政局', [{ mode: 'full-time', level: 'bachelor', degree: 'bachelor' }]],
    ['李四', '财政局', [{ mode: 'full-time', level: 'junior-college' }]],
  ])
})

// Found by `npm run bench -- fuzz`: the title over each of sixteen thousand blank cells was looked for anew, for seconds.
test('a header of two rows with a stray cell in the last column that there is', async () => {
  const reading = await read([
    {
      rows: [
        ['姓名', '全日制教育', null, ...blank(16_380), '备注'],
        [null, '学历', '毕业院校及专业', ...blank(16_381)],
        ['张三', '大学', '云川大学法学院法学专业', ...blank(16_381)],
      ],
    },
  ])
  expect(reading.arrivals.people.map(({ cadre, rows }) => [cadre.name, rows.educations?.[0]?.school])).toEqual([
    ['张三', '云川大学法学院'],
  ])
})

test('dates typed as numbers, dates, text of every form', async () => {
  const values: readonly (readonly [Value, string | undefined, string?])[] = [
    ['1975.03', '1975-03'],
    ['1975.3', '1975-03', 'B3 “出生年月”的值“1975.3”月份只有一位，读作 1975-03。'],
    ['197503', '1975-03'],
    ['19750308', '1975-03-08'],
    ['1975-3-8', '1975-03-08'],
    ['1975/03', '1975-03'],
    ['1975年3月', '1975-03'],
    ['１９７５．０３', '1975-03'],
    ['1975. 03\n（51岁）', '1975-03'],
    ['75.03', '1975-03', 'B11 “出生年月”的值“75.03”年份只有两位，读作 1975-03。'],
    [1975.1, '1975-10', 'B12 “出生年月”存成了数字 1975.1，末尾的 0 多半已丢失，读作 1975-10。'],
    [1975.01, '1975-01'],
    [1975.12, '1975-12'],
    [197503, '1975-03'],
    [19750308, '1975-03-08'],
    ['—', undefined],
    ['不详', undefined],
  ]
  const reading = await read([simple(['姓名', '出生年月'], ...values.map(([value]) => ['张三', value]))])
  expect(said(reading)).toEqual([])
  expect(reading.arrivals.people.map(({ cadre }) => cadre.born_on)).toEqual(values.map(([, date]) => date))
  expect(noticed(reading).sort()).toEqual(values.flatMap(([, , notice]) => notice ?? []).sort())
})

test('cells of the date format are as fine as they show', async () => {
  const sheet = { ...simple(['姓名', '出生年月'], ['张三', 27454], ['李四', 27454], ['王五', 1975.1]) }
  const reading = await read([{ ...sheet, formats: { B2: 'yyyy"年"m"月"', B3: 'yyyy-mm-dd', B4: '0.00' } }])
  expect(reading.arrivals.people.map(({ cadre }) => cadre.born_on)).toEqual(['1975-03', '1975-03-01', '1975-10'])
  expect(reading.notices).toEqual([])
})

test('every bad cell is said with its place and how to mend it, and the rest of the row is read', async () => {
  const reading = await read([
    {
      ...simple(
        ['姓名', '性别', '出生年月', '身份证号', '参加工作时间'],
        ['张三', '男性', '1975.13', 110101194912310021, '上世纪'],
        [null, '女', '1980.11', '110105194912310020', null],
        ['李四', '女', 1975, '11010519491331002X', '2001.02.30'],
        ['王五', '女', '1980.11', '110105194912310021', '1x'],
      ),
      formulas: {},
    },
  ])
  expect(said(reading)).toEqual([
    'Sheet1 2 性别 B2 “性别”的值“男性”不在可写的词里。 → 可写：男、女。',
    'Sheet1 2 出生年月 C2 “出生年月”的值“1975.13”不是真实的日期。 → 按原始材料改正。',
    'Sheet1 2 身份证号 D2 “身份证号”存成了数字（110101194912310020），第 15 位以后的数字已经丢失。 → 把这一列设为“文本”格式，按原件重新录入。',
    'Sheet1 2 参加工作时间 E2 “参加工作时间”的值“上世纪”看不出是哪年哪月。 → 写成 1975.03 或 1975.03.08，单元格设为“文本”。',
    'Sheet1 3 姓名 第 3 行有内容，“姓名”却是空的。 → 补上名称；多余的行删去。',
    'Sheet1 4 出生年月 C4 “出生年月”的值“1975”看不出是哪年哪月。 → 写成 1975.03 或 1975.03.08，单元格设为“文本”。',
    'Sheet1 4 身份证号 D4 “身份证号”的值“11010519491331002X”里的出生日期不真实。 → 按身份证改正。',
    'Sheet1 4 参加工作时间 E4 “参加工作时间”的值“2001.02.30”不是真实的日期。 → 按原始材料改正。',
    'Sheet1 5 参加工作时间 E5 “参加工作时间”的值“1x”看不出是哪年哪月。 → 写成 1975.03 或 1975.03.08，单元格设为“文本”。',
  ])
  expect(reading.arrivals.people.map(({ cadre }) => cadre)).toEqual([
    { name: '张三' },
    { name: '李四', sex: 'female' },
    { name: '王五', sex: 'female', born_on: '1980-11', citizen_id: '110105194912310021' },
  ])
  expect(noticed(reading)).toEqual([
    'D3 “身份证号”的值“110105194912310020”末位校验不对。',
    'D5 “身份证号”的值“110105194912310021”末位校验不对。',
  ])
})

test('formulas without a result are said, others read', async () => {
  const reading = await read([
    {
      rows: [
        ['姓名', '出生年月', '年龄'],
        ['张三', '1975.03', 51],
      ],
      formulas: { C2: 'YEAR(NOW())-1975' },
    },
  ])
  expect([said(reading), reading.arrivals.people[0]?.cadre]).toEqual([[], { name: '张三', born_on: '1975-03' }])
})

test('what has no term is kept with the person and said', async () => {
  const reading = await read([
    simple(['姓名', '民族', '健康状况', '学历', '入党时间'], ['张三', '火星', '较差', '自学成才', '某党']),
  ])
  expect(said(reading)).toEqual([])
  expect(reading.arrivals.people[0]).toMatchObject({
    cadre: { name: '张三' },
    extras: { 民族: '火星', 健康状况: '较差', 学历: '自学成才', 入党时间: '某党' },
  })
  expect(noticed(reading)).toHaveLength(4)
  expect(noticed(reading)[0]).toBe('B2 “民族”的值“火星”没有对应的词，内容随人保留，不写入记录。')
})

test('a résumé gives its segments and tenures', async () => {
  const resume = '1997.07--2005.03  云川县财政局科员\n2005.03--         云川市财政局局长'
  const { arrivals } = await read([simple(['姓名', '性别', '简历'], ['张三', '男', resume])])
  expect(arrivals.people[0]?.resume).toHaveLength(2)
  expect(arrivals.people[0]?.rows.tenures).toMatchObject([{ from: '1997-07', to: '2005-03' }, { from: '2005-03' }])
})

test('several sheets are read, hidden and unknown ones are said, hidden rows are read and said', async () => {
  const sheet = simple(['姓名', '性别'], ['张三', '男'], ['李四', '女'])
  const reading = await read([
    { ...sheet, name: '市直', hiddenRows: [3] },
    { ...sheet, name: '乡镇' },
    { ...sheet, name: '旧', hidden: true },
    { name: '说明', rows: [['本表由组织部填写']] },
    { name: '空', rows: [] },
  ])
  expect(reading.arrivals.people.map(({ place }) => `${place.sheet} ${place.row}`)).toEqual([
    ...['市直 2', '市直 3', '乡镇 2', '乡镇 3'],
  ])
  expect(noticed(reading).sort()).toEqual([
    '工作表“市直”有 1 行是隐藏的（从第 3 行起），已照读。',
    '工作表“旧”是隐藏的，没有读。',
    '工作表“说明”不是认得的表，没有读。',
  ])
})

test('a workbook of nothing known is refused with one message that says what was looked for', async () => {
  const reading = await read([
    {
      rows: [
        ['部门', '电话'],
        ['财政局', '123'],
      ],
    },
  ])
  expect(reading).toMatchObject({ kind: 'unknown', arrivals: { people: [], units: [] }, notices: [] })
  expect(reading.problems.map(({ message }) => message.zh)).toEqual([
    '“干部名册.xls”里没有认得的表：找过干部名册（有“姓名”和“性别”“出生年月”“现任职务”等列）、采集表（A01、A02 … B01）、年度考核（“姓名”“等次”）、票表（“姓名”“同意”“不同意”等列）。',
  ])
})

test('of a thousand faults of a kind two hundred are listed and the rest counted', async () => {
  const rows = Array.from({ length: 1000 }, () => ['张三', '不男不女'])
  const { problems } = await read([simple(['姓名', '性别'], ...rows)])
  expect(problems).toHaveLength(201)
  expect(problems.at(-1)?.message.zh).toBe('“cell-term”这类问题另有 800 处，未逐条列出。')
})
