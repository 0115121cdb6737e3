/** The facts of the data package in the words of the forms: what evidence rests on, and what an `unknown` lacks. */
import { meetingFields } from '../meeting.ts'
import { processLabels } from '../process.ts'
import type { TableName } from '../tables.ts'
import type { Text } from '../text.ts'

const tableLabels: Record<TableName, Text> = {
  units: { zh: '单位信息', en: 'Unit' },
  teams: { zh: '领导班子', en: 'Team' },
  positions: { zh: '岗位信息', en: 'Seat' },
  cadres: { zh: '基本信息', en: 'Basic facts' },
  tenures: { zh: '任职经历', en: 'Tenure' },
  grades: { zh: '职级', en: 'Grade' },
  educations: { zh: '学历学位', en: 'Education' },
  relatives: { zh: '家庭成员', en: 'Relative' },
  evaluations: { zh: '年度考核结果', en: 'Yearly result' },
  trainings: { zh: '培训记录', en: 'Training' },
  honours: { zh: '奖励', en: 'Honour' },
  sanctions: { zh: '处分处理', en: 'Sanction' },
  ratings: { zh: '测评票', en: 'Ballot' },
  indicators: { zh: '单位指标', en: 'Indicator' },
  duties: { zh: '分工', en: 'Duty' },
  statements: { zh: '识别信息', en: 'Statement' },
  supervision: { zh: '监督事项', en: 'Supervision' },
  requirements: { zh: '岗位要求', en: 'Requirement' },
  competencies: { zh: '能力评定', en: 'Competency' },
  vacancies: { zh: '空缺', en: 'Vacancy' },
}

const factLabels: Readonly<Record<string, Text>> = {
  'units.parent_id': { zh: '上级单位', en: 'parent unit' },
  'units.kind': { zh: '单位类别', en: 'kind of unit' },
  'units.name': { zh: '单位名称', en: 'name of the unit' },
  'units.level': { zh: '单位层级', en: 'level of the unit' },
  'units.region_code': { zh: '行政区划', en: 'region of the unit' },
  'units.staff_quota': { zh: '行政编制数', en: 'staffing quota of the unit' },
  'teams.quota_principal': { zh: '班子正职职数', en: 'quota of principals of the team' },
  'teams.quota_deputy': { zh: '班子副职职数', en: 'quota of deputies of the team' },
  'positions.position_id': { zh: '岗位', en: 'seat' },
  'positions.unit_id': { zh: '岗位所在单位', en: 'unit of the seat' },
  'positions.title': { zh: '岗位名称', en: 'title of the seat' },
  'positions.open_to': { zh: '岗位撤销时间', en: 'end of the seat' },
  'positions.post_level': { zh: '岗位层次', en: 'level of the seat' },
  'positions.role': { zh: '岗位职务类别', en: 'role of the seat' },
  'positions.sector': { zh: '岗位领域', en: 'sector of the seat' },
  'positions.portfolio': { zh: '岗位分工', en: 'duties of the seat' },
  'positions.key_power': { zh: '是否关键岗位', en: 'whether the seat is a key seat' },
  'positions.hardship': { zh: '是否艰苦复杂岗位', en: 'whether the seat is a hardship seat' },
  'cadres.reserve': { zh: '是否后备干部', en: 'whether a reserve cadre' },
  'cadres.cadre_id': { zh: '干部编号', en: 'cadre id' },
  'cadres.sex': { zh: '性别', en: 'sex' },
  'cadres.ethnicity': { zh: '民族', en: 'ethnicity' },
  'cadres.born_on': { zh: '出生年月', en: 'date of birth' },
  'cadres.native_place': { zh: '籍贯', en: 'native place' },
  'cadres.birth_place': { zh: '出生地', en: 'place of birth' },
  'cadres.growth_place_code': { zh: '成长地', en: 'place of upbringing' },
  'cadres.party': { zh: '政治面貌', en: 'party' },
  'cadres.party_joined_on': { zh: '入党时间', en: 'date of joining the Party' },
  'cadres.work_started_on': { zh: '参加工作时间', en: 'date of starting work' },
  'cadres.health_ok': { zh: '身体状况结论', en: 'health conclusion' },
  'tenures.cadre_id': { zh: '任职人', en: 'holder of a tenure' },
  'tenures.kind': { zh: '任职类别', en: 'kind of tenure' },
  'tenures.post_level': { zh: '任职层次', en: 'level of a tenure' },
  'tenures.role': { zh: '职务类别', en: 'role of a tenure' },
  'tenures.title_text': { zh: '职务名称', en: 'title of a tenure' },
  'tenures.unit_text': { zh: '任职单位', en: 'unit of a tenure' },
  'tenures.grassroots': { zh: '是否基层经历', en: 'whether a tenure was at the grassroots' },
  'tenures.position_id': { zh: '所任岗位', en: 'seat of a tenure' },
  'tenures.from': { zh: '任职起始时间', en: 'start of a tenure' },
  'tenures.to': { zh: '任职终止时间', en: 'end of a tenure' },
  'grades.grade': { zh: '现任职级', en: 'present grade' },
  'grades.from': { zh: '职级起始时间', en: 'start of a grade' },
  'grades.to': { zh: '职级终止时间', en: 'end of a grade' },
  'educations.level': { zh: '学历', en: 'education' },
  'educations.degree': { zh: '学位', en: 'degree' },
  'educations.to': { zh: '毕业时间', en: 'end of study' },
  'relatives.relation': { zh: '亲属关系', en: 'kinship' },
  'relatives.relative_cadre_id': { zh: '亲属的干部编号', en: 'cadre id of a relative' },
  'relatives.position_text': { zh: '亲属任职', en: "a relative's post" },
  'evaluations.year': { zh: '考核年度', en: 'year of a yearly result' },
  'evaluations.result': { zh: '年度考核等次', en: 'yearly result' },
  'trainings.from': { zh: '培训开始时间', en: 'start of a training' },
  'trainings.to': { zh: '培训结束时间', en: 'end of a training' },
  'trainings.hours': { zh: '培训学时', en: 'training hours' },
  'trainings.recognised': { zh: '培训是否认可', en: 'whether a training is recognised' },
  'sanctions.kind': { zh: '处分处理种类', en: 'kind of sanction' },
  'sanctions.decided_on': { zh: '处分处理决定日期', en: 'date of a sanction' },
  'sanctions.until': { zh: '影响期截止时间', en: 'end of the effect period' },
  'sanctions.basis': { zh: '处分处理依据', en: 'basis of a sanction' },
  'supervision.kind': { zh: '监督事项类别', en: 'kind of a supervision event' },
  'supervision.on': { zh: '监督事项日期', en: 'date of a supervision event' },
  'supervision.severity': { zh: '监督事项轻重', en: 'severity of a supervision event' },
  'supervision.due_on': { zh: '监督事项办理期限', en: 'due date of a supervision event' },
  'supervision.closed_on': { zh: '监督事项办结日期', en: 'date on which a supervision event was closed' },
  'supervision.tolerated': { zh: '是否认定容错', en: 'whether it is ruled tolerated' },
  'supervision.verified': { zh: '监督事项是否查实', en: 'whether a supervision event is confirmed' },
}

const isMeetingField = (name: string): name is keyof typeof meetingFields => Object.hasOwn(meetingFields, name)

const isTable = (name: string): name is TableName => Object.hasOwn(tableLabels, name)

/** The label of a table of the data package; the name itself where it is none. */
export const labelOfTable = (name: string): Text =>
  isTable(name) ? tableLabels[name] : (processLabels.get(name) ?? { zh: name, en: name })

/** The label of a fact written `table.field`; that of its table where the field has none of its own. */
export function labelOfFact(fact: string): Text {
  const [table = fact, field = ''] = fact.split('.')
  if (table === 'workdays') return { zh: `${field}年放假调休日历`, en: `the calendar of working days of ${field}` }
  if (table === 'meeting' && isMeetingField(field)) return meetingFields[field].label
  return factLabels[fact] ?? processLabels.get(fact) ?? labelOfTable(table)
}
