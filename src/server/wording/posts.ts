import { postRank } from '#domain/lexicon/terms.ts'
import { inOrder } from './in-order.ts'

/** A post that somebody holds, as far as it is known. */
export interface WordedPost {
  readonly unit: string | null
  readonly title: string | null
  readonly kind: string
  readonly level: string | null
  readonly from: string
}

/**
 * A post with its unit. A committee's own posts carry its short name already.
 * @example postName('中共某某市委员会', '市委副书记') // 中共某某市委副书记
 */
export function postName(unit: string | null, title: string | null): string {
  if (unit === null || title === null) return title ?? unit ?? ''
  const [, committee, place] = /^(.+)([省市县区州盟旗])委员会$/.exec(unit) ?? []
  if (committee !== undefined && place !== undefined && title.startsWith(`${place}委`)) return committee + title
  return title.startsWith(unit) ? title : unit + title
}

/** Kinds of tenure that are posts, the main one first. */
export const postKinds = ['appointed', 'acting', 'concurrent', 'seconded']
const kindNotes: Readonly<Record<string, string>> = { acting: '（主持工作）', seconded: '（挂职）' }

/**
 * Everything somebody is, the main post first, higher ones before lower ones; posts in one unit share its name.
 * @example 某某局党组书记、局长，某某办公室主任
 */
export function presentPost(posts: readonly WordedPost[]): string {
  const held = inOrder(posts, ({ unit, title, kind, level, from }) => [
    postKinds.indexOf(kind),
    -postRank(level ?? ''),
    -Number(from.replaceAll('-', '').padEnd(8, '0')),
    postName(unit, title),
  ])
  const units = Map.groupBy(held, ({ unit }) => unit)
  return [...units]
    .map(([unit, there]) => {
      const titles = there.map(({ title, kind }) => `${title ?? ''}${kindNotes[kind] ?? ''}`)
      return postName(unit, [...new Set(titles)].join('、'))
    })
    .filter((text) => text !== '')
    .join('，')
}
