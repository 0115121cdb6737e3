/** Recorded facts in the words of the office's papers. What is not known is an empty text. */
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PaperFacts, TenureFact } from '#records/queries/index.ts'
import { courseName, highestCourse, levelText, type WordedPost } from '../wording/index.ts'

type Education = PaperFacts['educations'][number]

/** `1975.10` of a recorded date. */
export const yearMonth = (date: string | null | undefined): string => date?.slice(0, 7).replace('-', '.') ?? ''

/** A tenure in its own words, else in those of its seat. */
export const wordedPost = (post: TenureFact): WordedPost => ({
  unit: post.unit_text ?? post.seat_unit,
  title: post.title_text ?? post.seat_title,
  kind: post.kind,
  level: post.post_level ?? post.seat_level,
  from: post.from,
})

export interface EducationTexts {
  readonly level: string
  readonly degree: string
  /** School and subject, also of the degree where it comes from elsewhere, a line each. */
  readonly school: string
}

/** The highest level and degree of one mode, or of any; what is not finished counts where nothing is. */
export function educationTexts(educations: readonly Education[], mode?: string): EducationTexts {
  const ofMode = educations.filter((one) => mode === undefined || one.mode === mode)
  const level = highestCourse(ofMode, 'level')
  const degree = highestCourse(ofMode, 'degree')
  const schools = [level, degree].flatMap((one) => (one === undefined ? [] : [courseName(one)]))
  return {
    level: level === undefined ? '' : levelText(level),
    degree: degree?.degree ? labelOf('degree', degree.degree).zh : '',
    school: [...new Set(schools)].filter((text) => text !== '').join('\n'),
  }
}

/** The grade that is held, and since when. */
export function presentGrade(
  grades: PaperFacts['grades'],
): { readonly grade: string; readonly from: string } | undefined {
  const [newest] = grades.filter(({ to }) => to === null).sort((a, b) => (a.from < b.from ? 1 : -1))
  return newest && { grade: labelOf('grade', newest.grade).zh, from: newest.from }
}
