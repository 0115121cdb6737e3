/**
 * The sets of the collection workbook (V2018.11): one sheet each, columns in order. The ids are the field codes of the
 * information structure (GB/T 14946); this is the one table that holds them.
 */
import { ethnicities } from '../../form-values/ethnicity.ts'
import { evaluationResults } from '../../form-values/evaluations.ts'
import * as words from './words.ts'

export interface SetColumn {
  readonly id: string
  readonly title: string
  /** Other ways in which the title is written, compared like it. */
  readonly also?: readonly string[]
  readonly required?: boolean
  /** The column whose content does as well. */
  readonly unless?: string
  readonly choices?: readonly string[]
  /** How the cell is filled in, shown beside it. */
  readonly prompt?: string
  readonly width?: number
}

export interface CollectionSet {
  readonly code: string
  /** The name of its sheet after the code. */
  readonly name: string
  readonly title: string
  readonly columns: readonly SetColumn[]
}

const date = { prompt: '6 位或 8 位日期，如 197503 或 19750308', width: 12 } as const
const count = { prompt: '只写数字', width: 10 } as const
const yes = { choices: ['是', '否'], width: 10 } as const

/** Every sheet of people begins with these two, by which its rows belong together. */
const nameColumn: SetColumn = { id: 'A0101', title: '姓名', required: true, width: 12 }
const numberColumn: SetColumn = {
  id: 'A0184',
  title: '身份证号',
  also: ['身份证号码', '公民身份号码'],
  width: 22,
}
const whose: readonly SetColumn[] = [nameColumn, numberColumn]

export const unitSet: CollectionSet = {
  code: 'B01',
  name: '单位',
  title: '单位基本情况',
  columns: [
    { id: 'B0101', title: '机构名称', required: true, width: 30 },
    { id: 'B0104', title: '机构简称', also: ['简称'], width: 16 },
    { id: 'B0111', title: '机构编码', required: true, prompt: '三位一级，如 001.001.008', width: 16 },
    { id: 'B0117', title: '所在政区', prompt: '政区名称或六位代码', width: 14 },
    { id: 'B0124', title: '隶属关系', width: 14 },
    { id: 'B0127', title: '机构级别', required: true, choices: words.unitLevels.map(([text]) => text), width: 18 },
    { id: 'B0131', title: '机构类别', required: true, choices: words.unitKinds.map(([text]) => text), width: 30 },
    { id: 'B0194', title: '法人单位标识', choices: ['法人单位', '内设机构', '机构分组'], width: 14 },
    { id: 'B0227', title: '行政编制数', ...count },
    { id: 'B0232', title: '事业编制数（参照）', also: ['事业编制数(参照公务员法)'], ...count },
    { id: 'B0233', title: '事业编制数（非参照）', ...count },
    { id: 'B0236', title: '工勤编制数', ...count },
    { id: 'B0234', title: '其他编制数', ...count },
    { id: 'B0238', title: '参照公务员法管理审批时间', also: ['参公审批时间'], ...date },
    { id: 'B0239', title: '参照公务员法管理审批文号', also: ['参公审批文号'], width: 16 },
    { id: 'B0150', title: '内设机构领导职数', ...count },
    { id: 'B0183', title: '正职领导职数', ...count },
    { id: 'B0185', title: '副职领导职数', ...count },
    { id: 'B0180', title: '备注', width: 16 },
    { id: 'B0269', title: '同级排序号', ...count },
  ],
}

const personSet: CollectionSet = {
  code: 'A01',
  name: '人员',
  title: '人员基本信息表',
  columns: [
    nameColumn,
    { ...numberColumn, required: true },
    { id: 'A0104', title: '性别', required: true, choices: ['男', '女'], width: 8 },
    { id: 'A0107', title: '出生年月', required: true, ...date },
    { id: 'A0111', title: '籍贯', width: 12 },
    { id: 'A0114', title: '出生地', width: 12 },
    { id: 'A0115', title: '成长地', width: 12 },
    { id: 'A0117', title: '民族', required: true, choices: ethnicities, width: 10 },
    { id: 'A0128', title: '健康状况', choices: ['健康', '一般', '较差'], width: 10 },
    { id: 'A0134', title: '参加工作时间', ...date },
    { id: 'A0140', title: '入党时间文字', width: 14 },
    { id: 'A0141', title: '政治面貌', required: true, choices: words.politics, width: 12 },
    { id: 'A0144', title: '入党时间', ...date },
    { id: 'A3921', title: '第二党派', choices: words.politics, width: 10 },
    { id: 'A3927', title: '第三党派', choices: words.politics, width: 10 },
    { id: 'A0160', title: '人员类别', width: 14 },
    {
      id: 'A0163',
      title: '人员管理状态',
      choices: ['现职人员', '非现职人员', '离退人员', '调出人员', '已去世', '其他人员'],
      width: 12,
    },
    {
      id: 'A0165',
      title: '管理类别',
      choices: ['中央管理干部', '省级党委管理干部', '市级党委管理干部', '县级党委管理干部', '其他'],
      width: 16,
    },
    { id: 'A0187', title: '熟悉专业有何特长', also: ['熟悉专业有何专长'], width: 18 },
    { id: 'A0192A', title: '现工作单位及职务全称', width: 36 },
    { id: 'A0192', title: '现工作单位及职务简称', width: 24 },
    { id: 'A0221', title: '现职务层次', choices: words.postLevels.map(([text]) => text), width: 14 },
    { id: 'A0288', title: '任现职务层次时间', ...date },
    { id: 'A0192E', title: '现职级', choices: words.grades, width: 14 },
    { id: 'A0192C', title: '任现职级时间', ...date },
    { id: 'A0196', title: '专业技术职务', width: 14 },
    { id: 'A0197', title: '是否具有两年以上基层工作经历', ...yes },
    { id: 'A0195', title: '统计关系所在单位', prompt: '机构名称或机构编码', width: 26 },
    { id: 'A1701', title: '简历', width: 50 },
    { id: 'A14Z101', title: '奖惩综述', width: 30 },
    { id: 'A15Z101', title: '年度考核结果综述', width: 30 },
    { id: 'A0120', title: '级别', width: 10 },
    { id: 'A0121', title: '编制类型', width: 12 },
    { id: 'A0122', title: '专业技术类公务员任职资格', width: 14 },
    { id: 'A2949', title: '公务员登记时间', ...date },
    { id: 'A0180', title: '备注', width: 16 },
  ],
}

const postSet: CollectionSet = {
  code: 'A02',
  name: '职务',
  title: '职务信息表',
  columns: [
    ...whose,
    { id: 'A0201', title: '任职机构名称', required: true, prompt: '机构名称或机构编码', width: 30 },
    { id: 'A0201D', title: '是否领导成员', ...yes },
    { id: 'A0201E', title: '成员类别', choices: ['正职', '副职', '其他'], width: 10 },
    { id: 'A0215', title: '职务名称', required: true, width: 24 },
    { id: 'A0219', title: '是否领导职务', ...yes },
    { id: 'A0223', title: '职务排序', ...count },
    { id: 'A0225', title: '集体内排序', ...count },
    { id: 'A0243', title: '任职时间', required: true, ...date },
    { id: 'A0245', title: '任职文号', width: 16 },
    { id: 'A0247', title: '选拔任用方式', width: 14 },
    { id: 'A0251', title: '是否破格提拔', ...yes },
    { id: 'A0255', title: '任职状态', choices: ['在任', '已免'], width: 10 },
    { id: 'A0265', title: '免职时间', ...date },
    { id: 'A0267', title: '免职文号', width: 16 },
    { id: 'A0272', title: '职务变动原因综述', width: 20 },
    { id: 'A0281', title: '职务输出标识', width: 10 },
    { id: 'A0279', title: '主职务', ...yes },
  ],
}

const levelSet: CollectionSet = {
  code: 'A05',
  name: '职务职级',
  title: '职务层次与职级信息表',
  columns: [
    ...whose,
    {
      id: 'A0531',
      title: '类别（职务层次、职级标志）',
      also: ['类别'],
      required: true,
      choices: ['职务层次', '职级'],
      width: 14,
    },
    {
      id: 'A0501',
      title: '职务层次（职级）',
      also: ['层次(职级)', '职务层次', '层次'],
      required: true,
      choices: words.levelsAndGrades,
      width: 18,
    },
    { id: 'A0504', title: '批准日期', required: true, ...date },
    { id: 'A0511', title: '批准文号', width: 16 },
    { id: 'A0517', title: '终止日期', ...date },
    { id: 'A0524', title: '状态', choices: ['在任', '已免'], width: 10 },
  ],
}

const titleSet: CollectionSet = {
  code: 'A06',
  name: '专业技术',
  title: '专业技术任职资格信息表',
  columns: [
    ...whose,
    { id: 'A0601', title: '专业技术资格代码', also: ['资格代码'], width: 14 },
    { id: 'A0602', title: '专业技术资格名称', also: ['资格名称'], width: 20 },
    { id: 'A0604', title: '获得资格日期', also: ['获得日期'], ...date },
    {
      id: 'A0607',
      title: '取得资格途径',
      also: ['取得途径'],
      choices: ['评审', '考试', '特批', '考核认定', '其他'],
      width: 12,
    },
    { id: 'A0611', title: '评委会或考试名称', width: 24 },
    { id: 'A0699', title: '输出标识', width: 10 },
  ],
}

const schoolingSet: CollectionSet = {
  code: 'A08',
  name: '学历学位',
  title: '学历学位信息表',
  columns: [
    ...whose,
    { id: 'A0801A', title: '学历名称', width: 14 },
    { id: 'A0801B', title: '学历代码', also: ['学历'], choices: words.schoolings.map(([text]) => text), width: 14 },
    { id: 'A0901A', title: '学位名称', width: 14 },
    { id: 'A0901B', title: '学位代码', also: ['学位'], width: 14 },
    { id: 'A0804', title: '入学时间', ...date },
    { id: 'A0807', title: '毕（肄）业时间', also: ['毕业时间'], ...date },
    { id: 'A0904', title: '学位授予时间', ...date },
    { id: 'A0814', title: '学校（单位）名称', also: ['学校', '学校名称'], width: 26 },
    { id: 'A0824', title: '所学专业名称', also: ['专业名称'], width: 20 },
    { id: 'A0827', title: '所学专业类别', also: ['专业类别'], width: 14 },
    { id: 'A0837', title: '教育类别', required: true, choices: ['全日制', '在职'], width: 10 },
    { id: 'A0811', title: '学制年限', width: 10 },
    { id: 'A0899', title: '输出标识', width: 10 },
  ],
}

const rewardSet: CollectionSet = {
  code: 'A14',
  name: '奖惩',
  title: '奖惩信息表',
  columns: [
    ...whose,
    { id: 'A1404A', title: '奖惩名称', width: 24 },
    {
      id: 'A1404B',
      title: '奖惩名称代码',
      also: ['奖惩代码'],
      required: true,
      unless: 'A1404A',
      choices: words.rewards,
      width: 20,
    },
    { id: 'A1407', title: '批准日期', required: true, ...date },
    { id: 'A1411', title: '批准机关', width: 24 },
    { id: 'A1414', title: '批准机关级别', width: 14 },
    { id: 'A1415', title: '受奖惩时职务层次', width: 14 },
    { id: 'A1424', title: '撤销日期', ...date },
    { id: 'A1428', title: '批准机关性质', width: 14 },
    { id: 'A1423', title: '影响期', prompt: '影响期终止日期', width: 12 },
  ],
}

const evaluationSet: CollectionSet = {
  code: 'A15',
  name: '考核',
  title: '考核信息表',
  columns: [
    ...whose,
    { id: 'A1517', title: '考核结论', required: true, choices: evaluationResults.map(([text]) => text), width: 14 },
    { id: 'A1521', title: '考核年度', required: true, prompt: '四位年份', width: 10 },
  ],
}

const familySet: CollectionSet = {
  code: 'A36',
  name: '家庭及社会关系',
  title: '家庭成员及社会关系信息表',
  columns: [
    ...whose,
    { id: 'A3601', title: '家庭成员姓名', also: ['成员姓名'], required: true, width: 12 },
    { id: 'A3604A', title: '称谓', required: true, width: 10 },
    { id: 'A3607', title: '出生日期', also: ['出生年月'], ...date },
    { id: 'A3627', title: '政治面貌', choices: words.politics, width: 12 },
    { id: 'A3611', title: '工作单位及职务', width: 36 },
    { id: 'A3699', title: '排序', ...count },
  ],
}

const furtherSet: CollectionSet = {
  code: 'A99Z1',
  name: '补充',
  title: '补充信息表',
  columns: [
    ...whose,
    { id: 'A99Z101', title: '是否考录', ...yes },
    { id: 'A99Z102', title: '录用时间', ...date },
    { id: 'A99Z103', title: '是否选调生', ...yes },
    { id: 'A99Z104', title: '进入选调生时间', ...date },
  ],
}

/** In the order of the workbook. */
export const collectionSets: readonly CollectionSet[] = [
  unitSet,
  personSet,
  postSet,
  levelSet,
  titleSet,
  schoolingSet,
  rewardSet,
  evaluationSet,
  familySet,
  furtherSet,
]
