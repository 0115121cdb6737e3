import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachment, fileNameOf } from './file-name.ts'

describe('the name of a file out', () => {
  it('is what the office calls it', () => {
    expect(fileNameOf(['干部名册', '某某县', '2026.11'], 'xlsx')).toBe('干部名册 某某县 2026.11.xlsx')
    expect(fileNameOf([' ', '..'], 'pdf')).toBe('文件.pdf')
  })

  it('leads to no other folder and hides nothing, whatever a title says', () => {
    expect(fileNameOf(['../../etc/passwd', '名册\u202Efdp', 'a:b|c'], 'pdf')).toBe('etc passwd 名册 fdp a b c.pdf')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
        const name = fileNameOf([title], 'pdf')
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\./u)
        expect(Array.from(name).length).toBeLessThanOrEqual(84)
      }),
    )
  })

  it('travels in a header as UTF-8, with a plain one beside it', () => {
    expect(attachment("名册(1)'.pdf")).toBe(
      `attachment; filename="export.pdf"; filename*=UTF-8''%E5%90%8D%E5%86%8C%281%29%27.pdf`,
    )
  })
})
