import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ArrivingPerson, ArrivingUnit } from '#domain/arrivals.ts'
import { type MadeSheet, type Value, workbookOf } from '../../fixtures/made-workbooks.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { readWorkbook } from '../../workbook/read-workbook.ts'
import { readSheet, type SheetReading } from '../read-sheet.ts'
import { collectionSets } from './sets.ts'
import { writeCollection, writeCollectionTemplate } from './write-collection.ts'

/** A sheet of the workbook with rows given by the titles of some columns. */
function sheetOf(code: string, ...rows: readonly Readonly<Record<string, Value>>[]): MadeSheet {
  const set = collectionSets.find((one) => one.code === code)
  if (set === undefined) throw new Error(`no set ${code}`)
  const titles = set.columns.map(({ title }) => title)
  return {
    name: `${set.code}${set.name}`,
    rows: [[set.title], titles, ...rows.map((row) => titles.map((title) => row[title] ?? null))],
  }
}

const read = (...sheets: MadeSheet[]): Promise<SheetReading> => readSheet(workbookOf(sheets, 'biff8'), '采集表.xls')

const said = ({ problems }: SheetReading): string[] =>
  problems.map(({ sheet, row, message }) => `${sheet} ${row} ${message.zh}`)

const whose = { 姓名: '张三', 身份证号: '11010519491231002X' }
const person = { ...whose, 性别: '女', 出生年月: '194912', 民族: '汉族', 政治面貌: '中共党员' }

test('ten sheets, by word and by code, linked by the citizen number', async () => {
  const reading = await read(
    sheetOf(
      'B01',
      { 机构名称: '云川市', 机构编码: '001', 机构级别: '县、处级', 机构类别: '政府' },
      {
        ...{ 机构名称: '云川市财政局', 机构编码: '001.001', 机构级别: '乡、科级', 机构类别: '财政部门' },
        ...{ 行政编制数: 20, '事业编制数（参照）': '5', '事业编制数（非参照）': 3 },
      },
    ),
    sheetOf('A01', {
      ...{ ...person, 性别: '2', 民族: '01', 政治面貌: '01', 入党时间: 197005, 健康状况: '1', 籍贯: '辽宁大连' },
      ...{ 统计关系所在单位: '001.001', 人员类别: '公务员', 第二党派: '民盟' },
    }),
    sheetOf('A02', {
      ...{ ...whose, 任职机构名称: '001.001', 职务名称: '局长', 是否领导成员: '是', 成员类别: '正职' },
      ...{ 任职时间: '20010308', 免职时间: '201005', 任职状态: '已免' },
    }),
    sheetOf(
      'A05',
      { ...whose, '类别（职务层次、职级标志）': '职务层次', '职务层次（职级）': '1A41', 批准日期: '200003' },
      { ...whose, '类别（职务层次、职级标志）': '职级', '职务层次（职级）': '一级调研员', 批准日期: '201906' },
    ),
    sheetOf('A06', { ...whose, 专业技术资格名称: '高级经济师', 获得资格日期: '199905' }),
    sheetOf(
      'A08',
      { ...whose, 学历代码: '21', 学位代码: '403', '学校（单位）名称': '云川大学', 教育类别: '1' },
      { ...whose, 学历名称: '中央党校研究生', 教育类别: '在职', '毕（肄）业时间': '200507' },
    ),
    sheetOf(
      'A14',
      { ...whose, 奖惩名称代码: '授予荣誉称号', 奖惩名称: '先进工作者', 批准日期: '201005' },
      { ...whose, 奖惩名称代码: '警告（党员）', 批准日期: '20150203' },
    ),
    sheetOf('A15', { ...whose, 考核结论: '2B', 考核年度: 2024 }, { ...whose, 考核结论: '不定等次', 考核年度: '2023' }),
    sheetOf('A36', { 姓名: '张三', 家庭成员姓名: '李 四', 称谓: '丈夫', 出生日期: '195001', 政治面貌: '13' }),
    sheetOf('A99Z1', { ...whose, 是否选调生: '是' }),
  )
  expect(said(reading)).toEqual([])
  expect(reading.kind).toBe('collection')
  expect(reading.arrivals.units.map(({ code, unit }) => [code, unit])).toEqual([
    ['001', { name: '云川市', kind: 'government', level: 'county' }],
    ['001.001', { name: '云川市财政局', kind: 'department', level: 'township', staff_quota: '28' }],
  ])
  const [found] = reading.arrivals.people
  expect(found).toMatchObject({
    place: { file: '采集表.xls', sheet: 'A01人员', row: 3 },
    cadre: {
      ...{ name: '张三', citizen_id: '11010519491231002X', sex: 'female', born_on: '1949-12', ethnicity: '汉族' },
      ...{ party: '中共党员', party_joined_on: '1970-05', health_ok: 'true', native_place: '辽宁大连' },
    },
    unitName: '云川市财政局',
    extras: { 人员类别: '公务员', 第二党派: '民盟', 专业技术资格名称: '高级经济师', 是否选调生: '是' },
  })
  expect(found?.rows).toEqual({
    tenures: [
      {
        ...{ unit_text: '云川市财政局', title_text: '局长', role: 'principal', post_level: 'section-chief' },
        ...{ from: '2001-03-08', to: '2010-05', kind: 'appointed' },
      },
    ],
    grades: [{ grade: 'consultant-1', from: '2019-06' }],
    educations: [
      { mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '云川大学' },
      { mode: 'in-service', level: 'postgraduate', to: '2005-07' },
    ],
    honours: [{ title: '先进工作者', on: '2010-05' }],
    sanctions: [{ kind: 'party-warning', decided_on: '2015-02-03' }],
    evaluations: [
      { year: '2024', result: 'competent' },
      { year: '2023', result: 'ungraded' },
    ],
    relatives: [{ relation: '丈夫', name: '李四', born_on: '1950-01', party: '群众' }],
  })
})

test('every bad row and cell is said with its sheet and row, and nothing is guessed', async () => {
  const other = { ...person, 身份证号: '110105198001011216', 出生年月: '198001', 性别: '男' }
  const reading = await read(
    sheetOf(
      'B01',
      { 机构名称: '云川市', 机构编码: '001', 机构级别: '县、处级', 机构类别: '政府' },
      { 机构名称: '财政局', 机构编码: '1.1', 机构级别: '不知何级', 机构类别: '不知何类' },
      { 机构名称: '预算科', 机构编码: '001.002.003', 机构级别: '乡、科级', 机构类别: '财政部门' },
      { 机构名称: '又一个市', 机构编码: '001', 机构级别: '县、处级', 机构类别: '政府' },
    ),
    sheetOf('A01', person, { ...person, 姓名: '李四' }, other, { 性别: '男' }),
    sheetOf(
      'A15',
      { 姓名: '张三', 考核结论: '优秀', 考核年度: '2024' },
      { 姓名: '赵六', 身份证号: '110105198001011216', 考核结论: '优秀', 考核年度: '2024' },
      { ...whose, 考核结论: '好', 考核年度: '去年' },
      { ...whose, 考核年度: '2023' },
    ),
  )
  expect(said(reading)).toEqual([
    'A01人员 4 第 4 行的身份证号 11010519491231002X 与第 3 行重复。',
    'A01人员 6 第 6 行有内容，“姓名”却是空的。',
    'A15考核 3 第 3 行没有身份证号，A01 表里有 2 个“张三”，分不清是谁。',
    'A15考核 4 第 4 行的“赵六”（110105198001011216）在 A01 表里找不到。',
    'A15考核 5 C5 “考核结论”的值“好”不在可写的词里。',
    'A15考核 5 D5 “考核年度”的值“去年”不是能用的年度。',
    'A15考核 6 C6 “考核结论”必填，这里是空的。',
    'B01单位 4 C4 机构编码“1.1”不是三位一级、用点分开的编码。',
    'B01单位 4 F4 “机构级别”的值“不知何级”不在可写的词里。',
    'B01单位 4 G4 “机构类别”的值“不知何类”不在可写的词里。',
    'B01单位 5 C5 机构编码 001.002.003 的上级 001.002 不在表里。',
    'B01单位 6 C6 机构编码 001 与第 3 行重复。',
  ])
  expect(reading.arrivals.people.map(({ rows }) => rows)).toEqual([{}, {}])
})

test('a column that is missing or unknown is said', async () => {
  const sheet = sheetOf('A15', { ...whose, 考核结论: '优秀', 考核年度: '2024' })
  const [title = [], head = [], ...rows] = sheet.rows
  const reading = await read(sheetOf('A01', person), {
    ...sheet,
    rows: [title, head.map((name) => (name === '考核年度' ? '哪一年' : name)), ...rows],
  })
  expect(said(reading)).toEqual(['A15考核 undefined 工作表“A15考核”没有“考核年度”这一列。'])
  expect(reading.notices.map(({ message }) => message.zh)).toEqual([
    '工作表“A15考核”的“哪一年”列没有对应的项目，内容随人保留，不写入记录。',
  ])
})

const place = { file: '采集表.xlsx', sheet: 'A01人员', row: 3 }
const unit: ArrivingUnit = {
  place: { ...place, sheet: 'B01单位' },
  code: '001',
  unit: { name: '云川市', kind: 'government', level: 'county', region_code: '210200', staff_quota: '12' },
}
const whole: ArrivingPerson = {
  place,
  cadre: {
    ...{ name: '迪丽热巴·买买提', citizen_id: '110105198001011216', sex: 'male', born_on: '1980-01-01' },
    ...{ ethnicity: '维吾尔族', native_place: '新疆喀什', birth_place: '新疆喀什', growth_place_code: '650000' },
    ...{ work_started_on: '2001-07', health_ok: 'true', party: '中共预备党员', party_joined_on: '2026-06-01' },
  },
  rows: {
    tenures: [
      {
        ...{ unit_text: '云川市', title_text: '科员', role: 'staff', post_level: 'none' },
        ...{ from: '2001-07', to: '2010-05', kind: 'appointed' },
      },
      {
        unit_text: '云川市',
        title_text: '科长',
        role: 'member',
        post_level: 'section-chief',
        from: '2010-05',
        kind: 'appointed',
      },
    ],
    grades: [{ grade: 'principal-officer-1', from: '2019-06', to: '2024-06' }],
    educations: [
      {
        mode: 'full-time',
        level: 'doctorate',
        degree: 'doctor',
        school: '甲大学',
        major: '法学',
        from: '1998-09',
        to: '2001-07',
      },
      { mode: 'in-service', level: 'high-school' },
    ],
    honours: [{ title: '先进工作者', on: '2010-05', authority: '市委' }],
    sanctions: [{ kind: 'admonition', decided_on: '2015-02-03', until: '2015-08-03' }],
    evaluations: [{ year: '2024', result: 'basicallyCompetent' }],
    relatives: [{ relation: '母亲', name: '古丽', born_on: '1955-01', party: '群众', position_text: '退休（=1+1）' }],
  },
  extras: { 人员类别: '公务员', 专业技术资格名称: '经济师', 是否考录: '是' },
  unitName: '云川市',
}

test('what is exported is read back as it was', async () => {
  const file = join(temporaryFolder(), '采集表.xlsx')
  await writeCollection({ people: [whole], units: [unit] }, file)
  const { arrivals, problems } = await readSheet(file)
  expect(problems).toEqual([])
  expect(arrivals).toEqual({ people: [whole], units: [unit] })
})

test('the template is an export of nobody, and holds no problem', async () => {
  const folder = temporaryFolder()
  await writeCollectionTemplate(join(folder, '模板.xlsx'))
  await writeCollection({ people: [whole], units: [unit] }, join(folder, '导出.xlsx'))
  const headers = async (file: string): Promise<unknown[]> => {
    const book = await readWorkbook(join(folder, file))
    const found: unknown[] = []
    for (const sheet of book.sheets) {
      for await (const row of sheet.rows()) if (row.number <= 2) found.push([sheet.name, ...row.cells])
    }
    book.close()
    return found
  }
  expect(await headers('模板.xlsx')).toEqual(await headers('导出.xlsx'))
  expect(await readSheet(join(folder, '模板.xlsx'))).toEqual({
    ...{ kind: 'collection', arrivals: { people: [], units: [] }, problems: [], notices: [] },
  })
})

test('a reward is known by its name alone, and what ends before it begins is said and left out', async () => {
  const reading = await read(
    sheetOf('A01', person),
    sheetOf('A02', { ...whose, 任职机构名称: '财政局', 职务名称: '局长', 任职时间: '201903', 免职时间: '201001' }),
    sheetOf('A14', { ...whose, 奖惩名称: '记三等功', 批准日期: '201205' }),
  )
  expect(said(reading)).toEqual(['A02职务 3 O3 “免职时间”的值“2010-01”早于起始时间 2019-03。'])
  expect(reading.arrivals.people[0]?.rows).toEqual({ honours: [{ title: '记三等功', on: '2012-05' }] })
})
