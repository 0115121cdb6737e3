import type { Text } from '#domain/text.ts'
import type { NewJudgement, Sheet } from '#server/contract/index.ts'

type Output = Sheet['outputs'][number]['output']

export const outputWords: Record<Output, Text> = {
  direction: { zh: '发展方向', en: 'Direction' },
  room: { zh: '成长空间', en: 'Room to grow' },
  goal: { zh: '培养目标', en: 'Goal' },
  strengths: { zh: '优势不足', en: 'Strengths and gaps' },
  seats: { zh: '适合岗位', en: 'Suitable seats' },
  path: { zh: '锻炼路径', en: 'Experience path' },
}

/** How surely a line of the sheet holds. */
export const certaintyWords: Record<Sheet['outputs'][number]['lines'][number]['certainty'], Text> = {
  separable: { zh: '有把握', en: 'Sure' },
  leaning: { zh: '倾向', en: 'Leaning' },
  inseparable: { zh: '分不清', en: 'Cannot tell' },
}

export const stanceWords: Record<NewJudgement['stance'], Text> = {
  agree: { zh: '同意', en: 'Agree' },
  differ: { zh: '不同看法', en: 'See it differently' },
  add: { zh: '补充', en: 'Add' },
}

export const sheetWords = {
  tab: { zh: '研判表', en: 'Judgement sheet' },
  title: { zh: '综合分析研判表', en: 'Sheet of judgement' },
  note: {
    zh: '系统列出依据和把握程度，由人研判；不作结论',
    en: 'the system lists grounds and how sure they are; people judge',
  },
  prepared: { zh: '系统列出', en: 'Prepared' },
  certainty: { zh: '把握', en: 'How sure' },
  judged: { zh: '研判意见（署名）', en: 'Judgements, signed' },
  grounds: { zh: '依据 {count}', en: 'Grounds: {count}' },
  nothing: { zh: '现有数据列不出', en: 'The data give nothing here' },
  notPrepared: {
    zh: '最近一次分析没有这个人的研判表，多半因为已离开。',
    en: 'The last analysis made no sheet for this person, who has most likely left.',
  },
  write: { zh: '写意见', en: 'Add a judgement' },
  sign: { zh: '署名提交', en: 'Sign' },
  cancel: { zh: '取消', en: 'Cancel' },
  stance: { zh: '态度', en: 'Stance' },
  text: { zh: '意见', en: 'Judgement' },
  signed: { zh: '{by}　{on}', en: '{by}, {on}' },
  earlier: { zh: '针对 {asOf} 的研判表', en: 'on the sheet of {asOf}' },
  kept: { zh: '署名后不能改，可以再写一条', en: 'kept as signed; add another to change it' },
} as const satisfies Record<string, Text>

export const comparisonWords = {
  menu: { zh: '同表比较', en: 'Compare' },
  title: { zh: '同表比较', en: 'Comparison' },
  note: { zh: '{count} 人，最多 5 人', en: '{count} people, five at most' },
  add: { zh: '加一人：姓名、拼音、单位', en: 'Add a person: name, pinyin, unit' },
  remove: { zh: '移出比较：{name}', en: 'Remove {name}' },
  tooFew: { zh: '选两人以上才能比较', en: 'Choose two people or more' },
  tooFewNext: { zh: '在上面的框里按姓名找人加进来。', en: 'Find people by name in the field above.' },
  compare: { zh: '加入比较', en: 'Compare' },
  facts: { zh: '基本情况', en: 'Facts' },
  measures: { zh: '量得怎样，有多确定', en: 'What is measured, and how surely' },
  measuresNote: {
    zh: '条为 90% 区间，灰为可比组，竖线为本单位平均',
    en: 'bar: 90% interval; grey: comparable group; tick: mean of the unit',
  },
  measure: { zh: '项目', en: 'Measure' },
  result: { zh: '比较结果', en: 'Result' },
  tier: { zh: '第 {tier} 层：{names}', en: 'Tier {tier}: {names}' },
  rank: { zh: '名次 {from}–{to} / {size}', en: 'rank {from}–{to} of {size}' },
  sheets: { zh: '研判表', en: 'Sheets' },
  evaluations: { zh: '近年考核', en: 'Evaluations' },
  age: { zh: '年龄', en: 'Age' },
  education: { zh: '学历', en: 'Education' },
  post: { zh: '任现职', en: 'In post' },
  level: { zh: '任现层次', en: 'At level' },
  grassroots: { zh: '基层经历', en: 'Grassroots' },
} as const satisfies Record<string, Text>
