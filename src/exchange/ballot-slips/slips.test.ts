import { expect, it } from 'vitest'
import { slipsPdf } from './slips.ts'

it('slips say what is voted on, for which class, where, and the code; nothing tells one voter from another', async () => {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const slips = Array.from({ length: 14 }, (_, index) => ({ voterClass: 'A 类', code: `K7QM 2XW9 PR${index + 10}` }))
  const pdf = slipsPdf({ title: '会议推荐', address: 'http://10.0.0.8:8080/vote', slips })
  const document = await getDocumentProxy(pdf)
  const { text } = await extractText(document, { mergePages: true })
  expect(document.numPages).toBe(2)
  for (const { code } of slips) expect(text).toContain(code)
  expect(text.match(/http:\/\/10\.0\.0\.8:8080\/vote/g)).toHaveLength(14)
})
