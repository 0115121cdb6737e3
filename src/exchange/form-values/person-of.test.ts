import { expect, test } from 'vitest'
import type { AppointmentForm, FormRelative } from '#domain/appointment-form.ts'
import { personOf } from './person-of.ts'
import { presentPerson } from './present-person.ts'

const formWith = (texts: AppointmentForm['texts'], relatives: readonly FormRelative[] = []): AppointmentForm => ({
  texts,
  relatives,
  photo: undefined,
  others: [],
})
const read = (texts: AppointmentForm['texts'], relatives: readonly FormRelative[] = []) =>
  personOf(formWith({ name: '林望舒', ...texts }, relatives), { file: '林望舒.lrmx' })
const cadreOf = (texts: AppointmentForm['texts']) => read(texts).person.cadre
const messages = ({ problems, notices }: ReturnType<typeof read>): string[] =>
  [...problems, ...notices].map(({ message }) => message.zh)

test.each([
  ['197403', '1974-03'],
  ['19740305', '1974-03-05'],
  ['19740300', '1974-03'],
  ['1974.03', '1974-03'],
  ['1974.03.05', '1974-03-05'],
  ['1974-03', '1974-03'],
  ['1974/3/5', '1974-03-05'],
  ['1974年3月', '1974-03'],
  ['1974年10月5日', '1974-10-05'],
  ['１９７４．０３', '1974-03'],
  ['1974. 03', '1974-03'],
  ['1974.03（52岁）', '1974-03'],
  ['1974-03-05T00:00:00', '1974-03-05'],
])('born on %s', (text, date) => {
  expect(cadreOf({ bornOn: text }).born_on).toBe(date)
})

const wrong = (value: string, reason: string): string =>
  `“出生年月（ChuShengNianYue）”的值“${value}”不是能用的日期：${reason}；没有录入，原文保留在表里。`
test.each([
  ['197413', wrong('197413', '没有 13 月')],
  ['1974.02.30', wrong('1974.02.30', '2 月没有 30 日')],
  ['017403', wrong('017403', '年份 174 不可能')],
  ['三月', wrong('三月', '看不出年月')],
])('the date %s is a problem that names the element and the value', (text, message) => {
  const reading = read({ bornOn: text })
  expect(reading.problems.map((problem) => [problem.column, problem.message.zh])).toEqual([
    ['出生年月（ChuShengNianYue）', message],
  ])
  expect(reading.person.cadre.born_on).toBeUndefined()
})

test.each([
  [{ bornOn: '209901' }, '出生年月（ChuShengNianYue）', '在今天以后'],
  [{ bornOn: '189912' }, '出生年月（ChuShengNianYue）', '在 1900 年以前'],
  [{ bornOn: '197403', workStartedOn: '197402' }, '参加工作时间（CanJiaGongZuoShiJian）', '早于出生年月'],
  [{ bornOn: '197403', partyJoined: '196506' }, '入党时间（RuDangShiJian）', '早于出生年月'],
])('a date that no life can have is a problem: %o', (texts, column, reason) => {
  const { problems, person } = read(texts)
  expect(problems.map((problem) => [problem.column, problem.code])).toEqual([[column, 'form-date']])
  expect(problems[0]?.message.zh).toContain(`不是能用的日期：${reason}；没有录入`)
  expect(Object.values(person.cadre)).not.toContain(
    Object.values(texts)
      .at(-1)
      ?.replace(/^(....)/, '$1-'),
  )
})

test('work that began under sixteen is taken and said', () => {
  const reading = read({ bornOn: '197403', workStartedOn: '199002' })
  expect(reading.person.cadre.work_started_on).toBe('1990-02')
  expect(messages(reading)).toEqual(['“参加工作时间（CanJiaGongZuoShiJian）”的值“199002”离出生不满 16 年。'])
})

test('a date that is only incomplete or ambiguous is not guessed', () => {
  expect(messages(read({ workStartedOn: '1996', bornOn: '1974.1' }))).toEqual([
    '“出生年月（ChuShengNianYue）”的“1974.1”没有录入为资料：分不清是 1 月还是 10 月；原文保留在表里。',
    '“参加工作时间（CanJiaGongZuoShiJian）”的“1996”没有录入为资料：只有年，没有月；原文保留在表里。',
  ])
})

test.each<[text: string, party: string, joinedOn: string | undefined]>([
  ['199506', '中共党员', '1995-06'],
  ['1995.06', '中共党员', '1995-06'],
  ['民建', '民建', undefined],
  ['民建；民盟', '民建、民盟', undefined],
  ['九三；民建；民盟', '九三学社、民建、民盟', undefined],
  ['200108；民建', '中共党员', '2001-08'],
  ['200108；民建；民革', '中共党员', '2001-08'],
  ['民建2001.08', '民建', '2001-08'],
  ['民建200108', '民建', '2001-08'],
  ['(民建)', '民建', undefined],
  ['（民建、民盟）', '民建、民盟', undefined],
  ['(民建、民盟、农工)', '民建、民盟、农工党', undefined],
  ['无党派', '无党派', undefined],
  ['19950601', '中共党员', '1995-06-01'],
  ['1995年6月入党', '中共党员', '1995-06'],
  ['1995.06（1996.06转正）', '中共党员', '1995-06'],
  ['中共党员（1995.06）', '中共党员', '1995-06'],
  ['群众', '群众', undefined],
  ['预备党员', '中共预备党员', undefined],
])('入党时间 %s', (text, party, joinedOn) => {
  const { person, problems } = read({ partyJoined: text })
  expect(problems).toEqual([])
  expect([person.cadre.party, person.cadre.party_joined_on]).toEqual([party, joinedOn])
})

test('a further party of a Communist, and words that name no party, stay in the form', () => {
  expect(messages(read({ partyJoined: '200108；民建' }))).toEqual([
    '“入党时间（RuDangShiJian）”的“民建”没有录入为资料：资料只记第一党派；原文保留在表里。',
  ])
  expect(messages(read({ partyJoined: '在大学时' }))).toEqual([
    '“入党时间（RuDangShiJian）”的“在大学时”没有录入为资料：看不出党派和时间；原文保留在表里。',
  ])
  expect(read({ partyJoined: '199513' }).problems.map(({ code }) => code)).toEqual(['form-date'])
})

test('names, sex, ethnicity, places and health as they are recorded', () => {
  expect(
    cadreOf({
      name: '买买提•艾 力',
      sex: '男性',
      ethnicity: '维吾尔',
      nativePlace: '东澜 云溪',
      birthPlace: '上海',
      health: '健康',
    }),
  ).toEqual({
    name: '买买提·艾力',
    sex: 'male',
    ethnicity: '维吾尔族',
    native_place: '东澜云溪',
    birth_place: '上海',
    health_ok: 'true',
  })
  expect(cadreOf({ name: '张　三' }).name).toBe('张三')
  expect(cadreOf({ name: 'Ana  Lin' }).name).toBe('Ana Lin')
})

test('what is not surely meant stays in the form with a notice', () => {
  const reading = read({ sex: '不详', ethnicity: '云溪族', health: '一般' })
  expect(reading.person.cadre).toEqual({ name: '林望舒' })
  expect(messages(reading)).toEqual([
    '“性别（XingBie）”的“不详”没有录入为资料：应为男或女；原文保留在表里。',
    '“民族（MinZu）”的“云溪族”没有录入为资料：不是 GB/T 3304 的民族名称；原文保留在表里。',
    '“健康状况（JianKangZhuangKuang）”的“一般”没有录入为资料：能否正常履职由人认定；原文保留在表里。',
  ])
})

test('a form without a name is a problem', () => {
  expect(messages(read({ name: '' }))).toEqual(['“姓名（XingMing）”必填，这里是空的。'])
})

test('a citizen number is recorded with what speaks against it', () => {
  expect(cadreOf({ citizenId: '11010519491231002x', sex: '女', bornOn: '194912' }).citizen_id).toBe(
    '11010519491231002X',
  )
  expect(messages(read({ citizenId: '110105194912310021' }))).toEqual([
    '“身份证号（ShenFenZheng）”的“110105194912310021”末位校验码不符，可能抄错。',
  ])
  expect(messages(read({ citizenId: '11010519491231002X', sex: '男', bornOn: '195001' }))).toEqual([
    '“身份证号（ShenFenZheng）”的“11010519491231002X”与表上的出生年月不一致。',
    '“身份证号（ShenFenZheng）”的“11010519491231002X”与表上的性别不一致。',
  ])
  expect(read({ citizenId: '1.10105E+17' }).person.cadre.citizen_id).toBeUndefined()
})

const educations = (texts: AppointmentForm['texts']) => read(texts).person.rows.educations

test('education: a degree belongs to its line unless it names another school', () => {
  expect(
    educations({
      fullTimeLevel: '大学',
      fullTimeDegree: '法学学士',
      fullTimeLevelSchool: '东澜大学政治系行政管理专业',
      inServiceLevel: '省委党校研究生',
      inServiceDegree: '公共管理硕士',
      inServiceLevelSchool: '东澜省委党校经济管理专业',
      inServiceDegreeSchool: '东澜大学公共管理专业',
    }),
  ).toEqual([
    { mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '东澜大学政治系', major: '行政管理' },
    { mode: 'in-service', level: 'postgraduate', school: '东澜省委党校', major: '经济管理' },
    { mode: 'in-service', level: 'postgraduate', degree: 'master', school: '东澜大学', major: '公共管理' },
  ])
})

test('a degree alone gives no level: it is recorded at the level that was reached', () => {
  expect(
    educations({ fullTimeLevel: '大学', inServiceDegree: '工商管理硕士', inServiceDegreeSchool: '东澜大学' }),
  ).toEqual([
    { mode: 'full-time', level: 'bachelor' },
    { mode: 'in-service', level: 'bachelor', degree: 'master', school: '东澜大学' },
  ])
  expect(educations({ inServiceDegree: '工商管理硕士' })).toBeUndefined()
  expect(educations({ fullTimeDegree: '法学学士', inServiceLevel: '研究生' })).toEqual([
    { mode: 'in-service', level: 'postgraduate' },
  ])
})

test.each<[text: string, level: string, mode: string]>([
  ['博士研究生', 'doctorate', 'full-time'],
  ['硕士研究生', 'postgraduate', 'full-time'],
  ['大学本科', 'bachelor', 'full-time'],
  ['自考大专', 'junior-college', 'full-time'],
  ['中专', 'secondary-vocational', 'full-time'],
  ['中央党校大学', 'bachelor', 'in-service'],
  ['研究生学历', 'postgraduate', 'full-time'],
  ['初中', 'lower', 'full-time'],
])('the level %s', (text, level, mode) => {
  expect(educations({ fullTimeLevel: text })).toEqual([{ mode, level }])
})

test('level and degree in one line are parted; a level that may mean two is not guessed', () => {
  expect(educations({ fullTimeLevel: '大学、文学学士' })).toEqual([
    { mode: 'full-time', level: 'bachelor', degree: 'bachelor' },
  ])
  expect(messages(read({ fullTimeLevel: '大学普通班' }))).toEqual([
    '“全日制教育学历（QuanRiZhiJiaoYu_XueLi）”的“大学普通班”没有录入为资料：不是认识的学历；原文保留在表里。',
  ])
})

test.each([
  ['东澜大学法学院法学专业', '东澜大学法学院', '法学'],
  ['东澜信息工程大学信息系统专业', '东澜信息工程大学', '信息系统'],
  ['东澜大学自动化系系统工程专业', '东澜大学自动化系', '系统工程'],
  ['云溪卫校护理专业', '云溪卫校', '护理'],
  ['东澜师范大学学校教育专业', '东澜师范大学', '学校教育'],
  ['东澜大学 法律系', '东澜大学法律系', undefined],
])('the school of %s', (text, school, major) => {
  expect(educations({ fullTimeLevel: '大学', fullTimeLevelSchool: text })).toEqual([
    { mode: 'full-time', level: 'bachelor', school, ...(major === undefined ? {} : { major }) },
  ])
})

test('yearly evaluations: one year and the longest result word a passage', () => {
  const reading = read({ evaluations: '2021年基本称职；2022年年度考核不称职;2023年合格，2024年度优秀\n2025年不定等次' })
  expect(reading.person.rows.evaluations).toEqual([
    { year: '2021', result: 'basicallyCompetent' },
    { year: '2022', result: 'incompetent' },
    { year: '2023', result: 'competent' },
    { year: '2024', result: 'excellent' },
    { year: '2025', result: 'ungraded' },
  ])
  expect(messages(reading)).toEqual([])
})

test('passages of more years, no year, no word or no evaluation stay in the form', () => {
  const reading = read({
    evaluations: '2019至2021年优秀；近三年称职；2022年；2023年因病未参加年度考核；2024年称职；2024年优秀',
  })
  expect(reading.person.rows.evaluations).toBeUndefined()
  expect(messages(reading).map((message) => message.slice(message.indexOf('的“')))).toEqual([
    '的“2019至2021年优秀”没有录入为资料：应写一个年份，这里有 2 个；原文保留在表里。',
    '的“近三年称职”没有录入为资料：应写一个年份，这里有 0 个；原文保留在表里。',
    '的“2022年”没有录入为资料：看不出等次；原文保留在表里。',
    '的“2023年因病未参加年度考核”没有录入为资料：当年没有考核等次；原文保留在表里。',
    '的“2024”没有录入为资料：同一年有不同的结果；原文保留在表里。',
  ])
})

test('honours with their month; none is an empty list; sanctions are left to people', () => {
  const text =
    '2019年07月，经云溪县委批准，授予优秀共产党员；2016.05被评为先进工作者；2020年3月5日荣获三等功；2018年03月，经县纪委批准，给予党内警告处分；2015年先进个人'
  const reading = read({ awards: text })
  expect(reading.person.rows.honours).toEqual([
    { title: '优秀共产党员', on: '2019-07', authority: '云溪县委' },
    { title: '先进工作者', on: '2016-05' },
    { title: '三等功', on: '2020-03-05' },
  ])
  expect(reading.person.rows.sanctions).toBeUndefined()
  expect(messages(reading)).toEqual([
    '“奖惩情况（JiangChengQingKuang）”的“2018年03月，经县纪委批准，给予党内警告处分”没有录入为资料：惩处由人核对后录入；原文保留在表里。',
    '“奖惩情况（JiangChengQingKuang）”的“2015年先进个人”没有录入为资料：看不出获奖的年月和名称；原文保留在表里。',
  ])
  for (const none of ['无', '(无)', '（无）']) expect(read({ awards: none }).person.rows.honours).toEqual([])
})

const relative = (relation: string, name: string, bornOn: string, post: string): FormRelative => ({
  relation,
  name,
  bornOn,
  politics: '群众',
  post,
})

test('relatives: dates that cannot be are problems of their line, the dead keep what is written of them', () => {
  const reading = read({}, [
    relative('丈夫', '周 怀远', '197311', '教师'),
    relative('父亲', '林大', '已故', '农民（已去世）'),
    relative('儿子', '周小远', '200213', '学生'),
    relative('母亲', '', '', ''),
    relative('儿子', '周小远', '200202', '学生'),
  ])
  expect(reading.person.rows.relatives).toEqual([
    { relation: '丈夫', name: '周怀远', born_on: '1973-11', party: '群众', position_text: '教师' },
    { relation: '父亲', name: '林大', party: '群众', position_text: '农民（已去世）' },
    { relation: '儿子', name: '周小远', party: '群众', position_text: '学生' },
  ])
  expect(reading.problems.map(({ row, column, message }) => [row, column, message.zh])).toEqual([
    [
      3,
      '出生日期（ChuShengRiQi）',
      '“出生日期（ChuShengRiQi）”的值“200213”不是能用的日期：没有 13 月；没有录入，原文保留在表里。',
    ],
  ])
  expect(reading.notices.map(({ row, message }) => `${row} ${message.zh}`)).toEqual([
    '2 “出生日期（ChuShengRiQi）”的“已故”没有录入为资料：看不出年月；原文保留在表里。',
    '4 “姓名（XingMing）”的“母亲”没有录入为资料：称谓或姓名是空的；原文保留在表里。',
    '5 “姓名（XingMing）”的“儿子周小远”没有录入为资料：同一人出现了两次；原文保留在表里。',
  ])
})

const tenures = (resume: string) => read({ resume }).person.rows.tenures

test.each<[line: string, row: Readonly<Record<string, string>>]>([
  ['1992.09--1996.08  东澜大学政治系行政管理专业学习', { title_text: '东澜大学政治系行政管理专业学习', kind: 'study' }],
  ['1992.09--1996.08  云溪县第一中学教师', { unit_text: '云溪县第一中学', title_text: '教师', kind: 'appointed' }],
  ['1992.09--1996.08  云溪县财政局副局长', { unit_text: '云溪县财政局', title_text: '副局长', kind: 'appointed' }],
  ['1992.09--1996.08  云溪县柳林镇党委副书记、镇长', { title_text: '云溪县柳林镇党委副书记、镇长', kind: 'appointed' }],
  ['1992.09--1996.08  云溪县财政局局长兼国资办主任', { title_text: '云溪县财政局局长兼国资办主任', kind: 'appointed' }],
  ['1992.09--1996.08  83310部队战士', { title_text: '83310部队战士', kind: 'military' }],
  ['1992.09--1996.08  挂任青海省某县副县长', { title_text: '挂任青海省某县副县长', kind: 'seconded' }],
  ['1992.09--1996.08  待分配', { title_text: '待分配', kind: 'other' }],
  ['1992.09--1996.08  某部队转业待安置', { title_text: '某部队转业待安置', kind: 'other' }],
  ['1992.09--1996.08  东澜大学学生处处长', { unit_text: '东澜大学学生处', title_text: '处长', kind: 'appointed' }],
])('the tenure of %j', (line, row) => {
  expect(tenures(line)).toEqual([{ from: '1992-09', to: '1996-08', ...row }])
})

test('what ran meanwhile is a tenure of its own where it is a stretch of time', () => {
  const text =
    '2001.03--2006.05  云溪县委组织部科员（其间：2001.09--2004.06在省委党校学习；2002.01--2002.12在乙市挂职；2003.05起兼任团委书记；2004.07加入农工党）\n2006.05--         云溪县财政局局长'
  expect(tenures(text)).toEqual([
    { unit_text: '云溪县委组织部', title_text: '科员', from: '2001-03', to: '2006-05', kind: 'appointed' },
    { title_text: '在省委党校学习', from: '2001-09', to: '2004-06', kind: 'study' },
    { title_text: '在乙市挂职', from: '2002-01', to: '2002-12', kind: 'seconded' },
    { title_text: '起兼任团委书记', from: '2003-05', to: '2006-05', kind: 'concurrent' },
    { unit_text: '云溪县财政局', title_text: '局长', from: '2006-05', kind: 'appointed' },
  ])
})

test('tables that the form says nothing of are left out; what it says is kept whole', () => {
  const form = formWith({ name: '林望舒' })
  const { person } = personOf(form, { file: 'a.lrmx' })
  expect(person).toEqual({ place: { file: 'a.lrmx' }, cadre: { name: '林望舒' }, rows: {}, form })
})

test('a person as shown by the command line', () => {
  const { person } = read(
    {
      sex: '女',
      bornOn: '197403',
      partyJoined: '199506',
      fullTimeLevel: '大学',
      resume: '1996.08--         局长\n\n第三届委员',
    },
    [relative('丈夫', '周怀远', '197311', '教师')],
  )
  expect(presentPerson(person, 'C1')).toEqual({
    cadreId: 'C1',
    name: '林望舒',
    sex: 'female',
    bornOn: '1974-03',
    ethnicity: null,
    nativePlace: null,
    party: '中共党员',
    partyJoinedOn: '1995-06',
    workStartedOn: null,
    educations: [{ mode: 'full-time', level: 'bachelor', degree: null, school: null, major: null }],
    tenures: [
      { from: '1996-08', to: null, text: '局长', kind: 'main' },
      { from: null, to: null, text: '第三届委员', kind: 'note' },
    ],
    relatives: [{ relation: '丈夫', name: '周怀远', bornOn: '1973-11', politics: '群众', post: '教师' }],
  })
})
