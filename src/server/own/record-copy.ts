/** A copy of everything that the own page shows (PIPL 45): as data, as a table, or on paper. */
import { labelOf } from '#domain/lexicon/terms.ts'
import { type Paper, paperPdf, tableLine } from '#exchange/index.ts'
import type { HeldFact, OwnComputed, OwnMatter, OwnVisit } from '../contract/index.ts'

export interface OwnCopy {
  readonly name: string
  readonly today: string
  readonly facts: readonly HeldFact[]
  readonly computed: OwnComputed
  readonly matters: readonly OwnMatter[]
  readonly visits: readonly OwnVisit[]
}

export const copyAsData = (copy: OwnCopy): string => JSON.stringify(copy, null, 2)

/** Facts and results, a line each; with a byte-order mark, so that spreadsheets read it as UTF-8. */
export const copyAsTable = ({ facts, computed }: OwnCopy): string =>
  [
    '\uFEFF',
    tableLine(['部分', '项目', '时间', '记载', '记入日期', '来源']),
    ...facts.map(({ part, label, when, says, since, source }) =>
      tableLine([labelOf('recordPart', part).zh, label.zh, when, says.zh, since, source.zh]),
    ),
    ...computed.items.map(({ label, says, from, rules }) =>
      tableLine(['算出的结果', label.zh, computed.asOf ?? '', says.zh, '', [from.zh, ...basesOf(rules)].join(' ')]),
    ),
  ].join('')

export const copyAsPaper = (copy: OwnCopy, watermark: string): Uint8Array =>
  paperPdf([factsPaper(copy), computedPaper(copy), mattersPaper(copy), visitsPaper(copy)], { watermark })

const basesOf = (rules: OwnComputed['items'][number]['rules']): readonly string[] =>
  rules.map(({ basis }) => `《${basis.instrument}》${basis.article}`)

const paperOf = (
  { name, today }: OwnCopy,
  title: string,
  rest: Pick<Paper, 'columns' | 'groups' | 'notes'>,
): Paper => ({
  title: `${title}（本人副本）`,
  marking: '个人信息　本人留存',
  above: { left: name, right: today },
  page: 'a4-landscape',
  ...rest,
})

const factsPaper = (copy: OwnCopy): Paper =>
  paperOf(copy, '记在本人名下的信息', {
    columns: [
      { label: '部分', width: 6 },
      { label: '项目', width: 8 },
      { label: '时间', width: 9 },
      { label: '记载', width: 26, align: 'left' },
      { label: '记入日期', width: 7 },
      { label: '来源', width: 14, align: 'left' },
    ],
    groups: [
      {
        rows: copy.facts.map(({ part, label, when, says, since, source }) => [
          labelOf('recordPart', part).zh,
          label.zh,
          when,
          says.zh,
          since,
          source.zh,
        ]),
      },
    ],
  })

const computedPaper = (copy: OwnCopy): Paper =>
  paperOf(copy, '由系统算出的结果', {
    columns: [
      { label: '结果', width: 8 },
      { label: '说什么', width: 18, align: 'left' },
      { label: '由什么得出', width: 20, align: 'left' },
      { label: '有多可靠', width: 16, align: 'left' },
      { label: '依据', width: 12, align: 'left' },
    ],
    groups: [
      {
        rows: copy.computed.items.map(({ label, says, from, sure, rules }) => [
          label.zh,
          says.zh,
          from.zh,
          sure?.zh ?? '',
          basesOf(rules).join('\n'),
        ]),
      },
    ],
    notes: [
      '以上结果供人核对，任何决定由具名的人作出。',
      ...copy.computed.withheld.map(({ label, why }) => `未列：${label.zh}。${why.zh}。`),
    ],
  })

const mattersPaper = (copy: OwnCopy): Paper =>
  paperOf(copy, '告知过本人的事项', {
    columns: [
      { label: '事项', width: 9 },
      { label: '日期', width: 7 },
      { label: '办理', width: 9 },
      { label: '由谁', width: 8 },
      { label: '内容', width: 36, align: 'left' },
    ],
    groups: copy.matters.map(({ kindLabel, openedOn, asked, deeds }) => ({
      rows: [
        [kindLabel.zh, openedOn, '立项', asked === null ? '' : copy.name, asked ?? ''],
        ...deeds.map(({ label, on, byName, facts }) => [
          '',
          on,
          label.zh,
          byName,
          facts.map((fact) => `${fact.label.zh}：${fact.shown.zh}`).join('\n'),
        ]),
      ],
    })),
  })

const visitsPaper = (copy: OwnCopy): Paper =>
  paperOf(copy, '查阅记录', {
    columns: [
      { label: '日期', width: 8 },
      { label: '处室', width: 14 },
      { label: '查阅内容', width: 20, align: 'left' },
      { label: '用途', width: 20, align: 'left' },
      { label: '次数', width: 5 },
    ],
    groups: [
      {
        rows: copy.visits.map(({ on, office, what, purpose, times }) => [
          on,
          office.zh,
          what.zh,
          purpose ?? '',
          String(times),
        ]),
      },
    ],
  })
