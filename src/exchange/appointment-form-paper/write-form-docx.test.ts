import { describe, expect, it } from 'vitest'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { greyPhoto, sampleForm } from './fixtures/sample-form.ts'
import { entriesOfZip } from './fixtures/zip-entries.ts'
import type { Edition } from './grid.ts'
import { writeFormDocx } from './write-form-docx.ts'

async function opened(form: AppointmentForm, edition: Edition = 'usual') {
  const docx = await writeFormDocx(form, { today: 20261122, edition, watermark: '某人 2026-11-22 上会' })
  const entries = await entriesOfZip(docx)
  const xml = entries.get('word/document.xml') ?? ''
  const header = [...entries].find(([name]) => /^word\/header\d+\.xml$/.test(name))?.[1] ?? ''
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  return {
    entries,
    header,
    xml,
    columns: tables.map((table) => numbers(table, /<w:gridCol w:w="(\d+)"/g)),
    rows: tables.map((table) => numbers(table, /<w:trHeight w:val="(\d+)" w:hRule="exact"/g)),
    words: tables.map((table) => [...table.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('')),
  }
}

const numbers = (xml: string, pattern: RegExp): number[] =>
  [...xml.matchAll(pattern)].map(([, number]) => Number(number))
const millimetres = (twips: readonly number[] = []): number[] =>
  twips.map((twip) => Math.round((twip * 254) / 1440) / 10)

describe('the form in Word', () => {
  it('has columns of exact width and rows of exact height, on two pages', async () => {
    const { columns, rows } = await opened(sampleForm)
    expect(columns).toEqual([
      [784, 236, 1305, 1063, 1302, 1315, 1330, 2058],
      [742, 1092, 1274, 574, 1008, 882, 3849],
    ])
    expect(millimetres(rows[0])).toEqual([12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, 12, 12, 12, 125.8])
    expect(millimetres(rows[1])).toEqual([25, 18, 24, 11.4, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 23.5, 13, 35.6])
    expect(millimetres((await opened(sampleForm, '2025')).rows[0]).slice(8, 11)).toEqual([12.5, 12.5, 12.5])
  })

  it('says what the PDF says, the résumé hanging at eighteen columns, with photo and watermark', async () => {
    const { words, xml, header, entries } = await opened({ ...sampleForm, photo: greyPhoto(80, 100) })
    expect(words[0]).toContain('张　三')
    expect(words[0]).toContain('1974.03（51岁）')
    expect(words[1]).toContain('2026年11月22日')
    const [, left, hanging] = /<w:ind w:left="(\d+)" w:hanging="(\d+)"/.exec(xml) ?? []
    expect([left, hanging]).toEqual(['2520', '2520'])
    expect(xml).toMatch(/1992\.09--1996\.08<\/w:t>|1992\.09--1996\.08\t/)
    expect(header).toContain('某人 2026-11-22 上会')
    expect([...entries.keys()].some((name) => name.startsWith('word/media/'))).toBe(true)
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? []
    expect(Number(width) / Number(height)).toBeCloseTo(0.8, 1)
  })

  it('goes on to further sheets where a page has no room', async () => {
    const resume = Array.from({ length: 90 }, (_, line) => `1990.01--1991.01  第${line}段${'某'.repeat(99)}`).join('\n')
    const relatives = Array.from({ length: 9 }, (_, index) => ({
      ...{ relation: '兄', name: `亲${index}`, bornOn: '', politics: '', post: '' },
    }))
    const { columns, words, xml } = await opened({ ...sampleForm, texts: { ...sampleForm.texts, resume }, relatives })
    expect(columns).toHaveLength(3)
    expect(words[0]).toContain('（见续页）')
    expect(words[2]).toContain('亲8')
    for (let line = 0; line < 90; line++) expect(xml.match(new RegExp(`第${line}段`, 'g'))).toHaveLength(1)
  })
})
