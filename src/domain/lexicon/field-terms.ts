/** Fields of people and units as a form or a table heads them: short, for the column of a difference. */
import type { Text } from '../text.ts'
import { labelOfFact } from './facts.ts'

const words: Readonly<Record<string, Text>> = {
  name: { zh: '姓名', en: 'Name' },
  citizen_id: { zh: '身份号码', en: 'Citizen number' },
  sex: { zh: '性别', en: 'Sex' },
  born_on: { zh: '出生年月', en: 'Born' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  native_place: { zh: '籍贯', en: 'Native place' },
  birth_place: { zh: '出生地', en: 'Place of birth' },
  growth_place_code: { zh: '成长地', en: 'Place of upbringing' },
  party: { zh: '政治面貌', en: 'Party' },
  party_joined_on: { zh: '入党时间', en: 'Joined the Party' },
  work_started_on: { zh: '参加工作时间', en: 'Started work' },
  health_ok: { zh: '健康状况', en: 'Health' },
  authority_unit_id: { zh: '管理机关', en: 'Managing unit' },
  track: { zh: '类型', en: 'Track' },
  reserve: { zh: '后备', en: 'Reserve' },
  position_id: { zh: '岗位', en: 'Seat' },
  unit_text: { zh: '单位', en: 'Unit' },
  title_text: { zh: '职务', en: 'Post' },
  post_level: { zh: '职务层次', en: 'Level' },
  role: { zh: '职务类别', en: 'Role' },
  grassroots: { zh: '基层经历', en: 'Grassroots' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  kind: { zh: '类别', en: 'Kind' },
  change: { zh: '变动', en: 'Change' },
  grade: { zh: '职级', en: 'Grade' },
  mode: { zh: '教育类别', en: 'Mode' },
  level: { zh: '层次', en: 'Level' },
  degree: { zh: '学位', en: 'Degree' },
  school: { zh: '院校', en: 'School' },
  major: { zh: '专业', en: 'Major' },
  relation: { zh: '称谓', en: 'Relation' },
  position_text: { zh: '单位及职务', en: 'Unit and post' },
  year: { zh: '年度', en: 'Year' },
  result: { zh: '等次', en: 'Result' },
  title: { zh: '名称', en: 'Title' },
  on: { zh: '日期', en: 'Date' },
  authority: { zh: '机关', en: 'Authority' },
  decided_on: { zh: '决定日期', en: 'Decided' },
  until: { zh: '影响期止', en: 'Until' },
  basis: { zh: '依据', en: 'Basis' },
  parent_id: { zh: '上级单位', en: 'Parent unit' },
  sector: { zh: '领域', en: 'Sector' },
  region_code: { zh: '行政区划', en: 'Region' },
  hardship: { zh: '艰苦地区', en: 'Hardship' },
  staff_quota: { zh: '编制数', en: 'Staff quota' },
}

const ofTable: Readonly<Record<string, Text>> = {
  'units.name': { zh: '单位名称', en: 'Name' },
  'educations.level': { zh: '学历', en: 'Education' },
  'sanctions.kind': { zh: '种类', en: 'Kind' },
}

const yesOrNo: readonly [Text, Text] = [
  { zh: '是', en: 'yes' },
  { zh: '否', en: 'no' },
]

/** Fields for which yes and no would not read. */
const truths: Readonly<Record<string, readonly [Text, Text]>> = {
  'cadres.health_ok': [
    { zh: '能正常履职', en: 'Fit for duty' },
    { zh: '不能正常履职', en: 'Not fit for duty' },
  ],
}

/** @example labelOfTruth('cadres', 'health_ok', true).zh // '能正常履职' */
export function labelOfTruth(table: string, field: string, holds: boolean): Text {
  const [yes, no] = truths[`${table}.${field}`] ?? yesOrNo
  return holds ? yes : no
}

/** @example labelOfField('tenures', 'from').zh // '起' */
export const labelOfField = (table: string, field: string): Text =>
  ofTable[`${table}.${field}`] ?? words[field] ?? labelOfFact(`${table}.${field}`)
