import { fromBufferPromise } from 'yauzl'
import type { PaperFormat } from '#domain/case-papers.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { type PictureHeader, pictureHeader } from '../pictures/picture-header.ts'

/** Above so many pixels a picture takes more memory to open than a server should give it. */
const mostPixels = 100_000_000

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/**
 * What a paper is by its content; its name may say anything.
 * @throws ProblemError `paper-empty`, `paper-format`, `paper-macros`, `picture-too-large`, each with how to mend it
 */
export async function paperFormatOf(bytes: Uint8Array, name: string): Promise<PaperFormat> {
  if (bytes.length === 0) throw refusal(name, 'paper-empty', emptyPaper, emptyPaperMend)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  const picture = pictureHeader(bytes)
  if (picture) return pictureFormat(picture, name)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeFile(bytes, name)
  if (formRoot.test(head.replaceAll('\0', ''))) return 'lrmx'
  throw refusal(name, 'paper-format', unknownFormat, unknownFormatMend)
}

/** The root element of an appointment form, after a byte order mark, a declaration and comments. */
const formRoot =
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<Person[\s>/]/

function pictureFormat({ type, size }: PictureHeader, name: string): PaperFormat {
  if (size === undefined) throw refusal(name, 'paper-format', brokenPicture, unknownFormatMend)
  if (size.width * size.height > mostPixels) throw refusal(name, 'picture-too-large', tooManyPixels, tooManyPixelsMend)
  return type === 'image/png' ? 'png' : 'jpeg'
}

async function officeFile(bytes: Uint8Array, name: string): Promise<PaperFormat> {
  const names = new Set<string>()
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    for await (const entry of zip.eachEntry()) names.add(entry.fileName)
  } catch {
    throw refusal(name, 'paper-format', brokenOffice, unknownFormatMend)
  }
  if ([...names].some((entry) => entry.endsWith('vbaProject.bin')))
    throw refusal(name, 'paper-macros', macros, macrosMend)
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.xml')) return 'xlsx'
  throw refusal(name, 'paper-format', unknownFormat, unknownFormatMend)
}

const refusal = (name: string, code: string, message: Text, mend: Text): ProblemError =>
  new ProblemError({
    code,
    message: { zh: `《${name}》${message.zh}`, en: `"${name}" ${message.en}` },
    mend,
  })

const emptyPaper = { zh: '是空文件，没有归卷。', en: 'is an empty file and was not filed.' }
const emptyPaperMend = { zh: '重新导出或扫描后再传。', en: 'Export or scan it again.' }
const unknownFormat = {
  zh: '按内容看不是可归卷的格式，没有归卷；改扩展名不起作用。',
  en: 'is of no format that is kept, by its content, and was not filed; another file name changes nothing.',
}
const unknownFormatMend = {
  zh: '可归卷：PDF、JPEG、PNG、docx、xlsx、lrmx。旧的 doc、xls、wps 另存为 PDF 或新格式再传。',
  en: 'Kept are PDF, JPEG, PNG, docx, xlsx and lrmx. Save old doc, xls and wps files as PDF or in the new format.',
}
const brokenPicture = {
  zh: '的图片内容已损坏，没有归卷。',
  en: 'is a broken picture and was not filed.',
}
const tooManyPixels = {
  zh: '的像素超过一亿，没有归卷。',
  en: 'has more than a hundred million pixels and was not filed.',
}
const tooManyPixelsMend = { zh: '按 300 dpi 重新扫描。', en: 'Scan it again at 300 dpi.' }
const brokenOffice = { zh: '的压缩结构已损坏，没有归卷。', en: 'is a broken archive and was not filed.' }
const macros = { zh: '带有宏，没有归卷。', en: 'contains macros and was not filed.' }
const macrosMend = { zh: '另存为不带宏的 docx 或 xlsx。', en: 'Save it without macros, as docx or xlsx.' }
