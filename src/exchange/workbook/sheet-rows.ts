/** The rows of one sheet's XML (ECMA-376 part 1, 18.3.1): only those with content are given. */
import { type Cell, numberCell, type ReadRow } from './cell.ts'
import { attribute, XmlError, type XmlListener, XmlScanner } from './xml-scanner.ts'

export interface CellContext {
  readonly sharedTexts: readonly string[]
  /** Number formats by the number of a cell's style. */
  readonly formats: readonly string[]
  readonly since1904: boolean
}

const lastColumn = 16_383
const lastRow = 1_048_576

/** Text in pieces to rows in pieces. Throws XmlError. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  context: CellContext,
): AsyncGenerator<readonly ReadRow[]> {
  const listener = new SheetListener(context)
  const scanner = new XmlScanner(listener)
  for await (const piece of pieces) {
    scanner.push(piece)
    const rows = listener.take()
    if (rows.length > 0) yield rows
  }
  scanner.end()
  if (!listener.complete) throw new XmlError('the sheet does not end')
}

class SheetListener implements XmlListener {
  listening = false
  complete = false
  private readonly context: CellContext
  private rows: ReadRow[] = []
  private row = 0
  private inRow = false
  private hidden = false
  private cells: (Cell | undefined)[] = []
  private column = -1
  private style = 0
  private type: string | undefined
  private value = ''
  private hasFormula = false
  private inPhonetic = false

  constructor(context: CellContext) {
    this.context = context
  }

  take(): readonly ReadRow[] {
    const { rows } = this
    if (rows.length > 0) this.rows = []
    return rows
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        return this.openCell(attributes)
      case 'v':
        this.listening = true
        return
      case 't':
        this.listening = !this.inPhonetic
        return
      case 'f':
        this.hasFormula = true
        return
      case 'rPh':
        this.inPhonetic = true
        return
      case 'row':
        return this.openRow(attributes)
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.listening = false
        return
      case 'c':
        return this.closeCell()
      case 'rPh':
        this.inPhonetic = false
        return
      case 'row':
        return this.closeRow()
      case 'worksheet':
        this.complete = true
    }
  }

  text(text: string): void {
    this.value += text
  }

  private openRow(attributes: string): void {
    if (this.inRow) throw new XmlError('a row stands in a row')
    this.inRow = true
    const before = this.row
    this.row = Number(attribute(attributes, 'r') ?? before + 1)
    if (!Number.isInteger(this.row) || this.row > lastRow) throw new XmlError('a row has no number')
    if (this.row <= before) throw new XmlError('a row stands twice or out of order')
    this.hidden = isOn(attribute(attributes, 'hidden'))
    this.cells = []
    this.column = -1
  }

  private closeRow(): void {
    if (!this.inRow) throw new XmlError('a row ends that has not begun')
    this.inRow = false
    if (this.cells.length > 0) this.rows.push({ number: this.row, hidden: this.hidden, cells: this.cells })
  }

  private openCell(attributes: string): void {
    const address = attribute(attributes, 'r')
    this.column = address === undefined ? this.column + 1 : columnOf(address)
    if (this.column < 0 || this.column > lastColumn) throw new XmlError(`no cell is called ${address}`)
    this.style = Number(attribute(attributes, 's') ?? 0)
    this.type = attribute(attributes, 't')
    this.value = ''
    this.hasFormula = false
  }

  private closeCell(): void {
    const cell = this.cell()
    if (cell !== undefined && cell !== '') this.cells[this.column] = cell
  }

  private cell(): Cell | undefined {
    const { value, context } = this
    switch (this.type) {
      case 's': {
        const text = value === '' ? '' : context.sharedTexts[Number(value)]
        if (text === undefined) throw new XmlError(`text ${value} is missing`)
        return text
      }
      case 'inlineStr':
      case 'str':
        return cellText(value)
      case 'b':
        return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value
      case 'e':
        return { error: value }
      case 'd':
        return value.slice(0, 10)
    }
    if (value === '') return this.hasFormula ? { error: 'formula' } : undefined
    const number = Number(value)
    return Number.isFinite(number)
      ? numberCell(number, context.formats[this.style] ?? 'General', context.since1904)
      : cellText(value)
  }
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Text as the sheet shows it: `_x000D_` and its like resolved, lines parted by `\n`. */
export function cellText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

/** The column of `AB12` from 0, or -1. */
export function columnOf(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
