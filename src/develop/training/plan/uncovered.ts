/** What no place of the year meets, and why: told from what was chosen, not from the search. */
import type { UncoveredWant } from '#domain/training.ts'
import type { AllotmentArc } from '#optimisation/index.ts'
import type { PlanProblem } from './plan.ts'

type Why = UncoveredWant['why']

export function uncoveredOf(problem: PlanProblem, chosen: readonly number[]): readonly UncoveredWant[] {
  const { wants, topics, arcs, classes } = problem
  const held = Map.groupBy(
    chosen.map((index) => arcs[index] as AllotmentArc),
    ({ person }) => person,
  )
  const open = Map.groupBy(arcs, ({ person }) => person)
  const whyNot = whyReader(problem, chosen)
  const refreshers = new Set(topics.flatMap(({ id, source }) => (source === 'hours' ? [id] : [])))
  const isRefresher = ({ topic }: { readonly topic?: string }): boolean => refreshers.has(topic ?? '')
  const places = new Map<string, { all: number; taken: number }>()
  for (const { topic = '', places: more } of classes) {
    const known = places.get(topic) ?? { all: 0, taken: 0 }
    places.set(topic, { ...known, all: known.all + more })
  }
  for (const index of chosen) {
    const known = places.get(classes[arcs[index]?.event ?? -1]?.topic ?? '')
    if (known) known.taken += 1
  }
  const whyTopic = (topic: string, own: readonly AllotmentArc[], possible: readonly AllotmentArc[]): Why => {
    const known = places.get(topic)
    return known === undefined ? 'no-class' : known.taken >= known.all ? 'full' : whyNot(own, possible)
  }
  return wants.flatMap(({ cadre, hours, topics: wanted }, person) => {
    const [own, possible] = [held.get(person) ?? [], open.get(person) ?? []]
    const lacking = wanted
      .filter(({ topic }) => !own.some(({ event }) => classes[event]?.topic === topic.id))
      .map(({ topic }) => {
        const theme = topics.indexOf(topic)
        return {
          cadreId: cadre.id,
          want: topic.id,
          why: whyTopic(
            topic.id,
            own,
            possible.filter((arc) => arc.theme === theme),
          ),
        }
      })
    const given = own.reduce((sum, { event }) => sum + (problem.events[event]?.gives ?? 0), 0)
    const left = (hours?.hours ?? 0) - given
    const others = possible.filter((arc) => !own.includes(arc))
    if (left <= 0) return lacking
    const why = classes.some(isRefresher) ? whyNot(own, others) : 'no-class'
    return [...lacking, { cadreId: cadre.id, want: 'hours', hours: left, why }]
  })
}

function whyReader(problem: PlanProblem, chosen: readonly number[]) {
  const { events, people, arcs, awayMost, eventsMost } = problem
  const taken = chosen.map((index) => arcs[index] as AllotmentArc)
  const places = Map.groupBy(taken, ({ event }) => event)
  const shareDay = (a: number, b: number): boolean => {
    const [one, other] = [events[a], events[b]]
    return one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to
  }
  const isTeamAway = ({ person, event }: AllotmentArc): boolean => {
    const group = people[person]?.group ?? -1
    if (group < 0) return false
    const away = taken.filter((arc) => people[arc.person]?.group === group && shareDay(arc.event, event))
    return new Set(away.map((arc) => arc.person)).size >= (awayMost[group] ?? 1)
  }
  return (own: readonly AllotmentArc[], possible: readonly AllotmentArc[]): Why => {
    if (possible.length === 0) return 'worth'
    if (own.length >= eventsMost) return 'most'
    const free = possible.filter(({ event }) => (places.get(event)?.length ?? 0) < (events[event]?.places ?? 0))
    if (free.length === 0) return 'full'
    if (free.every(({ event }) => own.some((arc) => shareDay(arc.event, event)))) return 'clash'
    return free.some(isTeamAway) ? 'team' : 'worth'
  }
}
