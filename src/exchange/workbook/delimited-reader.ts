/** Text with cells between commas or tabs, which some systems name `.xls`. */
import { parse } from 'csv-parse/sync'
import type { ReadRow } from './cell.ts'
import { type ReadSheet, sheetInMemory } from './reading.ts'

const delimiters = ['\t', ',', ';'] as const

/** One sheet; none where no line has two cells. */
export function readDelimited(text: string): readonly ReadSheet[] {
  const head = text.slice(0, 10_000).split('\n', 20)
  const delimiter = delimiters.find((mark) => head.filter((line) => line.includes(mark)).length * 2 >= head.length)
  if (delimiter === undefined) return []
  const records: string[][] = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, bom: true })
  const rows = records.flatMap((record, index): ReadRow[] => {
    const cells = record.map((cell) => (cell.trim() === '' ? undefined : plain(cell)))
    return cells.some((cell) => cell !== undefined) ? [{ number: index + 1, hidden: false, cells }] : []
  })
  return [sheetInMemory('', rows)]
}

/** `="0012"` and a leading apostrophe or tab are how exports keep digits as text. */
const plain = (cell: string): string =>
  (/^="(.*)"$/s.exec(cell)?.[1] ?? cell).replace(/^['\t]|\t$/g, '').replace(/\r\n?/g, '\n')
