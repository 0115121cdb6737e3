/** Vocabularies of matters of development and management (培养管理事项). */
import type { Entry } from './enumerations.ts'

export const matterTerms = {
  matterKind: [
    ['care', '苗头性问题关爱', 'Care for an early sign'],
    ['rectification', '巡察整改', 'Rectification after inspection'],
    ['joint-audit', '三责联审', 'Joint audit of three duties'],
    ['guidance', '后备干部教育引导', 'Guidance of a reserve cadre'],
    ['fitness', '能上能下', 'Fitness for the post'],
    ['tolerance', '容错纠错', 'Tolerance of honest mistakes'],
    ['clearing', '澄清正名', 'Clearing of a name'],
    ['incentive', '激励褒奖', 'Incentive and merit'],
    ['development-plan', '个人培养计划', 'Individual development plan'],
    ['reserve-tracking', '后备干部跟踪', 'Tracking of a reserve cadre'],
    ['record-correction', '记载更正', 'Correction of the record'],
    ['objection', '本人异议', 'Objection of the person'],
    ['explanation', '本人要求说明', 'Explanation asked for'],
    ['erasure', '本人要求删除', 'Erasure asked for'],
  ],
  recordPart: [
    ['basics', '基本信息', 'Basic facts'],
    ['career', '任职经历', 'Posts held'],
    ['education', '学历学位', 'Education'],
    ['evaluation', '年度考核', 'Yearly evaluations'],
    ['training', '教育培训', 'Training'],
    ['honour', '表彰奖励', 'Honours'],
    ['other', '其他', 'Other'],
  ],
  matterActor: [
    ['handler', '经办人', 'Handler'],
    ['head', '部领导', 'Head of department'],
    ['person', '干部本人', 'The cadre'],
  ],
  /** What an upheld objection takes a person out of. */
  restricted: [
    ['estimates', '由测评和实绩得出的估计', 'Estimates from ratings and results'],
    ['order', '适岗度、人选次序和方案搜索', 'Fit, order in shortlists and searches of slates'],
    ['signs', '苗头提示', 'Early signs'],
  ],
  /** What makes a joint audit of a principal due. */
  auditTrigger: [
    ['in-post', '任中', 'In the post'],
    ['left', '离任', 'Left the post'],
    ['leaving', '拟离任', 'About to leave'],
  ],
  /** What the time axis of a principal is made of. */
  principalEntry: [
    ['post', '任职', 'Post'],
    ['evaluation', '考核', 'Evaluation'],
    ['meeting', '议事决策', 'Meeting'],
    ['audit', '联审、审计', 'Audit'],
    ['inspection', '巡察', 'Inspection'],
    ['check', '监督检查', 'Check'],
    ['petition', '查实的反映', 'Petition found true'],
    ['rectification', '整改', 'Rectification'],
    ['ahead', '将到期', 'Ahead'],
  ],
} as const satisfies Record<string, readonly Entry[]>
