import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { CellStyle, Sheet, WrittenCell, WrittenRow } from '../workbook/sheet.ts'
import { type WorkbookOptions, writeWorkbook } from '../workbook/write-workbook.ts'
import { headerRows, type Paper, type PaperGroup } from './paper.ts'

/** A paper with rows that may still be on their way. A part without a title goes on with the group before it. */
export interface FlowingPaper extends Omit<Paper, 'groups'> {
  readonly groups: Iterable<PaperGroup> | AsyncIterable<PaperGroup>
  /** For progress, where it is known. */
  readonly rowCount?: number
}

const body: CellStyle = { size: 10, align: 'center', wrap: true, border: true }
const heading: CellStyle = { ...body, bold: true }
const plain: CellStyle = { size: 10, align: 'left', wrap: true, border: false }
/** In points. */
const lineHeight = 14

/**
 * Papers as a workbook, a sheet each, in memory. Dates and numbers of people stay text. A sheet has no photos: their cells
 * are left empty.
 */
export async function paperWorkbook(papers: readonly FlowingPaper[], options: WorkbookOptions): Promise<Uint8Array> {
  const sent = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(sent),
    writeWorkbook(papers.map(sheetOf), sent, { title: papers[0]?.title ?? '', ...options }),
  ])
  return bytes
}

function sheetOf(paper: FlowingPaper): Sheet {
  const { page, columns, rowCount } = paper
  const head = headOf(paper)
  const header = headerRows(columns).length
  return {
    name: paper.title.replaceAll('\n', ' '),
    widths: columns.map(({ width }) => width * 2 + 0.7),
    rows: rowsOf(paper, head),
    ...(rowCount === undefined ? {} : { rowCount }),
    style: body,
    frozen: { rows: head.length },
    page: {
      paper: page.startsWith('a3') ? 'A3' : 'A4',
      landscape: page.endsWith('landscape'),
      repeatRows: [head.length - header + 1, head.length],
      margin: 13,
      footer: '第{page}页　共{pages}页',
    },
  }
}

async function* rowsOf(paper: FlowingPaper, head: readonly WrittenRow[]): AsyncGenerator<WrittenRow> {
  const { columns, groups, notes = [], signatures = [], rowHeight } = paper
  const styles = columns.map(({ align }) => (align === undefined ? undefined : { align }))
  const height = rowHeight === undefined ? {} : { height: (rowHeight * 72) / 25.4 }
  yield* head
  for await (const { title, rows } of groups) {
    if (title !== undefined) yield across(columns.length, title, { bold: true, align: 'left', fill: 'F0F0F0' })
    for (const row of rows) {
      yield {
        ...height,
        cells: row.map((value, column) => {
          const text = typeof value === 'string' ? value : ''
          const style = styles[column]
          return style === undefined ? text : { value: text, style }
        }),
      }
    }
  }
  for (const note of notes) yield across(columns.length, note, plain, linesOf(note, columns) * lineHeight)
  if (signatures.length > 0) yield across(columns.length, signatures.join('　　　　　　'), plain, 3 * lineHeight)
}

/** Everything above the first row of the table's body. */
function headOf({ marking, title, above, columns }: Omit<Paper, 'groups'>): readonly WrittenRow[] {
  const count = columns.length
  const unlined: CellStyle = { border: false, wrap: true }
  const rows: WrittenRow[] = []
  if (marking !== undefined) rows.push(across(count, marking, { ...unlined, bold: true, align: 'left' }))
  const titleLines = title.split('\n').length
  rows.push(across(count, title, { ...unlined, size: 18, bold: true }, titleLines * 28))
  if (above !== undefined) rows.push(...aboveRow(count, above, unlined))
  return [...rows, ...headerOf(columns)]
}

function aboveRow(count: number, { left = '', right = '' }: NonNullable<Paper['above']>, unlined: CellStyle) {
  if (count < 2) return [across(count, `${left}　${right}`, unlined)]
  const half = Math.ceil(count / 2)
  const cells: WrittenCell[] = Array.from({ length: count }, () => ({ value: null, style: unlined }))
  cells[0] = { value: left, across: half, style: { ...unlined, align: 'left' } }
  cells[half] = { value: right, across: count - half, style: { ...unlined, align: 'right' } }
  return [{ cells }]
}

const headerOf = (columns: Paper['columns']): readonly WrittenRow[] =>
  headerRows(columns).map((row, at, all) => {
    const cells: WrittenCell[] = columns.map(() => ({ value: null, style: heading }))
    for (const { label, column, columnSpan, rowSpan } of row) {
      cells[column] = { value: label, across: columnSpan, down: rowSpan, style: heading }
    }
    return { cells, height: (at === all.length - 1 ? 2 : 1.4) * lineHeight }
  })

const across = (count: number, value: string, style: CellStyle, height = 1.5 * lineHeight): WrittenRow => ({
  cells: Array.from({ length: count }, (_, column) =>
    column === 0 ? { value, across: count, style } : { value: null, style },
  ),
  height,
})

/** How many lines a text takes across the whole table. */
function linesOf(text: string, columns: Paper['columns']): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0) || 1
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
}
