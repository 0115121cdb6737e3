/** PostgreSQL's COPY text format: tab-separated, backslash escapes, \N for null. */
import { StringDecoder } from 'node:string_decoder'

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (value: string): string =>
  special.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : value

/** One line, with its line end. */
export function writeLine(values: readonly (string | null)[]): string {
  let line = ''
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (index > 0) line += '\t'
    line += value === null || value === undefined ? '\\N' : escaped(value)
  }
  return `${line}\n`
}

const unescapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The values of one line, without its line end. */
export function readLine(line: string): (string | null)[] {
  const values: (string | null)[] = line.split('\t')
  const hasEscapes = line.includes('\\')
  if (!hasEscapes) return values
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? ''
    if (value === '\\N') values[index] = null
    else if (value?.includes('\\'))
      values[index] = value.replace(/\\(.)/g, (_, letter: string) => unescapes[letter] ?? letter)
  }
  return values
}

/** Cuts a stream of bytes into the values of its lines. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[][]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(readLine)
  }
}
