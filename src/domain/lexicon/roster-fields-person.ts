import { linesOf, type RosterField } from './roster-fields-kinds.ts'

const person = linesOf('person')
const education = linesOf('education')

export const personFields = {
  name: person('text', 96, ['姓名', 'Name'], ['登记的姓名', 'The name on record'], { usual: true }),
  cadreId: person('text', 104, ['编号', 'Id'], ['干部编号', 'The id of the cadre']),
  sex: person(
    'term',
    56,
    ['性别', 'Sex'],
    ['用于结构统计，不进入任何估计', 'For structure alone; no estimate uses it'],
    {
      of: 'sex',
      usual: true,
    },
  ),
  ethnicity: person(
    'text',
    72,
    ['民族', 'Ethnicity'],
    ['用于结构统计，不进入任何估计', 'For structure alone; no estimate uses it'],
  ),
  nativePlace: person(
    'text',
    112,
    ['籍贯', 'Native place'],
    ['祖居地，按登记', 'Where the family comes from, as recorded'],
  ),
  birthPlace: person('text', 112, ['出生地', 'Birthplace'], ['按登记', 'As recorded']),
  bornOn: person('date', 88, ['出生年月', 'Born'], ['以干部人事档案为准', 'As the personnel file has it']),
  age: person(
    'count',
    64,
    ['年龄', 'Age'],
    ['截至数据日期的周岁；缺日时取小', 'Completed years on the day of the data; the lower where the day is missing'],
    { usual: true },
  ),
  party: person('text', 96, ['政治面貌', 'Party'], ['党派或者群众', 'Party membership']),
  partyJoinedOn: person('date', 88, ['入党时间', 'Joined the Party'], ['加入党派的年月', 'The month of joining']),
  partyYears: person('years', 72, ['党龄', 'Years in the Party'], ['自入党时间起算', 'Since joining']),
  workStartedOn: person('date', 96, ['参加工作时间', 'Began work'], ['以档案为准', 'As the file has it']),
  workYears: person('years', 72, ['工龄', 'Years of work'], ['自参加工作时间起算', 'Since the first job']),
  retiresOn: person(
    'date',
    104,
    ['到龄年月', 'Reaches pension age'],
    ['按法定退休年龄测算，任职年龄另有规定的除外', 'Reckoned by the statutory age; limits of a seat are apart'],
  ),
  education: education(
    'term',
    80,
    ['最高学历', 'Highest education'],
    ['各类教育中已经完成的最高一级', 'The highest level that was finished'],
    {
      of: 'educationLevel',
      usual: true,
    },
  ),
  fullTimeEducation: education(
    'term',
    88,
    ['全日制学历', 'Full-time education'],
    ['全日制教育的最高一级', 'Highest of full-time study'],
    {
      of: 'educationLevel',
    },
  ),
  inServiceEducation: education(
    'term',
    88,
    ['在职学历', 'In-service education'],
    ['在职教育的最高一级', 'Highest of in-service study'],
    {
      of: 'educationLevel',
    },
  ),
  degree: education('term', 72, ['学位', 'Degree'], ['已经取得的最高学位', 'The highest degree held'], {
    of: 'degree',
  }),
  school: education('text', 160, ['毕业院校', 'School'], ['最高学历的院校', 'Of the highest education']),
  major: education('text', 128, ['专业', 'Subject'], ['最高学历的专业', 'Of the highest education']),
  studyFields: education(
    'terms',
    128,
    ['专业门类', 'Fields of study'],
    [
      '由各段学习的专业名称归类；名称认不出的不归',
      'By the names of all subjects studied; a name that is not recognised is left out',
    ],
    { of: 'studyField', sort: false },
  ),
} as const satisfies Record<string, RosterField>
