import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../workbook/read-workbook.ts'
import { columnOf, paperLayouts } from './layouts.ts'
import type { Paper } from './paper.ts'
import { headerRows } from './paper.ts'
import { paperWorkbook } from './paper-workbook.ts'
import { postQuotaPaper } from './post-quota.ts'

async function readBack(paper: Paper) {
  const workbook = await readWorkbook(await paperWorkbook([paper], { watermark: '林晓舟 2026-11-23 核对' }), 'x.xlsx')
  const [sheet] = workbook.sheets
  const rows: (readonly unknown[])[] = []
  for await (const { cells } of sheet?.rows() ?? []) rows.push(Array.from(cells, (cell) => cell ?? ''))
  const merges = (await sheet?.merges()) ?? []
  workbook.close()
  return { name: sheet?.name, rows, merges }
}

const columns = [
  { label: '姓名', width: 4 },
  { label: '学历', group: '全日制教育', width: 4 },
  { label: '院校', group: '全日制教育', width: 8 },
  { label: '出生年月', width: 4 },
]

describe('a paper as a sheet', () => {
  it('has its title, a header of two rows and title rows of units across the table', async () => {
    const { name, rows, merges } = await readBack({
      title: '干部名册',
      above: { left: '某县', right: '2026年11月' },
      columns,
      groups: [{ title: '某局', rows: [['张三', '大学', '某大学', '1975.10']] }],
      notes: ['注：以底册为准'],
      signatures: ['监票人：', '计票人：'],
      page: 'a4-landscape',
    })
    expect(name).toBe('干部名册')
    expect(rows.map((row) => row.filter((cell) => cell !== ''))).toEqual([
      ['干部名册'],
      ['某县', '2026年11月'],
      ['姓名', '全日制教育', '出生年月'],
      ['学历', '院校'],
      ['某局'],
      ['张三', '大学', '某大学', '1975.10'],
      ['注：以底册为准'],
      ['监票人：　　　　　　计票人：'],
    ])
    expect(merges).toEqual(
      expect.arrayContaining([
        { top: 1, left: 0, bottom: 1, right: 3 },
        { top: 3, left: 0, bottom: 4, right: 0 },
        { top: 3, left: 1, bottom: 3, right: 2 },
        { top: 5, left: 0, bottom: 5, right: 3 },
      ]),
    )
  })

  it('holds text that looks like a formula, a number or a date as the text that it is', async () => {
    const row = ['=HYPERLINK("http://x")', '+1', '@SUM(A1)', '1975.10']
    const { rows } = await readBack({ title: '名册', columns, groups: [{ rows: [row] }], page: 'a4-portrait' })
    expect(rows.at(-1)).toEqual(row)
  })
})

describe('the layouts of the office', () => {
  const labels = (kind: keyof typeof paperLayouts): string[] =>
    paperLayouts[kind].columns.map(columnOf).map(({ label }) => label.replaceAll('\n', ''))

  it('have their columns in the order of the blank forms', () => {
    expect(labels('roster')).toEqual(
      '姓名 现任职务 性别 民族 籍贯 学历 毕业院校及专业 学历 毕业院校及专业 出生年月 参加工作时间 入党时间 任现职时间 任现职级时间 备注 单位归口'.split(
        ' ',
      ),
    )
    expect(labels('discussion-list')).toEqual(
      '姓名 现任职务 拟任免职务 性别 出生年月 学历 籍贯 工作年月 入党年月 任现职务层次时间 现职时间 备注'.split(' '),
    )
    expect(labels('transfer-proposal')).toEqual('序号 姓名 出生年月 学历／职称 现任职务 拟任免职务 讨论意见'.split(' '))
    expect(labels('ballot-paper')).toEqual('姓名 现任职务 拟任免职务 同意 不同意 弃权'.split(' '))
    expect(labels('discipline-opinion')).toEqual('序号 姓名 现任职务'.split(' '))
    expect(labels('motion-overview').slice(0, 6)).toEqual(
      '序号 姓名 照片 现任职务 拟任职务（动议初步考虑） 性别'.split(' '),
    )
  })

  it('share an upper header only between neighbours', () => {
    const [upper = [], lower = []] = headerRows([...columns, { label: '学位', group: '全日制教育', width: 4 }])
    expect(upper.map(({ label, columnSpan, rowSpan }) => [label, columnSpan, rowSpan])).toEqual([
      ['姓名', 1, 2],
      ['全日制教育', 2, 1],
      ['出生年月', 1, 2],
      ['全日制教育', 1, 1],
    ])
    expect(lower.map(({ label }) => label)).toEqual(['学历', '院校', '学位'])
  })
})

describe('the table of posts', () => {
  it('says over and short, and compares nothing with a quota that is not recorded', () => {
    const line = (unit: string, quota: number | undefined, filled: number) => ({
      unit,
      level: '县级',
      kind: '部门',
      principals: { quota: 1, filled: 1 },
      deputies: { quota, filled },
    })
    const lines = [line('甲局', 3, 4), line('乙局', 3, 1), line('丙局', undefined, 2)]
    const paper = postQuotaPaper(lines, '职数表', '2026年11月')
    const cells = paper.groups[0]?.rows.map((row) => row.slice(3).join(','))
    expect(cells).toEqual(['4,5,1,,1,1,,,3,4,1,', '4,2,,2,1,1,,,3,1,,2', ',3,,,1,1,,,,2,,', '8,10,1,2,3,3,,,6,7,1,2'])
  })
})
