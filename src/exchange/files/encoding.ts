/**
 * Bytes to text. UTF-8 is tried first; a file that is not valid UTF-8 is read as GB18030, unless most of its non-ASCII
 * characters are well-formed UTF-8: then it is UTF-8 with damage, and the damaged characters become U+FFFD.
 */
import { isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'damaged-utf-8' | 'gb18030'

/** The bytes are not text in any encoding that is read here. */
export class NotTextError extends Error {
  readonly found: 'nul-byte' | 'file-utf16'
  /** Line on which it was found, from 1. */
  readonly line: number

  constructor(found: 'nul-byte' | 'file-utf16', line: number) {
    super(found)
    this.found = found
    this.line = line
  }
}

/** Thrown by `decode` in the encoding `utf-8` at the first byte that is none. */
export class NotUtf8Error extends Error {}

/** How many bytes at the end of `bytes` begin a character whose rest is in the next piece. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** A stream of bytes as a stream of text, without a byte order mark. Throws NotTextError, NotUtf8Error. */
export async function* decode(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'utf-8' ? utf8Decoder() : streamDecoder(encoding)
  let first = true
  let lines = 1
  for await (const piece of pieces) {
    if (first && isUtf16(piece)) throw new NotTextError('file-utf16', 1)
    const nul = piece.indexOf(0)
    if (nul >= 0) throw new NotTextError('nul-byte', lines + lineFeeds(piece.subarray(0, nul)))
    lines += lineFeeds(piece)
    const text = decoder.write(piece)
    yield first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    if (text !== '') first = false
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}

const isUtf16 = (piece: Buffer): boolean =>
  piece.length >= 2 && ((piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0xfe && piece[1] === 0xff))

function lineFeeds(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1
  return count
}

interface Decoder {
  write(piece: Buffer): string
  end(): string
}

/** Strict UTF-8 by Node's vectorised check, several times faster than the streaming TextDecoder. */
function utf8Decoder(): Decoder {
  let held: Buffer = Buffer.alloc(0)
  return {
    write(piece) {
      const bytes = held.length === 0 ? piece : Buffer.concat([held, piece])
      const whole = bytes.subarray(0, bytes.length - openBytes(bytes))
      if (!isUtf8(whole)) throw new NotUtf8Error()
      held = Buffer.from(bytes.subarray(whole.length))
      return whole.toString('utf8')
    },
    end() {
      if (held.length > 0) throw new NotUtf8Error()
      return ''
    },
  }
}

function streamDecoder(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true })
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

/** Non-ASCII characters after which the encoding is beyond doubt. */
const enoughToTell = 100_000

/** The encoding of a file that is not valid UTF-8. Chinese text in GB18030 hardly ever forms UTF-8 sequences. */
export async function encodingOf(pieces: AsyncIterable<Buffer>): Promise<'damaged-utf-8' | 'gb18030'> {
  let wellFormed = 0
  let damaged = 0
  for await (const piece of pieces) {
    if (wellFormed + damaged > enoughToTell) break
    for (let at = 0; at < piece.length; ) {
      const lead = piece[at] ?? 0
      if (lead < 0x80) {
        at += 1
        continue
      }
      const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
      if (at + length > piece.length) break
      if (length > 1 && isUtf8(piece.subarray(at, at + length))) {
        wellFormed += 1
        at += length
      } else {
        damaged += 1
        at += 1
      }
    }
  }
  return wellFormed > damaged ? 'damaged-utf-8' : 'gb18030'
}
