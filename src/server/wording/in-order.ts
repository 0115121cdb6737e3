/**
 * Rows by their keys, the first that differs deciding. Every sort ends with keys that tell rows apart, because the records
 * give rows in no order of their own, and equal facts must give equal texts.
 */
export const inOrder = <Row>(rows: readonly Row[], keysOf: (row: Row) => readonly (string | number)[]): Row[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [keysOf(a), keysOf(b)]
    const place = left.findIndex((key, index) => key !== right[index])
    return place < 0 ? 0 : (left[place] ?? '') < (right[place] ?? '') ? -1 : 1
  })
