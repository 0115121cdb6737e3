import { place, type Scale } from '../../../parts/interval-bar.tsx'
import type { Person, TeamChange } from './shapes.ts'

export type Staying = 'staying' | 'leaving' | 'coming'

export interface Counted {
  readonly key: string
  readonly label: TeamChange['before']['counts'][number]['label']
  readonly before: number
  readonly after: number
  /** Of whom it is not recorded, after the plan. */
  readonly unknown: number
  readonly least: number | null
}

/** A team before and after a plan, person by person. */
export interface TeamDiff {
  readonly unitId: string
  readonly unitName: string
  readonly staying: readonly Person[]
  readonly leaving: readonly Person[]
  readonly coming: readonly Person[]
  readonly empty: { readonly before: number; readonly after: number }
  readonly counts: readonly Counted[]
}

const without = (people: readonly Person[], others: readonly Person[]): Person[] => {
  const ids = new Set(others.map(({ cadreId }) => cadreId))
  return people.filter(({ cadreId }) => !ids.has(cadreId))
}

export function teamDiff({ unitId, unitName, before, after }: TeamChange): TeamDiff {
  const leaving = without(before.members, after.members)
  return {
    unitId,
    unitName,
    staying: without(before.members, leaving),
    leaving,
    coming: without(after.members, before.members),
    empty: { before: before.empty, after: after.empty },
    counts: after.counts.map((count) => ({
      key: `${count.kind} ${count.with ?? ''}`,
      label: count.label,
      before: before.counts.find(({ kind, with: bound }) => kind === count.kind && bound === count.with)?.count ?? 0,
      after: count.count,
      unknown: count.unknown,
      least: count.least,
    })),
  }
}

/** Whether anybody comes to or leaves a team; what is not touched is folded away. */
export const isTouched = ({ leaving, coming }: TeamDiff): boolean => leaving.length + coming.length > 0

/** Whether a floor is short after the plan, so that the team is shown first. */
export const isShort = ({ counts }: TeamDiff): boolean =>
  counts.some(({ after, least }) => least !== null && after < least)

/** Whether the plan itself takes a team below a floor, or further below. */
export const isWorse = ({ counts }: TeamDiff): boolean =>
  counts.some(({ before, after, least }) => least !== null && after < least && after < before)

/** Those that the plan takes below a floor first, then those that stay below one, then by how many come and go, then by name. */
export const byConcern = (a: TeamDiff, b: TeamDiff): number =>
  Number(isWorse(b)) - Number(isWorse(a)) ||
  Number(isShort(b)) - Number(isShort(a)) ||
  b.leaving.length + b.coming.length - a.leaving.length - a.coming.length ||
  a.unitName.localeCompare(b.unitName, 'zh')

/** Whole fives around every age of the teams, so that all of them are drawn on one line; 30 to 60 where none is known. */
export function ageScale(teams: readonly TeamDiff[]): Scale {
  const ages = teams.flatMap(({ staying, leaving, coming }) =>
    [...staying, ...leaving, ...coming].flatMap(({ age }) => age ?? []),
  )
  if (ages.length === 0) return { from: 30, to: 60 }
  return { from: 5 * Math.floor((Math.min(...ages) - 1) / 5), to: 5 * Math.ceil((Math.max(...ages) + 1) / 5) }
}

/** The marks under an age line: every tenth year of the scale, its ends where they are tens too. */
export const ageMarks = ({ from, to }: Scale): number[] =>
  Array.from({ length: Math.floor(to / 10) - Math.ceil(from / 10) + 1 }, (_, at) => 10 * (Math.ceil(from / 10) + at))

export interface Dot {
  readonly person: Person
  readonly kind: Staying
  /** Per cent of the line. */
  readonly left: number
  /** How many dots of the same age stand under it. */
  readonly above: number
}

/** One dot a person of known age; those of one age stand on one another. */
export function dotsOf(people: readonly { person: Person; kind: Staying }[], scale: Scale): Dot[] {
  const standing = new Map<number, number>()
  return people
    .filter(({ person }) => person.age !== null)
    .sort((a, b) => (a.person.age ?? 0) - (b.person.age ?? 0))
    .map(({ person, kind }) => {
      const age = person.age ?? 0
      const above = standing.get(age) ?? 0
      standing.set(age, above + 1)
      return { person, kind, left: place(scale, age), above }
    })
}
