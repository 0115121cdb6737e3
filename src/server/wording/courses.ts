import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { inOrder } from './in-order.ts'

type Known = string | null | undefined

/** A course of study, as far as it is known. */
export interface Course {
  readonly level?: Known
  readonly degree?: Known
  readonly school?: Known
  readonly major?: Known
  readonly from?: Known
  readonly to?: Known
}

/** @example courseName({ school: '某大学', major: '法学' }) // 某大学法学专业 */
export const courseName = ({ school, major }: Course): string =>
  `${school ?? ''}${major ?? ''}${!major || major.endsWith('专业') ? '' : '专业'}`

/** Education at a Party school is named after the school: 中央党校大学, 省委党校研究生. */
export function levelText({ level, school }: Course): string {
  const [partySchool = ''] = /(中央|[省区市]委)党校/.exec(school ?? '') ?? []
  return partySchool + labelOf('educationLevel', level as never).zh
}

const highestFirst: Readonly<Record<'level' | 'degree', readonly string[]>> = {
  level: identifiersOf('educationLevel'),
  degree: identifiersOf('degree').filter((degree) => degree !== 'none'),
}

/** The course of the highest level or degree; one that goes on only where none is finished. */
export function highestCourse<C extends Course>(courses: readonly C[], by: 'level' | 'degree'): C | undefined {
  const ranks = highestFirst[by]
  const [highest] = inOrder(
    courses.filter((course) => ranks.includes(course[by] ?? '')),
    (course) => [Number(goesOn(course)), ranks.indexOf(course[by] ?? ''), course.from ?? '', courseName(course)],
  )
  return highest
}

/** Where neither day is known, it is long past. */
const goesOn = ({ from, to }: Course): boolean => Boolean(from) && !to
