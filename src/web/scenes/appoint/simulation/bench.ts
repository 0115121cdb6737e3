import type { SimulatedTeam, SimulationRequest, SimulationShape } from '#server/contract/index.ts'
import type { Draft, Holders } from './draft.ts'

export type Seat = SimulationShape['seats'][number]
export type Person = SimulationShape['people'][number]
export type Named = Pick<Person, 'cadreId' | 'name'>
export type Team = SimulatedTeam
export type Outcome = Pick<SimulationShape, 'moves' | 'vacated' | 'teams'>

/** What the parts of the page show, and what they may do. */
export interface Bench {
  readonly data: SimulationShape
  readonly draft: Draft
  /** The seat that people are looked for, and its unit's vacancy list is shown. */
  readonly seat: Seat | undefined
  /** Picked up, to be put down on a seat: by tap or key, or while dragging. */
  readonly picked: Named | undefined
  readonly person: (cadreId: string) => Person
  readonly seatAt: (positionId: string) => Seat | undefined
  pick(person: Named | undefined): void
  drop(positionId: string, cadreId: string): void
  takeOut(positionId: string): void
  restore(positionId: string): void
  choose(positionId: string): void
  add(cadreId: string): void
  compare(cadreId: string): void
}

/** Who sits where before any change, in the teams that are shown. */
export const holdersIn = ({ teams }: Pick<SimulationShape, 'teams'>): Holders =>
  new Map(
    teams.flatMap(({ seats }) => seats.flatMap(({ positionId, before }) => (before ? [[positionId, before]] : []))),
  )

/** Seats that changes fill and that belong to no team. */
export function seatsBeside({ teams, moves, vacated }: Outcome): readonly Team['seats'][number][] {
  const onBoard = new Set(teams.flatMap(({ seats }) => seats.map(({ positionId }) => positionId)))
  return moves
    .filter(({ positionId }) => !onBoard.has(positionId))
    .map(({ positionId, cadreId }) => ({
      positionId,
      before: vacated.find((seat) => seat.positionId === positionId)?.cadreId ?? null,
      after: cadreId,
    }))
}

/** Somebody whom the answer does not name yet stands by the id until it does. */
export const personReader = ({ people }: SimulationShape): Bench['person'] => {
  const known = new Map(people.map((person) => [person.cadreId, person]))
  return (cadreId) => known.get(cadreId) ?? { cadreId, name: cadreId, age: null, post: '' }
}

export const seatReader = ({ seats }: SimulationShape): Bench['seatAt'] => {
  const known = new Map(seats.map((seat) => [seat.positionId, seat]))
  return (positionId) => known.get(positionId)
}

/** The seat asked for; where it is not on the board, the first that stands empty after the changes. */
export function seatChosen({ teams, seats }: SimulationShape, { seat }: Draft): string | undefined {
  if (seats.some(({ positionId }) => positionId === seat)) return seat
  return teams[0]?.seats.find(({ after }) => after === null)?.positionId
}

export function requestOf({ changes, seat, added, compared }: Draft): SimulationRequest {
  return {
    changes: [...changes],
    ...(seat !== undefined && compared.length > 0 && { compare: { positionId: seat, cadreIds: [...compared] } }),
    ...(added.length + compared.length > 0 && { named: [...new Set([...added, ...compared])] }),
  }
}
