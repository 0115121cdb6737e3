import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { printed } from './printing.ts'

it('sets a long paper in a thread of its own, whole', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => [`第${at}行`])
  const paper = {
    title: '名册',
    columns: [{ label: '姓名', width: 6 }],
    groups: [{ rows }],
    page: 'a4-portrait',
  } as const
  const { text } = await extractText(await getDocumentProxy(await printed({ papers: [paper], watermark: '' })), {
    mergePages: true,
  })
  expect(text).toContain('第0行')
  expect(text).toContain('第399行')
})
