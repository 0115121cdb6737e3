import type { Text } from '#domain/text.ts'

/** A new analysis of what is recorded. */
export const analysisWords = {
  title: { zh: '重新分析', en: 'Analyse again' },
  since: { zh: '此后记录 {count} 项', en: '{count} recorded since' },
  rulesChanged: { zh: '规则已改', en: 'Rules changed' },
  underWay: { zh: '正在分析', en: 'Analysing' },
  notDone: { zh: '没有分析成', en: 'Not analysed' },
  open: { zh: '{since}，重新分析', en: '{since}: analyse again' },
  lead: {
    zh: '名册、干部档案、空缺名单和各项估计按这两个时点一起更新。已存方案、意见和任用程序不改动。',
    en: 'The roster, dossiers, lists of vacancies and estimates turn to these two clocks together. Saved slates, opinions and cases stay as they are.',
  },
  now: { zh: '现在', en: 'Now shown' },
  next: { zh: '分析后', en: 'After it' },
  factsAsOf: { zh: '事实时点', en: 'Facts as of' },
  knownUntil: { zh: '知悉截至', en: 'Known until' },
  atBeginning: { zh: '开始分析的一刻', en: 'the moment it begins' },
  recorded: { zh: '此后记录', en: 'Recorded since' },
  nothingRecorded: { zh: '没有新记录', en: 'Nothing new' },
  item: { zh: '{label} {count}', en: '{label}: {count}' },
  between: { zh: '、', en: ', ' },
  rules: { zh: '规则', en: 'Rules' },
  rulesOther: { zh: '上次分析后改过，按现行规则重算', en: 'changed since; computed with those in force now' },
  rulesSame: { zh: '与上次分析相同', en: 'the same as before' },
  begin: { zh: '开始分析', en: 'Begin' },
  close: { zh: '返回', en: 'Back' },
  about: {
    zh: '{asOf} 的事实，{by} 发起，已用 {seconds} 秒',
    en: 'Facts as of {asOf}, begun by {by}, {seconds} s so far',
  },
  meanwhile: {
    zh: '各页照常使用，可以先返回；完成后一起换上新结果。',
    en: 'Everything else goes on; this may be closed. The pages turn to the new results once they are there.',
  },
  stop: { zh: '停止', en: 'Stop' },
  done: { zh: '{at} 分析完成，各页已换上新结果。', en: 'Analysed at {at}; the pages show the new results.' },
  stopped: {
    zh: '{at} 停止，没有写入结果，各页不变。',
    en: 'Stopped at {at}; nothing was written, the pages are as before.',
  },
  failed: { zh: '{at} 没有分析成，各页不变', en: 'Not analysed ({at}); the pages are as before' },
  notBegun: { zh: '没有开始', en: 'Not begun' },
} as const satisfies Record<string, Text>
