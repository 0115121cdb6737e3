/** What falls due (到期事项): the lists that it belongs to. */
import type { Entry } from './enumerations.ts'

export const dueTerms = {
  dueKind: [
    ['matter', '培养管理事项', 'Matter'],
    ['case', '任用程序期限', 'Appointment case'],
    ['rotation', '交流轮岗、任期', 'Rotation or term'],
    ['joint-audit', '三责联审', 'Joint audit'],
    ['rectification', '整改期限', 'Rectification'],
    ['work-norm', '操作规范检查', 'Check of a work norm'],
    ['training-hours', '学时补足', 'Training hours'],
    ['training-class', '培训班次', 'Training class'],
    ['effect-period', '影响期满', 'End of an effect period'],
    ['retirement', '到龄退休', 'Retirement'],
    ['vacancy', '空缺久未补', 'Vacancy long open'],
  ],
} as const satisfies Record<string, readonly Entry[]>
