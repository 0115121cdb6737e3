/** The appointment form as a Word document on the same grid, its sizes measured as for the PDF. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  convertMillimetersToTwip as twips,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { AppointmentForm, FormPhoto } from '#domain/appointment-form.ts'
import { pictureHeader } from '../pictures/picture-header.ts'
import { measured } from '../typesetting/typeset.ts'
import { millimetresPerTwip, paper, title } from './grid.ts'
import { type LaidCell, type LaidSheet, layOut } from './layout.ts'
import { printedForm, type ResumeLine } from './printed-form.ts'
import { type PaperOptions, template, typesettingOf, withPhotoIfSound } from './write-form-pdf.ts'

/** Every system with Chinese has it, or sets another 宋体 in its place. */
const face = { ascii: '宋体', eastAsia: '宋体', hAnsi: '宋体', cs: '宋体' }

/** Word breaks lines elsewhere, and sets digits a little wider or narrower. */
const slack = 0.96

/** A photo, or why there is none. */
type Photo = FormPhoto | string | undefined

/** Points, and how many lines fit. */
interface Fitted {
  readonly size: number
  readonly kept: number
}
type Sizes = Readonly<Record<string, Fitted>>

/**
 * The same pages as `writeFormPdf`: rows of exact height, columns of exact width.
 * @example await writeFormDocx(form, { today: 20261122 })
 */
export async function writeFormDocx(form: AppointmentForm, options: PaperOptions): Promise<Uint8Array> {
  const { data, sizes, photo } = withPhotoIfSound(form, (sound) => {
    const { data, pictures } = typesettingOf(sound, options, slack)
    const [sizes] = measured(template, data, 'sizes', { pictures }) as Sizes[]
    return { data, sizes, photo: sound.photo ?? sound.photoFault }
  })
  const sheets = layOut(printedForm(form, options.today), options.edition ?? 'usual')
  const rest = sheets.flatMap(({ cells }) => cells.filter(({ id, lines }) => lines.length > fittedOf(sizes, id).kept))
  const document = new Document({
    title: data.title,
    compatibility: { version: 15 },
    styles: { default: { document: { run: { font: face, size: 28 } } } },
    sections: [
      ...sheets.map((sheet) => sectionOf(sheet, photo, sizes, data.watermark)),
      ...(rest.length === 0 ? [] : [continuation(rest, sizes, data.words.continuation, data.watermark)]),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const fittedOf = (sizes: Sizes | undefined, id: string): Fitted => sizes?.[id] ?? { size: 14, kept: 0 }

const page = (left: number, top: number) => ({
  size: { width: twips(paper.width), height: twips(paper.height) },
  margin: { left: twips(left), right: 0, top: twips(top), bottom: 0, header: twips(5), footer: 0 },
})

const headers = (watermark: string) => ({
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: watermark, size: 16, color: '8C8C8C' })],
      }),
    ],
  }),
})

function sectionOf(
  { sheet, cells, heading, note }: LaidSheet,
  photo: Photo,
  sizes: Sizes | undefined,
  watermark: string,
) {
  const hasHeading = heading !== ''
  const width = Math.round(sheet.columns.reduce((sum, column) => sum + column, 0))
  return {
    properties: { page: page(sheet.left, hasHeading ? title.top : sheet.top) },
    headers: headers(watermark),
    children: [
      ...(hasHeading ? [headingOf(heading, sheet.top - title.top, width)] : []),
      tableOf(sheet.columns, sheet.rows, cells, photo, sizes),
      new Paragraph({
        spacing: { before: twips(2), ...exactly(14) },
        children: [new TextRun({ text: note, size: 28 })],
      }),
    ],
  }
}

/** As wide as the table, in a line as high as the room above it. */
const headingOf = (text: string, height: number, width: number): Paragraph =>
  new Paragraph({
    alignment: text === title.text ? AlignmentType.DISTRIBUTE : AlignmentType.CENTER,
    indent: { right: twips(paper.width) - twips(22) - width },
    spacing: { line: twips(height), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, bold: true, size: text === title.text ? title.size * 2 : 32 })],
  })

const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const noLine = { style: BorderStyle.NIL, size: 0, color: 'auto' }

function tableOf(
  columns: readonly number[],
  rows: readonly number[],
  cells: readonly LaidCell[],
  photo: Photo,
  sizes: Sizes | undefined,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    indent: { size: 0, type: WidthType.DXA },
    margins: { left: twips(1.2), right: twips(1.2), top: 0, bottom: 0 },
    borders: {
      ...{ top: line(8), bottom: line(8), left: line(8), right: line(8) },
      insideHorizontal: line(4),
      insideVertical: line(4),
    },
    rows: rows.map(
      (height, row) =>
        new TableRow({
          height: { value: twips(height), rule: HeightRule.EXACT },
          cantSplit: true,
          children: cells
            .filter(({ cell }) => cell.row === row)
            .toSorted((a, b) => a.cell.column - b.cell.column)
            .map((laid) => tableCell(laid, photo, fittedOf(sizes, laid.id))),
        }),
    ),
  })
}

const tableCell = (laid: LaidCell, photo: Photo, fitted: Fitted): TableCell =>
  new TableCell({
    rowSpan: laid.cell.rows,
    columnSpan: laid.cell.columns,
    width: { size: Math.round(laid.width / millimetresPerTwip), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(laid.cell.open === undefined ? {} : { borders: { [laid.cell.open]: noLine } }),
    children: laid.kind === 'photo' ? [photoParagraph(laid, photo)] : paragraphsOf(laid, fitted),
  })

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Points of the words that lead to a continuation sheet, as in the template. */
const seeOver = 9

function paragraphsOf({ lines, align }: LaidCell, { size, kept }: Fitted): Paragraph[] {
  const shown = lines.slice(0, kept).map((text) => paragraphOf(text, size, align))
  const isCut = kept < lines.length
  return isCut || shown.length === 0 ? [...shown, paragraphOf(isCut ? '（见续页）' : '', seeOver, align)] : shown
}

const paragraphOf = (text: string | ResumeLine, size: number, align: LaidCell['align']): Paragraph =>
  typeof text === 'string'
    ? new Paragraph({ ...plain(size, align), children: [new TextRun({ text, size: size * 2 })] })
    : new Paragraph({ ...plain(size, 'left'), ...hanging(size), children: resumeRuns(text, size) })

const exactly = (size: number) => ({ line: (size + 1) * 20, lineRule: LineRuleType.EXACT })
const plain = (size: number, align: LaidCell['align']): IParagraphOptions => ({
  alignment: alignments[align],
  autoSpaceEastAsianText: false,
  spacing: { before: 0, after: 0, ...exactly(size) },
})

/** Nine characters: the eighteen columns of the dates. */
const hanging = (size: number): IParagraphOptions => ({ indent: { left: size * 9 * 20, hanging: size * 9 * 20 } })

const resumeRuns = ({ dates, text }: ResumeLine, size: number): TextRun[] => [
  new TextRun({ text: `${dates}\t${text}`, size: size * 2 }),
]

function photoParagraph({ width, height }: LaidCell, photo: Photo): Paragraph {
  if (photo === undefined) return new Paragraph({})
  if (typeof photo === 'string') return paragraphOf(photo, 10, 'center')
  // Four wide and five high, as the editor keeps it; a photo of another shape lies within.
  const most = Math.min(width - 1.6, (height - 1.6) * 0.8)
  const scale = Math.min(most / photo.width, (most * 1.25) / photo.height)
  const pixels = (side: number): number => Math.round((side * scale * 96) / 25.4)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: pictureHeader(photo.bytes)?.type === 'image/png' ? 'png' : 'jpg',
        data: photo.bytes,
        transformation: { width: pixels(photo.width), height: pixels(photo.height) },
      }),
    ],
  })
}

function continuation(rest: readonly LaidCell[], sizes: Sizes | undefined, heading: string, watermark: string) {
  return {
    properties: {
      page: { ...page(22, 28.6), margin: { ...page(22, 28.6).margin, right: twips(22), bottom: twips(20) } },
    },
    headers: headers(watermark),
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: heading, bold: true, size: 32 })],
      }),
      ...rest.flatMap((laid) => [
        new Paragraph({
          spacing: { before: twips(6) },
          children: [new TextRun({ text: laid.name, bold: true, size: 28 })],
        }),
        ...laid.lines.slice(fittedOf(sizes, laid.id).kept).map((text) => paragraphOf(text, 14, 'left')),
      ]),
    ],
  }
}
