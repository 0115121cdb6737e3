import type { DateCode } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, listOf, localReader, parameterOn, type RuleBook } from '#policy/index.ts'

export type TrainingSource = Identifier<'trainingSource'>
export type TrainingAudience = Identifier<'trainingAudience'>

/** A topic that training is asked for, or a refresher class without one (`source` is `hours`), with how its classes are held. */
export interface Topic {
  /** Id of the local rule. */
  readonly id: string
  readonly title: Text
  readonly basis: Citation
  readonly source: TrainingSource
  readonly audience: TrainingAudience
  /** Post levels; empty: all. */
  readonly levels: readonly string[]
  /** Fields of work; empty: all. */
  readonly sectors: readonly string[]
  /** One of these in the name or topic of a course: it was taken. */
  readonly words: readonly string[]
  /** It counts if taken within so many months. */
  readonly periodMonths: number
  /** `class`: only as a class to hold. `rest`: by name once most have it. `all`: by name where anybody has it. */
  readonly listed: 'class' | 'rest' | 'all'
  readonly hours: number
  readonly places: number
  /** Months (1 … 12) in which a class of it opens. */
  readonly openMonths: readonly number[]
  readonly organiser: string
  readonly trainingType: Identifier<'trainingType'>
  readonly abilities: readonly Identifier<'ability'>[]
}

/** Every local rule that names a source of training needs, those that the place added too. */
export function topicsOn(book: Pick<RuleBook, 'rules'>, asOf: DateCode): readonly Topic[] {
  return [...book.rules.values()].flatMap((rule) => {
    if (!rule.parameters.has('training_type') || !rule.parameters.has('words')) return []
    const read = (name: string) => parameterOn(rule, name, asOf)
    const list = (name: string): readonly string[] => listOf(read(name) ?? [])
    return [
      {
        id: rule.id,
        title: rule.title,
        basis: citationOf(book, rule.id),
        source: String(read('source')) as TrainingSource,
        audience: String(read('audience')) as TrainingAudience,
        levels: list('levels'),
        sectors: list('sectors'),
        words: list('words'),
        periodMonths: Number(read('period_months')),
        listed: String(read('listed')) as Topic['listed'],
        hours: Number(read('hours')),
        places: Number(read('places')),
        openMonths: list('open_months').map(Number),
        organiser: String(read('organiser') ?? ''),
        trainingType: String(read('training_type')) as Topic['trainingType'],
        abilities: list('abilities') as Topic['abilities'],
      },
    ]
  })
}

/** How hours are reckoned: `LOCAL-TRAINING-HOURS`, with the legal figures it is used beside. */
export interface HoursSettings {
  readonly hoursADay: number
  readonly firstYear: number
  readonly warnDays: number
  readonly onlineWords: readonly string[]
  /** Online hours a year that the place asks for: `PLAN-NET-HOURS`. */
  readonly onlineHours: number
  readonly makeUpMonths: number
  /** Promotions further back are no longer asked for. */
  readonly askedForMonths: number
}

export function hoursSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): HoursSettings {
  const read = localReader(book, 'LOCAL-TRAINING-HOURS', asOf)
  const makeUp = localReader(book, makeUpRule, asOf)
  return {
    hoursADay: Number(read('hours_a_day')),
    firstYear: Number(read('first_year')),
    warnDays: Number(read('warn_days')),
    onlineWords: listOf(read('online_words')),
    onlineHours: Number(localReader(book, 'PLAN-NET-HOURS', asOf)('min_hours')),
    makeUpMonths: Number(makeUp('months')),
    askedForMonths: Number(makeUp('asked_for_months')),
  }
}

export const makeUpRule = 'TRAIN-14-MAKEUP'

/** How places are allotted: `LOCAL-TRAINING-PLAN`, whose file says what each means. */
export interface PlanSettings {
  readonly points: Readonly<Record<'makeup' | TrainingSource, number>>
  readonly latePercent: number
  readonly dayPoints: number
  readonly classesMost: number
  readonly awayPercent: number
  readonly leastPeople: number
  readonly joinedMonths: number
  readonly restPercent: number
  readonly waitingPercent: number
  readonly nextYearFrom: number
}

export function planSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PlanSettings {
  const parameter = localReader(book, 'LOCAL-TRAINING-PLAN', asOf)
  const read = (name: string): number => Number(parameter(name))
  return {
    points: {
      makeup: read('makeup_points'),
      hours: read('hours_points'),
      duty: read('duty_points'),
      person: read('person_points'),
      cause: read('cause_points'),
    },
    latePercent: read('late_percent'),
    dayPoints: read('day_points'),
    classesMost: read('classes_most'),
    awayPercent: read('away_percent'),
    leastPeople: read('least_people'),
    joinedMonths: read('joined_months'),
    restPercent: read('rest_percent'),
    waitingPercent: read('waiting_percent'),
    nextYearFrom: read('next_year_from'),
  }
}

/** The greatest share of the hours of a class that may be missed: art. 15. */
export function leaveShareOn(book: Pick<RuleBook, 'rules'>, asOf: DateCode): { parts: number; of: number } {
  const read = localReader(book, 'TRAIN-15-LEAVE', asOf)
  return { parts: Number(read('max_leave_parts')), of: Number(read('of_parts')) }
}
