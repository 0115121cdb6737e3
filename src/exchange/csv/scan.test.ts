import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordScanner } from './scan.ts'
import { csvLine } from './write.ts'

/** Everything the scanner says about a text that arrives in pieces of the given length. */
function scan(text: string, pieceLength = text.length || 1): { records: string[][]; rows: number[]; faults: string[] } {
  const records: string[][] = []
  const rows: number[] = []
  const faults: string[] = []
  const scanner = new RecordScanner({
    record(cells, row) {
      records.push([...cells])
      rows.push(row)
    },
    fault: (fault, row, cells) => void faults.push(`${row} ${fault} ${cells.join('|')}`),
  })
  for (let at = 0; at < text.length; at += pieceLength) scanner.push(text.slice(at, at + pieceLength))
  scanner.push('', true)
  return { records, rows, faults }
}

const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,6}$/),
  fc.constantFrom('', '“引号”', 'a,b', '说"好"', '两\n行', '两\r\n行', '"', '""', ',', '\n'),
)

test('any cells written as CSV are read back, whatever pieces the text arrives in', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
      const text = rows.map(csvLine).join('')
      expect(scan(text, pieceLength)).toMatchObject({ records: rows, faults: [] })
    }),
  )
})

test('agrees with csv-parse on well-formed text with either line ending', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, fc.boolean(), (rows, crlf) => {
      const text = rows.map((row) => csvLine(row).replace(/\n$/, crlf ? '\r\n' : '\n')).join('')
      const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: crlf ? '\r\n' : '\n' })
      expect(scan(text, 3).records).toEqual(expected)
    }),
  )
})

test('rows are numbered as a spreadsheet shows them: a quoted line break begins no row, an empty line is a row', () => {
  expect(scan('a,b\r\n"1\n2",3\r\n\r\n4,5')).toEqual({
    records: [
      ['a', 'b'],
      ['1\n2', '3'],
      ['4', '5'],
    ],
    rows: [1, 2, 4],
    faults: [],
  })
})

test('a broken quote costs its own row; the rows after it are read', () => {
  expect(scan('a,b\nC1,"never closed\nC2,2\nC3,3\n', 4)).toEqual({
    records: [
      ['a', 'b'],
      ['C2', '2'],
      ['C3', '3'],
    ],
    rows: [1, 3, 4],
    faults: ['2 unclosed-quote C1'],
  })
  expect(scan('a,b\nC1,"x"y\nC2,2\n').faults).toEqual(['2 text-after-quote C1|x'])
})

test('a quote inside an unquoted cell is text', () => {
  expect(scan('a,5"屏\nb,c\n').records).toEqual([
    ['a', '5"屏'],
    ['b', 'c'],
  ])
})

test('an endless row is given up instead of filling the memory', () => {
  expect(scan('x'.repeat(3_000_000), 100_000).faults[0]).toBe('1 row-too-long ')
  expect(scan(`"${'x\n'.repeat(1_500_000)}`, 100_000).faults).toEqual(['1 unclosed-quote '])
})
