import type { FormOther } from '#domain/appointment-form.ts'
import type { Tag } from './markup.ts'

/** The elements known below an element, by lower-case name, each with those below it. */
export interface Shape extends ReadonlyMap<string, Shape> {}

/** A part of a text and the tags that lie in it. */
export interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly tags: readonly Tag[]
}

export type Child =
  | { readonly kind: 'known'; readonly name: string; readonly stretch: Stretch; readonly isClosed: boolean }
  | { readonly kind: 'other'; readonly other: FormOther }
  /** A tag without its partner. */
  | { readonly kind: 'stray'; readonly name: string }

export const xmlOf = ({ text, start, end }: Stretch): string => text.slice(start, end)

/**
 * The elements in a stretch. A known one that is not closed ends where the next known one begins; tags in the text of a
 * known one are text. An unknown one is taken whole when it is closed.
 * @param top names that cannot lie inside an element unless its shape has them
 */
export function* childrenOf(stretch: Stretch, shape: Shape, top: Shape): Generator<Child> {
  const { text, tags } = stretch
  const closed = new Set(tags.filter((tag) => tag.kind === 'close').map((tag) => tag.name))
  for (let index = 0; index < tags.length; ) {
    const tag = tags[index]
    if (tag === undefined) return
    const name = tag.name.toLowerCase()
    const inner = shape.get(name)
    if (tag.kind === 'close' || (inner === undefined && tag.kind === 'open' && !closed.has(tag.name))) {
      yield { kind: 'stray', name: tag.name }
      index += 1
    } else if (tag.kind === 'empty') {
      const empty = { text, start: tag.end, end: tag.end, tags: [] }
      yield inner === undefined
        ? { kind: 'other', other: otherOf(tag, '') }
        : { kind: 'known', name, stretch: empty, isClosed: true }
      index += 1
    } else if (inner === undefined) {
      const end = closeOf(tags, index)
      if (end === undefined) closed.delete(tag.name)
      yield end === undefined
        ? { kind: 'stray', name: tag.name }
        : { kind: 'other', other: otherOf(tag, text.slice(tag.end, tags[end]?.start)) }
      index = (end ?? index) + 1
    } else {
      const end = endOf(tags, index, inner, shape, top)
      const found = tags[end]
      const isClosed = found?.kind === 'close' && found.name.toLowerCase() === name
      const part = { text, start: tag.end, end: found?.start ?? stretch.end, tags: tags.slice(index + 1, end) }
      yield { kind: 'known', name, stretch: part, isClosed }
      index = isClosed ? end + 1 : end
    }
  }
}

function otherOf(tag: Tag, content: string): FormOther {
  const attributes = tag.attributes === '' ? {} : { attributes: tag.attributes }
  return { element: tag.name, ...attributes, content: content.replace(/\r\n?/g, '\n') }
}

/** The tag that closes an unknown element, which may hold others of its name. */
function closeOf(tags: readonly Tag[], from: number): number | undefined {
  let depth = 0
  for (let index = from; index < tags.length; index += 1) {
    const tag = tags[index]
    if (tag?.name !== tags[from]?.name || tag === undefined) continue
    if (tag.kind === 'open') depth += 1
    if (tag.kind === 'close') depth -= 1
    if (depth === 0) return index
  }
  return undefined
}

/** Where a known element ends: at its own close, or at the next known tag that cannot lie inside it. */
function endOf(tags: readonly Tag[], from: number, inner: Shape, siblings: Shape, top: Shape): number {
  const own = tags[from]?.name.toLowerCase()
  const isInside = (name: string): boolean =>
    inner.has(name) || [...inner.values()].some((further) => further.has(name))
  for (let index = from + 1; index < tags.length; index += 1) {
    const tag = tags[index]
    const name = tag?.name.toLowerCase() ?? ''
    const isOwnEnd = tag?.kind === 'close' && name === own
    if (isOwnEnd || ((siblings.has(name) || top.has(name)) && !isInside(name))) return index
  }
  return tags.length
}
