/**
 * What a workbook as flat XML (SpreadsheetML 2003) says of its own size. The library makes every cell and column that is
 * named, so that a file of a kilobyte would take the thread and gigabytes; it is asked before the library is.
 */

const limits = {
  /** Of the programs that open such files. */
  row: 1_048_576,
  column: 16_384,
  /** Columns that others repeat, all sheets together: four sheets of full width. */
  repeated: 2 ** 16,
  /** Cells that are merged. A roster of 50,000 people that merges the units of its rows has half as many. */
  merged: 2 ** 20,
  /** Columns that are passed over or filled, row by row: 50,000 people in 36 columns are a twentieth. */
  places: 2 ** 25,
} as const

const tagPattern = /<(?:[\w.-]+:)?(cell|row|column)\b((?:"[^"]*"|'[^']*'|[^>"'])*)/gi
const sizePattern = /\b(Index|Span|MergeAcross|MergeDown)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Whether the text names more rows, columns or merged cells than a workbook of this office ever has. */
export function isOversized(text: string): boolean {
  let [repeated, merged, places] = [0, 0, 0]
  for (const [, tag = '', attributes = ''] of text.matchAll(tagPattern)) {
    const { Index = 0, Span = 0, MergeAcross = 0, MergeDown = 0 } = sizesOf(attributes)
    if (tag.toLowerCase() === 'row') {
      if (Index > limits.row) return true
      continue
    }
    if (Index > limits.column) return true
    if (tag.toLowerCase() === 'column') repeated += Span
    else {
      places += Index
      if (MergeAcross > 0 || MergeDown > 0) merged += (MergeAcross + 1) * (MergeDown + 1)
    }
    if (repeated > limits.repeated || merged > limits.merged || places > limits.places) return true
  }
  return false
}

/** The library takes some by `Number`, others by `parseInt`. */
function sizesOf(attributes: string): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const [, name = '', double, single = ''] of attributes.matchAll(sizePattern)) {
    const value = double ?? single
    sizes[name] = Math.max(sizes[name] ?? 0, Number(value) || 0, Number.parseInt(value, 10) || 0)
  }
  return sizes
}
