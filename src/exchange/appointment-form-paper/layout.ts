/** A printed form laid out: every cell with its place and its words, ready to be drawn. */
import {
  type Align,
  type Cell,
  type Edition,
  firstPage,
  type Place,
  placeOf,
  relativeSheets,
  relativesOnForm,
  type Sheet,
  secondPage,
  title,
} from './grid.ts'
import type { PrintedForm, ResumeLine } from './printed-form.ts'

/** What a cell says; a photo says nothing. */
export interface LaidCell extends Place {
  readonly cell: Cell
  /** Sheet and cell: by it the sizes that were measured are found again. */
  readonly id: string
  /** A label always fits. */
  readonly kind: 'label' | 'lines' | 'resume' | 'photo'
  readonly lines: readonly (string | ResumeLine)[]
  readonly align: Align
  /** What a continuation sheet calls it. */
  readonly name: string
}

export interface LaidSheet {
  readonly sheet: Sheet
  readonly cells: readonly LaidCell[]
  readonly heading: string
  /** Below the table. */
  readonly note: string
}

/** The two pages and, for more than seven relatives, sheets of their own. */
export function layOut(form: PrintedForm, edition: Edition): readonly LaidSheet[] {
  const sheets = [firstPage(edition), secondPage(), ...relativeSheets(form.relatives.length)]
  return sheets.map((sheet, page) => ({
    sheet,
    cells: sheet.cells.map((cell, index) => ({
      cell,
      id: `${page}-${index}`,
      name: nameOf(sheet, cell),
      ...placeOf(sheet, cell),
      ...saying(form, cell),
    })),
    heading: page === 0 ? title.text : page === 1 ? '' : '家庭主要成员及重要社会关系（续页）',
    note: page === 1 ? belowSecondPage(form) : '',
  }))
}

function belowSecondPage({ texts, relatives }: PrintedForm): string {
  const others = relatives.length - relativesOnForm
  return `填表人：${texts.filledBy}${others > 0 ? `　　（家庭成员另有${others}人，见续页）` : ''}`
}

function saying(form: PrintedForm, { content }: Cell): Pick<LaidCell, 'kind' | 'lines' | 'align'> {
  switch (content.kind) {
    case 'label':
      return { kind: 'label', lines: content.text.split('\n'), align: 'center' }
    case 'text':
      return { kind: 'lines', lines: linesOf(form.texts[content.field]), align: content.align }
    case 'relative':
      return {
        kind: 'lines',
        lines: linesOf(form.relatives[content.index]?.[content.part] ?? ''),
        align: content.align,
      }
    case 'seal':
      return { kind: 'lines', lines: ['（盖章）', '', '年　　月　　日'], align: 'center' }
    case 'resume':
      return { kind: 'resume', lines: form.resume, align: 'left' }
    case 'photo':
      return { kind: 'photo', lines: [], align: 'center' }
  }
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

/** The words of the nearest label on the left, or of the column of relatives. */
function nameOf(sheet: Sheet, { row, column }: Cell): string {
  const label = sheet.cells.findLast(
    (other) =>
      other.content.kind === 'label' && other.row <= row && row < other.row + other.rows && other.column < column,
  )
  return label?.content.kind === 'label' ? label.content.text.replace(/\s/g, '') : ''
}
