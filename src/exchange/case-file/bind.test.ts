import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { bindCaseFile } from './bind.ts'
import type { BoundPaper, CaseFileText } from './case-file.ts'

const paper = (title: string, kind: BoundPaper['contents']['kind']): BoundPaper => ({
  title,
  notes: ['2026.11.02', '第 1 版'],
  contents: { kind, sha256: 'ab'.repeat(32), bytes: 2048 },
})

const textOf = (papers: readonly BoundPaper[]): CaseFileText => ({
  title: '财政局局长提拔任职',
  head: [['事项', '提拔任职']],
  watermark: '干部科（officer） 2026-11-23 常委会讨论决定',
  record: [
    { on: '2026.11.02', recorded: '李某', stage: '动议', says: '立项', details: ['按空缺'], struck: '' },
    { on: '2026.11.03', recorded: '李某', stage: '动议', says: '记录事实', details: [], struck: '已更正' },
  ],
  gates: [
    {
      title: '动议 → 民主推荐',
      lines: [
        {
          verdict: 'unknown',
          word: '信息不足',
          about: '王䶮',
          title: '工作方案',
          article: '第十一条',
          reasons: ['缺工作方案'],
          held: '例外批准',
        },
      ],
    },
  ],
  tables: [{ title: '例外批准', heads: ['规则', '文号'], widths: [1, 1], rows: [['工作方案', '某文〔2026〕3号']] }],
  papers,
})

async function pdfOf(turns: readonly number[]): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (const turn of turns) made.addPage([595, 842]).setRotation(degrees(turn))
  return made.save()
}

/** The smallest PNG: one white dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
)

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  return (await extractText(await getDocumentProxy(bytes.slice()))).text
}

describe('the file of a case as one PDF', () => {
  it('has contents whose page numbers are those stamped at the foot', async () => {
    const contents = [await pdfOf([0, 90]), new Uint8Array(png), new Uint8Array()]
    const papers = [paper('考察材料', 'pdf'), paper('会议记录', 'png'), paper('名册', 'attachment')]
    const bound = await bindCaseFile(textOf(papers), { read: async (at) => contents[at] ?? new Uint8Array() })
    const pages = await pagesOf(bound.bytes)
    expect(bound.unread).toEqual([])
    expect(pages).toHaveLength(9)
    expect(pages[1]).toContain('卷 内 目 录')
    const body = pages.slice(2)
    for (const [at, page] of body.entries()) expect(page).toContain(`卷内第 ${at + 1} 页`)
    for (const page of pages) expect(page).toContain('常委会讨论决定')
    const listed = [
      ['全程纪实', 1],
      ['例外批准', 3],
      ['考察材料', 4],
      ['会议记录', 6],
      ['名册', 7],
    ] as const
    for (const [title, page] of listed)
      expect(pages[1]?.replace(/\s+/g, ' ')).toMatch(new RegExp(`${title}.* ${page}(?: |$)`))
    expect(body[6]).toContain('不是页面格式')
  })

  it('is not broken by a broken paper: a page says so and the rest follows', async () => {
    const scan = Uint8Array.from(png, (byte, at) => (at < 40 ? byte : 7))
    const contents = [new TextEncoder().encode('%PDF-1.7 nothing'), await pdfOf([0]), scan]
    const papers = [paper('坏件', 'pdf'), paper('好件', 'pdf'), paper('坏图', 'png')]
    const steps: number[] = []
    const bound = await bindCaseFile(textOf(papers), {
      read: async (at) => contents[at] ?? new Uint8Array(),
      onProgress: (done) => steps.push(done),
    })
    const pages = await pagesOf(bound.bytes)
    expect(bound.unread).toEqual(['坏件', '坏图'])
    expect(pages[5]).toContain('本件已损坏，不能装订成页')
    expect(pages[6]).toContain('卷内第 5 页')
    expect(pages[7]).toContain('本件已损坏，不能装订成页')
    expect(steps).toEqual([1, 2, 3])
  })

  it('says of a locked paper that it is locked', async () => {
    const made = await PDFDocument.create()
    made.addPage()
    made.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
    const locked = await made.save()
    const bound = await bindCaseFile(textOf([paper('密件', 'pdf')]), { read: async () => locked })
    expect((await pagesOf(bound.bytes))[5]).toContain('设有密码')
  })
})
