import type { Paper, PaperGroup } from './paper.ts'

/** Posts of a team against its quota; undefined where no quota is recorded. */
export interface Filling {
  readonly quota: number | undefined
  readonly filled: number
}

export interface PostQuotaLine {
  readonly unit: string
  readonly level: string
  readonly kind: string
  readonly principals: Filling
  readonly deputies: Filling
}

const figures = ['应配人数', '实配人数', '超配', '缺配']
const parts = ['领导职数', '正职领导职数', '副职领导职数']

/**
 * 职数配备表: units × (leading posts, principals, deputies) × (by quota, filled, over, short), with a sum. What has no quota
 * is counted as filled and compared with nothing; sums of quotas are over the units that have one.
 */
export function postQuotaPaper(lines: readonly PostQuotaLine[], title: string, date: string): Paper {
  const rows = lines.map(({ unit, level, kind, principals, deputies }) => [
    unit,
    level,
    kind,
    ...[whole(principals, deputies), principals, deputies].flatMap(cellsOf),
  ])
  const sums = [
    lines.map(({ principals, deputies }) => whole(principals, deputies)),
    lines.map(({ principals }) => principals),
    lines.map(({ deputies }) => deputies),
  ]
  const groups: PaperGroup[] = [{ rows: [...rows, ['总计', '', '', ...sums.flatMap(sumsOf)]] }]
  return {
    title,
    above: { right: date },
    columns: [
      { label: '机构名称', width: 14, align: 'left' },
      { label: '机构级别', width: 4.5 },
      { label: '机构类型', width: 5 },
      ...parts.flatMap((group) => figures.map((label) => ({ label, group, width: label.length > 2 ? 4 : 3 }))),
    ],
    groups,
    page: 'a4-landscape',
  }
}

const whole = (a: Filling, b: Filling): Filling => ({
  quota: a.quota === undefined || b.quota === undefined ? undefined : a.quota + b.quota,
  filled: a.filled + b.filled,
})

const over = ({ quota, filled }: Filling): number => (quota === undefined ? 0 : Math.max(0, filled - quota))
const short = ({ quota, filled }: Filling): number => (quota === undefined ? 0 : Math.max(0, quota - filled))
const shown = (figure: number): string => (figure === 0 ? '' : String(figure))

const cellsOf = (filling: Filling): readonly string[] => [
  filling.quota?.toString() ?? '',
  String(filling.filled),
  shown(over(filling)),
  shown(short(filling)),
]

function sumsOf(fillings: readonly Filling[]): readonly string[] {
  const sum = (of: (filling: Filling) => number): number => fillings.reduce((total, one) => total + of(one), 0)
  return [
    String(sum(({ quota }) => quota ?? 0)),
    String(sum(({ filled }) => filled)),
    shown(sum(over)),
    shown(sum(short)),
  ]
}
