import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { ProblemError } from '#domain/problem.ts'
import { paperFormatOf } from './paper-format.ts'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)

async function zipOf(names: readonly string[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const name of names) zip.addBuffer(Buffer.from('x'), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const codeOf = (bytes: Uint8Array): Promise<string | undefined> =>
  paperFormatOf(bytes, '材料.pdf').then(
    (format) => format,
    (error: ProblemError) => error.problems[0]?.code,
  )

describe('what a paper is', () => {
  it('is told by its content, whatever its name says', async () => {
    expect(await codeOf(bytesOf('\n%PDF-1.4 …'))).toBe('pdf')
    expect(await codeOf(await zipOf(['[Content_Types].xml', 'word/document.xml']))).toBe('docx')
    expect(await codeOf(await zipOf(['xl/workbook.xml']))).toBe('xlsx')
  })

  it('knows an appointment form in any of its encodings', async () => {
    expect(
      await codeOf(bytesOf('\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- x -->\n<Person><XingMing/></Person>')),
    ).toBe('lrmx')
    expect(await codeOf(bytesOf('\ufeff<Person>', 'utf16le'))).toBe('lrmx')
    expect(await codeOf(bytesOf('<html><Person>'))).toBe('paper-format')
  })

  it('refuses what is empty, unknown, broken or carries macros', async () => {
    expect(await codeOf(new Uint8Array())).toBe('paper-empty')
    expect(await codeOf(bytesOf('MZ program'))).toBe('paper-format')
    expect(await codeOf(bytesOf('PK\u0003\u0004 broken', 'latin1'))).toBe('paper-format')
    expect(await codeOf(await zipOf(['word/document.xml', 'word/vbaProject.bin']))).toBe('paper-macros')
    expect(await codeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]))).toBe('paper-format')
  })

  it('refuses a picture that would take too much memory to open', async () => {
    const header = Buffer.alloc(33)
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header)
    header.writeUInt32BE(13, 8)
    header.write('IHDR', 12)
    header.writeUInt32BE(40_000, 16)
    header.writeUInt32BE(40_000, 20)
    expect(await codeOf(header)).toBe('picture-too-large')
  })

  it('says what, why and how to mend it', async () => {
    const error = await paperFormatOf(bytesOf('x'), '名单.wps').catch((thrown: ProblemError) => thrown)
    expect((error as ProblemError).problems).toEqual([
      {
        code: 'paper-format',
        message: {
          zh: '《名单.wps》按内容看不是可归卷的格式，没有归卷；改扩展名不起作用。',
          en: '"名单.wps" is of no format that is kept, by its content, and was not filed; another file name changes nothing.',
        },
        mend: {
          zh: '可归卷：PDF、JPEG、PNG、docx、xlsx、lrmx。旧的 doc、xls、wps 另存为 PDF 或新格式再传。',
          en: 'Kept are PDF, JPEG, PNG, docx, xlsx and lrmx. Save old doc, xls and wps files as PDF or in the new format.',
        },
      },
    ])
  })
})
