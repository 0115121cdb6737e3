import { addMonths, type DateCode, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Random } from './random.ts'
import type { StatementDraft } from './statements.ts'
import { coursesOf } from './tables/educations.ts'
import { recordedBirth, toMonth, workStart } from './tables/people.ts'
import type { Cadre, World } from './world.ts'

const fields = ['born_on', 'work_started_on', 'education.level'] as const
type Fact = (typeof fields)[number]

const disputed: readonly (readonly [Fact, number])[] = [
  ['born_on', 5],
  ['work_started_on', 3],
  ['education.level', 2],
]

/** The day on which the invented office began to keep statements. */
const filesOpened: DateCode = 20150105

/**
 * What the file says of a fact and what the cadre declared. For one cadre in thirty they disagree, and the file is right;
 * for some of those an appraisal has asked again.
 */
export function claimsOf(world: World, cadre: Cadre, random: Random): StatementDraft[] {
  const isDisputed = random.chance(0.032)
  if (!isDisputed && !random.chance(0.22)) return []
  const field = isDisputed ? random.weighted(disputed) : random.pick(fields)
  const truth = factOf(world, cadre, field)
  if (truth === undefined) return []
  const entered = Math.max(cadre.person.enteredOn, filesOpened)
  const year = yearOf(world.asOf) - random.between(1, 3)
  const declared = Math.max(entered, dateCode(year, random.between(1, 12), random.between(1, 28)))
  const told = isDisputed ? falseValue(field, truth, random) : truth
  const claim = (channel: StatementDraft['channel'], recordedOn: DateCode, value: string): StatementDraft => ({
    cadre,
    channel,
    observedOn: channel === 'personnel-file' ? toMonth(cadre.person.enteredOn) : undefined,
    recordedOn,
    field,
    value,
    ...(value === truth ? {} : { truth }),
  })
  const claims = [claim('personnel-file', entered, truth), claim('declaration', declared, told)]
  const askedAgain = addMonths(declared, 2)
  if (isDisputed && askedAgain <= world.asOf && random.chance(0.3))
    claims.push(claim('appraisal-talk', askedAgain, truth))
  return claims
}

function factOf(world: World, cadre: Cadre, field: Fact): string | undefined {
  if (field === 'education.level') return coursesOf(world, cadre)[0]?.level
  const date = field === 'born_on' ? recordedBirth(world, cadre) : workStart(world, cadre)
  return date === undefined ? undefined : formatDate(toMonth(date))
}

function falseValue(field: Fact, truth: string, random: Random): string {
  if (field === 'education.level') return truth === 'postgraduate' ? 'doctorate' : 'postgraduate'
  const month = Number(truth.replace('-', '')) * 100
  return formatDate(addMonths(month, random.pick([-24, -12, -2, 1, 11, 12, 24, 36])))
}
