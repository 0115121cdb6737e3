import type { Text } from '#domain/text.ts'

export const eligibilityWords = {
  sums: {
    zh: '比对 {compared} 人，涉及 {rules} 条规则，时间看到 {horizon}',
    en: '{compared} compared, {rules} rules, looking ahead to {horizon}',
  },
  searchLabel: { zh: '在矩阵中查找', en: 'Search the matrix' },
  search: { zh: '姓名或编号', en: 'Name or id' },
  all: { zh: '全部', en: 'All' },
  near: { zh: '只差一条', en: 'One rule short' },
  nearMeans: { zh: '恰有一条规则不符合的人', en: 'People for whom exactly one rule is unmet' },
  turning: { zh: '随时间会变', en: 'Time will change' },
  missing: { zh: '最常缺', en: 'Most often missing' },
  lacks: { zh: '缺{fact}', en: 'Missing: {fact}' },
  nobody: { zh: '没有人同时符合这些条件', en: 'Nobody matches these conditions' },
  everybody: { zh: '列出全部', en: 'List everybody' },
  keys: { zh: '资格矩阵，上下键换人', en: 'Eligibility matrix; arrows choose a person' },
  person: { zh: '人选', en: 'Candidate' },
  overall: { zh: '合计', en: 'Overall' },
  turnsOn: { zh: '何时会变', en: 'Turns on' },
  workingOut: { zh: '正在逐日比对', en: 'being worked out' },
  excludes: { zh: '排除 {count}，独 {alone}', en: '{count} out, {alone} alone' },
  excludesMeans: {
    zh: '不符合这一条的人数，其中只因这一条不符合的人数；点此只列这些人',
    en: 'People it excludes, and those it alone excludes; lists them',
  },
  onlyNotes: { zh: '待确认，只提示', en: 'notes only' },
  met: { zh: '符合', en: 'Met' },
  whyNot: { zh: '不符合：', en: 'Unmet:' },
  lacksFacts: { zh: '尚缺：', en: 'Missing:' },
  turnsAt: { zh: '{date} 起变为', en: 'From {date}:' },
  neverTurns: { zh: '24 个月内不因时间而变', en: 'Time alone changes nothing within 24 months' },
  forPeople: { zh: '由人回答的 {count} 条', en: '{count} for people to answer' },
  metRules: { zh: '符合的 {count} 条', en: '{count} met' },
} as const satisfies Record<string, Text>

export const supposingWords = {
  title: { zh: '假设……', en: 'Suppose …' },
  grassroots: { zh: '再有基层经历', en: 'More grassroots time' },
  post: { zh: '再有任职', en: 'More time in post' },
  level: { zh: '层次', en: 'Level' },
  years: { zh: '年', en: 'years' },
  evaluation: { zh: '年度考核', en: 'Yearly result' },
  year: { zh: '年度', en: 'Year' },
  result: { zh: '等次', en: 'Result' },
  training: { zh: '今年再培训', en: 'More training this year' },
  hours: { zh: '学时', en: 'hours' },
  otherDay: { zh: '换一个日期', en: 'Another day' },
  compare: { zh: '按假设比对', en: 'Compare' },
  clear: { zh: '清空', en: 'Clear' },
  stored: { zh: '只作比对，不写入任何记录', en: 'A comparison only; nothing is recorded' },
  now: { zh: '现在（{date}）', en: 'Now ({date})' },
  then: { zh: '假设（{date}）', en: 'Supposed ({date})' },
  noChange: { zh: '没有一条规则的结论因此改变', en: 'No rule says anything else' },
} as const satisfies Record<string, Text>

export const turnLabels: Record<'gain' | 'released' | 'loss' | 'other', Text> = {
  gain: { zh: '转为可以考虑', en: 'Become eligible' },
  released: { zh: '不再被排除，届时尚缺事实', en: 'No longer excluded, a fact missing then' },
  loss: { zh: '不再可以考虑', en: 'Cease to be' },
  other: { zh: '其他变化', en: 'Other changes' },
}

export const horizonWords = {
  title: { zh: '未来 24 个月', en: 'The next 24 months' },
  note: {
    zh: '现在可以考虑 {now} 人；到 {until} 只因时间而变的人列在下面（今后年度考核按称职推算），柱上为转入、柱下为转出',
    en: '{now} eligible now; below, whom time alone changes until {until}, with competent results in the years to come: bars up become eligible, bars down cease to be',
  },
  reading: { zh: '正在逐日比对到 24 个月后', en: 'Looking 24 months ahead' },
  nobody: { zh: '24 个月内没有人只因时间而变', en: 'Time alone changes nobody within 24 months' },
  nobodyNext: {
    zh: '资格变化多由任职、考核、培训带来，见上方逐条比对。',
    en: 'What changes eligibility is in the articles above.',
  },
  noneOfKind: { zh: '这一类没有人', en: 'Nobody is of this kind' },
  noneOfKindNext: { zh: '看有人的一类，全部月份', en: 'See a kind with people, in all months' },
  months: { zh: '各月转入与转出人数', en: 'People by month' },
  month: {
    zh: '{month}：转入 {gains} 人，转出 {losses} 人',
    en: '{month}: {gains} become eligible, {losses} cease to be',
  },
  more: { zh: '其余 {count} 人次', en: '{count} more' },
  cut: { zh: '只列最早的 {shown} 人次', en: 'Only the first {shown} are listed' },
  on: { zh: '日期', en: 'Day' },
  person: { zh: '姓名', en: 'Name' },
  from: { zh: '原来', en: 'From' },
  to: { zh: '变为', en: 'To' },
  because: { zh: '哪一条变了', en: 'Which rule turns' },
} as const satisfies Record<string, Text>
