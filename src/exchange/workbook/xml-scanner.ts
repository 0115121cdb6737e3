/**
 * Reads XML in pieces, as much of it as the parts of a workbook use: elements by their names without prefix, text,
 * CDATA. Comments and instructions are passed over; a document type, which could define entities, is refused.
 */

export interface XmlListener {
  open(name: string, attributes: string): void
  close(name: string): void
  /** All text between two tags, entities resolved. Only asked for while `listening` is true. */
  text(text: string): void
  readonly listening: boolean
}

/** The file is not such XML. */
export class XmlError extends Error {}
export class DoctypeError extends XmlError {}

/** No tag or text of a workbook is longer. */
const longestToken = 1 << 22

const slash = 0x2f
const quote = 0x22
const equals = 0x3d

export class XmlScanner {
  private readonly listener: XmlListener
  private rest = ''

  constructor(listener: XmlListener) {
    this.listener = listener
  }

  push(piece: string): void {
    const buffer = this.rest === '' ? piece : this.rest + piece
    let at = 0
    for (;;) {
      const start = buffer.indexOf('<', at)
      if (start < 0) break
      if (start > at && this.listener.listening) this.listener.text(decodeEntities(buffer.slice(at, start)))
      const end = this.tag(buffer, start)
      at = start
      if (end < 0) break
      at = end
    }
    this.rest = buffer.slice(at)
    if (this.rest.length > longestToken) throw new XmlError('a tag or text does not end')
  }

  end(): void {
    if (this.rest.trim() !== '') throw new XmlError('the text ends within a tag')
  }

  /** Reads the tag at `start`; returns the place after it, or -1 where more text is needed. */
  private tag(buffer: string, start: number): number {
    const mark = buffer.charCodeAt(start + 1)
    if (mark === 0x21) return this.declaration(buffer, start)
    let end = buffer.indexOf('>', start)
    if (end < 0) return -1
    if (mark === 0x3f) return end + 1
    if (mark === slash) {
      this.listener.close(localName(buffer.slice(start + 2, end).trimEnd()))
      return end + 1
    }
    let closed = buffer.charCodeAt(end - 1) === slash
    let last = closed ? end - 1 : end
    const space = firstSpace(buffer, start, last)
    if (space < 0) {
      this.element(buffer.slice(start + 1, last), '', closed)
      return end + 1
    }
    // A value may hold `>`: then a quote is still open.
    while (hasOpenQuote(buffer, space, last)) {
      end = buffer.indexOf('>', end + 1)
      if (end < 0) return -1
      closed = buffer.charCodeAt(end - 1) === slash
      last = closed ? end - 1 : end
    }
    this.element(buffer.slice(start + 1, space), buffer.slice(space, last), closed)
    return end + 1
  }

  private element(name: string, attributes: string, closed: boolean): void {
    const local = localName(name)
    this.listener.open(local, attributes)
    if (closed) this.listener.close(local)
  }

  private declaration(buffer: string, start: number): number {
    if (buffer.startsWith('<!--', start)) {
      const end = buffer.indexOf('-->', start + 4)
      return end < 0 ? -1 : end + 3
    }
    if (buffer.startsWith('<![CDATA[', start)) {
      const end = buffer.indexOf(']]>', start + 9)
      if (end >= 0 && this.listener.listening) this.listener.text(buffer.slice(start + 9, end))
      return end < 0 ? -1 : end + 3
    }
    if (buffer.length - start < 9) return -1
    throw new DoctypeError('a document type is not allowed')
  }
}

/** The first blank of a tag, or -1. */
function firstSpace(buffer: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at += 1) if (buffer.charCodeAt(at) <= 0x20) return at
  return -1
}

function hasOpenQuote(buffer: string, start: number, end: number): boolean {
  // Nearly every tag ends with a closing quote, which no `=` precedes.
  if (buffer.charCodeAt(end - 1) === quote && buffer.charCodeAt(end - 2) !== equals) return false
  let open = false
  for (let at = buffer.indexOf('"', start); at >= 0 && at < end; at = buffer.indexOf('"', at + 1)) open = !open
  return open
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `&amp;`, `&#x5e72;` and their like; what is no entity stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of an attribute, entities resolved; `id` also finds `r:id`. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before > 0x20 && before !== 0x3a) continue
    const open = at + name.length + 1
    if (attributes.charCodeAt(open - 1) !== 0x3d) continue
    const quote = attributes[open]
    if (quote !== '"' && quote !== "'") continue
    const close = attributes.indexOf(quote, open + 1)
    return close < 0 ? undefined : decodeEntities(attributes.slice(open + 1, close))
  }
  return undefined
}
