import { addMonths, type DateCode, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { Random } from './random.ts'
import { coursesOf } from './tables/educations.ts'
import { recordedBirth, toMonth, workStart } from './tables/people.ts'
import { type Aspect, boilerplate, observations, type Tone } from './vocabulary/observations.ts'
import type { Cadre, World } from './world.ts'

type Channel = Identifier<'statementChannel'>

/** A statement with what only the city itself knows: whether it repeats another, and whether its fact is false. */
export interface Statement {
  readonly id: string
  readonly cadre: Cadre
  readonly channel: Channel
  readonly observedOn: DateCode | undefined
  readonly recordedOn: DateCode
  readonly aspect?: Aspect
  readonly tone?: Tone
  readonly event?: string
  readonly text?: string
  readonly field?: string
  readonly value?: string
  /** The statement that this one repeats, and whether the source says so. */
  readonly repeats?: string
  readonly saysSo?: boolean
  readonly isBoilerplate?: boolean
  /** The true value of `field` where this statement is wrong. */
  readonly truth?: string
}

type Draft = Omit<Statement, 'id'>

const recordYears = 4
/** How many earlier texts a lazy writer remembers. */
const memory = 240

/** All statements in the order of their ids; made anew at every call. */
export function* statementsOf(world: World): Iterable<Statement> {
  const recent: Statement[] = []
  let count = 0
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'statement', cadre.person.serial)
    for (const draft of [...factDrafts(world, cadre, random), ...observationDrafts(world, cadre, random)]) {
      count += 1
      const statement = repeatMaybe({ ...draft, id: `D${String(count).padStart(7, '0')}` }, recent, random)
      if (statement.text !== undefined && !statement.isBoilerplate && statement.repeats === undefined) {
        recent.push(statement)
        if (recent.length > memory) recent.shift()
      }
      yield statement
    }
  }
}

/** One in twenty texts is copied: from another source about the same person, said so, or about somebody else, unsaid. */
function repeatMaybe(statement: Statement, recent: readonly Statement[], random: Random): Statement {
  if (statement.text === undefined || statement.isBoilerplate || !random.chance(0.06)) return statement
  const saysSo = random.chance(0.5)
  const original = saysSo
    ? recent.findLast((each) => each.cadre === statement.cadre && each.recordedOn <= statement.recordedOn)
    : recent.findLast(
        (each) =>
          each.cadre !== statement.cadre && each.aspect === statement.aspect && each.recordedOn <= statement.recordedOn,
      )
  if (original?.text === undefined || original.aspect === undefined || original.tone === undefined) return statement
  const { aspect, tone, event, text } = original
  return { ...statement, aspect, tone, ...(event === undefined ? {} : { event }), text, repeats: original.id, saysSo }
}

const facts = ['born_on', 'party_joined_on', 'work_started_on', 'education.level'] as const

/** What the file and the cadre's own declaration say of the same fact; for one cadre in thirty they disagree. */
function factDrafts(world: World, cadre: Cadre, random: Random): Draft[] {
  const isConflict = random.chance(0.032)
  if (!isConflict && !random.chance(0.22)) return []
  const field = isConflict
    ? random.weighted([
        ['born_on', 5],
        ['work_started_on', 3],
        ['education.level', 2],
      ] as const)
    : random.pick(facts)
  const truth = factOf(world, cadre, field)
  if (truth === undefined) return []
  const entered = Math.min(cadre.person.enteredOn, addMonths(world.asOf, -24))
  const declared = addMonths(
    dateCode(yearOf(world.asOf) - random.between(1, 3), random.between(1, 12), random.between(1, 28)),
    -6,
  )
  const wrong = isConflict ? falseValue(field, truth, random) : undefined
  const drafts: Draft[] = [
    {
      cadre,
      channel: 'personnel-file',
      observedOn: toMonth(entered),
      recordedOn: Math.max(entered, 20150105),
      field,
      value: truth,
    },
    {
      cadre,
      channel: 'declaration',
      observedOn: undefined,
      recordedOn: Math.max(declared, 20150106),
      field,
      value: wrong ?? truth,
      ...(wrong === undefined ? {} : { truth }),
    },
  ]
  if (isConflict && random.chance(0.3))
    drafts.push({
      cadre,
      channel: 'appraisal-talk',
      observedOn: undefined,
      recordedOn: addMonths(Math.max(declared, 20150106), 2),
      field,
      value: truth,
    })
  return drafts
}

function factOf(world: World, cadre: Cadre, field: (typeof facts)[number]): string | undefined {
  if (field === 'born_on') {
    const born = recordedBirth(world, cadre)
    return born === undefined ? undefined : formatDate(toMonth(born))
  }
  if (field === 'work_started_on') return formatDate(toMonth(workStart(world, cadre)))
  return field === 'education.level' ? coursesOf(world, cadre)[0]?.level : undefined
}

function falseValue(field: string, truth: string, random: Random): string {
  if (field === 'education.level') return truth === 'postgraduate' ? 'doctorate' : 'postgraduate'
  const date = Number(truth.replace('-', '')) * 100
  const months = random.pick([-24, -12, -2, 1, 11, 12, 24, 36])
  return formatDate(addMonths(date, months))
}

const channels: readonly (readonly [Channel, number])[] = [
  ['daily-contact', 24],
  ['appraisal-talk', 20],
  ['site-visit', 16],
  ['achievement-review', 12],
  ['evaluation-office', 8],
  ['major-task', 8],
  ['petition-office', 5],
  ['audit', 4],
  ['discipline', 3],
]
const aspects: readonly (readonly [Aspect, number])[] = [
  ['integrity', 14],
  ['competence', 24],
  ['diligence', 16],
  ['achievement', 22],
  ['probity', 10],
  ['political-major', 6],
  ['political-minor', 8],
]
const aspectPlace: Partial<Record<Aspect, number>> = {
  integrity: 0,
  competence: 1,
  diligence: 2,
  achievement: 3,
  probity: 4,
}

function observationDrafts(world: World, cadre: Cadre, random: Random): Draft[] {
  const { person } = cadre
  const count = Math.max(0, Math.round(2.2 + 1.3 * random.normal() + (person.seat?.role === 'principal' ? 1 : 0)))
  const drafts: Draft[] = []
  const villages = world.structure.villages.get(person.unit.area) ?? []
  for (let index = 0; index < count; index += 1) {
    const observedOn = dateCode(
      yearOf(world.asOf) - random.below(recordYears),
      random.between(1, 12),
      random.between(1, 28),
    )
    const recordedOn = addMonths(observedOn, random.below(4))
    if (recordedOn > world.asOf || observedOn < person.enteredOn || (person.leftOn !== 0 && recordedOn > person.leftOn))
      continue
    const base = { cadre, channel: random.weighted(channels), observedOn, recordedOn }
    if (random.chance(0.13)) {
      drafts.push({
        ...base,
        aspect: 'integrity',
        tone: 'favourable',
        text: random.pick(boilerplate),
        isBoilerplate: true,
      })
      continue
    }
    const aspect = random.weighted(aspects)
    const ability = person.ability.aspects[aspectPlace[aspect] ?? 0] ?? 0
    const sourceIsCritical =
      base.channel === 'petition-office' || base.channel === 'audit' || base.channel === 'discipline'
    const tone: Tone = random.chance(1 / (1 + Math.exp(-(1.9 + 2 * ability - (sourceIsCritical ? 2.6 : 0)))))
      ? 'favourable'
      : 'adverse'
    const { event, text } = random.pick(observations[aspect][tone])
    const place = villages.length > 0 && random.chance(0.6) ? random.pick(villages).name : person.unit.name
    const filled = text
      .replace('{place}', place)
      .replace('{number}', String(random.between(2, 60)))
      .replace('{month}', String(random.between(1, 12)))
    drafts.push({ ...base, aspect, tone, event, text: filled })
  }
  return drafts
}
