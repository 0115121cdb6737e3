import { yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
import { majors, schools } from '../vocabulary/studies.ts'
import type { Cadre, World } from '../world.ts'
import { workStart } from './people.ts'
import { row } from './row.ts'

type Level = Identifier<'educationLevel'>

interface Course {
  readonly mode: 'full-time' | 'in-service'
  readonly level: Level
  readonly from: number
  readonly to: number
}

/** Age at which a full-time course begins, and how many years it takes from there. */
const fullTime: Partial<Record<Level, { begin: number; years: number }>> = {
  doctorate: { begin: 18, years: 10 },
  postgraduate: { begin: 18, years: 7 },
  bachelor: { begin: 18, years: 4 },
  'junior-college': { begin: 18, years: 3 },
  'secondary-vocational': { begin: 16, years: 3 },
  'high-school': { begin: 15, years: 3 },
}

/** Full-time schooling before work, and for many a later degree beside it. */
export function coursesOf(world: World, cadre: Cadre): Course[] {
  const random = new Random(world.seed, 'education', cadre.person.serial)
  const born = yearOf(cadre.person.bornOn)
  const begins = yearOf(workStart(world, cadre))
  const level = fullTimeLevel(born, begins - born, random)
  const { begin, years } = fullTime[level] ?? { begin: 16, years: 3 }
  const first: Course = { mode: 'full-time', level, from: born + begin, to: born + begin + years }
  const isHigh = level === 'postgraduate' || level === 'doctorate'
  if (isHigh || !random.chance(level === 'bachelor' ? 0.22 : 0.75)) return [first]
  const from = Math.min(begins + random.between(2, 14), yearOf(world.asOf) - 4)
  const isShort = level === 'secondary-vocational' || level === 'high-school'
  const next =
    level === 'bachelor' || random.chance(0.12)
      ? 'postgraduate'
      : isShort && random.chance(0.2)
        ? 'junior-college'
        : 'bachelor'
  return from < begins ? [first] : [first, { mode: 'in-service', level: next, from, to: from + 3 }]
}

function fullTimeLevel(born: number, ageAtWork: number, random: Random): Level {
  const recent = Math.max(0, Math.min(1, (born - 1965) / 25))
  const usual: readonly (readonly [Level, number])[] = [
    ['doctorate', 0.4 + 4 * recent],
    ['postgraduate', 2 + 40 * recent],
    ['bachelor', 25 + 48 * recent],
    ['junior-college', 38 - 20 * recent],
    ['secondary-vocational', 28 - 27 * recent],
    ['high-school', 6 - 5 * recent],
  ]
  return random.weighted(usual.filter(([level]) => endAge(level) <= ageAtWork || level === 'high-school'))
}

const endAge = (level: Level): number => {
  const course = fullTime[level]
  return course ? course.begin + course.years : 99
}

const degreeOf: Partial<Record<Level, Identifier<'degree'>>> = {
  doctorate: 'doctor',
  postgraduate: 'master',
  bachelor: 'bachelor',
}

export function* educations(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'school', cadre.person.serial)
    const usual = majors.general ?? []
    const field = majors[cadre.person.stints[0]?.unit.sector ?? 'other'] ?? usual
    for (const { mode, level, from, to } of coursesOf(world, cadre)) {
      const hasDegree = mode === 'full-time' || random.chance(0.35)
      const isSchool = level === 'high-school'
      yield row('educations', {
        cadre_id: cadre.id,
        mode,
        level,
        degree: (hasDegree ? degreeOf[level] : undefined) ?? 'none',
        school: isSchool ? '云川高级中学' : random.pick(schoolsFor(mode, level)),
        major: isSchool ? undefined : random.pick(random.chance(0.6) ? field : usual),
        from: `${from}-09`,
        to: `${to}-07`,
      })
    }
  }
}

function schoolsFor(mode: Course['mode'], level: Level): readonly string[] {
  if (mode === 'in-service') return schools.inService
  if (level === 'doctorate' || level === 'postgraduate') return schools.strong
  if (level === 'bachelor') return [...schools.strong, ...schools.plain]
  return level === 'junior-college' ? schools.college : schools.vocational
}
