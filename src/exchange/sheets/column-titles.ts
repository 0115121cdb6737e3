/** The titles of columns as the office writes them: the one table of their variants. */

/**
 * A title as it is compared: half-width, without blanks, brackets and what they hold. A two-row title is `upper/lower`.
 * @example titleKey('出生\n年月（ 岁）') // '出生年月'
 */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .replace(/[\s*#:;,。、'"“”]/g, '')

/** What rosters say of a person. `number` and `age` are of no use: the one is the paper's, the other grows. */
const person = {
  number: /^(序号|编号|序|No\.?)$/i,
  name: /^(姓名|干部姓名|名字|被考核人|被考核人姓名|考核对象|候选人|推荐人选|人选|拟任人选)$/,
  citizenId: /^(居民|公民)?(身份证|身份)(证)?(号|号码)?$|^证件号码?$/,
  sex: /^性别$/,
  ethnicity: /^(民族|族别)$/,
  nativePlace: /^籍贯$/,
  birthPlace: /^出生地$/,
  growthPlace: /^成长地$/,
  bornOn: /^出生(年月日?|日期|时间|年份)?$|^生日$/,
  age: /^年龄$/,
  workStartedOn: /^(参加)?工作(时间|年月|日期)$|^参工(时间|年月)$|^参加工作$/,
  partyJoined: /^(入党|加入中共|参加党派|入党团)(时间|年月|日期)?(文字)?$/,
  politics: /^(政治面貌|党派|政治身份)$/,
  health: /^健康(状况|情况)?$/,
  fullTimeLevel: /^全日制(教育)?\/?(学历|学历学位|学历及学位|最高学历)$/,
  fullTimeDegree: /^全日制(教育)?\/?学位$/,
  fullTimeSchool: /^全日制(教育)?\/?(学历)?(毕业)?(院校|学校)(系)?((以?及|和)?(所学)?专业)?$/,
  fullTimeMajor: /^全日制(教育)?\/?(所学)?专业$/,
  inServiceLevel: /^在职(教育)?\/?(学历|学历学位|学历及学位|最高学历)$/,
  inServiceDegree: /^在职(教育)?\/?学位$/,
  inServiceSchool: /^在职(教育)?\/?(学历)?(毕业)?(院校|学校)(系)?((以?及|和)?(所学)?专业)?$/,
  inServiceMajor: /^在职(教育)?\/?(所学)?专业$/,
  level: /^(学历|学历学位|最高学历|文化程度|学历及学位)$/,
  degree: /^(学位|最高学位)$/,
  school: /^(毕业)?(院校|学校)(系)?((以?及|和)?(所学)?专业)?$/,
  major: /^(所学)?专业$/,
  professionalTitle: /^(职称|专业技术(职务|职称|资格)|技术职称)$/,
  presentPost: /^(现任?|现)?(工作)?(单位及|单位)?职务(全称|名称)?$|^(现)?任职情况$|^现工作单位及职务$|^(现任)?岗位$/,
  postFrom: /^(任|担任)?现(任)?(职务?|岗位)(时间|年月|日期)$|^任职(时间|年月|日期)$/,
  grade: /^(现)?(任)?职级(名称)?$/,
  gradeFrom: /^(任|晋升)?现?(任)?(同)?(职级|级)(时间|年月|日期)$/,
  postLevel: /^(现)?(任)?(职务)?(层次|级别)$/,
  postLevelFrom: /^(任)?(现)?(任)?(职务)?(层次|级别)(时间|年月|日期)$/,
  unit: /^((现)?(工作|所在|任职)?单位(名称|归口)?|(所在)?部门(名称)?|机构名称)$/,
  resume: /^(工作|个人|主要|任职)?(简历|经历)$/,
  remarks: /^备注$/,
} as const satisfies Record<string, RegExp>

type PersonColumn = keyof typeof person

/** What is said of a vote, and what on a sheet of evaluations. */
const vote = {
  agree: /^(表决意见\/)?(同意|赞成|同意票|赞成票|同意票数|赞成票数)$/,
  disagree: /^(表决意见\/)?(不同意|反对|不同意票|反对票|不赞成|不同意票数|反对票数)$/,
  abstain: /^(表决意见\/)?(弃权|弃权票|弃权票数)$/,
  defer: /^(表决意见\/)?(缓议|缓议票|缓议票数)$/,
  recommend: /^(推荐|推荐票|推荐票数|得票|得票数|票数|被推荐票数)$/,
  opinion: /^(表决|投票|推荐)?意见$|^表决结果$/,
  proposal: /^(拟任免?职务|拟任职务|拟任免|推荐职务)$/,
} as const satisfies Record<string, RegExp>

const evaluation = {
  result: /^(考核)?(等次|结果|结论|等级)$|^年度考核(等次|结果|结论)?$|^(考核|评定)等次$/,
  year: /^(考核)?(年度|年份)$/,
} as const satisfies Record<string, RegExp>

type VoteColumn = keyof typeof vote
type EvaluationColumn = keyof typeof evaluation
/** `ofYear` is a result in a column of its year. */
export type ColumnId = PersonColumn | VoteColumn | EvaluationColumn | 'ofYear'

const all = Object.entries({ ...person, ...vote, ...evaluation }) as readonly (readonly [ColumnId, RegExp])[]

/** The column that a title names; the parts of a title may stand upside down, or be known by the lowest alone. */
export function columnOf(title: string): ColumnId | undefined {
  if (evaluatedYear(title) !== undefined) return 'ofYear'
  const key = titleKey(title.normalize('NFKC').replace(/^(.*)\((全日制|在职)(?:教育)?\)/, '$2/$1'))
  const parts = key.split('/')
  const mode = parts.find((part) => educationMode.test(part))
  if (mode !== undefined) return known(key) ?? known(`${mode}/${parts.findLast((part) => part !== mode) ?? ''}`)
  return known(key) ?? known(parts.toReversed().join('/')) ?? known(parts.at(-1) ?? '')
}

/** Whose column is told only together with the kind of education, wherever in the title that stands. */
const educationMode = /^(全日制|在职)/

const known = (text: string): ColumnId | undefined => all.find(([, pattern]) => pattern.test(text))?.[0]

/** `2024` of a column titled `2024年度考核` or `2024年`. */
export const evaluatedYear = (title: string): string | undefined =>
  /^(\d{4})年?度?(考核)?(等次|结果|结论|情况)?$/.exec(titleKey(title).replaceAll('/', ''))?.[1]
