/** Characters that no system keeps in the name of a file, and those that hide or turn text. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu

const longestStem = 80

/**
 * The name of a file as the office writes it, made safe: no path, no control or turning characters, no leading dot.
 * @example fileNameOf(['干部名册', '2026.11'], 'xlsx') // 干部名册 2026.11.xlsx
 */
export function fileNameOf(words: readonly string[], extension: string): string {
  const stem = words
    .map((word) => word.toWellFormed().replace(unsafe, ' ').replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '')
    .join(' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = Array.from(stem).slice(0, longestStem).join('')
  return `${short === '' ? '文件' : short}.${extension}`
}

/** `attachment` with the name in UTF-8 (RFC 6266, RFC 8187) and a plain one for those that cannot read it. */
export function attachment(fileName: string): string {
  const plain = `export${/\.[a-z\d]+$/i.exec(fileName)?.[0] ?? ''}`
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
