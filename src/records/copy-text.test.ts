import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines, writeLine } from './copy-text.ts'

const text = fc.string({ unit: fc.constantFrom('a', '\\', '\t', '\n', '\r', 'N', 'n', '"', '王', '𠮷', '') })
const row = fc.array(fc.option(text), { minLength: 1, maxLength: 4 })

test('rows come back from the COPY text format as they went in, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 7 }),
      async (rows, size) => {
        const bytes = Buffer.from(rows.map(writeLine).join(''))
        async function* chunks(): AsyncGenerator<Buffer> {
          for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
        }
        const read: (string | null)[][] = []
        for await (const lines of readLines(chunks())) read.push(...lines)
        expect(read).toEqual(rows)
      },
    ),
  )
})
