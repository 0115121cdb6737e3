/** What is found while a workbook is read: what keeps a value out, and what was understood in the likeliest way. */
import type { Problem } from '#domain/problem.ts'
import { type ProblemCode, problemOf, type Values } from '../wording/wording.ts'
import { columnLetters } from '../workbook/xml.ts'

/** Of one kind, so many are listed; the rest are counted. */
const listed = 200

/** A place as messages name it: rows count from 1, columns from 0, `title` is the column's own. */
export interface SheetPlace {
  readonly sheet: string
  readonly row?: number
  readonly column?: number
  readonly title?: string
}

export class Findings {
  private readonly file: string
  private readonly problemList: Found[] = []
  private readonly noticeList: Found[] = []
  private readonly counts = new Map<ProblemCode, number>()

  constructor(file: string) {
    this.file = file
  }

  problem(code: ProblemCode, place: SheetPlace, values: Values = {}): void {
    this.add(this.problemList, code, place, values)
  }

  notice(code: ProblemCode, place: SheetPlace, values: Values = {}): void {
    this.add(this.noticeList, code, place, values)
  }

  get problems(): readonly Problem[] {
    return this.inOrder(this.problemList)
  }

  get notices(): readonly Problem[] {
    return this.inOrder(this.noticeList)
  }

  private add(list: Found[], code: ProblemCode, place: SheetPlace, values: Values): void {
    const count = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, count)
    if (count > listed) return
    const { sheet, row, column, title } = place
    const known = {
      file: this.file,
      sheet,
      ...(row === undefined ? {} : { row }),
      ...(title === undefined ? {} : { column: title }),
    }
    const at = row === undefined || column === undefined ? {} : { at: `${columnLetters(column)}${row}` }
    const problem = problemOf(code, known, { sheet, ...(row === undefined ? {} : { row }), ...at, ...values })
    list.push({ place, problem })
  }

  /** By sheets as they were read, by rows and columns; then how many more there are of a kind. */
  private inOrder(list: readonly Found[]): readonly Problem[] {
    const bySheet = Map.groupBy(list, ({ place }) => place.sheet)
    const ordered = [...bySheet.values()].flatMap((found) => found.toSorted(byPlace)).map(({ problem }) => problem)
    const more = [...this.counts].filter(([code, count]) => count > listed && ordered.some((one) => one.code === code))
    return [
      ...ordered,
      ...more.map(([code, count]) => problemOf('and-more', { file: this.file }, { code, count: count - listed })),
    ]
  }
}

interface Found {
  readonly place: SheetPlace
  readonly problem: Problem
}

const byPlace = ({ place: a }: Found, { place: b }: Found): number =>
  (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0)
