/** What takes longer to read of a board, kept beside it: track records, duties, ages, limits, who is how far from a seat. */
import {
  type AgeStructure,
  ageStructure,
  candidatesFor,
  type Ground,
  type Limit,
  limitsAhead,
  type Readiness,
  readinessReader,
  type Strengths,
  strengthsFor,
  type TrackRecords,
  trackRecords,
  type YoungList,
  youngAndReady,
} from '#appoint/index.ts'
import { once } from '#domain/once.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { Records } from '#records/index.ts'
import { readSameness } from '#records/queries/index.ts'
import { inTurns } from '../law/seat-by-seat.ts'
import type { Board } from './board-desk.ts'
import { dutiesOf } from './rotation-duties.ts'

export interface Prospects {
  readonly ground: Ground
  readonly records: TrackRecords
  readonly duties: () => readonly RotationDuty[]
  readonly strengths: Strengths
  readonly ages: () => AgeStructure
  readonly limits: () => readonly Limit[]
  readonly young: () => YoungList
  /** Of everybody for whom the seat would be no move to a lower level; some seconds the first time, in slices. */
  readonly readiness: (positionId: string) => Promise<readonly Readiness[]>
}

const known = new WeakMap<Ground, Promise<Prospects>>()

/** @example (await prospectsOf(records, await desk.board.current())).limits() */
export function prospectsOf(records: Records, { edition, ground }: Board): Promise<Prospects> {
  const found = known.get(ground)
  if (found) return found
  const made = readSameness(records.database, edition.runId).then((same) =>
    prospectsFrom(ground, trackRecords(ground.snapshot, same)),
  )
  known.set(ground, made)
  made.catch(() => known.delete(ground))
  return made
}

function prospectsFrom(ground: Ground, records: TrackRecords): Prospects {
  const strengths = strengthsFor(ground, records)
  const duties = () => dutiesOf(ground.facts, ground.book)
  const seats = new Map<string, Promise<readonly Readiness[]>>()
  return {
    ground,
    records,
    duties,
    strengths,
    ages: once(() => ageStructure(ground)),
    limits: once(() => limitsAhead(ground, duties())),
    young: once(() => youngAndReady(ground, strengths)),
    readiness(positionId) {
      const found = seats.get(positionId) ?? readinessAt(ground, positionId)
      seats.set(positionId, found)
      found.catch(() => seats.delete(positionId))
      return found
    },
  }
}

/** People looked at before others are answered. */
const slice = 150

async function readinessAt(ground: Ground, positionId: string): Promise<readonly Readiness[]> {
  const place = ground.facts.seatIndex(positionId)
  if (place === undefined) return []
  const seat = ground.facts.seat(place)
  const people = candidatesFor(ground, seat)
  const read = readinessReader(ground)
  const found: Readiness[] = []
  for await (const start of inTurns(people.length, slice)) found.push(...read(seat, people.slice(start, start + slice)))
  return found
}
