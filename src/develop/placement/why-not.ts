/** 为什么不是: what stands against somebody in a seat of a placement round, or who has it. */
import { addMonths } from '#domain/calendar.ts'
import { countsAs, type Finding } from '#domain/finding.ts'
import { concerns, expectingResults, mayBeConsidered, recusalOf } from '#policy/index.ts'
import { coverReader, postedNeeds } from '../posting/cover.ts'
import { lawfulPairs } from '../posting/lawful-pairs.ts'
import { type OpenSeat, openSeats } from '../posting/open-seats.ts'
import { type PlacementGround, worthIn } from './problem.ts'
import type { Placement } from './result.ts'
import { placementSettings } from './settings.ts'

/** `equal`: as good for the person, and free; it is another of the best rounds, or a limit of the unit stands against it. */
export const whyNotAnswers = [
  'chosen',
  'not-lacking',
  'not-open',
  'no-use',
  'unlawful',
  'taken',
  'worth-less',
  'equal',
] as const

export interface WhyNotPlaced {
  readonly answer: (typeof whyNotAnswers)[number]
  /** What stands against it, where it is not lawful. */
  readonly findings: readonly Finding[]
  /** Who has the seat in the round. */
  readonly heldBy: readonly string[]
  /** What it would be worth, and what the person has. */
  readonly worth: number
  readonly has: number
}

/** @example whyNotPlaced(ground, placement, { cadreId: 'C1', positionId: 'P1' }).answer // 'taken' */
export function whyNotPlaced(
  ground: PlacementGround,
  { people }: Pick<Placement, 'people'>,
  { cadreId, positionId }: { readonly cadreId: string; readonly positionId: string },
): WhyNotPlaced {
  const { facts, book } = ground
  const { asOf } = facts.snapshot
  const heldBy = people.flatMap((one) => (one.placed?.positionId === positionId ? [one.cadreId] : []))
  const person = people.find((one) => one.cadreId === cadreId)
  const cadre = facts.cadreIndex(cadreId)
  const said = (answer: WhyNotPlaced['answer'], more: Partial<WhyNotPlaced> = {}): WhyNotPlaced => ({
    ...{ answer, findings: [], heldBy, worth: 0, has: person?.placed?.value ?? 0 },
    ...more,
  })
  if (!person || cadre === undefined) return said('not-lacking')
  if (person.placed?.positionId === positionId) return said('chosen')
  const settings = placementSettings(book, asOf)
  const { rounds, roundMonths } = settings
  const place = openSeats(ground, ground.duties, rounds * roundMonths).find(({ seat }) => seat.position === positionId)
  if (!place) return said('not-open')
  const cover = coverReader(facts, postedNeeds(facts, ground.needs))
  const meets = cover.needsMet(cadre, place)
  if (meets.length === 0) return said('no-use')
  const starts = Array.from({ length: rounds }, (_, round) => addMonths(asOf, round * roundMonths))
  const days = [place.on, ...starts.filter((start) => start > place.on)]
  const places = days.map((on): OpenSeat => ({ ...place, on }))
  const [lawful] = lawfulPairs(ground, { people: [cadre], places, isOfUse: () => true })
  if (!lawful) return said('unlawful', { findings: standingAgainst(ground, cadre, place) })
  const worth = worthIn(
    meets,
    Math.max(
      0,
      starts.findLastIndex((start) => start <= lawful.place.on),
    ),
    settings,
  )
  if (heldBy.length >= place.places) return said('taken', { worth })
  return said(worth < (person.placed?.value ?? 0) ? 'worth-less' : 'equal', { worth })
}

function standingAgainst({ facts, book }: PlacementGround, cadre: number, { seat, on, cause }: OpenSeat): Finding[] {
  const then = expectingResults(facts, on)
  const all = [...book.inForce('appointment', on), ...book.inForce('planning', on)]
  const rules = cause === 'secondment' ? all.filter(({ rule }) => recusalOf(rule) !== undefined) : all
  return concerns(rules, { ...then, snapshot: { ...facts.snapshot, asOf: on } }, then.cadre(cadre), seat).filter(
    (finding) => finding.weight !== 'asks' && !mayBeConsidered(countsAs(finding)),
  )
}
