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
  ],
  matterActor: [
    ['handler', '经办人', 'Handler'],
    ['head', '部领导', 'Head of department'],
    ['person', '干部本人', 'The cadre'],
  ],
} as const satisfies Record<string, readonly Entry[]>
