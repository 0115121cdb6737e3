import { conditionsOf, pathsIn } from '../language/walk.ts'
import type { Rule } from '../rulebook/rule.ts'

/**
 * Which recusal a rule is about, as its conditions show: of relatives, or of the place of upbringing.
 * @example recusalOf(book.rules.get('AVOID-03-KIN')) // 'kin'
 */
export function recusalOf(rule: Rule): 'kin' | 'place' | undefined {
  const conditions = [...conditionsOf(rule)]
  if (conditions.some((part) => 'list' in part && part.list === 'relatives')) return 'kin'
  return conditions.flatMap(pathsIn).some((path) => path.startsWith('cadre.growth_')) ? 'place' : undefined
}
