import type { Text } from '#domain/text.ts'

export const achievementWords = {
  known: { zh: '分得清的，和分不清的', en: 'What can be told, and what cannot' },
  knownNote: {
    zh: '条为 90% 区间；0 为可比组平均，1 为同类结果的一个标准差',
    en: 'bar: 90% interval; 0 is the average of the comparable group, 1 a standard deviation of a result among its peers',
  },
  knownFoot: {
    zh: '区间计入模型的误差和归属办法的不同。可比组是因交流任职而相连的单位里的人；组外不作比较。',
    en: 'The interval holds the error of the model and the choice among ways of crediting. The comparable group are people of units connected by moves; nobody outside it is compared.',
  },
  rank: {
    zh: '同行业同层次（{sector} · {level}，{of} 人）中，位次在第 {from} 至第 {to} 之间（90%）。',
    en: 'Among {of} people of the same trade and level ({sector} · {level}): rank between {from} and {to} (90%).',
  },
  noRank: {
    zh: '同行业同层次的位次：本人资料分不清，或者现任同类人员不足 5 人，不排。',
    en: 'No rank in the trade: the data cannot tell this cadre, or fewer than 5 hold such seats.',
  },
  results: { zh: '{n} 项结果', en: '{n} results' },
  parts: { zh: '由什么合成', en: 'What it is made of' },
  ways: { zh: '换一种归属办法', en: 'Crediting otherwise' },
  way: { zh: '归属办法', en: 'Way of crediting' },
  value: { zh: '得出', en: 'Gives' },
  waysNote: {
    zh: '班子成绩多少归个人是约定，不是数据能证明的；实点为公布的一种',
    en: 'how much of a result belongs to whom is an assumption; the full dot is the published one',
  },
  evidence: { zh: '资料的支持', en: 'Support in the data' },
  evidenceNote: {
    zh: '二倍对数似然与本地所定办法之差，正数为更支持；10 以上为明显',
    en: 'twice the log-likelihood above that of the way set here; above 10 is decisive',
  },
  override: {
    zh: '{visibility}的结果明显不支持本地所定的办法，公布的是资料最支持的一种。',
    en: 'The {visibility} results speak decisively against the way set here; the one they support is published.',
  },
  visible: { zh: '显绩', en: 'visible' },
  latent: { zh: '潜绩', en: 'latent' },
  'scheme.duties': { zh: '正职 {principal}，分管加重', en: 'Principal {principal}, more for those in charge' },
  'scheme.equal': { zh: '人人平均', en: 'All alike' },
  'scheme.role': { zh: '只看职务（正职 {principal}）', en: 'By seat alone (principal {principal})' },
  lag: { zh: '归于 {after} 年前起在任的', en: 'to those in office {after} years before' },
  notCredited: { zh: '这样算没有份额', en: 'no share this way' },
  together: { zh: '与谁分不清', en: 'Not separable from' },
  togetherNote: {
    zh: '始终同班子、同分工，资料只知道他们合起来如何',
    en: 'always together in the same duties: the data know them only together',
  },
  noTogether: {
    zh: '没有始终与之同班子、同分工的人。',
    en: 'Nobody served with this cadre all the time in the same duties.',
  },
  togetherNext: {
    zh: '其中一人交流任职、或者把分工份额写进文件以后，才分得清。',
    en: 'They can be told apart once one of them moves, or shares of duty are put in writing.',
  },
  information: { zh: '区分信息 {share}', en: 'information {share}' },
  units: { zh: '任职单位历年结果', en: 'Results of the units served, year by year' },
  unitsNote: {
    zh: '灰条为一般班子在当年当地会达到的范围（90%），点为实际结果',
    en: 'grey bar: where the result of an average team would fall there and then (90%); dot: the result',
  },
  principal: { zh: '正职', en: 'principal' },
  member: { zh: '班子成员', en: 'member' },
  year: { zh: '年度', en: 'Year' },
  kind: { zh: '类别', en: 'Kind' },
  against: { zh: '实际与预期', en: 'Result and expectation' },
  actual: { zh: '实际', en: 'Result' },
  expected: { zh: '预期', en: 'Expected' },
  added: { zh: '高出预期', en: 'Above expected' },
  share: { zh: '本人份额', en: 'Own share' },
  own: { zh: '归本人', en: 'Credited' },
  who: { zh: '当时谁在任', en: 'Who was in office' },
  hideWho: { zh: '收起', en: 'Close' },
  whoShare: { zh: '{name} {share}', en: '{name} {share}' },
  nobody: { zh: '没有人可归属', en: 'nobody to credit' },
  none: { zh: '没有可以归属的结果', en: 'No result can be credited' },
  noneNext: {
    zh: '补录领导班子任职、分工（duties）和单位年度指标（indicators）后重新分析。',
    en: 'Add seats in leadership teams, duties and yearly indicators of the units, then analyse again.',
  },
} as const satisfies Record<string, Text>
