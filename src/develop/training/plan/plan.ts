/** 年度培训计划: the places of the classes of a year, allotted to people by what they want, within what the place allows. */
import { daysBetween, monthOf, yearOf } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { AllottedPlace, PlannedClass, TrainingYearPlan, UncoveredWant } from '#domain/training.ts'
import {
  type Allotment,
  type AllotmentArc,
  type AllotmentProblem,
  allotmentFaultsOf,
  greedyAllotment,
  solveAllotment,
} from '#optimisation/index.ts'
import type { Topic } from '../settings.ts'
import type { Training } from '../training.ts'
import { standardCatalogue } from './catalogue.ts'
import { uncoveredOf } from './uncovered.ts'
import { type Wants, wantsOf } from './wants.ts'

/** The plan as numbers, with what they stand for. */
export interface PlanProblem extends AllotmentProblem {
  readonly wants: readonly Wants[]
  readonly classes: readonly PlannedClass[]
  readonly topics: readonly Topic[]
}

/** How an allotment is found; elsewhere than here where that takes long. */
type Solve = (problem: AllotmentProblem) => Promise<Allotment>

/** The year that is planned on a day: this one, or towards its end the next. */
export const planYear = ({ asOf, allotting }: Training): number =>
  yearOf(asOf) + (monthOf(asOf) >= allotting.nextYearFrom ? 1 : 0)

/**
 * Allots the places of the classes of a year. Lawful by its making and checked again: no class over its places, nobody in
 * two at once or in more than the place allows, not too many of a team away. Classes for which too few would come are not
 * held; of those held, the worth is proven to within `gap`.
 * @param classes those of the year; the standard catalogue where not given
 * @example (await planTraining(training)).places[0] // { key: 'LOCAL-TOPIC-NEW-MEMBER/2027-04', cadreId: 'C000123', … }
 */
export async function planTraining(
  training: Training,
  year: number = planYear(training),
  classes: readonly PlannedClass[] = catalogueOf(training, year),
  solve: Solve = solveAllotment,
): Promise<TrainingYearPlan> {
  const { problem, found } = await heldClasses(training, year, classes, solve)
  invariant(allotmentFaultsOf(problem, found.chosen).length === 0, 'an allotment keeps its own rules')
  const places = found.chosen.flatMap((index) => placeOf(problem, index))
  const held = new Set(places.map(({ key }) => key))
  return {
    year,
    asOf: training.asOf,
    classes: classes.filter(({ key }) => held.has(key)),
    places,
    uncovered: uncoveredOf(problem, found.chosen) satisfies readonly UncoveredWant[],
    objective: rounded(found.objective),
    bound: rounded(found.bound),
    gap: found.gap,
  }
}

/** Classes with too few people are left out, the smallest first: by a quick allotment, then by the best one. */
async function heldClasses(
  training: Training,
  year: number,
  classes: readonly PlannedClass[],
  solve: Solve,
): Promise<{ readonly problem: PlanProblem; readonly found: Allotment }> {
  const { leastPeople } = training.allotting
  let held = classes
  for (let small = smallest(training, year, held); small; small = smallest(training, year, held))
    held = without(held, small)
  for (;;) {
    const problem = planProblem(training, year, held)
    const found = await solve(problem)
    const small = smallestOf(problem, found.chosen, leastPeople)
    if (!small) return { problem, found }
    held = without(held, small)
  }
}

const without = (classes: readonly PlannedClass[], key: string): readonly PlannedClass[] =>
  classes.filter((planned) => planned.key !== key)

function smallest(training: Training, year: number, classes: readonly PlannedClass[]): string | undefined {
  const problem = planProblem(training, year, classes)
  return smallestOf(problem, greedyAllotment(problem), training.allotting.leastPeople)
}

/** The class with the fewest people, where they are too few. */
function smallestOf({ classes, arcs }: PlanProblem, chosen: readonly number[], least: number): string | undefined {
  const taken = Map.groupBy(chosen, (index) => arcs[index]?.event ?? -1)
  const sizes = classes.map(({ key }, event) => ({ key, size: taken.get(event)?.length ?? 0 }))
  return sizes.filter(({ size }) => size < least).sort((a, b) => a.size - b.size)[0]?.key
}

const rounded = (points: number): number => Math.round(points * 10) / 10

export const catalogueOf = (training: Training, year: number): readonly PlannedClass[] =>
  standardCatalogue(topicsOf(training), year, training.asOf, training.hours.hoursADay)

const topicsOf = ({ states, refreshers }: Training): readonly Topic[] => [
  ...states.map(({ topic }) => topic),
  ...refreshers,
]

export function planProblem(training: Training, year: number, classes: readonly PlannedClass[]): PlanProblem {
  const { allotting, audiences, hours } = training
  const topics = topicsOf(training)
  const wants = wantsOf(training, year)
  const teams = [...new Set(wants.map(({ cadre }) => audiences.teamOf(cadre)))].filter((team) => team !== undefined)
  const sizes = teamSizes(training)
  const awayMost = teams.map((team) => Math.max(1, Math.floor(((sizes.get(team) ?? 1) * allotting.awayPercent) / 100)))
  const waiting = waitingLists(training, wants, classes)
  const arcs = wants.flatMap((want, person) =>
    classes.flatMap((planned, event): AllotmentArc[] => {
      const theme = topics.findIndex(({ id }) => id === planned.topic)
      const topic = topics[theme]
      const isWaiting = waiting.get(planned.topic ?? '')?.has(want)
      const wanted = isWaiting ? want.topics.find((one) => one.topic.id === planned.topic) : undefined
      const isRefresher =
        topic?.source === 'hours' && want.hours !== undefined && audiences.memberOf(want.cadre, topic) !== undefined
      if (!wanted && !isRefresher) return []
      const late = 1 - allotting.latePercent / 100
      const topicPoints = wanted ? wanted.points * (isAfter(planned, wanted.due) ? 1 - late : 1) : 0
      const hoursPoints = want.hours ? want.hours.unitValue * Math.min(want.hours.hours, planned.hours) : 0
      const lost = isAfter(planned, want.hours?.due) ? hoursPoints * late : 0
      const value = topicPoints - lost - allotting.dayPoints * Math.ceil(planned.hours / hours.hoursADay)
      return value + hoursPoints > 0 ? [{ person, event, value, theme: wanted ? theme : -1 }] : []
    }),
  )
  return {
    wants,
    classes,
    topics,
    arcs,
    awayMost,
    eventsMost: allotting.classesMost,
    people: wants.map((want) => ({
      group: teams.indexOf(audiences.teamOf(want.cadre) ?? ''),
      wants: want.hours?.hours ?? 0,
      unitValue: want.hours?.unitValue ?? 0,
    })),
    events: classes.map(({ from, to, places, hours: gives, recognised }) => ({
      places,
      from: daysBetween(epoch, from),
      to: daysBetween(epoch, to),
      gives: recognised ? gives : 0,
    })),
  }
}

/**
 * Who waits for each topic: so many more than it has places, the earliest due first, then those who had the fewest
 * recognised hours. Further back nobody would get one.
 */
function waitingLists(
  { courses, allotting }: Training,
  wants: readonly Wants[],
  classes: readonly PlannedClass[],
): ReadonlyMap<string, ReadonlySet<Wants>> {
  const recognised = new Map(
    wants.map((want) => {
      const counted = courses(want.cadre).filter((course) => course.recognised === true)
      return [want, counted.reduce((sum, { hours }) => sum + (hours ?? 0), 0)]
    }),
  )
  const had = (want: Wants): number => recognised.get(want) ?? 0
  const places = Map.groupBy(classes, ({ topic }) => topic ?? '')
  return new Map(
    [...places].map(([topic, own]) => {
      const dueOf = ({ topics }: Wants): number =>
        topics.find((one) => one.topic.id === topic)?.due ?? Number.POSITIVE_INFINITY
      const most = Math.ceil((own.reduce((sum, { places: each }) => sum + each, 0) * allotting.waitingPercent) / 100)
      const inLine = wants
        .filter(({ topics }) => topics.some((one) => one.topic.id === topic))
        .toSorted((a, b) => compare(dueOf(a), dueOf(b)) || had(a) - had(b) || a.cadre.index - b.cadre.index)
      return [topic, new Set(inLine.slice(0, most))]
    }),
  )
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

const epoch = 20000101

const isAfter = ({ to }: PlannedClass, due: number | undefined): boolean => due !== undefined && to > due

/** Members of each leadership team who serve. */
function teamSizes({ facts, audiences }: Training): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    const team = cadre.hasLeft ? undefined : audiences.teamOf(cadre)
    if (team !== undefined) sizes.set(team, (sizes.get(team) ?? 0) + 1)
  }
  return sizes
}

function placeOf({ arcs, wants, classes }: PlanProblem, index: number): readonly AllottedPlace[] {
  const arc = arcs[index]
  const [want, planned] = [wants[arc?.person ?? -1], classes[arc?.event ?? -1]]
  if (!want || !planned) return []
  const topic = want.topics.find((one) => one.topic.id === planned.topic)
  const reasons = [...(topic ? [topic.reason] : []), ...(want.hours && planned.recognised ? [want.hours.reason] : [])]
  return [{ key: planned.key, cadreId: want.cadre.id, reasons }]
}
