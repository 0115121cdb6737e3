/**
 * A tolerant scanner of XML markup, for files that other software broke. A strict parser refuses them (raw `&` and `<`,
 * a tag never closed), a lenient one takes `<研发>` in a résumé for structure; here the names that matter are known, and
 * whatever is no well-formed piece of markup is text. Entities are only the five of XML and character references:
 * nothing is ever looked up or expanded further.
 */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  /** Without a namespace prefix, as written. */
  readonly name: string
  readonly attributes: string
  readonly start: number
  readonly end: number
}

type Piece =
  | { readonly kind: 'text' | 'cdata' | 'aside' | 'declaration'; readonly start: number; readonly end: number }
  | Tag

const tagPattern = /<(\/?)(?:[\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)((?:\s[^<>]*?)?)(\/?)>/uy

const passages = [
  { kind: 'cdata', opening: '<![CDATA[', closing: ']]>' },
  { kind: 'aside', opening: '<!--', closing: '-->' },
  { kind: 'aside', opening: '<?', closing: '?>' },
] as const

/** The pieces of a text in order, in time linear in its length. */
function* piecesOf(text: string): Generator<Piece> {
  const exhausted = new Set<string>()
  let done = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    const isPassage = text[at + 1] === '!' || text[at + 1] === '?'
    const piece = isPassage ? passageAt(text, at, exhausted) : tagAt(text, at)
    if (piece !== undefined) {
      if (at > done) yield { kind: 'text', start: done, end: at }
      yield piece
      done = piece.end
    }
    at = text.indexOf('<', piece?.end ?? at + 1)
  }
  if (done < text.length) yield { kind: 'text', start: done, end: text.length }
}

function passageAt(text: string, at: number, exhausted: Set<string>): Piece | undefined {
  for (const { kind, opening, closing } of passages) {
    if (!text.startsWith(opening, at) || exhausted.has(closing)) continue
    const end = text.indexOf(closing, at + opening.length)
    if (end >= 0) return { kind, start: at, end: end + closing.length }
    exhausted.add(closing)
  }
  return /^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))
    ? { kind: 'declaration', start: at, end: at + 9 }
    : undefined
}

function tagAt(text: string, at: number): Tag | undefined {
  tagPattern.lastIndex = at
  const match = tagPattern.exec(text)
  if (match === null) return undefined
  const [whole, slash, name = '', attributes = '', empty] = match
  const kind = slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open'
  return { kind, name, attributes: attributes.trim(), start: at, end: at + whole.length }
}

export interface Markup {
  /** At most one more than were asked for. */
  readonly tags: readonly Tag[]
  /** A document type or an entity is declared before the first element. */
  readonly hasDeclaration: boolean
}

export function markupOf(text: string, mostTags: number): Markup {
  const tags: Tag[] = []
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'declaration' && tags.length === 0) return { tags, hasDeclaration: true }
    if (tags.length > mostTags) break
    if (piece.kind === 'open' || piece.kind === 'close' || piece.kind === 'empty') tags.push(piece)
  }
  return { tags, hasDeclaration: false }
}

/**
 * The text that a stretch of XML stands for: CDATA as it is, comments and instructions gone, unknown tags as text.
 * @example plainText('A&amp;B <研发> &#26519;<!-- x -->') // 'A&B <研发> 林'
 */
export function plainText(xml: string): string {
  let text = ''
  for (const { kind, start, end } of piecesOf(xml)) {
    if (kind === 'cdata') text += xml.slice(start + 9, end - 3)
    else if (kind !== 'aside') text += withoutReferences(xml.slice(start, end))
  }
  return text.replace(/\r\n?/g, '\n')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const withoutReferences = (xml: string): string =>
  xml.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g, (reference, name, decimal, hex) => {
    if (name !== undefined) return named[name] ?? reference
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return isCharacter(code) ? String.fromCodePoint(code) : reference
  })

/** A character that XML 1.0 allows (section 2.2). */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code < 0xd800) ||
  (code > 0xdfff && code < 0xfffe) ||
  (code > 0xffff && code <= 0x10ffff)

/** Without the characters that XML 1.0 does not allow. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '')

export const escaped = (text: string): string =>
  withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
