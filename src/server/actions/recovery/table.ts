/** A recovery as lines for a shell: a table of measures, one of shortlists, then one line for each other thing. */
import type { Text } from '#domain/text.ts'
import type { Recovery } from '../recover.ts'
import type { Agreement } from './agreement.ts'
import type { MeasureRecovery } from './measures.ts'
import { remarksOf } from './remarks.ts'
import type { ShortlistRecovery } from './shortlists.ts'

const three = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–')
const percent = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(1)}%` : '–')
const both = (zh: string, en: string): Text => ({ zh, en })
const same = (text: string): Text => ({ zh: text, en: text })

const columns: readonly Text[] = [
  both('量', 'measure'),
  both('数量', 'n'),
  both('可比组', 'groups'),
  both('不可分辨', 'not separable'),
  both('秩相关', 'Spearman'),
  both('相关', 'Pearson'),
  both('区间覆盖率', 'coverage 90 %'),
  both('区间宽', 'width'),
  both('斜率', 'slope'),
  both('换尺度后覆盖率', 'rescaled'),
  both('可分辨的对', 'told apart'),
  both('其中次序正确', 'right'),
]

const baselines: Readonly<Record<string, Text>> = {
  'raw mean': both('原始均分', 'raw mean'),
  'raw mean of all channels': both('各渠道混合均分', 'raw mean of all channels'),
  'mean of unit results': both('单位成绩均值记到人', 'mean of unit results'),
  'role-weighted credit': both('按职务分账', 'role-weighted credit'),
  'mean ballot of the team': both('班子成员均分', 'mean ballot of the team'),
  'fewer findings': both('问题数少者优', 'fewer findings'),
  'mean assessed level': both('评定等级均值', 'mean assessed level'),
  'years in the field': both('本领域年限', 'years in the field'),
  'last evaluation': both('上年度考核等次', 'last evaluation'),
  chance: both('随机', 'chance'),
  'truth known': both('已知真值', 'truth known'),
}

const listColumns: readonly Text[] = [
  both('人选名单前五', 'first five listed'),
  both('真实能力', 'true ability'),
  both('本系统高出', 'ours above by'),
  both('标准误', 'standard error'),
  both('高出的空缺', 'vacancies ahead'),
]

function rowsOfLists({ vacancies, ours, reached, rankings }: ShortlistRecovery): Text[][] {
  const dash = same('')
  return [
    [...listColumns],
    [
      both('适岗度', 'fit'),
      same(three(ours)),
      both(`达到 ${percent(reached)}`, `reaches ${percent(reached)}`),
      dash,
      same(String(vacancies)),
    ],
    ...rankings.map((one) => {
      const label = baselines[one.ranking] ?? same(one.ranking)
      const figures = [one.mean, one.advantage, one.standardError].map((value) => same(three(value)))
      return [both(`  ${label.zh}`, `  ${label.en}`), ...figures, same(String(one.ahead))]
    }),
  ]
}

function rowsOf(found: MeasureRecovery): Text[][] {
  const figures = (agreement: Agreement): Text[] => [same(three(agreement.spearman)), same(three(agreement.pearson))]
  const own = [
    same(found.measure),
    same(String(found.n)),
    same(String(found.groups)),
    same(String(found.notSeparable)),
    ...figures(found.ours),
    same(percent(found.coverage90)),
    same(three(found.meanWidth90)),
    same(three(found.slope)),
    same(percent(found.coverage90Rescaled)),
    same(percent(found.pairs.told)),
    same(percent(found.pairs.right)),
  ]
  const naive = Object.entries(found.naive).map(([name, agreement]) => {
    const label = baselines[name] ?? same(name)
    const dash = same('')
    return [both(`  ${label.zh}`, `  ${label.en}`), same(String(agreement.n)), dash, dash, ...figures(agreement)]
  })
  return [own, ...naive]
}

/** How many places a text takes on a terminal: a Chinese character two. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => width(row[place] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, place) => {
        const gap = ' '.repeat((widths[place] ?? 0) - width(cell))
        return place === 0 ? cell + gap : gap + cell
      })
      .join('  ')
      .trimEnd(),
  )
}

function tableOf(rows: readonly (readonly Text[])[]): Text[] {
  const [zh, en] = [
    aligned(rows.map((row) => row.map((cell) => cell.zh))),
    aligned(rows.map((row) => row.map((cell) => cell.en))),
  ]
  return zh.map((line, place) => both(line, en[place] ?? ''))
}

/** The lines of a recovery; the first are the table of measures. */
export const linesOf = (recovery: Recovery): Text[] => [
  ...tableOf([columns, ...recovery.measures.flatMap(rowsOf)]),
  ...(recovery.shortlists ? tableOf(rowsOfLists(recovery.shortlists)) : []),
  ...remarksOf(recovery),
]
