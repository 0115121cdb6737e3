import type { Text } from '#domain/text.ts'
import type { BallotKindName, BallotStateName } from '#server/contract/index.ts'

export const ballotKindLabels: Record<BallotKindName, Text> = {
  recommendation: { zh: '会议推荐', en: 'Recommendation' },
  evaluation: { zh: '民主测评', en: 'Democratic rating' },
  decision: { zh: '表决', en: 'Decision' },
}

export const ballotStateLabels: Record<BallotStateName, Text> = {
  prepared: { zh: '未开始', en: 'Not open yet' },
  open: { zh: '正在投票', en: 'Open' },
  closed: { zh: '已结束', en: 'Closed' },
  cancelled: { zh: '已作废', en: 'Cancelled' },
}

/** The list, and a ballot from the slips to the report. */
export const ballotWords = {
  menu: { zh: '投票', en: 'Ballots' },
  count: { zh: '{total} 次', en: '{total}' },
  add: { zh: '新建投票', en: 'New ballot' },
  none: { zh: '还没有投票。', en: 'No ballot has been held yet.' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '种类', en: 'Kind' },
  heldOn: { zh: '日期', en: 'Day' },
  state: { zh: '状态', en: 'State' },
  cast: { zh: '收回 / 应到', en: 'Received / due' },
  back: { zh: '全部投票', en: 'All ballots' },
  slips: { zh: '票条', en: 'Slips' },
  slipsNote: {
    zh: '每个投票码只属于一类人员，不属于哪一个人。打印、剪开、按类别混放，由投票人自己抽取；剩下的当场销毁。',
    en: 'A code belongs to a class of voters, to nobody in person. Print, cut, mix by class, and let voters draw; destroy the rest on the spot.',
  },
  printSlips: { zh: '生成票条', en: 'Make the slips' },
  printAgain: { zh: '重新生成，以前的作废', en: 'Make new ones; those before are void' },
  slipsMade: { zh: '已生成 {count} 个投票码。', en: '{count} codes have been made.' },
  open: { zh: '开始投票', en: 'Open the ballot' },
  progress: { zh: '进度', en: 'Progress' },
  progressNote: {
    zh: '结束以前，任何人都看不到投了什么；不足 {least} 人的类别合并显示。',
    en: 'Until it is closed nobody sees how anybody voted; classes of fewer than {least} are shown together.',
  },
  castByCode: { zh: '已投', en: 'Cast' },
  codes: { zh: '投票码', en: 'Codes' },
  voterClass: { zh: '类别', en: 'Class' },
  roll: { zh: '签到发票', en: 'Voters and slips' },
  rollNote: {
    zh: '这里只记谁到会、发了多少，与票箱没有任何联系。',
    en: 'Who came, and how much was handed out. Nothing joins this to the box.',
  },
  due: { zh: '应到', en: 'Due' },
  present: { zh: '实到', en: 'Present' },
  slipsOut: { zh: '发出票条', en: 'Slips handed out' },
  papersOut: { zh: '发出纸质票', en: 'Papers handed out' },
  returned: { zh: '退回', en: 'Returned' },
  voters: { zh: '名单，每行一人：姓名 类别 票条或者纸质', en: 'List, one a line: name, class, slip or paper' },
  votersNote: {
    zh: '不列名单时直接填上面的数；列了名单的类别，实到和发出按名单计算。',
    en: 'Without a list, fill in the figures above; with one, present and handed out follow from it.',
  },
  saveRoll: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  paper: { zh: '纸质票', en: 'Paper' },
  paperNote: {
    zh: '两人各计一遍、各录一遍，互不看对方的数。',
    en: 'Two people count and enter it, each without the figures of the other.',
  },
  entry: { zh: '第 {entry} 遍', en: 'Count {entry}' },
  entered: { zh: '已录，计票人{name}', en: 'entered by {name}' },
  enter: { zh: '录入', en: 'Enter' },
  countedBy: { zh: '计票人', en: 'Counted by' },
  received: { zh: '收回', en: 'Received' },
  invalid: { zh: '无效', en: 'Invalid' },
  valid: { zh: '有效', en: 'Valid' },
  blank: { zh: '未填', en: 'Left blank' },
  spoiled: { zh: '多选', en: 'Too many marks' },
  freeNames: { zh: '另写的姓名，每行：姓名 票数', en: 'Written names, one a line: name, votes' },
  fromFile: { zh: '从 Excel 填入', en: 'Fill in from a workbook' },
  filled: { zh: '已填入，逐项核对后保存', en: 'Filled in; check each figure, then save' },
  saveCount: { zh: '保存这一遍', en: 'Save this count' },
  differ: { zh: '两遍有 {count} 处不同，重新清点：', en: 'The counts differ in {count} places. Count again:' },
  agree: { zh: '两遍一致。', en: 'The two counts agree.' },
  close: { zh: '结束并计票', en: 'Close and count' },
  closeNote: {
    zh: '结束以后不能再投，也不能改。发出、收回、退回必须对得上。',
    en: 'After that nobody votes and nothing changes. What was handed out, received and returned must balance.',
  },
  scrutineers: { zh: '监票人', en: 'Scrutineers' },
  tellers: { zh: '计票人', en: 'Tellers' },
  namesHint: { zh: '姓名之间用顿号或者空格分开', en: 'Names, parted by spaces' },
  cancel: { zh: '作废', en: 'Cancel the ballot' },
  cancelNote: { zh: '作废的投票不计票，票箱销毁。', en: 'A cancelled ballot is not counted and its box is destroyed.' },
  reason: { zh: '原因', en: 'Reason' },
  cancelledWhy: { zh: '{day} 由 {by} 作废：{reason}', en: 'Cancelled on {day} by {by}: {reason}' },
  report: { zh: '计票结果', en: 'Count' },
  reportNote: {
    zh: '票数只是参考，不作为唯一依据；按票面次序列出，不按票数排列。',
    en: 'Votes are one reference among others. They stand in the order of the sheet, not by number.',
  },
  tooFew: {
    zh: '投票人数过少，为保护投票人，不显示票数。',
    en: 'Too few voted: to protect them no votes are shown.',
  },
  merged: {
    zh: '不足 {least} 张有效票的类别并入其他类别，以免从差数推出。',
    en: 'Classes of fewer than {least} valid sheets are added to others, so that no difference gives them away.',
  },
  question: { zh: '项目', en: 'Question' },
  total: { zh: '合计', en: 'Total' },
  issued: { zh: '发出', en: 'Handed out' },
  missing: { zh: '未收回', en: 'Not returned' },
  closedBy: { zh: '{at} 由 {by} 结束', en: 'Closed on {at} by {by}' },
  takeReport: { zh: '计票报告单', en: 'Count report' },
  forCase: { zh: '记入任免事项', en: 'Record in the case' },
  forCaseNote: {
    zh: '核对后点一下，作为事实记入，来源写明是这次投票。',
    en: 'Check, then record them as facts of the case, with this ballot as their source.',
  },
  openCase: { zh: '打开任免事项', en: 'Open the case' },
  recordInCase: { zh: '记入', en: 'Record' },
  recorded: { zh: '已记入', en: 'Recorded' },
  source: { zh: '计票报告单：{title}', en: 'Count report: {title}' },
  failed: { zh: '没有做成', en: 'This was not done' },
} as const satisfies Record<string, Text>

/** The form of a new ballot. */
export const newBallotWords = {
  title: { zh: '新建投票', en: 'New ballot' },
  note: {
    zh: '建好以后不能改票面；有误的，作废重建。',
    en: 'The sheet cannot be changed later; cancel it and make another.',
  },
  basics: { zh: '基本情况', en: 'Basics' },
  caseOf: { zh: '所属任免事项', en: 'Case' },
  noCase: { zh: '不属于哪一项', en: 'None' },
  classes: { zh: '投票人', en: 'Voters' },
  className: { zh: '类别名称', en: 'Name of the class' },
  classNamed: { zh: '{id} 类', en: 'Class {id}' },
  addClass: { zh: '加一类', en: 'Add a class' },
  remove: { zh: '去掉', en: 'Remove' },
  people: { zh: '对象', en: 'People' },
  post: { zh: '现任职务', en: 'Present post' },
  proposal: { zh: '拟任免', en: 'Proposed' },
  personName: { zh: '姓名', en: 'Name' },
  fromRecord: { zh: '从名册里加人', en: 'Add somebody on record' },
  addPerson: { zh: '加一行', en: 'Add a line' },
  posts: { zh: '推荐职位', en: 'Posts' },
  postTitle: { zh: '职位', en: 'Post' },
  addPost: { zh: '加一个职位', en: 'Add a post' },
  most: { zh: '至多选几人', en: 'Names, at most' },
  free: { zh: '可以另写姓名', en: 'Other names may be written' },
  items: { zh: '测评项目', en: 'Items' },
  grades: { zh: '等次，由高到低', en: 'Grades, from the highest' },
  third: { zh: '第三种意见', en: 'The third choice' },
  save: { zh: '建立', en: 'Make the ballot' },
  missing: { zh: '还缺：{what}', en: 'Still missing: {what}' },
} as const satisfies Record<string, Text>

export const thirdChoiceLabels: Record<'abstain' | 'postpone', Text> = {
  abstain: { zh: '弃权', en: 'Abstain' },
  postpone: { zh: '缓议', en: 'Postpone' },
}

export const usualGrades: readonly string[] = ['优秀', '称职', '基本称职', '不称职']
