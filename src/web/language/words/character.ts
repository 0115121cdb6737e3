import type { Text } from '#domain/text.ts'

export const characterWords = {
  conduct: { zh: '政治品质：看事例', en: 'Political character: the facts' },
  conductNote: { zh: '有出处的事例，不计分', en: 'sourced facts, no number' },
  major: { zh: '大处', en: 'Great matters' },
  minor: { zh: '小处', en: 'Small ones' },
  noConduct: {
    zh: '还没有政治品质方面的事例；没有记载不等于没有表现。',
    en: 'No facts on political character on file yet; that nothing is recorded does not mean that nothing happened.',
  },
  noConductNext: {
    zh: '可在实地考察、谈话和重大任务中留意并记下具体事例。',
    en: 'Look for particular facts on site visits, in talks and in major tasks, and put them on file.',
  },
  counts: {
    zh: '{events} 件事：正面 {favourable}，反面 {adverse}，看法不一 {both}；{corroborated} 件有两个以上来源',
    en: '{events} events: {favourable} favourable, {adverse} adverse, {both} seen differently; {corroborated} with two or more sources',
  },
  noEvents: { zh: '没有记载', en: 'nothing on file' },
  favourable: { zh: '正面', en: 'favourable' },
  adverse: { zh: '反面', en: 'adverse' },
  neutral: { zh: '中性', en: 'neutral' },
  both: { zh: '看法不一', en: 'seen differently' },
  unnamed: { zh: '未记事由', en: 'event not named' },
  sources: { zh: '{count} 个来源：{names}', en: '{count} sources: {names}' },
  oneSource: { zh: '一个来源：{names}', en: 'one source: {names}' },
  repeats: { zh: '与 {id} 相同，不另算来源', en: 'repeats {id}, no source of its own' },
  recorded: { zh: '{on} 记', en: 'recorded {on}' },
  texts: { zh: '文字评价：写了什么', en: 'Appraisal texts: what they say' },
  textsNote: {
    zh: '标出时间、地点、数字等具体内容，套话转灰',
    en: 'dates, places and figures are marked; stock phrases are greyed',
  },
  noTexts: { zh: '没有文字评价', en: 'No appraisal texts on file' },
  copied: { zh: '与{name}的一条评语 {share} 相同', en: '{share} the same as a text about {name}' },
  copiedOwn: { zh: '与本人另一条 {share} 相同', en: '{share} the same as another text about this person' },
  compare: { zh: '对照', en: 'Compare' },
  boilerplate: { zh: '只有套话，看不出本人', en: 'stock phrases only: nothing about this person' },
  showRest: { zh: '其余 {count} 条', en: '{count} more' },
} as const satisfies Record<string, Text>
