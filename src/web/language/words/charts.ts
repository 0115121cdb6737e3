import type { Text } from '#domain/text.ts'

export const chartWords = {
  otherRules: { zh: '其他规定', en: 'Other rules' },
  waveLabel: {
    zh: '轮岗到期人次的柱形图：{periods} 个时段，共 {sum} 人次',
    en: 'Bars of rotation duties: {periods} periods, {sum} duties',
  },
  waveLater: { zh: '更晚到期 {count} 人次，未画', en: '{count} duties fall due later and are not drawn' },
  period: { zh: '时段', en: 'Period' },
  total: { zh: '合计', en: 'Total' },
  careerLabel: {
    zh: '历练图：{count} 段经历，从 {from} 到 {to}；同样的内容在任免审批表的简历中',
    en: 'Career bands: {count} steps from {from} to {to}; the same as text in the approval form',
  },
  outside: { zh: '其他', en: 'Other' },
  gap: { zh: '断档 {months} 个月，待核', en: '{months} months unaccounted' },
  now: { zh: '今', en: 'now' },
  grassrootsUnderline: { zh: '基层一线', en: 'Grassroots' },
  median: { zh: '同组中位', en: 'group median' },
} as const satisfies Record<string, Text>
