/** How long a post has been held, and what was held on a day. */
import { type DateCode, earliest, latest } from '#domain/calendar.ts'
import { type PostLevel, postRank } from '#domain/lexicon/terms.ts'
import type { Stretch } from './career.ts'

/** The seat where it is known, else unit and title as written; these must also agree in level. */
const isSame = (a: Stretch, b: Stretch): boolean =>
  a.kind === b.kind && (b.position === undefined ? a.post === b.post && a.level === b.level : a.position === b.position)

/** Since when a post has been held without a break, renewed appointments to it included. */
export function heldSince(stretches: readonly Stretch[], post: Stretch): DateCode {
  const same = stretches.filter((stretch) => isSame(stretch, post))
  return same.reduceRight(
    (since, { from, to }) =>
      to !== 0 && earliest(from) < earliest(since) && latest(to) >= earliest(since) ? from : since,
    post.from,
  )
}

/** The highest level held in one's own right on the eve of a day, such as that of a sanction. */
export function levelBefore(stretches: readonly Stretch[], day: DateCode): PostLevel | undefined {
  const held = stretches.filter(
    ({ kind, from, to }) =>
      kind === 'appointed' && earliest(from) < latest(day) && (to === 0 || latest(to) >= earliest(day)),
  )
  if (held.some(({ level }) => level === undefined)) return undefined
  return held.map(({ level }) => level).sort((a, b) => postRank(b ?? '') - postRank(a ?? ''))[0]
}
