/** Vocabularies of individual plans of development (个人培养计划). */
import type { Entry } from './enumerations.ts'

export const planTerms = {
  /** 政治能力、专业素养四项、八大本领 */
  planGoal: [
    ['political-capacity', '政治能力', 'Political capacity'],
    ['professional-knowledge', '专业知识', 'Professional knowledge'],
    ['professional-ability', '专业能力', 'Professional ability'],
    ['professional-style', '专业作风', 'Professional style of work'],
    ['professional-spirit', '专业精神', 'Professional spirit'],
    ['learning', '学习本领', 'Learning'],
    ['political-leadership', '政治领导本领', 'Political leadership'],
    ['reform', '改革创新本领', 'Reform and innovation'],
    ['development', '科学发展本领', 'Sound development'],
    ['law', '依法执政本领', 'Governing by law'],
    ['mass-work', '群众工作本领', 'Work with the people'],
    ['execution', '狠抓落实本领', 'Carrying through'],
    ['risk', '驾驭风险本领', 'Mastering risk'],
  ],
  planCarrier: [
    ['seat', '岗位', 'Seat'],
    ['training', '培训', 'Training'],
    ['mentor', '带教', 'Mentor'],
    ['task', '任务', 'Task'],
  ],
  planStepState: [
    ['ahead', '未开始', 'Ahead'],
    ['begun', '进行中', 'Under way'],
    ['done', '已完成', 'Done'],
    ['missed', '未达到', 'Not reached'],
    ['dropped', '不再进行', 'Dropped'],
  ],
  planState: [
    ['none', '没有计划', 'No plan'],
    ['drafting', '起草中', 'Being drafted'],
    ['approval', '待批准', 'Awaiting approval'],
    ['answer', '待本人答复', 'Awaiting the cadre’s answer'],
    ['running', '实施中', 'Under way'],
    ['ended', '已结束', 'Ended'],
  ],
} as const satisfies Record<string, readonly Entry[]>
