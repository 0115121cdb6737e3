/** A sparse matrix by rows: row i holds `columns[k]`, `values[k]` for k in starts[i] .. starts[i + 1], columns ascending. */
export interface SparseRows {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Sums the weights of equal (row, column) pairs. Negative rows or columns are left out. */
export function crossTable(
  rows: Int32Array,
  columns: Int32Array,
  weights: Float64Array | undefined,
  rowCount: number,
  columnCount: number,
): SparseRows {
  const counts = new Int32Array(rowCount + 1)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number
    if (row >= 0 && (columns[index] as number) >= 0) counts[row + 1] = (counts[row + 1] as number) + 1
  }
  for (let row = 0; row < rowCount; row += 1) counts[row + 1] = (counts[row + 1] as number) + (counts[row] as number)
  const next = counts.slice()
  const bucket = new Int32Array(counts[rowCount] as number)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number
    if (row < 0 || (columns[index] as number) < 0) continue
    bucket[next[row] as number] = index
    next[row] = (next[row] as number) + 1
  }
  return sumBuckets(bucket, counts, columns, weights, columnCount)
}

function sumBuckets(
  bucket: Int32Array,
  bounds: Int32Array,
  columns: Int32Array,
  weights: Float64Array | undefined,
  columnCount: number,
): SparseRows {
  const sums = new Float64Array(columnCount)
  const seen = new Int32Array(columnCount).fill(-1)
  const starts = new Int32Array(bounds.length)
  const kept = new Int32Array(bucket.length)
  const values = new Float64Array(bucket.length)
  let length = 0
  for (let row = 0; row + 1 < bounds.length; row += 1) {
    const start = length
    for (let place = bounds[row] as number; place < (bounds[row + 1] as number); place += 1) {
      const index = bucket[place] as number
      const column = columns[index] as number
      if (seen[column] !== row) {
        seen[column] = row
        sums[column] = 0
        kept[length] = column
        length += 1
      }
      sums[column] = (sums[column] as number) + (weights ? (weights[index] as number) : 1)
    }
    kept.subarray(start, length).sort()
    for (let place = start; place < length; place += 1) values[place] = sums[kept[place] as number] as number
    starts[row + 1] = length
  }
  return { starts, columns: kept.slice(0, length), values: values.slice(0, length) }
}

/** The transpose: column j holds rows `rows[k]`, and `places[k]` is where the entry lies in the original. */
export interface Transpose {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly places: Int32Array
}

export function transpose(table: SparseRows, columnCount: number): Transpose {
  const starts = new Int32Array(columnCount + 1)
  for (const column of table.columns) starts[column + 1] = (starts[column + 1] as number) + 1
  for (let column = 0; column < columnCount; column += 1)
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number)
  const next = starts.slice()
  const rows = new Int32Array(table.columns.length)
  const places = new Int32Array(table.columns.length)
  for (let row = 0; row + 1 < table.starts.length; row += 1) {
    for (let place = table.starts[row] as number; place < (table.starts[row + 1] as number); place += 1) {
      const column = table.columns[place] as number
      const target = next[column] as number
      next[column] = target + 1
      rows[target] = row
      places[target] = place
    }
  }
  return { starts, rows, places }
}
