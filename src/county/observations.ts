import { addMonths, dateCode, monthOf, yearOf } from '#domain/calendar.ts'
import type { Random } from './random.ts'
import type { StatementDraft } from './statements.ts'
import type { Villages } from './structure/shape.ts'
import { type Aspect, boilerplate, observations, type Tone } from './vocabulary/observations.ts'
import type { Cadre, World } from './world.ts'

const recordYears = 4
const shareOfBoilerplate = 0.13

const channels: readonly (readonly [StatementDraft['channel'], number])[] = [
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
/** Sources whose work is to find fault. */
const critical = new Set<StatementDraft['channel']>(['petition-office', 'audit', 'discipline'])

const aspects: readonly (readonly [Aspect, number])[] = [
  ['integrity', 14],
  ['competence', 24],
  ['diligence', 16],
  ['achievement', 22],
  ['probity', 10],
  ['political-major', 6],
  ['political-minor', 8],
]
const places: Readonly<Record<Aspect, number>> = {
  integrity: 0,
  competence: 1,
  diligence: 2,
  achievement: 3,
  probity: 4,
  'political-major': 0,
  'political-minor': 0,
}

/** What sources saw of a cadre in the last years: more good of the able, more bad from those who look for it. */
export function observationsOf(world: World, cadre: Cadre, random: Random): StatementDraft[] {
  const { person } = cadre
  const usual = person.seat?.role === 'principal' ? 3.2 : 2.2
  const count = Math.max(0, Math.round(usual + 1.3 * random.normal()))
  const drafts: StatementDraft[] = []
  for (let index = 0; index < count; index += 1) {
    const year = yearOf(world.asOf) - random.below(recordYears)
    const observedOn = dateCode(year, random.between(1, 12), random.between(1, 28))
    const recordedOn = addMonths(observedOn, random.below(4))
    const end = person.leftOn === 0 ? world.asOf : person.leftOn
    if (recordedOn > end || observedOn < person.enteredOn) continue
    const base = { cadre, channel: random.weighted(channels), observedOn, recordedOn }
    drafts.push(random.chance(shareOfBoilerplate) ? empty(base, random) : particular(world, base, random))
  }
  return drafts
}

type Base = Pick<StatementDraft, 'cadre' | 'channel' | 'recordedOn'> & { readonly observedOn: number }

const empty = (base: Base, random: Random): StatementDraft => ({
  ...base,
  aspect: 'integrity',
  tone: 'favourable',
  text: random.pick(boilerplate),
  isBoilerplate: true,
})

function particular(world: World, base: Base, random: Random): StatementDraft {
  const { person } = base.cadre
  const aspect = random.weighted(aspects)
  const standing = 1.9 + 2 * (person.ability.aspects[places[aspect]] ?? 0) - (critical.has(base.channel) ? 2.6 : 0)
  const tone: Tone & ('favourable' | 'adverse') = random.chance(1 / (1 + Math.exp(-standing)))
    ? 'favourable'
    : 'adverse'
  const { event, text } = random.pick(observations[aspect][tone])
  const scene = sceneOf(world.structure.villages, base.cadre, random)
  const written = text
    .replace('{place}', scene)
    .replace('{month}', String(monthOf(base.observedOn)))
    .replace(/\{(\d+)-(\d+)\}/g, (_, least, most) => String(random.between(Number(least), Number(most))))
  return { ...base, aspect, tone, event, text: written }
}

/** A village of the county; people of the city's organs go to any of them. */
function sceneOf(villages: Villages, { person }: Cadre, random: Random): string {
  if (villages.size === 0) return person.unit.name
  const near = villages.get(person.unit.area) ?? random.pick([...villages.values()])
  return random.pick(near).name
}
