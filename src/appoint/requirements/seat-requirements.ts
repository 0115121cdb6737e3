/** What a seat asks for, and where each element of it comes from. */
import { numberAt, textAt } from '#domain/columns.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { RuleBook, SeatFacts } from '#policy/index.ts'
import { seatProfileRule } from '#policy/index.ts'

/** 党性修养 is shown with attributed evidence for people to judge; like all political quality it gets no computed number. */
export const withoutNumber = 'party-spirit'

/** Written down for this seat, or taken from the library: the parameter of the local rule that asks for it. */
export type RequirementOrigin =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'library'; readonly rule: string; readonly parameter: string }

export interface AskedOfSeat {
  readonly facet: Identifier<'facet'>
  readonly element: string
  /** 1 to 5. */
  readonly level: number
  /** Share of the fit: those of a seat sum to 1. Party spirit has none, because it is not among the numbers. */
  readonly weight: number | undefined
  readonly origin: RequirementOrigin
}

export interface SeatRequirements {
  readonly positionId: string
  /** Whether the seat has requirements of its own on record; these always win over the library as a whole. */
  readonly kind: 'recorded' | 'library'
  /** By facet in the customary order, Party spirit first; inside a facet by weight. Empty where nothing is asked. */
  readonly asked: readonly AskedOfSeat[]
}

interface Stated {
  readonly facet: Identifier<'facet'>
  readonly element: string
  readonly level: number
  readonly weight: number
  readonly origin: RequirementOrigin
}

/** Weights that sum to 1 among what is measured. */
function shared(stated: readonly Stated[]): AskedOfSeat[] {
  const counted = stated.filter(({ facet, weight }) => facet === withoutNumber || weight > 0)
  const total = counted.reduce((sum, { facet, weight }) => sum + (facet === withoutNumber ? 0 : weight), 0)
  return counted.map((one) => ({ ...one, weight: one.facet === withoutNumber ? undefined : one.weight / total }))
}

const order: readonly string[] = ['party-spirit', 'knowledge', 'psychology', 'style', 'practice', 'experience']

const inOrder = (asked: readonly AskedOfSeat[]): AskedOfSeat[] =>
  asked.toSorted(
    (a, b) =>
      order.indexOf(a.facet) - order.indexOf(b.facet) ||
      (b.weight ?? 0) - (a.weight ?? 0) ||
      (a.element < b.element ? -1 : 1),
  )

/** What is on record, by row of the positions frame. */
function recordedBySeat(snapshot: Snapshot): ReadonlyMap<number, readonly Stated[]> {
  const { requirements, positions } = snapshot.tables
  const r = requirements.columns
  const seats = resolve(r.position_id, positions.columns.position_id)
  const bySeat = new Map<number, Stated[]>()
  for (let row = 0; row < requirements.length; row += 1) {
    const facet = textAt(r.facet, row) as Identifier<'facet'> | undefined
    const element = textAt(r.element, row)
    const level = numberAt(r.level, row)
    const seat = seats[row] ?? -1
    const weight = numberAt(r.weight, row) ?? 1
    if (facet === undefined || element === undefined || level === undefined || seat < 0 || weight <= 0) continue
    const asked = bySeat.get(seat) ?? []
    asked.push({ facet, element, level, weight, origin: { kind: 'recorded' } })
    bySeat.set(seat, asked)
  }
  return bySeat
}

/**
 * Reads what seats ask for: the requirements on record, or the library where a seat has none that can be measured.
 * @example readRequirements(snapshot, book)(facts.seat(0)).asked[0] // { facet: 'party-spirit', element: '组织纪律观念', … }
 */
export function requirementReader(source: {
  readonly snapshot: Snapshot
  readonly book: RuleBook
}): (seat: SeatFacts) => SeatRequirements {
  const { snapshot, book } = source
  const recorded = recordedBySeat(snapshot)
  const profile = book.seatProfile(snapshot.asOf)
  const known = new Map<number, SeatRequirements>()

  function read(seat: SeatFacts): SeatRequirements {
    const own = recorded.get(seat.index) ?? []
    if (own.some(({ facet }) => facet !== withoutNumber))
      return { positionId: seat.position, kind: 'recorded', asked: inOrder(shared(own)) }
    const library = (profile?.(seat) ?? []).map(
      ({ parameter, ...one }): Stated => ({
        ...one,
        origin: { kind: 'library', rule: seatProfileRule, parameter },
      }),
    )
    // What is on record of Party spirit stands beside what the library asks of the other facets.
    const asked = own.length > 0 ? [...own, ...library.filter(({ facet }) => facet !== withoutNumber)] : library
    return { positionId: seat.position, kind: 'library', asked: inOrder(shared(asked)) }
  }

  return (seat) => {
    const found = known.get(seat.index)
    if (found) return found
    const made = read(seat)
    known.set(seat.index, made)
    return made
  }
}

const readers = new WeakMap<object, (seat: SeatFacts) => SeatRequirements>()

/** What one seat asks for; see {@link requirementReader}. The ground is read once. */
export function requirementsOf(
  ground: { readonly snapshot: Snapshot; readonly book: RuleBook },
  seat: SeatFacts,
): SeatRequirements {
  const reader = readers.get(ground) ?? requirementReader(ground)
  readers.set(ground, reader)
  return reader(seat)
}
