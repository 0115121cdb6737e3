/** Tables of a page, as many systems export them under the name `.xls`: text only, whatever it looks like. */
import type { Cell, Merge, ReadRow } from './cell.ts'
import { mostPlaces, type ReadSheet, sheetInMemory, TooLargeError } from './reading.ts'
import { attribute, decodeEntities } from './xml-scanner.ts'

const widestSpan = 1000
/** As wide as any workbook is; spans count. */
const mostColumns = 16_384
const hidden = [
  [/<!--/g, /-->/g],
  [/<head\b/gi, /<\/head\s*>/gi],
  [/<script\b/gi, /<\/script\s*>/gi],
  [/<style\b/gi, /<\/style\s*>/gi],
] as const
/** A tag's attributes; a value in quotes may hold `>`. */
const inTag = String.raw`((?:"[^"]*"|'[^']*'|[^>"'])*)`
const cellPattern = new RegExp(String.raw`<t[dh]\b${inTag}>([\s\S]*?)(?=</t[dh]\s*>|<t[dh]\b|</tr|$)`, 'gi')
const tagPattern = new RegExp(String.raw`</?[a-z]\w*${inTag}>`, 'gi')

/** One sheet a table; a table within a table is part of the text of its cell. Pages without a table give none. */
export function readHtml(html: string): readonly ReadSheet[] {
  const shown = hidden.reduce((text, [from, to]) => without(text, from, to), html)
  return [...shown.matchAll(/<table\b[^>]*>([\s\S]*?)(?:<\/table\s*>|$)/gi)]
    .map(([, body = '']) => tableOf(body))
    .filter(({ rows }) => rows.length > 0)
    .map(({ rows, merges }, index) => sheetInMemory(`表${index + 1}`, rows, merges))
}

/** The text without what stands between two marks; what is not closed reaches to the end. */
function without(text: string, from: RegExp, to: RegExp): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    from.lastIndex = at
    const start = from.exec(text)
    if (start === null) return kept.join('') + text.slice(at)
    kept.push(text.slice(at, start.index))
    to.lastIndex = start.index
    if (to.exec(text) === null) return kept.join('')
    at = to.lastIndex
  }
}

function tableOf(body: string): { readonly rows: readonly ReadRow[]; readonly merges: readonly Merge[] } {
  const rows: ReadRow[] = []
  const merges: Merge[] = []
  /** The last row that a cell above covers, by column. */
  const covered: number[] = []
  let places = 0
  const lines = body.split(/<tr\b[^>]*>/i).slice(1)
  lines.forEach((line, index) => {
    const number = index + 1
    const cells: (Cell | undefined)[] = []
    let column = 0
    for (const [, attributes = '', content = ''] of line.matchAll(cellPattern)) {
      while ((covered[column] ?? 0) >= number) column += 1
      const text = textOf(content)
      if (text !== '') cells[column] = text
      const right = column + spanOf(attributes, 'colspan') - 1
      const bottom = number + spanOf(attributes, 'rowspan') - 1
      if (right > column || bottom > number) merges.push({ top: number, left: column, bottom, right })
      for (; column <= right; column += 1) covered[column] = bottom
      if (column > mostColumns) throw new TooLargeError('a row is wider than any workbook')
    }
    places += column
    if (places > mostPlaces) throw new TooLargeError('rows and spans make too many cells')
    if (cells.length > 0) rows.push({ number, hidden: false, cells })
  })
  return { rows, merges }
}

function spanOf(attributes: string, name: string): number {
  const span = Number(
    attribute(attributes.toLowerCase(), name) ?? new RegExp(`${name}=(\\d+)`, 'i').exec(attributes)?.[1],
  )
  return Number.isInteger(span) && span > 1 ? Math.min(span, widestSpan) : 1
}

/** Line breaks of the page are spaces, those of `<br>` and paragraphs are kept. */
function textOf(content: string): string {
  const lines = content
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>|<\/p\s*>|<\/div\s*>/gi, '\n')
    .replace(tagPattern, '')
  return decodeEntities(lines.replaceAll('&nbsp;', ' ').replaceAll('&ensp;', ' ').replaceAll('&emsp;', '　')).trim()
}
