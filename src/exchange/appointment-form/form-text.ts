import { isUtf8 } from 'node:buffer'

/** A file as text, and the encoding it turned out to be in. Damaged characters are U+FFFD. */
export interface FormText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030'
}

/**
 * The text of a form. What the file declares is not believed: bytes that are UTF-8 are UTF-8, others GB18030, unless
 * nearly all of them read as UTF-8 and a few are damaged.
 */
export function formTextOf(bytes: Uint8Array): FormText {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { text: decoded(bytes, wide), encoding: 'UTF-16' }
  const text = decoded(bytes, 'utf-8')
  if (isUtf8(bytes)) return { text, encoding: 'UTF-8' }
  const damaged = countOf(text, /\uFFFD/g)
  const whole = countOf(text, /[^\0-\x7F\uFFFD]/g)
  return damaged * 4 < whole ? { text, encoding: 'UTF-8' } : { text: decoded(bytes, 'gb18030'), encoding: 'GB18030' }
}

/** Without a byte order mark (the decoder drops it). */
const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** By the byte order mark, or by `<` or `"` as the first character. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if ((first === 0x3c || first === 0x22) && second === 0) return 'utf-16le'
  return first === 0 && (second === 0x3c || second === 0x22) ? 'utf-16be' : undefined
}
