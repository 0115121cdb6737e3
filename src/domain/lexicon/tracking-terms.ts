/** Vocabularies of the tracking of reserve cadres (后备干部跟踪). */
import type { Entry } from './enumerations.ts'

export const trackingTerms = {
  shortfallKind: [
    ['need-open', '培养需求未满足', 'Development need open'],
    ['training-gap', '学时不足', 'Short of training hours'],
    ['evaluation-down', '年度考核走低', 'Evaluation lower than the year before'],
    ['evaluation-missing', '年度考核结果未到', 'Evaluation not on record'],
    ['no-contact', '久未谈心接触', 'No talk or contact for long'],
    ['step-overdue', '培养步骤逾期', 'Step of the plan overdue'],
  ],
  courseChange: [
    ['new', '新增', 'New'],
    ['lower', '走低', 'Lower'],
    ['missing', '缺失', 'Missing'],
  ],
} as const satisfies Record<string, readonly Entry[]>
