/** The way ahead for the whole reserve: the next level up, its earliest lawful day, and what stands in between. */
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { WorkList } from '#domain/results.ts'
import { type PathAnswer, type PathGround, pathReader } from './paths.ts'

/** One answer for each cadre of the reserve in service, in the order of the record. */
export function reserveOutlook(ground: PathGround): PathAnswer[] {
  const { facts } = ground
  const { reserve } = facts.snapshot.tables.cadres.columns
  const read = pathReader(ground)
  return Array.from({ length: facts.cadreCount }, (_, row) => row).flatMap((row) => {
    const answer = booleanAt(reserve, row) === true ? read.toNextLevel(facts.cadre(row).id) : undefined
    return answer ? [answer] : []
  })
}

/**
 * The result table `paths.csv`: `on` is empty where there is no lawful path before `limit`; `between` names the rules that
 * have to turn first, or those that stand in the way for good.
 */
export function pathList(answers: readonly PathAnswer[]): WorkList {
  return {
    name: 'paths',
    columns: ['cadre_id', 'level', 'on', 'verdict', 'moves', 'between', 'missing', 'limit'],
    rows: answers.map(({ cadreId, level, paths: [first], barred, tooLate, limit }) => {
      const between = first ? first.steps.flatMap(({ waits }) => waits) : barred
      const missing = first?.steps.flatMap(({ open }) => open.flatMap((finding) => finding.missing)) ?? []
      return [
        cadreId,
        level,
        first ? formatDate(first.about) : null,
        first?.verdict ?? 'unmet',
        first?.steps.length ?? null,
        tooLate === undefined ? unique(between.map(({ rule }) => rule)) : 'RETIRE-GRADUAL',
        unique(missing),
        formatDate(limit.on),
      ]
    }),
  }
}

const unique = (values: readonly string[]): string => [...new Set(values)].join(';')
