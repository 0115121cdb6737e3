import { describe, expect, it } from 'vitest'
import { drawn, measured, typeset } from './typeset.ts'

describe('a document set by Typst', () => {
  it('shows data as text, never as markup, with the rare characters of names', async () => {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const pdf = typeset('#set text(font: "Noto Serif SC")\n#json(bytes(sys.inputs.data)).name', {
      name: '#panic() *王䶮㛃𠅤*',
    })
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
    expect(text).toBe('#panic() *王䶮㛃𠅤*')
  })

  it('sets text with marks of direction and halves of characters', async () => {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const pdf = typeset('#set text(font: "Noto Serif SC")\n#json(bytes(sys.inputs.data)).post', {
      post: '局长\u202e反向\u200f（甲）\u2066乙\ud800丙',
    })
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
    expect(text).toMatch(/^局长反向（甲）乙.?丙$/u)
  })

  it('tells what was measured, and is drawn page by page', () => {
    const template = '#page(width: 10mm)[#metadata((wide: 3))<told>]\n#page[]'
    expect(measured(template, {}, 'told')).toEqual([{ wide: 3 }])
    const { svg, pages } = drawn(template, {})
    expect(pages).toBe(2)
    expect(svg).toMatch(/^<svg/)
  })

  it('says what is wrong with a template', () => {
    expect(() => typeset('#panic("no roster")', {})).toThrow('typesetting: panicked with: "no roster"')
  })
})
