/** The ladder of grades (职级), and how far up it a step would be. */
import { identifiersOf, type PostLevel } from '#domain/lexicon/terms.ts'

/** The post level that each grade is equivalent to. */
export type GradeLevels = Readonly<Partial<Record<string, string>>>

/** Grades from low to high. */
export const gradeLadder: readonly string[] = [...identifiersOf('grade')].reverse()
export const gradeRank = (grade: string): number => gradeLadder.indexOf(grade)

/** The lowest grade that goes with a leading post; undefined where the level has none. */
export const leastGradeOf = (level: PostLevel | undefined, levels: GradeLevels): string | undefined =>
  level === undefined || level === 'none' ? undefined : gradeLadder.find((grade) => levels[grade] === level)

/** Where a person stands on the ladder: the grade on record, and the lowest that goes with the leading post held. */
export interface Rung {
  readonly grade: string | undefined
  readonly leastGrade: string | undefined
}

/**
 * How many rungs a grade is above the one held. A leader is held to have at least the grade that goes with the post;
 * where no grade is on record, the real one may be higher, and a longer step cannot be told.
 * @example gradeSteps({ grade: 'officer-1', leastGrade: undefined }, 'principal-officer-4') // 1
 */
export function gradeSteps({ grade, leastGrade }: Rung, target: string): number | undefined {
  const fromPost = leastGrade === undefined ? undefined : gradeRank(target) - gradeRank(leastGrade)
  if (grade === undefined) return fromPost !== undefined && fromPost <= 1 ? fromPost : undefined
  return Math.min(gradeRank(target) - gradeRank(grade), fromPost ?? Number.POSITIVE_INFINITY)
}
