/** The plan of a year for screens: classes with those who have places, and what stays uncovered, by reason. */
import type { Training } from '#develop/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { UncoveredWant } from '#domain/training.ts'
import type { PlanVersion } from '#records/queries/index.ts'
import type { YearPlanShape } from '../contract/index.ts'
import { presentPerson } from '../presenters/named.ts'
import { presentFacts } from './present-class.ts'

const shownMost = 100
const hoursTitle: Text = { zh: '学时', en: 'Hours' }

export function presentYearPlan(
  training: Training,
  year: number,
  found: PlanVersion | undefined,
  today: DateCode,
): YearPlanShape {
  const head = { today: formatDate(today), year }
  if (!found) return { ...head, plan: null }
  const { plan, version, state, byName, recordedAt } = found
  const topics = new Map(
    [...training.states.map(({ topic }) => topic), ...training.refreshers].map((one) => [one.id, one]),
  )
  const taken = Map.groupBy(plan.places, ({ key }) => key)
  const abilitiesOf = (topic: string | undefined) => topics.get(topic ?? '')?.abilities ?? []
  return {
    ...head,
    plan: {
      version,
      state,
      byName,
      recordedAt,
      asOf: formatDate(plan.asOf),
      objective: plan.objective,
      bound: plan.bound,
      gap: plan.gap,
      classes: plan.classes.map(({ key, ...facts }) => ({
        ...presentFacts(facts),
        key,
        taken: taken.get(key)?.length ?? 0,
        abilities: abilitiesOf(facts.topic).map((ability) => labelOf('ability', ability)),
      })),
      places: plan.places.map(({ key, cadreId, reasons }) => ({
        ...presentPerson(training, cadreId),
        key,
        reasons: [...reasons],
      })),
      uncovered: [
        ...Map.groupBy(plan.uncovered.toSorted(byWant), ({ want, why }) => `${want}/${why}`).values(),
      ].flatMap((own) => presentUncovered(training, own, topics.get(own[0]?.want ?? '')?.title ?? hoursTitle)),
      abilities: identifiersOf('ability').map((ability) => ({
        ability: labelOf('ability', ability),
        places: plan.classes
          .filter(({ topic }) => abilitiesOf(topic).includes(ability))
          .reduce((sum, { key }) => sum + (taken.get(key)?.length ?? 0), 0),
      })),
    },
  }
}

const byWant = (a: UncoveredWant, b: UncoveredWant): number => (a.want < b.want ? -1 : a.want > b.want ? 1 : 0)

function presentUncovered(training: Training, own: readonly UncoveredWant[], title: Text) {
  const [first] = own
  return first
    ? [
        {
          want: first.want,
          title,
          why: first.why,
          count: own.length,
          people: own
            .toSorted((a, b) => (b.hours ?? 0) - (a.hours ?? 0))
            .slice(0, shownMost)
            .map(({ cadreId, hours }) => ({ ...presentPerson(training, cadreId), hours: hours ?? null })),
        },
      ]
    : []
}
