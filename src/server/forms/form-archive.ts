/** Many forms in one zip, named as the office names files, with sheets of those that could not be made, or not whole. */
import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { writeWorkbook } from '#exchange/index.ts'
import { fileNameOf } from '../exports/index.ts'
import type { FormFormat } from './form-file.ts'

export interface FormFailure {
  readonly cadreId: string
  readonly name: string
  readonly reason: string
}

export interface FormArchive {
  /** @param place from 1, as in the list that was asked for */
  add(
    place: number,
    person: { readonly unit: string; readonly name: string },
    format: FormFormat,
    bytes: Uint8Array,
  ): void
  /** Ends the file with the sheets of those that were not made, and of those with empty boxes for characters. */
  close(failures: readonly FormFailure[], missing: readonly FormFailure[]): Promise<void>
}

const folders: Record<FormFormat, string> = { pdf: 'PDF', docx: 'Word', lrmx: 'lrmx' }

/** @param formats several are laid in folders of their own */
export function openFormArchive(file: string, people: number, formats: readonly FormFormat[]): FormArchive {
  const zip = new ZipFile()
  const target = createWriteStream(file)
  const written = finished(zip.outputStream.pipe(target))
  const digits = Math.max(3, String(people).length)
  const folder = (format: FormFormat): string => (formats.length > 1 ? `${folders[format]}/` : '')
  return {
    add(place, { unit, name }, format, bytes) {
      const parts = [String(place).padStart(digits, '0'), unit, name, '任免审批表'].filter((part) => part !== '')
      // PDF and Word are packed already.
      zip.addBuffer(Buffer.from(bytes), folder(format) + fileNameOf([parts.join('_')], format), {
        compress: format === 'lrmx',
      })
    },
    async close(failures, missing) {
      if (failures.length > 0) zip.addBuffer(await sheetOf('未生成的审批表', '原因', failures), '未生成的审批表.xlsx')
      if (missing.length > 0) zip.addBuffer(await sheetOf('缺字的审批表', '字库没有的字', missing), '缺字的审批表.xlsx')
      zip.end()
      await written
    },
  }
}

/** Numbers, so that a clerk can go through them one by one. */
async function sheetOf(name: string, reason: string, people: readonly FormFailure[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
  })
  const heads = ['序号', '姓名', '编号', reason]
  const rows = people.map((one, index) => [index + 1, one.name, one.cadreId, one.reason])
  const sheet = {
    name,
    widths: [6, 14, 16, 70],
    rows: [{ cells: heads, style: { bold: true } }, ...rows.map((cells) => ({ cells }))],
  }
  await writeWorkbook([sheet], sink)
  return Buffer.concat(pieces)
}
