/** The small parts of a workbook's package: which sheets there are, their number formats, their shared texts. */
import { builtInFormats } from './number-format.ts'
import { cellText, isOn } from './sheet-rows.ts'
import { attribute, type XmlListener, XmlScanner } from './xml-scanner.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relationship: string
}

type Open = (name: string, attributes: string) => void

async function scan(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener)
  for await (const piece of pieces) scanner.push(piece)
  scanner.end()
}

const elements = (pieces: AsyncIterable<string>, open: Open): Promise<void> =>
  scan(pieces, { open, close: () => undefined, text: () => undefined, listening: false })

/** `xl/workbook.xml`. */
export async function readSheetList(
  pieces: AsyncIterable<string>,
): Promise<{ readonly sheets: readonly SheetEntry[]; readonly since1904: boolean }> {
  const sheets: SheetEntry[] = []
  let since1904 = false
  await elements(pieces, (name, attributes) => {
    if (name === 'workbookPr') since1904 = isOn(attribute(attributes, 'date1904'))
    if (name !== 'sheet') return
    sheets.push({
      name: attribute(attributes, 'name') ?? '',
      hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      relationship: attribute(attributes, 'id') ?? '',
    })
  })
  return { sheets, since1904 }
}

/** Targets by the id of a relationship; those outside the package are left out. */
export async function readRelationships(
  pieces: AsyncIterable<string>,
): Promise<ReadonlyMap<string, { readonly target: string; readonly type: string }>> {
  const targets = new Map<string, { target: string; type: string }>()
  await elements(pieces, (name, attributes) => {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
    const [id, target, type = ''] = ['Id', 'Target', 'Type'].map((key) => attribute(attributes, key))
    if (id !== undefined && target !== undefined)
      targets.set(id, { target, type: type.slice(type.lastIndexOf('/') + 1) })
  })
  return targets
}

/** `xl/styles.xml`: the number format of each cell style. */
export async function readFormats(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCellStyles = false
  await scan(pieces, {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      formats.push(own.get(id) ?? builtInFormats.get(id) ?? 'General')
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
    text: () => undefined,
    listening: false,
  })
  return formats
}

/** `xl/sharedStrings.xml`: rich text as plain text, without readings beside the characters. */
export async function readSharedTexts(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const texts: string[] = []
  let text = ''
  let inPhonetic = false
  const listener = {
    listening: false,
    open(name: string) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      if (name === 't') listener.listening = !inPhonetic
    },
    close(name: string) {
      if (name === 't') listener.listening = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') texts.push(cellText(text))
    },
    text(piece: string) {
      text += piece
    },
  }
  await scan(pieces, listener)
  return texts
}
