import { describe, expect, it } from 'vitest'
import { typeset } from './typeset.ts'

describe('a document set by Typst', () => {
  it('shows data as text, never as markup, with the rare characters of names', async () => {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const pdf = typeset('#set text(font: "Noto Serif SC")\n#json(bytes(sys.inputs.data)).name', {
      name: '#panic() *王䶮㛃𠅤*',
    })
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
    expect(text).toBe('#panic() *王䶮㛃𠅤*')
  })
})
