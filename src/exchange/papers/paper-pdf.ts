import type { FormPhoto } from '#domain/appointment-form.ts'
import {
  paperFonts,
  photoFault,
  picturePath,
  readTemplate,
  typeset,
  withSoundPictures,
} from '../typesetting/typeset.ts'
import { headerRows, type PageFormat, type Paper, type PaperCell } from './paper.ts'

const template = readTemplate(import.meta.dirname, 'paper.typ')

/** Width and height in mm. */
const pageSizes: Readonly<Record<PageFormat, readonly [number, number]>> = {
  'a4-portrait': [210, 297],
  'a4-landscape': [297, 210],
  'a3-portrait': [297, 420],
  'a3-landscape': [420, 297],
}
/** In mm. */
const sideMargins = 2 * 13
const millimetresPerPoint = 25.4 / 72
/** In points. */
const cellMargins = 4.5
const largestType = 10.5
const smallestType = 6.5

/**
 * Papers as one PDF, each from a new page: the header again on every page, 第 x 页 共 y 页, the watermark behind the text and
 * at the foot. Type is as large as the widths of the columns allow. A photo that cannot be decoded leaves words that say so.
 *
 * @example paperPdf([{ title: '干部名册', columns, groups, page: 'a4-landscape' }], { watermark: '' })
 */
export function paperPdf(papers: readonly Paper[], { watermark }: { readonly watermark: string }): Uint8Array {
  const pictures: Record<string, Uint8Array> = {}
  const addPicture = ({ bytes }: FormPhoto): string => {
    const path = picturePath(`photo-${Object.keys(pictures).length}`, bytes)
    pictures[path] = bytes
    return path
  }
  const sheets = papers.map((paper) => sheetOf(paper, addPicture))
  const [width] = pageSizes[papers[0]?.page ?? 'a4-portrait']
  const data = {
    fonts: paperFonts(),
    watermark,
    across: width > 297 ? 3 : width > 210 ? 2 : 1,
    down: width > 210 ? 2 : 3,
  }
  return withSoundPictures(pictures, (isBroken) =>
    typeset(template, { ...data, papers: sheets.map((sheet) => withoutBroken(sheet, isBroken)) }, { pictures }),
  )
}

type GivenSheet = ReturnType<typeof sheetOf>

const withoutBroken = (sheet: GivenSheet, isBroken: (path: string) => boolean): GivenSheet => ({
  ...sheet,
  groups: sheet.groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => row.map((cell) => (typeof cell !== 'string' && isBroken(cell.photo) ? photoFault : cell))),
  })),
})

function sheetOf(paper: Paper, addPicture: (photo: FormPhoto) => string) {
  const [width, height] = pageSizes[paper.page]
  const { size, widths } = columnWidths(paper, (width - sideMargins) / millimetresPerPoint)
  const cell = (value: PaperCell) => (typeof value === 'string' ? value : { photo: addPicture(value) })
  return {
    title: paper.title,
    marking: paper.marking ?? '',
    left: paper.above?.left ?? '',
    right: paper.above?.right ?? '',
    width,
    'height-of-page': height,
    size,
    height: paper.rowHeight ?? 0,
    widths,
    'left-aligned': paper.columns.flatMap(({ align }, column) => (align === 'left' ? [column] : [])),
    header: headerRows(paper.columns).map((row, at) => row.map((one) => ({ ...one, row: at }))),
    groups: paper.groups.map(({ title = '', rows }) => ({ title, rows: rows.map((row) => row.map(cell)) })),
    notes: paper.notes ?? [],
    signatures: paper.signatures ?? [],
  }
}

/** The type that lets every column hold its characters, and the widths that fill the page, in points. */
function columnWidths({ columns }: Paper, points: number): { size: number; widths: readonly number[] } {
  const characters = columns.reduce((sum, { width }) => sum + width, 0)
  const fitting = (points - cellMargins * columns.length) / characters
  const size = Math.floor(Math.min(largestType, Math.max(smallestType, fitting)) * 4) / 4
  const wanted = columns.map(({ width }) => width * size + cellMargins)
  const whole = wanted.reduce((sum, width) => sum + width, 0)
  return { size, widths: wanted.map((width) => (width / whole) * points) }
}
