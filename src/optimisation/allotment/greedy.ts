import { type AllotmentArc, type AllotmentEvent, type AllotmentProblem, clashSets } from './problem.ts'

/** What is taken so far, and what one more arc would add; undefined where a rule speaks against it. */
export interface Standing {
  readonly gainOf: (arc: number) => number | undefined
  readonly take: (arc: number) => void
}

export function standingOf(problem: AllotmentProblem): Standing {
  const { people, events, arcs, awayMost, eventsMost } = problem
  const sets = clashSets(events)
  const setsOf = events.map((_, event) => sets.flatMap((set, index) => (set.includes(event) ? [index] : [])))
  const free = events.map(({ places }) => places)
  const left = people.map(({ wants }) => wants)
  const taken = people.map((): number[] => [])
  const away = new Map<string, number>()
  const awayAt = (group: number, set: number): number => away.get(`${group}/${set}`) ?? 0
  return {
    gainOf(index) {
      const { person, event, value, theme } = arcs[index] as AllotmentArc
      const own = taken[person] as number[]
      const { group, unitValue } = people[person] as (typeof people)[number]
      if ((free[event] as number) <= 0 || own.length >= eventsMost) return undefined
      const meets = (other: number): boolean => {
        const arc = arcs[other] as AllotmentArc
        return (
          (theme >= 0 && arc.theme === theme) || (setsOf[arc.event] ?? []).some((set) => sets[set]?.includes(event))
        )
      }
      if (own.some(meets)) return undefined
      if (group >= 0 && (setsOf[event] ?? []).some((set) => awayAt(group, set) >= (awayMost[group] as number)))
        return undefined
      return value + unitValue * Math.min(left[person] as number, (events[event] as AllotmentEvent).gives)
    },
    take(index) {
      const { person, event } = arcs[index] as AllotmentArc
      taken[person]?.push(index)
      free[event] = (free[event] as number) - 1
      left[person] = Math.max(0, (left[person] as number) - (events[event] as AllotmentEvent).gives)
      const { group } = people[person] as (typeof people)[number]
      if (group >= 0) for (const set of setsOf[event] ?? []) away.set(`${group}/${set}`, awayAt(group, set) + 1)
    },
  }
}

/** The arcs taken one by one, each time the one that adds most: gains only fall, so a stale one is looked at again. */
export function greedyAllotment(problem: AllotmentProblem): readonly number[] {
  const standing = standingOf(problem)
  const chosen: number[] = []
  let queue = problem.arcs.map((_, arc) => ({ arc, gain: standing.gainOf(arc) ?? 0 }))
  while (queue.length > 0) {
    queue.sort((a, b) => b.gain - a.gain || a.arc - b.arc)
    const stale: typeof queue = []
    for (const { arc, gain } of queue) {
      const now = standing.gainOf(arc) ?? 0
      if (now <= 0) continue
      if (now < gain) {
        stale.push({ arc, gain: now })
        continue
      }
      standing.take(arc)
      chosen.push(arc)
    }
    queue = stale
  }
  return chosen.toSorted((a, b) => a - b)
}
