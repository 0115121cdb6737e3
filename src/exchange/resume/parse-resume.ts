import type { ResumeSegment } from '#domain/appointment-form.ts'
import { bracketFrom, entriesOf, isDatedBracket, openBrackets, saysMeanwhile } from './brackets.ts'
import { type DateHead, dateHeadOf } from './line-head.ts'

/**
 * The segments of a résumé (简历), as the official layout has them and as people write them: dots, dashes and brackets of
 * any width, dates without dots, lines wrapped by hand. Nothing is dropped but the marks around dates; a date that cannot
 * be stays in the text. The text of the form itself is kept elsewhere and remains what is printed.
 * @example
 * parseResume('2001.03--2006.05  甲县乙局科员（其间：2001.09--2004.06在丙党校学习）')
 * // [{ from: '2001-03', to: '2006-05', text: '甲县乙局科员', kind: 'main' },
 * //  { from: '2001-09', to: '2004-06', text: '在丙党校学习', kind: 'during', parent: 0 }]
 */
export function parseResume(text: string): readonly ResumeSegment[] {
  return readResume(text).map(({ segment }) => segment)
}

export interface ReadSegment {
  readonly segment: ResumeSegment
  /** On which it begins, from 1. */
  readonly line: number
}

/** The segments with their lines. */
export function readResume(text: string): readonly ReadSegment[] {
  const segments: ReadSegment[] = []
  let main: number | undefined
  for (const block of blocksOf(text)) {
    const add = (segment: ResumeSegment): number => segments.push({ segment, line: block.line }) - 1
    if (block.kind === 'main') {
      const { from, to } = block.head
      const { text: own, brackets } = withoutBrackets(block.text)
      const parent = add({ from, to, text: own, kind: 'main' })
      main = parent
      for (const { content, at } of brackets) {
        const place = at === own.length ? { parent } : { parent, at }
        for (const entry of entriesOf(content)) add({ ...entry, kind: 'during', ...place })
      }
    } else if (block.kind === 'bracket') {
      for (const { content, isMeanwhile } of bracketsOf(block.text)) {
        const parent = isMeanwhile ? main : undefined
        for (const entry of entriesOf(content)) {
          add(parent === undefined ? { ...entry, kind: 'spanning' } : { ...entry, kind: 'during', parent })
        }
      }
    } else add({ from: null, to: null, text: block.text, kind: 'note' })
  }
  return segments
}

type Block = { readonly line: number; text: string; openBrackets: number } & (
  | { readonly kind: 'main'; readonly head: DateHead }
  | { readonly kind: 'bracket' | 'note' }
)

/** Lines put together that belong together: what begins with dates, a bracket of its own, a note. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = text.split(/\r\n?|\n/)
  const lastDated = lines.findLastIndex((line) => dateHeadOf(line) !== undefined || isOwnBracket(line))
  let afterBlank = false
  for (const [index, line] of lines.entries()) {
    const content = line.trim()
    if (content === '') {
      afterBlank = true
      continue
    }
    const current = blocks.at(-1)
    const head = dateHeadOf(line)
    const isIndented = /^(?:[^\S\n]{2}|[\t\u3000])/.test(line)
    const surroundings = { current, isIndented, afterBlank, isTrailing: index > lastDated }
    const start = (text: string): Pick<Block, 'line' | 'text' | 'openBrackets'> => ({
      line: index + 1,
      text,
      openBrackets: openBrackets(text),
    })
    if (current !== undefined && isInsideBracket(current, content, head, isIndented)) extend(current, content)
    else if (head !== undefined && !(head.isRange === false && terms.test(content))) {
      blocks.push({ kind: 'main', head, ...start(head.rest) })
    } else if (isOwnBracket(line)) blocks.push({ kind: 'bracket', ...start(content) })
    else if (current === undefined || head !== undefined || isNote(content, surroundings)) {
      blocks.push({ kind: 'note', ...start(content) })
    } else extend(current, content)
    afterBlank = false
  }
  return blocks
}

/** Lines of Chinese are joined as they are, words of other languages by a space. */
function extend(block: Block, more: string): void {
  const isWord = /[\x21-\x7E]/.test(block.text.at(-1) ?? '') && /^[A-Za-z0-9]/.test(more)
  block.text += isWord ? ` ${more}` : more
  block.openBrackets = openBrackets(more, block.openBrackets)
}

/** A bracket that is open goes on in the next line, even where dates begin it; but one that was never closed ends. */
function isInsideBracket(current: Block, content: string, head: DateHead | undefined, isIndented: boolean): boolean {
  if (current.openBrackets === 0) return false
  if (head === undefined) return isIndented || !isOwnBracket(content)
  return openBrackets(content, current.openBrackets) < current.openBrackets && (isIndented || !head.isRange)
}

/** A line that is a bracket with dates. */
function isOwnBracket(line: string): boolean {
  const content = /^\s*[（(](.*)$/.exec(line)?.[1]
  return content !== undefined && isDatedBracket(content)
}

interface Surroundings {
  readonly current: Block | undefined
  readonly isIndented: boolean
  readonly afterBlank: boolean
  /** No dated line follows. */
  readonly isTrailing: boolean
}

/** Terms on committees and remarks. */
const terms = /届.{0,30}(?:委员|代表|常委|理事|主席)|^备?注[:：]|^说明[:：]/

/** Notes stand below the dated lines; another undated line goes on with the one above it. */
function isNote(content: string, { current, isIndented, afterBlank, isTrailing }: Surroundings): boolean {
  if (afterBlank) return isTrailing || !isIndented
  return !isIndented && (current?.kind === 'note' || (isTrailing && terms.test(content)))
}

/** The text of a segment without its dated brackets, and where in it they stood. */
function withoutBrackets(text: string): {
  readonly text: string
  readonly brackets: readonly { readonly content: string; readonly at: number }[]
} {
  const brackets: { content: string; at: number }[] = []
  let own = ''
  let done = 0
  for (let bracket = bracketFrom(text, 0); bracket !== undefined; bracket = bracketFrom(text, bracket.end)) {
    if (!isDatedBracket(bracket.content)) continue
    own += text.slice(done, bracket.start)
    brackets.push({ content: bracket.content, at: own.length })
    done = bracket.end
  }
  return { text: own + text.slice(done), brackets }
}

/** The brackets of a line of its own; what follows one belongs to it. */
function bracketsOf(text: string): readonly { readonly content: string; readonly isMeanwhile: boolean }[] {
  const brackets: { content: string; isMeanwhile: boolean }[] = []
  let done = 0
  for (let bracket = bracketFrom(text, 0); bracket !== undefined; bracket = bracketFrom(text, done)) {
    const next = text.slice(bracket.end).search(/[（(]\s*([其期]间|\d{4})/)
    const end = next < 0 ? text.length : bracket.end + next
    const content = bracket.content + text.slice(bracket.end, end).trim()
    brackets.push({ content, isMeanwhile: saysMeanwhile(content) })
    done = end
  }
  return brackets
}
