/** Text as XML of a workbook (ECMA-376 part 1). */

/** What XML 1.0 cannot hold, what it reserves, and what a workbook would read as `_xHHHH_`. */
const special = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
const replaced = /[&<>"]|\r\n?|_(?=x[0-9A-Fa-f]{4}_)/g
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', _: '_x005F_' }

/** Text for an element or an attribute; characters that XML cannot hold are left out, lines are parted by `\n`. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(replaced, (found) => names[found] ?? '\n')
}

/** Column 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
