import type { Text } from '#domain/text.ts'

const tableNames: Record<string, Text> = {
  cadres: { zh: '基本信息', en: 'Basic facts' },
  tenures: { zh: '任职经历', en: 'Tenures' },
  positions: { zh: '岗位信息', en: 'Seat' },
  units: { zh: '单位信息', en: 'Unit' },
  grades: { zh: '职级', en: 'Grades' },
  educations: { zh: '学历学位', en: 'Education' },
  relatives: { zh: '家庭成员', en: 'Relatives' },
  evaluations: { zh: '年度考核结果', en: 'Yearly results' },
  trainings: { zh: '培训记录', en: 'Training' },
  sanctions: { zh: '处分处理', en: 'Sanctions' },
  competencies: { zh: '能力评定', en: 'Competencies' },
}

const fieldNames: Record<string, Text> = {
  'cadres.sex': { zh: '性别', en: 'Sex' },
  'cadres.born_on': { zh: '出生年月', en: 'Date of birth' },
  'cadres.native_place': { zh: '籍贯', en: 'Native place' },
  'cadres.birth_place': { zh: '出生地', en: 'Place of birth' },
  'cadres.growth_place_code': { zh: '成长地', en: 'Place of growing up' },
  'cadres.party': { zh: '政治面貌', en: 'Party' },
  'cadres.party_joined_on': { zh: '入党时间', en: 'Joined the Party' },
  'cadres.work_started_on': { zh: '参加工作时间', en: 'Started work' },
  'cadres.health_ok': { zh: '健康状况', en: 'Health' },
  'tenures.post_level': { zh: '任职层次', en: 'Level of a tenure' },
  'tenures.grassroots': { zh: '是否基层经历', en: 'Whether grassroots' },
  'tenures.from': { zh: '任职起始时间', en: 'Start of a tenure' },
  'trainings.hours': { zh: '培训学时', en: 'Training hours' },
  'sanctions.until': { zh: '影响期截止时间', en: 'End of the effect period' },
}

/** A fact that is missing, `table.field`, in the words of the forms; as it is where the words are not known. */
export function labelOfFact(field: string): Text {
  const [table = ''] = field.split('.')
  return fieldNames[field] ?? tableNames[table] ?? { zh: field, en: field }
}
