/** One sheet as XML, row by row: nothing of a row is kept but the ranges that it covers. */
import { ProblemError } from '#domain/problem.ts'
import { problemOf } from '../wording/wording.ts'
import { choicesXml } from './choices.ts'
import type { CellStyle, PageSetup, Sheet, StyledCell, WrittenRow } from './sheet.ts'
import type { StyleSheet } from './styles.ts'
import { columnLetters, mainNamespace, xmlHead, xmlText } from './xml.ts'

/** What a workbook holds at most (ECMA-376; the limits of the programs that open it). */
const limits = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const
const pieceLength = 1 << 16

export interface SheetContext {
  readonly styles: StyleSheet
  readonly watermark: string | undefined
  /** Where long lists of choices stand, by list. */
  readonly lists: ReadonlyMap<readonly string[], string>
  readonly rowWritten: () => void
}

/** Pieces of the sheet's XML. Throws ProblemError at a text or a number of rows that no workbook holds. */
export async function* sheetXml(sheet: Sheet, context: SheetContext): AsyncGenerator<string> {
  const writer = new RowWriter(sheet, context.styles)
  let piece = opening(sheet, context.styles)
  for await (const row of sheet.rows) {
    piece += writer.write(row)
    context.rowWritten()
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece + closing(sheet, writer.merges, context)
}

class RowWriter {
  count = 0
  readonly merges: string[] = []
  private readonly sheet: Sheet
  private readonly styles: StyleSheet
  private readonly letters: string[] = []
  private readonly numbers = new Map<CellStyle | undefined, { text: number; number: number }>()
  /** Columns that a cell above covers: the last row it covers and its style. */
  private readonly covered = new Map<number, { readonly last: number; readonly style: CellStyle | undefined }>()

  constructor(sheet: Sheet, styles: StyleSheet) {
    this.sheet = sheet
    this.styles = styles
  }

  write(row: WrittenRow): string {
    this.count += 1
    if (this.count > limits.rows || row.cells.length > limits.columns) throw tooLarge(this.sheet.name)
    const own = this.stylesOf(row.style)
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
    let xml = `<row r="${this.count}"${height}>`
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column] ?? null
      if (typeof cell === 'string') xml += this.text(column, own.text, cell)
      else if (typeof cell === 'number') xml += this.number(column, own.number, cell)
      else if (cell === null) xml += this.empty(column, own.text)
      else xml += this.styled(column, cell, row.style)
    }
    return `${xml}</row>`
  }

  private stylesOf(style: CellStyle | undefined): { readonly text: number; readonly number: number } {
    let found = this.numbers.get(style)
    if (found === undefined) {
      const whole = { ...this.sheet.style, ...style }
      found = { text: this.styles.of(whole, 'text'), number: this.styles.of(whole, 'number') }
      this.numbers.set(style, found)
    }
    return found
  }

  private address(column: number): string {
    return (this.letters[column] ??= columnLetters(column)) + this.count
  }

  private text(column: number, style: number, text: string): string {
    if (text === '') return `<c r="${this.address(column)}" s="${style}"/>`
    if (text.length > limits.characters) throw tooLong(this.sheet.name, this.address(column), text.length)
    return `<c r="${this.address(column)}" s="${style}" t="inlineStr"><is><t${spaceOf(text)}>${xmlText(text)}</t></is></c>`
  }

  private number(column: number, style: number, value: number): string {
    return Number.isFinite(value)
      ? `<c r="${this.address(column)}" s="${style}"><v>${value}</v></c>`
      : `<c r="${this.address(column)}" s="${style}"/>`
  }

  private empty(column: number, style: number): string {
    const cover = this.covered.get(column)
    const shown = cover !== undefined && cover.last >= this.count ? this.stylesOf(cover.style).text : style
    return `<c r="${this.address(column)}" s="${shown}"/>`
  }

  private styled(column: number, cell: StyledCell, rowStyle: CellStyle | undefined): string {
    const { value, style = rowStyle, across = 1, down = 1 } = cell
    if (across > 1 || down > 1) {
      const last = this.count + down - 1
      this.merges.push(`${this.address(column)}:${columnLetters(column + across - 1)}${last}`)
      for (let at = column; at < column + across; at += 1) this.covered.set(at, { last, style })
    }
    const own = this.stylesOf(style)
    if (typeof value === 'number') return this.number(column, own.number, value)
    return this.text(column, own.text, value ?? '')
  }
}

/** Blanks at an end and line breaks are kept only where XML is told to. */
const spaceOf = (text: string): string => (/^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '')

function opening(sheet: Sheet, styles: StyleSheet): string {
  // Cells that are filled in later are text too: an id typed into a template keeps its digits.
  const style = styles.of(sheet.style ?? {}, 'text')
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  )
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}">`,
    sheet.page === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${paneOf(sheet)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="14.25"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
  ].join('')
}

function paneOf({ frozen }: Sheet): string {
  if (frozen === undefined) return ''
  const { rows, columns = 0 } = frozen
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<pane${splits} topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
}

function closing(sheet: Sheet, merges: readonly string[], context: SheetContext): string {
  return [
    '</sheetData>',
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '',
    choicesXml(sheet.choices ?? [], context.lists),
    pageXml(sheet.page, context.watermark),
    '</worksheet>',
  ].join('')
}

function pageXml(page: PageSetup | undefined, watermark: string | undefined): string {
  const margin = ((page?.margin ?? 15) / 25.4).toFixed(3)
  const edge = Math.min(Number(margin), 0.3)
  const set =
    page === undefined
      ? ''
      : `<printOptions horizontalCentered="1"/><pageMargins left="${margin}" right="${margin}" top="${margin}" bottom="${margin}" header="${edge}" footer="${edge}"/><pageSetup paperSize="${page.paper === 'A3' ? 8 : 9}" orientation="${page.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  const head = [
    watermark && `&L&"宋体"&9&K808080 ${marked(watermark)}`,
    page?.header && `&R&"宋体"&9 ${marked(page.header)}`,
  ]
  const foot = page?.footer && `&C&"宋体"&9 ${marked(page.footer)}`
  const header = head.filter(Boolean).join('')
  if (!header && !foot) return set
  return `${set}<headerFooter>${header ? `<oddHeader>${xmlText(header)}</oddHeader>` : ''}${foot ? `<oddFooter>${xmlText(foot)}</oddFooter>` : ''}</headerFooter>`
}

/** A header or footer holds 255 characters, codes included. */
const marked = (text: string): string =>
  [...text].slice(0, 100).join('').replaceAll('&', '&&').replaceAll('{page}', '&P').replaceAll('{pages}', '&N')

const tooLong = (sheet: string, address: string, count: number): ProblemError =>
  new ProblemError(problemOf('cell-too-long', { sheet }, { sheet, address, count, limit: limits.characters }))

const tooLarge = (sheet: string): ProblemError =>
  new ProblemError(problemOf('sheet-too-large', { sheet }, { sheet, rows: limits.rows, columns: limits.columns }))
