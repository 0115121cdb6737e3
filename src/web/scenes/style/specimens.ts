/** Invented people and figures for the style page. */
import type { CareerStep, MeasuredQuantity, RatedOn, Wave } from '#server/contract/index.ts'

/** A group between two values, tighter in the middle: the 21 quantiles of a stretched logistic curve. */
const quantiles = Array.from({ length: 21 }, (_, at) => {
  const share = (at + 0.5) / 21
  return 0.74 + 0.035 * Math.log(share / (1 - share))
})

const group = { id: 'specimen', size: 63, quantiles, indistinguishable: 20 }
const partLabels = [
  { id: 'group', label: { zh: '同组均值', en: 'Mean of the group' }, value: 0.74 },
  { id: 'own', label: { zh: '本人测评', en: 'Own ballots' }, value: 0.112 },
  { id: 'shrinkage', label: { zh: '向同组收缩', en: 'Shrinkage to the group' }, value: -0.031 },
]

const separable = (value: number, half: number) =>
  ({
    separable: true,
    value,
    lower: value - half,
    upper: value + half,
    sd: half / 1.645,
    n: 61,
    group: group.id,
    parts: partLabels,
  }) as const

export const estimate = separable(0.821, 0.037)

const said = { zh: '示例', en: 'An example' }

export const measured: readonly MeasuredQuantity[] = [
  {
    measure: 'separable',
    label: { zh: '民主测评', en: 'Ballots' },
    estimate,
    group,
    standing: { certainty: 'separable', side: 'above' },
    statement: said,
  },
  {
    measure: 'inseparable',
    label: { zh: '工作实绩', en: 'Results' },
    estimate: separable(0.75, 0.06),
    group,
    standing: { certainty: 'inseparable', side: 'above' },
    statement: said,
  },
  {
    measure: 'unknown',
    label: { zh: '群众认可', en: 'Recognition' },
    estimate: {
      separable: false,
      n: 2,
      group: group.id,
      cause: { zh: '任职不足三年，不作估计', en: 'Under three years in post, not estimated' },
    },
    group,
    standing: null,
    statement: said,
  },
]

const step = (tenureId: string, from: string, to: string | null, facts: Partial<CareerStep>): CareerStep => ({
  tenureId,
  positionId: null,
  unitName: null,
  title: null,
  postLevel: null,
  role: null,
  grassroots: null,
  hardship: null,
  from,
  to,
  kind: 'appointed',
  change: null,
  ...facts,
})

export const careerUntil = '2026-11-01'
export const career: readonly CareerStep[] = [
  step('study', '1999-09', '2003-07', { unitName: '江南大学', kind: 'study' }),
  step('clerk', '2003-12', '2009-03', { unitName: '白沙镇', title: '科员', postLevel: 'none', grassroots: true }),
  step('deputy', '2009-03', '2015-06', {
    unitName: '白沙镇',
    title: '副镇长',
    postLevel: 'section-deputy',
    grassroots: true,
  }),
  step('away', '2012-03', '2013-03', { unitName: '市财政局', kind: 'seconded', postLevel: 'section-deputy' }),
  step('chief', '2015-06', '2021-01', {
    unitName: '金堰镇',
    title: '镇长',
    postLevel: 'section-chief',
    grassroots: true,
  }),
  step('now', '2021-01', null, { unitName: '桐源县', title: '副县长', postLevel: 'division-deputy' }),
]

const rule = (id: string, zh: string, en: string, article: string) => ({
  rule: id,
  basis: { instrument: '示例规定', article, title: { zh, en } },
})
const counts = [
  [6, 2, 0],
  [3, 1, 1],
  [9, 4, 2],
  [2, 0, 0],
  [5, 3, 1],
]

export const wave: Wave = {
  rules: [
    rule('key', '关键岗位定期轮岗', 'Rotation of key posts', '五'),
    rule('terms', '连任不过两届', 'Two terms at most', '六'),
    rule('kin', '任职回避', 'Recusal', '三'),
  ],
  periods: counts.map((own, at) => ({
    period: `${2027 + Math.floor(at / 2)}H${(at % 2) + 1}`,
    label: {
      zh: `${27 + Math.floor(at / 2)}${at % 2 ? '下' : '上'}`,
      en: `${2027 + Math.floor(at / 2)} ${at % 2 ? 'H2' : 'H1'}`,
    },
    counts: own,
    total: own.reduce((sum, count) => sum + count, 0),
  })),
  later: 0,
}

export const ratings: readonly RatedOn[] = [
  { on: '2023-12-20', value: -0.2, lower: -0.7, upper: 0.3 },
  { on: '2024-12-18', value: 0.1, lower: -0.3, upper: 0.5 },
  { on: '2025-12-22', value: 0.5, lower: 0.1, upper: 0.9 },
]
