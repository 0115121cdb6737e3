import type { Text } from '#domain/text.ts'
import type { Step } from './people.ts'
import type { Visibility } from './results.ts'

export const stepLabels: Readonly<Record<Step, Text>> = {
  team: { zh: '任职期间班子的结果', en: 'Results of the team while in office' },
  trade: { zh: '扣除本行业当年的行情', en: 'Less conditions of the trade in the year' },
  environment: { zh: '扣除单位的环境条件', en: 'Less the conditions of the unit' },
  start: { zh: '扣除接手时的基础', en: 'Less the starting point taken over' },
  year: { zh: '扣除当年的偶然因素', en: 'Less chance of the year' },
  colleagues: { zh: '扣除班子其他成员的份额', en: 'Less the share of colleagues' },
  'full-share': {
    zh: '由本人份额推算，按资料多少收缩',
    en: 'From own share to the whole, shrunk by how much is known',
  },
  group: { zh: '与可比组的平均相比', en: 'Against the average of the comparable group' },
}

export const combinedLabels: Readonly<Record<Visibility | 'shared', Text>> = {
  visible: { zh: '显绩', en: 'Visible results' },
  latent: { zh: '潜绩', en: 'Latent results' },
  shared: { zh: '显绩与潜绩相互印证', en: 'What each says of the other' },
}

export const causes = {
  fewYears: {
    zh: '可归属的结果只有 {n} 个年度，少于 {least} 个，不作估计。',
    en: 'Results of only {n} years can be credited, fewer than {least}: not estimated.',
  },
  alone: {
    zh: '没有与别人共事或者交流过的单位相连，无从比较。',
    en: 'No unit served in connects this cadre with others: nothing to compare with.',
  },
  together: {
    zh: '与{names}始终同班子、同分工，资料分不清各自的份额。',
    en: 'Always served with {names} in the same duties: the data cannot tell their shares apart.',
  },
  little: {
    zh: '分担的份额小或者年度少，资料不足以与平均水平区分。',
    en: 'Too small a share, or too few years: the data cannot tell this cadre from the average.',
  },
  unitLittle: {
    zh: '结果太少，单位的环境条件与班子的作用分不开。',
    en: 'Too few results: the conditions of the unit cannot be told from what its teams did.',
  },
} satisfies Record<string, Text>
