import type { Paper } from '#exchange/index.ts'
import type { ProcessingRegister, RegisteredActivity } from '../contract/index.ts'
import { beijingMinute } from '../exports/index.ts'

/** The register as sheets: activities with what they hold, recipients, safeguards. */
export function registerPapers({
  madeAt,
  people,
  activities,
  recipients,
  measures,
}: ProcessingRegister): readonly Paper[] {
  const above = { left: `在册 ${people} 人`, right: beijingMinute(new Date(madeAt)) }
  return [
    {
      title: '个人信息处理活动登记',
      above,
      page: 'a3-landscape',
      columns: [
        { label: '活动', width: 8 },
        { label: '目的', width: 14, align: 'left' },
        { label: '信息种类', width: 26, align: 'left' },
        { label: '来源', width: 14, align: 'left' },
        { label: '依据', width: 16, align: 'left' },
        { label: '谁可以看', width: 14, align: 'left' },
        { label: '保存期限', width: 16, align: 'left' },
        { label: '自动计算', width: 14, align: 'left' },
      ],
      groups: [{ rows: activities.map(cellsOf) }],
    },
    {
      title: '个人信息的去向',
      above,
      page: 'a4-landscape',
      columns: [
        { label: '材料', width: 16 },
        { label: '份数', width: 6 },
        { label: '涉及人次', width: 8 },
        { label: '最近一次', width: 10 },
      ],
      groups: [
        {
          rows: recipients.map(({ label, files, people: named, lastAt }) => [
            label.zh,
            String(files),
            String(named),
            beijingMinute(new Date(lastAt)),
          ]),
        },
      ],
    },
    {
      title: '安全措施',
      above,
      page: 'a4-landscape',
      columns: [
        { label: '措施', width: 10 },
        { label: '情况', width: 30, align: 'left' },
        { label: '时间', width: 10 },
      ],
      groups: [
        {
          rows: measures.map(({ label, says, at }) => [
            label.zh,
            says.zh,
            at === null ? '' : beijingMinute(new Date(at)),
          ]),
        },
      ],
    },
  ]
}

const cellsOf = ({
  name,
  purpose,
  tables,
  source,
  bases,
  roles,
  retention,
  computed,
}: RegisteredActivity): string[] => [
  name.zh,
  purpose.zh,
  tables
    .map(
      ({ label, class: held, rows, sensitive }) =>
        `${label.zh}（${held.zh}，${rows} 条${sensitive.length > 0 ? `；敏感：${sensitive.map(({ zh }) => zh).join('、')}` : ''}）`,
    )
    .join('\n'),
  source.zh,
  bases.map(({ instrument, article }) => `《${instrument}》${article}`).join('\n'),
  roles.map(({ zh }) => zh).join('、'),
  retention
    .map(({ label, months, isConfirmed }) => `${label.zh} ${months} 个月${isConfirmed ? '' : '（待确认）'}`)
    .join('\n'),
  computed?.says.zh ?? '无',
]
