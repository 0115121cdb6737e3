import { addMonths, dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Aspect } from '../../vocabulary/observations.ts'
import type { Cadre } from '../../world.ts'
import type { TrialWorld } from '../world.ts'
import { drawStory, emptyPraise, retold, type Story, sentencesOf, tell } from './appraisal.ts'
import type { NextId, TrialStatement } from './statement.ts'
import { adverse, favourable } from './stock.ts'

const channels: readonly (readonly [TrialStatement['channel'], number])[] = [
  ['appraisal-talk', 30],
  ['daily-contact', 20],
  ['site-visit', 15],
  ['achievement-review', 15],
  ['evaluation-office', 8],
  ['major-task', 7],
  ['audit', 3],
  ['discipline', 2],
]
const aspects: readonly (readonly [Aspect, number])[] = [
  ['integrity', 14],
  ['competence', 24],
  ['diligence', 18],
  ['achievement', 22],
  ['probity', 8],
  ['political-major', 6],
  ['political-minor', 8],
]

interface Told {
  readonly statement: TrialStatement
  readonly story: Story
}

/** What a teller may do: write anew, write nothing, repeat another, copy, or tell the same event honestly again. */
const manners = [
  ['own', 72],
  ['empty', 9],
  ['declared', 3],
  ['verbatim', 3],
  ['edited', 3],
  ['reordered', 2],
  ['same-event', 7],
  ['same-style', 3],
] as const

/** Texts about people in the last four years. The same stream of ids continues over all of them. */
export function* observations(world: TrialWorld, nextId: NextId): Iterable<TrialStatement> {
  const random = new Random(world.seed, 'trial-texts')
  const recent: Told[] = []
  for (const cadre of world.cadres) {
    const count = Math.max(0, Math.round(2 + 1.4 * random.normal()))
    for (let index = 0; index < count; index += 1) {
      const made = observe(world, cadre, random, recent, nextId)
      if (!made) continue
      yield made.statement
      if (made.story && !made.statement.sameness) recent.push({ statement: made.statement, story: made.story })
      if (recent.length > 400) recent.shift()
    }
  }
}

function observe(
  world: TrialWorld,
  cadre: Cadre,
  random: Random,
  recent: readonly Told[],
  nextId: NextId,
): { statement: TrialStatement; story?: Story } | undefined {
  const { person } = cadre
  const on = dateCode(yearOf(world.asOf) - random.below(4), random.between(1, 12), random.between(1, 28))
  const recordedOn = addMonths(on, random.below(4))
  const end = person.leftOn === 0 ? world.asOf : person.leftOn
  if (recordedOn > end || on < person.enteredOn) return undefined
  const base = { cadre, channel: random.weighted(channels), observedOn: on, recordedOn }
  const manner = random.weighted(manners)
  if (manner === 'empty') {
    const text = emptyPraise(random)
    const sameness = { kind: 'boilerplate', manner } as const
    return { statement: { ...base, id: nextId(), aspect: 'integrity', tone: 'favourable', text, sameness } }
  }
  const model = manner === 'own' ? undefined : modelFor(manner, cadre, recordedOn, recent)
  const place = placeOf(world, cadre, random)
  if (model && manner !== 'own') return repeated(base, model, manner, place, random, nextId)
  const aspect = random.weighted(aspects)
  const standing =
    1.8 + 1.6 * world.traits(person).overall - (base.channel === 'audit' || base.channel === 'discipline' ? 3 : 0)
  const tone = random.chance(1 / (1 + Math.exp(-standing))) ? 'favourable' : 'adverse'
  const stock = tone === 'favourable' ? favourable : adverse
  const story = drawStory(random, stock, { name: cadre.name, place, on })
  return { statement: { ...base, id: nextId(), aspect, tone, event: story.task, text: tell(story) }, story }
}

/** The earlier text that this one takes after: of the same person, or of another. */
function modelFor(manner: string, cadre: Cadre, recordedOn: number, recent: readonly Told[]): Told | undefined {
  const isOwn = manner === 'declared' || manner === 'same-event'
  return recent.findLast(({ statement }) => (statement.cadre === cadre) === isOwn && statement.recordedOn <= recordedOn)
}

type Base = Pick<TrialStatement, 'cadre' | 'channel' | 'recordedOn'> & { readonly observedOn: number }

function repeated(
  base: Base,
  { statement: model, story }: Told,
  manner: Exclude<(typeof manners)[number][0], 'own' | 'empty'>,
  place: string,
  random: Random,
  nextId: NextId,
): { statement: TrialStatement } {
  const facts = {
    ...base,
    id: nextId(),
    ...(model.aspect === undefined ? {} : { aspect: model.aspect }),
    ...(model.tone === undefined ? {} : { tone: model.tone }),
    event: story.task,
  }
  const stock = model.tone === 'adverse' ? adverse : favourable
  const other = model.id
  if (manner === 'declared') {
    const sameness = { kind: 'copied', other, manner: 'verbatim' } as const
    return { statement: { ...facts, text: tell(story), copies: other, sameness } }
  }
  if (manner === 'same-event') {
    const sameness = { kind: 'copied', other, manner } as const
    const seen = { ...facts, observedOn: model.observedOn ?? base.observedOn }
    return { statement: { ...seen, text: tell(retold(random, story, stock)), sameness } }
  }
  const { name } = base.cadre
  const year = Math.floor(base.observedOn / 10000)
  const month = Math.floor(base.observedOn / 100) % 100
  if (manner === 'same-style') {
    const fresh = drawStory(random, stock, { name, place, on: base.observedOn })
    const text = tell({ ...fresh, manner: story.manner })
    return { statement: { ...facts, event: fresh.task, text, sameness: { kind: 'copied', other, manner } } }
  }
  const swapped: Story = manner === 'verbatim' ? { ...story, name } : { ...story, name, place, year, month }
  const sentences = sentencesOf(swapped)
  const text = (manner === 'reordered' ? random.shuffled(sentences) : sentences).join('')
  return { statement: { ...facts, text, sameness: { kind: 'copied', other, manner } } }
}

/** A village of the county, or the unit itself. */
function placeOf({ structure }: TrialWorld, { person }: Cadre, random: Random): string {
  const near = structure.villages.get(person.unit.area)
  return near && near.length > 0 && random.chance(0.8) ? random.pick(near).name : person.unit.name
}
