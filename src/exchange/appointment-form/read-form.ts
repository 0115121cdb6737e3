import type { AppointmentForm } from '#domain/appointment-form.ts'
import type { Problem } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { problemOf, quoted } from '../wording/wording.ts'
import { columnOf, formElements, relativeElements } from './elements.ts'
import { type FormText, formTextOf } from './form-text.ts'
import { withoutControls } from './markup.ts'
import { megabytes, photoOf } from './photo.ts'
import { readLrm } from './read-lrm.ts'
import { readLrmx } from './read-lrmx.ts'
import { type FormReading, refused } from './reading.ts'

/** A form with a photo is well below a megabyte. */
export const largestForm = 64 * 2 ** 20
/** In characters, without the photo: the fields of the paper take some 4,000, and a résumé hardly more. */
const longestText = 200_000

/**
 * Reads one appointment form, `.lrmx` or `.lrm` by its content, from any of its producers and in any encoding. A file
 * that is no form, or not all of one, is refused with one problem. Nothing outside the bytes is ever looked at.
 * @param picture the `.pic` or `.jpg` beside it, taken where the form has no photo of its own
 * @example readForm(await readFile('张三.lrmx'), '张三.lrmx').form?.texts.name // '张三'
 */
export function readForm(bytes: Uint8Array, fileName: string, picture?: Uint8Array): FormReading {
  if (bytes.length === 0) return refused(fileName, 'form-empty')
  if (bytes.length > largestForm) {
    return refused(fileName, 'form-too-large', { size: megabytes(bytes.length), limit: megabytes(largestForm) })
  }
  const kind = otherKindOf(bytes)
  if (kind !== undefined) return refused(fileName, 'form-not-a-form', { kind })

  const read = formTextOf(bytes)
  const text = withoutControls(read.text)
  const reading = readText(text, fileName)
  if (reading.form === undefined) return reading
  const length = lengthOf(reading.form)
  if (length > longestText) return refused(fileName, 'form-text-too-long', { count: length, limit: longestText })
  const notices = [...remarksOn(read, read.text.length - text.length, fileName), ...reading.notices]
  const problems = damageIn(reading.form, fileName)
  if (picture === undefined || reading.form.photo !== undefined) return { ...reading, problems, notices }

  const photo = photoOf(picture)
  if (!('reason' in photo)) return { form: { ...reading.form, photo }, problems, notices }
  const leftOut = problemOf('photo-left-out', { file: fileName }, { reason: photo.reason })
  return { ...reading, problems, notices: [...notices, leftOut] }
}

function readText(text: string, file: string): FormReading {
  const start = text.trimStart()
  if (start === '') return refused(file, 'form-empty')
  if (start.startsWith('"')) return readLrm(text, file)
  if (start.startsWith('<') || /<(\w+:)?person[\s>]/i.test(text)) return readLrmx(text, file)
  return refused(file, 'form-not-a-form', { kind: { zh: '其他内容的文件', en: 'a file of another kind' } })
}

const lengthOf = ({ texts, relatives, others }: AppointmentForm): number =>
  JSON.stringify({ texts, relatives, others }).length

const signatures: readonly (readonly [start: string, kind: Text])[] = [
  ['PK\x03\x04', { zh: '压缩包或新版 Office 文件', en: 'an archive or an Office file' }],
  ['PK\x05\x06', { zh: '空的压缩包', en: 'an empty archive' }],
  ['\xD0\xCF\x11\xE0', { zh: '旧版 Office 文件', en: 'an old Office file' }],
  ['%PDF', { zh: 'PDF 文件', en: 'a PDF' }],
  ['\xFF\xD8\xFF', { zh: '图片', en: 'a picture' }],
  ['\x89PNG', { zh: '图片', en: 'a picture' }],
  ['GIF8', { zh: '图片', en: 'a picture' }],
  ['BM', { zh: '图片', en: 'a picture' }],
  ['7z\xBC\xAF', { zh: '7z 压缩包', en: 'a 7z archive' }],
  ['Rar!', { zh: 'RAR 压缩包', en: 'a RAR archive' }],
  ['\x1F\x8B', { zh: 'gzip 压缩包', en: 'a gzip archive' }],
]

function otherKindOf(bytes: Uint8Array): Text | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return signatures.find(([start]) => head.startsWith(start))?.[1]
}

/** An `.lrm` is in GB18030 by its nature; an `.lrmx` is not. */
function remarksOn({ text, encoding }: FormText, controls: number, file: string): readonly Problem[] {
  const remarks: Problem[] = []
  if (encoding !== 'UTF-8' && text.trimStart().startsWith('<'))
    remarks.push(problemOf('form-encoding', { file }, { encoding }))
  if (controls > 0) remarks.push(problemOf('form-controls', { file }, { count: controls }))
  return remarks
}

/** Characters that were lost before the file came here. */
function damageIn({ texts, relatives }: AppointmentForm, file: string): readonly Problem[] {
  const values: (readonly [column: string, value: string])[] = [
    ...formElements.map(([, field]) => [columnOf(field), texts[field] ?? ''] as const),
    ...relatives.flatMap((relative) =>
      relativeElements.map(([element, field, label]) => [`${label.zh}（${element}）`, relative[field]] as const),
    ),
  ]
  return values
    .filter(([, value]) => value.includes('\uFFFD'))
    .map(([column, value]) => problemOf('encoding-damaged', { file, column }, { value: quoted(value) }))
}
