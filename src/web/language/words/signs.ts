import type { Text } from '#domain/text.ts'

export const signWords = {
  menu: { zh: '苗头提示', en: 'Early signs' },
  title: { zh: '苗头提示', en: 'Early signs' },
  note: { zh: '{total} 条，待人工核对', en: '{total}, to be checked by people' },
  all: { zh: '全部', en: 'All' },
  byKind: { zh: '按类别', en: 'By kind' },
  byKindNote: {
    zh: '先计数、不列姓名；核对时从档案查看',
    en: 'Counted, not named: the dossier names the person when somebody checks',
  },
  kind: { zh: '类别', en: 'Kind' },
  sum: { zh: '合计', en: 'Total' },
  chance: { zh: '偶然会有多少', en: 'What chance alone would raise' },
  chanceNote: {
    zh: '测评和实绩的走低按统计检验列出，其余来自已记录、已核实的事项',
    en: 'Lower ratings and results are statistical; the others are recorded and verified facts',
  },
  chanceOf: {
    zh: '{kind}：做了 {compared} 次比较，每千人年容许约 {per1000} 次偶然，即预计 {expected} 条；现列出 {raised} 条。同样幅度的走高有 {rises} 条，可作对照。',
    en: '{kind}: {compared} comparisons, about {per1000} chance alarms allowed per 1,000 people and year, so {expected} expected; {raised} stand today. As large a rise: {rises}, for comparison.',
  },
  noChance: {
    zh: '还没有可作比较的测评和实绩。',
    en: 'There are no ratings or results yet that can be compared.',
  },
  severity: { zh: '轻重', en: 'Severity' },
  person: { zh: '干部', en: 'A cadre' },
  personOf: { zh: '干部，{level}', en: 'A cadre, {level}' },
  open: { zh: '到档案核对', en: 'Check in the dossier' },
  openTeam: { zh: '查看班子', en: 'Open the team' },
  none: { zh: '没有符合条件的提示。', en: 'No sign of this kind.' },
  noneNext: { zh: '看全部提示', en: 'Show all signs' },
  panel: { zh: '苗头提示', en: 'Early signs' },
  panelNote: { zh: '待人工核对，不是结论', en: 'to be checked by people; not a conclusion' },
  panelNone: { zh: '没有需要核对的提示。', en: 'Nothing that asks for a look.' },
  since: { zh: '{on} 起', en: 'since {on}' },
  course: { zh: '历次测评的相对位置', en: 'Standing survey by survey' },
  courseNote: {
    zh: '与同批受评人相比，以受评人之间的标准差计；已扣除评分人宽严和当年整体高低',
    en: 'against those rated by the same people, in standard deviations of people; severity of raters and level of the survey taken out',
  },
  survey: { zh: '测评', en: 'Survey' },
  standing: { zh: '位置', en: 'Standing' },
  expected: { zh: '按以往应有', en: 'Expected' },
  lower: { zh: '偏低', en: 'lower' },
} as const satisfies Record<string, Text>
