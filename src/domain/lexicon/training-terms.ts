/** Vocabularies of training (教育培训). The six types are those of art. 13 of the regulations; the eight abilities are 八大本领. */
import type { Entry } from './enumerations.ts'

export const trainingTerms = {
  trainingType: [
    ['theory', '党的理论教育和党性教育', 'Party theory and Party spirit'],
    ['rotation', '重大决策部署轮训', 'Rotation training on major decisions'],
    ['induction', '初任培训', 'Induction'],
    ['appointment', '任职培训', 'Training on appointment'],
    ['in-service', '在职培训', 'In-service training'],
    ['other', '其他培训', 'Other training'],
  ],
  trainingSource: [
    ['person', '干部个人', 'Of the person'],
    ['duty', '岗位职责', 'Of the duty'],
    ['cause', '事业发展', 'Of the cause'],
    ['hours', '补足学时', 'Hours to make up'],
  ],
  trainingAudience: [
    ['all', '全体干部', 'Everybody'],
    ['young', '年轻干部', 'Young cadres'],
    ['specialist', '专业型干部', 'Specialists'],
    ['generalist', '复合型干部', 'Generalists'],
    ['principal', '主要负责人', 'Principals'],
    ['deputy', '副职', 'Deputies'],
    ['new-member', '新进班子成员', 'New members of a team'],
  ],
  /** 八大本领 */
  ability: [
    ['learning', '学习本领', 'Learning'],
    ['political-leadership', '政治领导本领', 'Political leadership'],
    ['reform-innovation', '改革创新本领', 'Reform and innovation'],
    ['scientific-development', '科学发展本领', 'Scientific development'],
    ['law-based-governance', '依法执政本领', 'Law-based governance'],
    ['mass-work', '群众工作本领', 'Work with the masses'],
    ['implementation', '狠抓落实本领', 'Carrying out'],
    ['risk', '驾驭风险本领', 'Mastering risks'],
  ],
  enrolmentState: [
    ['invited', '已通知', 'Invited'],
    ['confirmed', '已确认', 'Confirmed'],
    ['declined', '不能参加', 'Declined'],
    ['attended', '已到课', 'Attended'],
    ['completed', '已结业', 'Completed'],
    ['withdrawn', '退学', 'Withdrawn'],
  ],
  uncoveredReason: [
    ['no-class', '这一年没有合适的班，或者人数不够开班', 'No class of the year is for them, or too few for one'],
    ['full', '合适的班名额已满', 'The classes for them are full'],
    ['most', '一人一年的班数已满', 'They have as many classes as one person may'],
    ['clash', '与已安排的班时间冲突', 'It clashes with a class they have'],
    ['team', '班子里同时外出的已满', 'Too many of the team would be away'],
    ['worth', '所得抵不过离岗，宜用网络培训补', 'Not worth the days away; online courses would do'],
  ],
  classStanding: [
    ['planned', '未开班', 'To begin'],
    ['running', '在办', 'Running'],
    ['over', '待结业', 'Over, to be completed'],
    ['completed', '已结业', 'Completed'],
    ['cancelled', '已取消', 'Cancelled'],
  ],
} as const satisfies Record<string, readonly Entry[]>
