import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { type Edition, missingFromForm } from '#exchange/appointment-form-paper/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { logExport, openRecords } from '#records/index.ts'
import { longestPurpose, shortestPurpose } from '../contract/index.ts'
import { charactersNamed, type FormFormat, formFile, formOf } from '../forms/index.ts'

export interface FormFileOptions {
  readonly cadreId: string
  readonly format: FormFormat
  /** The file to write. */
  readonly out: string
  readonly edition?: Edition
  /** Facts and ages as of this day; where left out, facts of today and ages as the form that came in says. */
  readonly asOf?: DateCode | undefined
  readonly today: DateCode
  readonly purpose: string
  readonly records: { readonly dataFolder: string } | { readonly databaseUrl: string }
}

/**
 * Writes the appointment form of one person to a file, and writes down that it left. Returns what there is to notice.
 * @throws ProblemError `no-such-cadre`, and what opening the records throws
 */
export async function writeFormFile(options: FormFileOptions): Promise<readonly Problem[]> {
  const { cadreId, format, out, edition = 'usual', asOf, today } = options
  const purpose = options.purpose.trim()
  if (purpose.length < shortestPurpose || purpose.length > longestPurpose) throw unfitPurpose()
  const records = await openRecords(options.records)
  try {
    const book = loadRuleBook().with(await records.readLocalRules(), { settled: true })
    const entries = asOf === undefined ? {} : { ageAsOf: formatDate(asOf, '') }
    const form = await formOf(records, book, cadreId, { asOf: asOf ?? today, edition, entries })
    if (!form) throw noSuchCadre(cadreId)
    const watermark = `${actor} ${formatDate(today)} ${purpose}`
    const bytes = await formFile(form, format, { edition, today: asOf ?? today, watermark })
    const fileSha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { kind: 'appointment-form', format, fileName: basename(out), fileSha256, byteCount: bytes.byteLength }
    await logExport(records, { ...file, purpose, subjects: [cadreId] }, actor)
    await writeFile(out, bytes).catch((cause: Error) => {
      throw notWritten(out, cause)
    })
    const missing = format === 'pdf' ? missingFromForm(form) : []
    return missing.length === 0 ? [] : [withoutShape(out, missing)]
  } finally {
    await records.close()
  }
}

const actor = 'command line'

const unfitPurpose = (): ProblemError =>
  new ProblemError({
    code: 'purpose-missing',
    message: { zh: '导出用途太短或太长。', en: 'The purpose is too short or too long.' },
    mend: {
      zh: `用 ${shortestPurpose}–${longestPurpose} 字写明拿去做什么。`,
      en: `Say what it is for in ${shortestPurpose} to ${longestPurpose} characters.`,
    },
  })

const withoutShape = (file: string, characters: readonly string[]): Problem => ({
  code: 'characters-missing',
  file,
  message: {
    zh: `字库没有这些字，表上是空框：${charactersNamed(characters).join('、')}。`,
    en: `No font has these characters, the form shows empty boxes: ${charactersNamed(characters).join(', ')}.`,
  },
  mend: {
    zh: '把有这些字的字库文件放进一个文件夹，用环境变量 ZHIREN_FONTS 指明后再生成。',
    en: 'Put a font that has them into a folder, name the folder in ZHIREN_FONTS, and make the form again.',
  },
})

const notWritten = (file: string, { message }: Error): ProblemError =>
  new ProblemError({
    code: 'file-not-written',
    file,
    message: { zh: `写不出文件：${message}`, en: `The file cannot be written: ${message}` },
    mend: { zh: '换一个已有的、可以写入的文件夹。', en: 'Name a folder that is there and may be written to.' },
  })

const noSuchCadre = (cadreId: string): ProblemError =>
  new ProblemError({
    code: 'no-such-cadre',
    message: { zh: `记录中没有编号为 ${cadreId} 的人。`, en: `The records have nobody with the id ${cadreId}.` },
    mend: { zh: '核对编号；编号见名册。', en: 'Check the id; the roster shows it.' },
  })
