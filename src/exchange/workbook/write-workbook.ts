import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { problemOf } from '../wording/wording.ts'
import { choicesSheet } from './choices.ts'
import type { Sheet } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { sheetXml } from './sheet-xml.ts'
import { StyleSheet } from './styles.ts'
import { mainNamespace, xmlHead, xmlText } from './xml.ts'

export interface WorkbookOptions {
  /** The title in the properties of the file. */
  readonly title?: string
  /** One line on top of every printed page, and in the properties: who took it out, when, what for. */
  readonly watermark?: string
  readonly progress?: OnProgress
  readonly signal?: AbortSignal
}

/** Of little weight for size beside the default 6, and three times as quick. */
const compressionLevel = 2
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const progressStep = { zh: '写工作簿', en: 'Writing the workbook' }
/** Every archive entry bears it, so that equal sheets give equal bytes. */
const entryTime = new Date(1980, 0, 1)

/**
 * Writes a workbook (.xlsx) while its rows are being made: a file, or a stream that is being sent. A file that is not
 * finished is not there. Throws ProblemError at what no workbook holds, and the signal's reason.
 * @example await writeWorkbook([{ name: '名册', widths: [10], rows: [{ cells: ['张三'] }] }], '名册.xlsx')
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  target: string | Writable,
  options: WorkbookOptions = {},
): Promise<void> {
  if (typeof target !== 'string') return send(sheets, target, options)
  const unfinished = `${target}.${process.pid}.partial`
  try {
    await send(sheets, createWriteStream(unfinished), options)
    await rename(unfinished, target)
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    const { code, message } = cause as NodeJS.ErrnoException
    if (options.signal?.aborted || code === undefined) throw cause
    throw new ProblemError(problemOf('folder-unusable', { file: target }, { path: target, cause: message }))
  }
}

async function send(given: readonly Sheet[], target: Writable, options: WorkbookOptions): Promise<void> {
  const { sheet: choices, lists } = choicesSheet(given)
  const sheets = choices === undefined ? given : [...given, choices]
  const names = sheetNames(sheets.map(({ name }) => name))
  const styles = new StyleSheet()
  const zip = new ZipFile()
  const settings = { compressionLevel, mtime: entryTime, forceDosTimestamp: true }
  const add = (path: string, xml: string): void => zip.addBuffer(Buffer.from(xmlHead + xml), path, settings)
  add('[Content_Types].xml', contentTypes(sheets.length))
  add('_rels/.rels', packageRelationships)
  add('docProps/core.xml', properties(options))
  add('xl/workbook.xml', workbookXml(sheets, names))
  add('xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length))
  const rowWritten = rowCounter(sheets, options)
  sheets.forEach((sheet, index) => {
    const xml = sheetXml(sheet, { styles, lists, watermark: options.watermark, rowWritten })
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, settings, (give) => give(null, bytesOf(xml, zip)))
  })
  // Styles are known when the last sheet is written.
  zip.addReadStreamLazy('xl/styles.xml', settings, (give) => give(null, Readable.from([Buffer.from(styles.xml())])))
  zip.end()
  await pipeline(zip.outputStream, target, { signal: options.signal })
}

/** Text as bytes in a stream; its failure is the failure of the archive. */
function bytesOf(pieces: AsyncIterable<string>, zip: ZipFile): Readable {
  const encoded = Readable.from(
    (async function* () {
      for await (const piece of pieces) yield Buffer.from(piece)
    })(),
  )
  const archive = zip.outputStream as Readable
  const stop = (): void => void encoded.destroy()
  archive.once('close', stop)
  encoded.once('error', (cause) => archive.destroy(cause))
  encoded.once('close', () => archive.off('close', stop))
  return encoded
}

/** Tells progress about every thousandth row, where the rows are counted beforehand. */
function rowCounter(sheets: readonly Sheet[], { progress, signal }: WorkbookOptions): () => void {
  const total = sheets.reduce((sum, { rowCount = 0 }) => sum + rowCount, 0)
  let written = 0
  return () => {
    written += 1
    if (written % 1000 !== 0) return
    signal?.throwIfAborted()
    if (total > 0) progress?.({ step: progressStep, fraction: Math.min(1, written / total) })
  }
}

const packageRelationships = `<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packageNamespace}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

function contentTypes(sheets: number): string {
  const type = (path: string, kind: string): string =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`
  return [
    `<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    type('/xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main'),
    type('/xl/styles.xml', 'officedocument.spreadsheetml.styles'),
    ...Array.from({ length: sheets }, (_, index) =>
      type(`/xl/worksheets/sheet${index + 1}.xml`, 'officedocument.spreadsheetml.worksheet'),
    ),
    type('/docProps/core.xml', 'package.core-properties'),
    '</Types>',
  ].join('')
}

const properties = ({ title = '', watermark = '' }: WorkbookOptions): string =>
  `<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(watermark)}</dc:description></cp:coreProperties>`

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const listed = sheets.map(
    ({ hidden }, index) =>
      `<sheet name="${xmlText(names[index] ?? '')}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const titles = sheets.flatMap(({ page }, index) => {
    if (page?.repeatRows === undefined) return []
    const [from, to] = page.repeatRows
    const name = (names[index] ?? '').replaceAll("'", "''")
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`'${name}'!$${from}:$${to}`)}</definedName>`,
    ]
  })
  const defined = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''
  return `<workbook xmlns="${mainNamespace}" xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets>${defined}</workbook>`
}

function workbookRelationships(sheets: number): string {
  const to = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relationships}/${kind}" Target="${target}"/>`
  const listed = Array.from({ length: sheets }, (_, index) =>
    to(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return `<Relationships xmlns="${packageNamespace}/relationships">${listed.join('')}${to(sheets + 1, 'styles', 'styles.xml')}</Relationships>`
}
