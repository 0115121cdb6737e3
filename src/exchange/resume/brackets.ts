/** What stands in brackets inside a segment: 其间, what was done meanwhile. */
import { dateHeadOf } from './line-head.ts'

/** One dated entry of a bracket. */
export interface Meanwhile {
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}

const meanwhile = /^\s*(?:其间|期间|其中)\s*[:：,，]?\s*/

export const saysMeanwhile = (content: string): boolean => meanwhile.test(content)

/** A bracket tells of something meanwhile when it says so, or begins with two dates. */
export const isDatedBracket = (content: string): boolean =>
  saysMeanwhile(content) || dateHeadOf(content)?.isRange === true

export interface Bracket {
  readonly start: number
  /** After the closing bracket. */
  readonly end: number
  readonly content: string
}

/** The next outermost pair of brackets of either width; one that is never closed reaches to the end. */
export function bracketFrom(text: string, from: number): Bracket | undefined {
  let start = -1
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '（' || character === '(') {
      if (depth === 0) start = at
      depth += 1
    } else if ((character === '）' || character === ')') && depth > 0) {
      depth -= 1
      if (depth === 0) return { start, end: at + 1, content: text.slice(start + 1, at) }
    }
  }
  return start < 0 ? undefined : { start, end: text.length, content: text.slice(start + 1) }
}

/** How many brackets are open after a text, where `depth` were before it. */
export function openBrackets(text: string, depth = 0): number {
  let open = depth
  for (const character of text) {
    if (character === '（' || character === '(') open += 1
    if ((character === '）' || character === ')') && open > 0) open -= 1
  }
  return open
}

/**
 * The entries of a bracket, parted by `；`; also by a comma before two dates.
 * @example entriesOf('其间：2001.09--2004.06在甲校学习；2005.03起兼任团委书记').length // 2
 */
export function entriesOf(content: string): readonly Meanwhile[] {
  const body = content.replace(meanwhile, '')
  const entries: string[] = []
  let done = 0
  for (let at = 0; at < body.length; at += 1) {
    const mark = body[at] ?? ''
    if (!/[；;，,、。]/.test(mark)) continue
    const head = dateHeadOf(body.slice(at + 1, at + 60).replace(meanwhile, ''))
    if (head === undefined || (!/[；;]/.test(mark) && !head.isRange)) continue
    entries.push(body.slice(done, at))
    done = at + 1
  }
  entries.push(body.slice(done))
  return entries.map(entryOf).filter(({ from, text }) => from !== null || text !== '')
}

function entryOf(part: string): Meanwhile {
  const text = part.replace(meanwhile, '').trim()
  const head = dateHeadOf(text)
  return head === undefined ? { from: null, to: null, text } : { from: head.from, to: head.to, text: head.rest }
}
