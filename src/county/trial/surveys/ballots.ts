import { dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'
import { heavyTailed } from '../draws.ts'
import { holdersOn, surveyYears, type TrialWorld } from '../world.ts'
import { type Form, forms, kindHundred, spread } from './forms.ts'
import { type Panel, panelOf, type Rater } from './raters.ts'
import { type Ring, ringsOf } from './rings.ts'

const items = ['integrity', 'competence', 'diligence', 'achievement', 'probity'] as const
const weighed = forms.map((form) => [form, form.share] as const)

/** One survey: its id, day, channel and form. */
export interface Survey {
  readonly id: string
  readonly on: number
  readonly channel: string
  readonly form: Form
  /** Does the form ask for the five aspects too? */
  readonly isWhole: boolean
}

/** The yearly ratings inside the units, then the word of superiors and recommendations. */
export function* officeBallots(world: TrialWorld): Iterable<Row> {
  const panel = panelOf(world)
  const rings = ringsOf(world)
  for (let year = yearOf(world.asOf) - surveyYears; year < yearOf(world.asOf); year += 1) {
    for (const [unit, ratees] of holdersOn(world, dateCode(year, 12, 15))) {
      yield* yearlySurvey(world, panel, unit, ratees, year, rings.get(unit))
      yield* smallSurveys(world, panel, unit, ratees, year)
    }
  }
}

/** Most units keep their form; some take another every year. */
export function yearlyForm({ seed }: TrialWorld, unit: Unit, year: number): { form: Form; isWhole: boolean } {
  const habit = new Random(seed, 'trial-form', unit.id)
  const random = habit.chance(0.65) ? habit : new Random(seed, 'trial-form', unit.id, year)
  return { form: random.weighted(weighed), isWhole: random.chance(0.8) }
}

export const surveyDay = (world: TrialWorld, unit: Unit, year: number): number =>
  dateCode(year, 12, new Random(world.seed, 'trial-day', unit.id, year).between(16, 28))

function* yearlySurvey(
  world: TrialWorld,
  panel: Panel,
  unit: Unit,
  ratees: readonly Cadre[],
  year: number,
  ring: Ring | undefined,
): Iterable<Row> {
  const random = new Random(world.seed, 'trial-survey', unit.id, year)
  const { form, isWhole } = yearlyForm(world, unit, year)
  const survey: Survey = {
    id: `N${year}-${unit.id}`,
    on: surveyDay(world, unit, year),
    channel: 'annual-rating',
    form,
    isWhole,
  }
  const roster = panel.roster(unit, year).filter(() => random.chance(0.88))
  if (random.chance(0.55)) roster.push(panel.superior(unit, random.below(5)))
  const guest = random.chance(0.25) ? panel.guest(unit, year, random) : undefined
  if (guest) roster.push(guest)
  for (const rater of roster) {
    for (const cadre of ratees) {
      if (random.chance(0.06)) continue
      const pull = ring?.year === year && ring.raters.has(rater.id) ? pullOf(ring, cadre) : 0
      yield* ballot(world, survey, cadre, rater, random, pull)
    }
  }
}

const pullOf = (ring: Ring, cadre: Cadre): number => (cadre === ring.lifted ? 2.4 : cadre === ring.pressed ? -2.4 : 0)

function* smallSurveys(
  world: TrialWorld,
  panel: Panel,
  unit: Unit,
  ratees: readonly Cadre[],
  year: number,
): Iterable<Row> {
  const random = new Random(world.seed, 'trial-small', unit.id, year)
  const principals = ratees.filter(({ person }) => person.seat?.role === 'principal')
  if (principals.length > 0 && random.chance(0.4)) {
    const on = dateCode(year, random.between(2, 9), random.between(1, 28))
    const survey: Survey = {
      id: `J${year}-${unit.closed ? 'X' : unit.area.code}`,
      on,
      channel: 'superior',
      form: kindHundred,
      isWhole: false,
    }
    for (const index of random.shuffled([0, 1, 2, 3, 4]).slice(0, 3)) {
      for (const cadre of principals) yield* ballot(world, survey, cadre, panel.superior(unit, index), random)
    }
  }
  if (ratees.length < 2 || !random.chance(0.12)) return
  const on = dateCode(year, random.between(2, 9), random.between(1, 28))
  const form = random.weighted(weighed)
  const survey: Survey = { id: `T${year}-${unit.id}`, on, channel: 'recommendation', form, isWhole: false }
  for (const rater of panel.roster(unit, year)) {
    const voter = { ...rater, id: `${survey.id}-${rater.id.slice(unit.id.length + 1)}` }
    for (const cadre of ratees) yield* ballot(world, survey, cadre, voter, random)
  }
}

function* ballot(
  world: TrialWorld,
  survey: Survey,
  cadre: Cadre,
  rater: Rater,
  random: Random,
  pull = 0,
): Iterable<Row> {
  const { overall, aspects } = world.traits(cadre.person)
  const fall = world.falls.get(cadre)
  const since = fall && survey.on >= fall.on ? fall.drop : 0
  const { harshPanel } = world
  const isHarsh =
    yearOf(survey.on) === harshPanel.year && rater.unit?.area.index === harshPanel.area && !rater.unit.closed
  const halo = spread.halo * heavyTailed(random, 5)
  const isHeaped = random.chance(0.5)
  const { form } = survey
  const score = (ability: number): number => {
    if (rater.straightLine !== undefined) return Math.ceil(rater.straightLine * form.scaleMax)
    const seen = rater.keenness * (ability - since + halo) + spread.item * random.normal()
    return form.score(seen + rater.leaning + pull - (isHarsh ? 0.9 : 0), isHeaped)
  }
  yield ballotRow(survey, cadre, rater, 'overall', score(overall))
  if (!survey.isWhole) return
  for (const [index, item] of items.entries()) {
    yield ballotRow(survey, cadre, rater, item, score(aspects[index] ?? 0))
  }
}

export const ballotRow = (survey: Survey, cadre: Cadre, rater: Rater, item: string, score: number): Row => [
  survey.id,
  formatDate(survey.on),
  survey.channel,
  cadre.id,
  rater.id,
  rater.raterClass ?? null,
  rater.unit?.id ?? null,
  item,
  String(score),
  String(survey.form.scaleMax),
]
