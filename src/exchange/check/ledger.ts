import type { Problem } from '#domain/problem.ts'
import { type Place, type ProblemCode, problemOf, type Values } from '../wording/wording.ts'

/** A million equal mistakes have one cause: this many of a kind are listed, the rest are counted. */
const listedOfAKind = 200

/** Collects the problems of one file in the order in which a clerk meets them. */
export class ProblemLedger {
  readonly file: string
  private readonly listed: Problem[] = []
  private readonly counts = new Map<string, number>()

  constructor(file: string) {
    this.file = file
  }

  add(code: ProblemCode, place: Omit<Place, 'file'>, values?: Values): void {
    const kind = `${code} ${place.column ?? ''}`
    const count = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, count)
    if (count <= listedOfAKind) this.listed.push(problemOf(code, { file: this.file, ...place }, values))
  }

  /** All problems, listed or only counted. */
  get total(): number {
    let total = 0
    for (const count of this.counts.values()) total += count
    return total
  }

  /** By row, then by the order of the columns in `columns`; after them a line for each kind that was cut short. */
  problems(columns: readonly string[]): Problem[] {
    const rank = (problem: Problem): number => (problem.column === undefined ? -1 : columns.indexOf(problem.column))
    const listed = this.listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || rank(a) - rank(b))
    for (const [kind, count] of this.counts) {
      if (count <= listedOfAKind) continue
      const [code = '', column = ''] = kind.split(' ')
      const place = { file: this.file, ...(column === '' ? {} : { column }) }
      listed.push(problemOf('and-more', place, { code, count: count - listedOfAKind }))
    }
    return listed
  }
}
