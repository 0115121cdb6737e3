/** Kinds of files about people that leave, and what the office takes them out for. */
import type { Text } from '../text.ts'

export const exportLabels = {
  roster: { zh: '干部名册', en: 'Roster of cadres' },
  'motion-overview': { zh: '动议一览表', en: 'Overview for the motion' },
  'secretaries-overview': { zh: '书记专题会一览表', en: 'Overview for the secretaries' },
  'committee-overview': { zh: '常委会一览表', en: 'Overview for the committee' },
  'transfer-proposal': { zh: '干部调配建议方案', en: 'Transfer proposal' },
  'discussion-list': { zh: '讨论任免干部名单', en: 'List for discussion' },
  'ballot-paper': { zh: '表决票', en: 'Ballot paper' },
  'count-report': { zh: '计票报告单', en: 'Count report' },
  'discipline-opinion': { zh: '征求纪委监委意见名单', en: 'List for the discipline commission' },
  comparison: { zh: '干部同表比较', en: 'Comparison of cadres' },
  units: { zh: '单位和领导岗位一览表', en: 'Units and leading posts' },
  'post-quota': { zh: '职数配备表', en: 'Posts and quotas' },
  'appraisal-plan': { zh: '考察方案', en: 'Appraisal plan' },
  'appointment-form': { zh: '干部任免审批表', en: 'Appointment form' },
  'todo-calendar': { zh: '待办日历', en: 'Calendar of what is due' },
  letter: { zh: '函件', en: 'Letter' },
  'case-file': { zh: '任用纪实', en: 'Case file' },
  audit: { zh: '审计记录', en: 'Audit log' },
  register: { zh: '处理活动登记', en: 'Processing register' },
} as const satisfies Record<string, Text>

export type ExportKindName = keyof typeof exportLabels
export const exportKinds = Object.keys(exportLabels) as [ExportKindName, ...ExportKindName[]]

/** Purposes that the pages offer; others may be written. */
export const commonPurposes: readonly Text[] = [
  { zh: '部务会研究', en: 'Meeting of the department' },
  { zh: '书记专题会酝酿', en: 'Deliberation by the secretaries' },
  { zh: '常委会讨论决定', en: 'Decision of the standing committee' },
  { zh: '报上级党委组织部', en: 'Report to the department above' },
  { zh: '征求纪委监委意见', en: 'Opinion of the discipline commission' },
  { zh: '考察工作', en: 'Appraisal' },
  { zh: '干部档案归档', en: 'Filing' },
  { zh: '日常管理核对', en: 'Checking in daily work' },
]
