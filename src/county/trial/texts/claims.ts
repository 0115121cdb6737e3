import { addMonths, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import { coursesOf } from '../../tables/educations.ts'
import { recordedBirth, toMonth, workStart } from '../../tables/people.ts'
import type { Cadre } from '../../world.ts'
import type { TrialWorld } from '../world.ts'
import type { NextId, TrialStatement } from './statement.ts'

type Fact = 'born_on' | 'work_started_on' | 'education.level'

/**
 * How the sources stand to each other. In all but `equals` the personnel file is right and says so; in `register` it is
 * the register that was typed wrongly.
 */
const scenes = [
  ['agree', 130],
  ['month', 30],
  ['one-false', 8],
  ['declared-copies', 5],
  ['silent-copies', 5],
  ['asked-again', 5],
  ['equals', 4],
  ['register', 5],
] as const

const copiers = ['appraisal-talk', 'achievement-review', 'daily-contact'] as const

/** What sources say of birthdays, first working days and degrees. One person in eight is asked about. */
export function* claims(world: TrialWorld, nextId: NextId): Iterable<TrialStatement> {
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'trial-claim', cadre.person.serial)
    if (!random.chance(0.24)) continue
    const field = random.weighted(fields)
    const truth = factOf(world, cadre, field)
    if (truth !== undefined) yield* scene(world, cadre, { field, truth }, random, nextId)
  }
}

const fields: readonly (readonly [Fact, number])[] = [
  ['born_on', 5],
  ['work_started_on', 3],
  ['education.level', 2],
]

function* scene(
  world: TrialWorld,
  cadre: Cadre,
  { field, truth }: { field: Fact; truth: string },
  random: Random,
  nextId: NextId,
): Iterable<TrialStatement> {
  const { person } = cadre
  const drawn = random.weighted(scenes)
  const isOfRegister = drawn === 'equals' || drawn === 'register'
  const kind = isOfRegister && field === 'education.level' ? 'agree' : drawn
  const entered = Math.max(person.enteredOn, dateCode(2014, 3, 1))
  const asked = Math.max(entered, dateCode(yearOf(world.asOf) - random.between(1, 4), random.between(1, 9), 14))
  const said = (channel: TrialStatement['channel'], recordedOn: number, value: string): TrialStatement => ({
    id: nextId(),
    cadre,
    channel,
    recordedOn,
    field,
    value,
    ...(agrees(value, truth) ? {} : { truth, decidable: kind !== 'equals' }),
  })
  if (kind === 'register') {
    yield { ...said('personnel-file', entered, truth), register: falseValue(field, truth, random) }
    return yield said('declaration', asked, truth)
  }
  yield said('personnel-file', entered, truth)
  if (kind === 'agree') return yield said('declaration', asked, truth)
  if (kind === 'month') return yield said('declaration', asked, otherPrecision(world, cadre, field, truth))
  const wrong = falseValue(field, truth, random)
  if (kind === 'equals') return yield { ...said('personnel-file', addMonths(entered, 3), wrong), register: null }
  const first = said('declaration', asked, wrong)
  yield first
  if (kind === 'asked-again') yield said('personnel-file', addMonths(asked, 1), truth)
  if (kind !== 'declared-copies' && kind !== 'silent-copies') return
  for (const channel of copiers) {
    const copy = said(channel, addMonths(asked, random.between(0, 2)), wrong)
    yield kind === 'declared-copies' ? { ...copy, copies: first.id } : copy
  }
}

/** A day says the month too. */
const agrees = (value: string, truth: string): boolean => value.startsWith(truth) || truth.startsWith(value)

function factOf(world: TrialWorld, cadre: Cadre, field: Fact): string | undefined {
  if (field === 'education.level') {
    const courses = coursesOf(world, cadre)
    return courses.length === 1 ? courses[0]?.level : undefined
  }
  const date = field === 'born_on' ? recordedBirth(world, cadre) : workStart(world, cadre)
  return date === undefined ? undefined : formatDate(toMonth(date))
}

/** The same fact to the day where the file has the month: no disagreement. */
function otherPrecision(world: TrialWorld, cadre: Cadre, field: Fact, truth: string): string {
  if (field === 'born_on') return formatDate(cadre.person.bornOn)
  return field === 'work_started_on' ? formatDate(workStart(world, cadre)) : truth
}

function falseValue(field: Fact, truth: string, random: Random): string {
  if (field === 'education.level') return truth === 'postgraduate' ? 'doctorate' : 'postgraduate'
  const month = Number(truth.replace('-', '')) * 100
  return formatDate(addMonths(month, random.pick([-36, -24, -13, -5, 2, 7, 12, 24])))
}
