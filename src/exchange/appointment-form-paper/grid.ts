/**
 * The grid of the printed appointment form (干部任免审批表), A4 portrait: where every line lies, on both pages, in the usual
 * edition and in that of 2025. PDF and Word are both drawn from it. Columns are in twips, as word processors keep them,
 * rows and margins in millimetres.
 */
import type { FormField } from '#domain/appointment-form.ts'

export type Edition = 'usual' | '2025'

/** What a cell shows: words of the form itself, a text, the résumé, the photo, or one part of a relative. */
export type Content =
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'text'; readonly field: PrintedField; readonly align: Align }
  | { readonly kind: 'resume' }
  | { readonly kind: 'photo' }
  | { readonly kind: 'relative'; readonly index: number; readonly part: RelativePart; readonly align: Align }
  | { readonly kind: 'seal' }

export type Align = 'center' | 'left' | 'right'
export type RelativePart = 'relation' | 'name' | 'age' | 'politics' | 'post'

/** Fields of the form as they are printed; the two lines of a course of study stand in one cell. */
export type PrintedField =
  | Exclude<FormField, 'resume' | 'citizenId' | `${'fullTime' | 'inService'}${string}` | 'ageAsOf' | 'formerAgeLimit'>
  | 'fullTimeEducation'
  | 'fullTimeSchool'
  | 'inServiceEducation'
  | 'inServiceSchool'

/** A cell and the rows and columns it spans. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly content: Content
  /** Edges that are not drawn: two cells that look like one. */
  readonly open?: 'top' | 'bottom'
}

export interface Sheet {
  /** From the edges of the paper to the lines of the table. */
  readonly left: number
  readonly top: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly cells: readonly Cell[]
}

export const paper = { width: 210, height: 297 }
export const millimetresPerTwip = 25.4 / 1440
export const title = { text: '干部任免审批表', top: 11.1, size: 24 }
/** Relatives on page 2; more go on a sheet of their own. */
export const relativesOnForm = 7
export const relativeRow = 12.3
const relativesOnSheet = 18

type Span = readonly [row: number, column: number, rows?: number, columns?: number]

const cell = ([row, column, rows = 1, columns = 1]: Span, content: Content): Cell => ({
  row,
  column,
  rows,
  columns,
  content,
})
const label = (span: Span, text: string): Cell => cell(span, { kind: 'label', text })
const text = (span: Span, field: PrintedField, align: Align = 'center'): Cell =>
  cell(span, { kind: 'text', field, align })

const thirdAndFourthRow: Record<Edition, readonly Cell[]> = {
  usual: [
    label([2, 5], '健康\n状况'),
    text([2, 6], 'health'),
    label([3, 0, 1, 2], '专业技\n术职务'),
    text([3, 2, 1, 2], 'professionalTitle'),
    label([3, 4], '熟悉专业\n有何专长'),
    text([3, 5, 1, 2], 'expertise'),
  ],
  '2025': [
    label([2, 5], '到龄\n时间'),
    text([2, 6], 'retirementMonth'),
    label([3, 0, 1, 2], '健康\n状况'),
    text([3, 2], 'health'),
    label([3, 3], '专业技\n术职务'),
    text([3, 4], 'professionalTitle'),
    label([3, 5], '熟悉专业\n有何专长'),
    text([3, 6], 'expertise'),
  ],
}

export function firstPage(edition: Edition): Sheet {
  const post = edition === '2025' ? 12.5 : 12
  return {
    left: 22,
    top: 28.6,
    columns: [784, 236, 1305, 1063, 1302, 1315, 1330, 2058],
    rows: [12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, post, post, post, 125.8],
    cells: [
      label([0, 0, 1, 2], '姓　名'),
      text([0, 2], 'name'),
      label([0, 3], '性　别'),
      text([0, 4], 'sex'),
      label([0, 5], '出生年月\n（　岁）'),
      text([0, 6], 'bornOn'),
      cell([0, 7, 4, 1], { kind: 'photo' }),
      label([1, 0, 1, 2], '民　族'),
      text([1, 2], 'ethnicity'),
      label([1, 3], '籍　贯'),
      text([1, 4], 'nativePlace'),
      label([1, 5], '出生地'),
      text([1, 6], 'birthPlace'),
      label([2, 0, 1, 2], '入　党\n时　间'),
      text([2, 2], 'partyJoined'),
      label([2, 3], '参加工\n作时间'),
      text([2, 4], 'workStartedOn'),
      ...thirdAndFourthRow[edition],
      label([4, 0, 4, 2], '学　历\n学　位'),
      label([4, 2, 2, 1], '全日制\n教　育'),
      text([4, 3, 2, 2], 'fullTimeEducation'),
      label([4, 5, 2, 1], '毕业院校\n系及专业'),
      text([4, 6, 2, 2], 'fullTimeSchool'),
      label([6, 2, 2, 1], '在　职\n教　育'),
      text([6, 3, 2, 2], 'inServiceEducation'),
      label([6, 5, 2, 1], '毕业院校\n系及专业'),
      text([6, 6, 2, 2], 'inServiceSchool'),
      label([8, 0, 1, 3], '现　任　职　务'),
      text([8, 3, 1, 5], 'presentPost', 'left'),
      label([9, 0, 1, 3], '拟　任　职　务'),
      text([9, 3, 1, 5], 'proposedPost', 'left'),
      label([10, 0, 1, 3], '拟　免　职　务'),
      text([10, 3, 1, 5], 'removedPost', 'left'),
      label([11, 0], '简\n\n\n\n历'),
      cell([11, 1, 1, 7], { kind: 'resume' }),
    ],
  }
}

const relativeHeads = ['称　谓', '姓　名', '年龄', '政　治\n面　貌', '工　作　单　位　及　职　务']

function relativeCells(row: number, from: number, count: number): readonly Cell[] {
  const parts = ['relation', 'name', 'age', 'politics', 'post'] as const
  const spanOf = (at: number, place: number): Span => [at, place + 1, 1, place === 4 ? 2 : 1]
  return [
    label([row, 0, count + 1, 1], [...'家庭主要成员及重要社会关系'].join('\n')),
    ...relativeHeads.map((text, place) => label(spanOf(row, place), text)),
    ...Array.from({ length: count }, (_, index) =>
      parts.map((part, place) =>
        cell(spanOf(row + 1 + index, place), {
          kind: 'relative',
          index: from + index,
          part,
          align: part === 'post' ? 'left' : 'center',
        }),
      ),
    ).flat(),
  ]
}

const secondColumns = [742, 1092, 1274, 574, 1008, 882, 3849]

export function secondPage(): Sheet {
  return {
    left: 21,
    top: 28.6,
    columns: secondColumns,
    rows: [25, 18, 24, 11.4, ...Array<number>(relativesOnForm).fill(relativeRow), 23.5, 13, 35.6],
    cells: [
      label([0, 0], '奖惩\n情况'),
      text([0, 1, 1, 6], 'awards', 'left'),
      label([1, 0], '年度\n考核\n结果'),
      text([1, 1, 1, 6], 'evaluations', 'left'),
      label([2, 0], '任免\n理由'),
      text([2, 1, 1, 6], 'reason', 'left'),
      ...relativeCells(3, 0, relativesOnForm),
      label([11, 0, 2, 1], '呈报\n单位'),
      { ...text([11, 1, 1, 6], 'submittedBy'), open: 'bottom' },
      { ...text([12, 1, 1, 6], 'filledOn', 'right'), open: 'top' },
      label([13, 0], '审批\n机关\n意见'),
      cell([13, 1, 1, 4], { kind: 'seal' }),
      label([13, 5], '行政\n机关\n任免\n意见'),
      cell([13, 6], { kind: 'seal' }),
    ],
  }
}

/** Sheets for the relatives that page 2 has no room for, each with as many rows as page 2 or more. */
export function relativeSheets(count: number): readonly Sheet[] {
  const starts = Array.from(
    { length: Math.ceil(Math.max(0, count - relativesOnForm) / relativesOnSheet) },
    (_, sheet) => relativesOnForm + sheet * relativesOnSheet,
  )
  return starts.map((from) => {
    const rows = Math.max(relativesOnForm, Math.min(relativesOnSheet, count - from))
    return {
      left: 21,
      top: 28.6,
      columns: secondColumns,
      rows: [11.4, ...Array<number>(rows).fill(relativeRow)],
      cells: relativeCells(0, from, rows),
    }
  })
}

/** Where a cell lies on the paper, in millimetres. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export function placeOf({ left, top, columns, rows }: Sheet, { row, column, ...cell }: Cell): Place {
  return {
    x: left + sum(columns.slice(0, column)) * millimetresPerTwip,
    y: top + sum(rows.slice(0, row)),
    width: sum(columns.slice(column, column + cell.columns)) * millimetresPerTwip,
    height: sum(rows.slice(row, row + cell.rows)),
  }
}
