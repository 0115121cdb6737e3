import { expect, it } from 'vitest'
import { letterPdf } from './letter-pdf.ts'

it('is set with title, addressee, body, issuer and date, and goes on to a second page', async () => {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const pdf = letterPdf(
    {
      title: '函询通知书',
      document: '某组函〔2026〕3号',
      addressee: '王䶮同志',
      paragraphs: ['现就下列事项向你函询：', ...Array.from({ length: 30 }, (_, at) => `第${at + 1}项需要说明的事项`)],
      issuer: '中共某县委组织部',
      on: '2026-11-03',
    },
    { watermark: '干部科 2026-11-23 存档' },
  )
  const { text, totalPages } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
  expect(totalPages).toBe(2)
  const parts = [
    '某组函〔2026〕3号',
    '函询通知书',
    '王䶮同志：',
    '现就下列事项向你函询：',
    '中共某县委组织部',
    '2026年11月3日',
  ]
  let at = -1
  for (const part of parts) {
    const next = text.indexOf(part, at + 1)
    expect(next, part).toBeGreaterThan(at)
    at = next
  }
  expect(text).toContain('干部科')
})
