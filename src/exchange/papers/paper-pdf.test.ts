import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { columnOf, paperLayouts } from './layouts.ts'
import type { Paper } from './paper.ts'
import { paperPdf } from './paper-pdf.ts'

/** One transparent point. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What stands on each page, in millimetres from the top left corner. */
async function pagesOf(pdf: Uint8Array): Promise<{ width: number; height: number; placed: Placed[] }[]> {
  const document = await getDocumentProxy(pdf)
  const millimetres = (points: number): number => (points * 25.4) / 72
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const placed = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: millimetres(item.transform[4]), y: millimetres(height - item.transform[5]) }]
          : [],
      )
      return { width: Math.round(millimetres(width)), height: Math.round(millimetres(height)), placed }
    }),
  )
}

const roster = (groups: Paper['groups']): Paper => ({
  title: '干部名册',
  above: { right: '2026年11月' },
  columns: paperLayouts.roster.columns.map(columnOf),
  groups,
  page: 'a4-landscape',
})
const person = (name: string): string[] => [
  name,
  '某县发展和改革局党组书记、局长',
  '男',
  '汉族',
  '东澜桐源',
  '大学',
  '某大学法学专业',
  '',
  '',
  ...Array.from({ length: 5 }, () => '1975.10'),
  '',
  '综合',
]

describe('a paper as PDF', () => {
  it('repeats both rows of its header on every page, and counts the pages', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => person(`王䶮${at}`))
    const pages = await pagesOf(paperPdf([roster([{ title: '某县发展和改革局', rows }])], { watermark: '' }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [at, { width, height, placed }] of pages.entries()) {
      expect([width, height]).toEqual([297, 210])
      const texts = placed.map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(['姓名', '全日制教育', '毕业院校及专业']))
      expect(texts.join('').replace(/\s/g, '')).toContain(`第${at + 1}页共${pages.length}页`)
    }
    const names = pages.flatMap(({ placed }) => placed.filter(({ text }) => /^王䶮\d+$/.test(text)))
    expect(names.map(({ text }) => text)).toEqual(rows.map(([name]) => name))
  })

  it('never leaves the title of a unit alone at the foot of a page', async () => {
    const groups = Array.from({ length: 60 }, (_, at) => ({ title: `第${at}单位`, rows: [person(`张${at}`)] }))
    const pages = await pagesOf(paperPdf([roster(groups)], { watermark: '' }))
    for (const { placed } of pages) {
      const titles = placed.flatMap(({ text }) => /^第(\d+)单位$/.exec(text)?.[1] ?? [])
      const people = placed.flatMap(({ text }) => /^张(\d+)$/.exec(text)?.[1] ?? [])
      expect(people).toEqual(titles)
    }
  })

  it('centres the columns under their headers and keeps to the margins', async () => {
    const [page] = await pagesOf(paperPdf([roster([{ rows: [person('李四')] }])], { watermark: '' }))
    const at = (text: string): Placed | undefined => page?.placed.find((one) => one.text === text)
    expect(Math.abs((at('男')?.x ?? 0) - (at('性别')?.x ?? 0))).toBeLessThan(3)
    for (const { x } of page?.placed ?? []) {
      expect(x).toBeGreaterThanOrEqual(13)
      expect(x).toBeLessThan(284)
    }
  })

  it('stands under the watermark, which is told whole at the foot of every page', async () => {
    const watermark = '林晓舟（officer） 2026-11-23 14:05 #常委会*讨论*'
    const pages = await pagesOf(paperPdf([roster([{ rows: [person('李四')] }])], { watermark }))
    const foot = pages[0]?.placed.filter(({ y }) => y > 195).map(({ text }) => text)
    expect(foot?.join('')).toContain(watermark)
  })

  it('prints as many ballots as there are voters, all exactly alike', async () => {
    const ballot: Paper = {
      ...roster([{ rows: [['李四', '某局局长', '拟任：某局局长', '', '', '']] }]),
      columns: paperLayouts['ballot-paper'].columns.map(columnOf),
      notes: paperLayouts['ballot-paper'].notes,
      page: 'a4-portrait',
      rowHeight: 15,
    }
    const pages = await pagesOf(paperPdf([ballot, ballot, ballot], { watermark: '' }))
    expect(pages).toHaveLength(3)
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })

  it('sets photos into their cells, and leaves the place free where there is none', async () => {
    const columns = paperLayouts['committee-overview'].columns.map(columnOf)
    const photo = { type: 'image/png', bytes: png, width: 1, height: 1 } as const
    const row = (cell: string | typeof photo) => columns.map((_, at) => (at === 2 ? cell : String(at)))
    const paper: Paper = { ...roster([{ rows: [row(photo), row('')] }]), columns, page: 'a3-landscape', rowHeight: 23 }
    const [page] = await pagesOf(paperPdf([paper], { watermark: '' }))
    expect([page?.width, page?.height]).toEqual([420, 297])
    const serials = page?.placed.filter(({ text }) => text === '0').map(({ y }) => y) ?? []
    expect((serials[1] ?? 0) - (serials[0] ?? 0)).toBeGreaterThanOrEqual(22)
  })

  it('says in the cell where a photo is broken past its header, and sets the others', async () => {
    const columns = paperLayouts['committee-overview'].columns.map(columnOf)
    const photo = { type: 'image/png', bytes: png, width: 1, height: 1 } as const
    const broken = { ...photo, bytes: Uint8Array.from(png, (byte, at) => (at < 40 ? byte : 7)) }
    const row = (cell: typeof photo) => columns.map((_, at) => (at === 2 ? cell : String(at)))
    const paper: Paper = { ...roster([{ rows: [row(photo), row(broken)] }]), columns, page: 'a3-landscape' }
    const [page] = await pagesOf(paperPdf([paper], { watermark: '' }))
    const words = page?.placed.map(({ text }) => text).join('')
    expect(words?.match(/（照片无法读取）/g)).toHaveLength(1)
  })
})
