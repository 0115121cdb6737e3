import { earliest } from '#domain/calendar.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { sectorOf } from '#identify/index.ts'
import type { Stretch } from '#policy/index.ts'

const levels: readonly string[] = identifiersOf('unitLevel')

/**
 * 上级专业部门挂职: into a unit of the same field at a higher level than the post held at home by then. Undefined where either
 * unit is not known here.
 */
export function hasGoneUp(secondment: Stretch, posts: readonly Stretch[]): boolean | undefined {
  const begun = earliest(secondment.from)
  const home = posts.findLast(({ kind, from }) => kind === 'appointed' && earliest(from) <= begun)
  const there = secondment.place?.around
  const here = home?.place?.around
  if (!home || !there?.level || !here?.level) return undefined
  const field = sectorOf(home)
  const host = sectorOf(secondment)
  if (field === undefined || host === undefined) return undefined
  return host === field && levels.indexOf(there.level) < levels.indexOf(here.level)
}
