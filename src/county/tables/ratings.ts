import { dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
import type { Unit } from '../structure/shape.ts'
import {
  classEffect,
  classShares,
  cultureOf,
  type RaterClass,
  scales,
  scoreOf,
  severityOf,
  spread,
} from '../surveys.ts'
import type { Cadre, World } from '../world.ts'

const surveyYears = 4
const items = ['integrity', 'competence', 'diligence', 'achievement', 'probity'] as const

interface Rater {
  readonly id: string
  readonly unit: Unit | undefined
  readonly raterClass: RaterClass | undefined
  /** Severity and the custom of the rater's unit. */
  readonly leaning: number
}

/** Everybody's ballots: the yearly rating inside each unit, then the smaller surveys. */
export function* ratings(world: World): Iterator<Row> {
  const panel = panelOf(world)
  for (let back = surveyYears; back >= 1; back -= 1) {
    const year = yearOf(world.asOf) - back
    for (const [unit, ratees] of rateesByUnit(world, dateCode(year, 12, 15)))
      yield* yearlySurvey(world, panel, unit, ratees, year)
  }
  yield* smallSurveys(world, panel)
}

/** Who held which seat on the day of a survey. */
function rateesByUnit(world: World, on: number): Map<Unit, Cadre[]> {
  const groups = new Map<Unit, Cadre[]>()
  for (const cadre of world.cadres) {
    const stint = cadre.person.stints.find(
      (each) => each.seat && each.kind === 'appointed' && each.from <= on && (each.to === 0 || on < each.to),
    )
    if (!stint) continue
    const group = groups.get(stint.unit)
    if (group) group.push(cadre)
    else groups.set(stint.unit, [cadre])
  }
  return groups
}

interface Panel {
  home(unit: Unit, index: number): Rater
  /** Leaders of the area, who rate in many of its units. */
  superior(unit: Unit, index: number): Rater
  /** Somebody of another unit, invited to rate. */
  guest(unit: Unit, year: number, random: Random): Rater
}

function panelOf(world: World): Panel {
  const known = new Map<string, Rater>()
  const rater = (id: string, unit: Unit, raterClass: RaterClass): Rater => {
    const found = known.get(id)
    if (found) return found
    const leaning = severityOf(world.seed, id) + cultureOf(world.seed, unit.id)
    const made = { id, unit, raterClass, leaning }
    known.set(id, made)
    return made
  }
  const open = world.structure.units.filter((unit) => unit.team && !unit.closed && unit.abolishedOn === undefined)
  const ofCity = Map.groupBy(open, (unit) => unit.area.city)
  const committees = new Map(
    open.filter((unit) => unit.kind === 'party' && unit.sector === 'general').map((unit) => [unit.area, unit]),
  )
  const home = (unit: Unit, index: number): Rater => {
    const id = `${unit.id}-R${String(index).padStart(2, '0')}`
    const raterClass = new Random(world.seed, 'rater-class', id).weighted(classShares)
    return rater(id, unit, raterClass)
  }
  return {
    home,
    superior: (unit, index) => {
      const committee = committees.get(unit.area) ?? unit
      return rater(`${committee.id}-L${index}`, committee, 'A')
    },
    guest: (unit, year, random) => {
      const others = ofCity.get(unit.area.city) ?? []
      const place = others.indexOf(unit)
      const other = others[(place + 1 + random.below(Math.max(1, others.length - 1))) % others.length] ?? unit
      return { ...home(other, rosterPlace(year, random.below(poolSize))), raterClass: 'B' }
    },
  }
}

const ballotsPerRatee = 14
const poolSize = 18

/** Two of a unit's raters change every year; the numbers of those who left come round again after decades. */
const rosterPlace = (year: number, place: number): number => (year * 2 + place) % 97

function* yearlySurvey(world: World, panel: Panel, unit: Unit, ratees: readonly Cadre[], year: number): Iterable<Row> {
  const random = new Random(world.seed, 'survey', unit.id, year)
  const survey = `S${year}-${unit.id}`
  const on = formatDate(dateCode(year, 12, random.between(8, 28)))
  const scaleMax = random.weighted(scales)
  const pool = Array.from({ length: poolSize }, (_, place) => panel.home(unit, rosterPlace(year, place)))
  const raters = random.shuffled(pool).slice(0, ballotsPerRatee)
  if (!unit.closed) {
    if (random.chance(0.6)) raters.push(panel.superior(unit, random.below(8)))
    if (random.chance(0.4)) raters.push(panel.guest(unit, year, random))
  }
  for (const rater of raters) {
    for (const cadre of ratees) {
      if (random.chance(0.07)) continue
      yield* ballot(survey, on, 'annual-rating', cadre, rater, scaleMax, random, true)
    }
  }
}

function* ballot(
  survey: string,
  on: string,
  channel: string,
  cadre: Cadre,
  rater: Rater,
  scaleMax: number,
  random: Random,
  isWhole: boolean,
): Iterable<Row> {
  const { ability } = cadre.person
  const ofClass = rater.raterClass === undefined ? 0 : classEffect[rater.raterClass]
  const impression = rater.leaning + ofClass + spread.ballot * random.normal()
  const scale = String(scaleMax)
  const write = (item: string, truth: number): Row => [
    survey,
    on,
    channel,
    cadre.id,
    rater.id,
    rater.raterClass ?? null,
    rater.unit?.id ?? null,
    item,
    String(scoreOf(truth + impression + spread.item * random.normal(), scaleMax)),
    scale,
  ]
  yield write('overall', ability.overall)
  if (!isWhole) return
  for (let index = 0; index < items.length; index += 1) yield write(items[index] ?? '', ability.aspects[index] ?? 0)
}

/** Repute at home, neighbours, people served, recommendations and the word of superiors: few, anonymous, overall only. */
function* smallSurveys(world: World, panel: Panel): Iterable<Row> {
  const year = yearOf(world.asOf)
  const groups = rateesByUnit(world, dateCode(year - 1, 12, 15))
  for (const [unit, ratees] of groups) {
    const random = new Random(world.seed, 'small-surveys', unit.id)
    const isTown = unit.level === 'township'
    const serves = ratees.some((cadre) => cadre.person.seat?.touches.includes('public-service'))
    const chosen = ratees.filter((cadre) => cadre.person.rung >= 1)
    if (serves && random.chance(0.5)) yield* anonymous(world, unit, chosen, year, 'service-users', 8, random)
    if (isTown) yield* anonymous(world, unit, chosen.slice(0, 3), year, 'local-repute', 8, random)
    yield* anonymous(
      world,
      unit,
      chosen.filter(() => random.chance(0.12)),
      year,
      'neighbours',
      4,
      random,
    )
    if (random.chance(0.3)) yield* anonymous(world, unit, chosen, year, 'recommendation', 10, random)
    if (unit.closed) continue
    const on = formatDate(dateCode(year, 1, random.between(5, 25)))
    const principals = ratees.filter((cadre) => cadre.person.seat?.role === 'principal')
    for (const index of random.shuffled([0, 1, 2, 3, 4, 5, 6, 7]).slice(0, 3)) {
      for (const cadre of principals) {
        yield* ballot(
          `S${year}-${unit.area.code}-superior`,
          on,
          'superior',
          cadre,
          panel.superior(unit, index),
          100,
          random,
          false,
        )
      }
    }
  }
}

function* anonymous(
  world: World,
  unit: Unit,
  ratees: readonly Cadre[],
  year: number,
  channel: string,
  count: number,
  random: Random,
): Iterable<Row> {
  const survey = `S${year}-${unit.id}-${channel}`
  const on = formatDate(dateCode(year, random.between(3, 9), random.between(1, 28)))
  for (let index = 1; index <= count; index += 1) {
    const id = `${survey}-${index}`
    const rater: Rater = { id, unit: undefined, raterClass: undefined, leaning: severityOf(world.seed, id) }
    for (const cadre of ratees) yield* ballot(survey, on, channel, cadre, rater, 10, random, false)
  }
}
