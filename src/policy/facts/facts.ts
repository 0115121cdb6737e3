/**
 * What the rules ask about cadres and seats, computed from a snapshot once and shared by appointment, management and
 * development. A cadre is read when first asked for, so that one pair costs one pair.
 */
import type { DateCode } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import { type PostLevel, postRank, type Role } from '#domain/lexicon/terms.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { careerReader, type GradeLevels, presentGrade, presentPost, type Stretch } from './career.ts'
import {
  type Education,
  type Evaluation,
  educationReader,
  evaluationReader,
  type Sanction,
  sanctionReader,
  type Training,
  trainingReader,
} from './histories.ts'
import { type Relative, relativeReader } from './relatives.ts'
import { type SeatFacts, seatReader } from './seats.ts'

export interface CadreFacts {
  readonly index: number
  readonly id: string
  readonly workStartedOn: DateCode | undefined
  readonly party: string | undefined
  readonly partyJoinedOn: DateCode | undefined
  readonly healthOk: boolean | undefined
  readonly growthPlace: string | undefined
  readonly stretches: readonly Stretch[]
  readonly hasLeft: boolean
  readonly post: Stretch | undefined
  /** Level and role of the post held now. */
  readonly level: PostLevel | undefined
  readonly role: Role | undefined
  readonly grade: string | undefined
  /** The higher of the post level and the level that the grade is equivalent to. */
  readonly standing: PostLevel | undefined
  readonly sanctions: readonly Sanction[]
  readonly evaluations: readonly Evaluation[]
  readonly trainings: readonly Training[]
  /** Some course of somebody is recorded; where none is, nothing can be said of hours. */
  readonly trainingsRecorded: boolean
  readonly educations: readonly Education[]
  /** Read on first use: most rules never ask. */
  relatives(): readonly Relative[]
}

export interface Facts {
  readonly snapshot: Snapshot
  readonly cadreCount: number
  cadre(index: number): CadreFacts
  seat(index: number): SeatFacts
  cadreIndex(id: string): number | undefined
  seatIndex(id: string): number | undefined
}

function memo<T>(make: (index: number) => T): (index: number) => T {
  const known: T[] = []
  return (index) => {
    const found = known[index]
    if (found !== undefined) return found
    const made = make(index)
    known[index] = made
    return made
  }
}

function indexOf(values: readonly string[], codes: Int32Array): Map<string, number> {
  const rows = new Map<string, number>()
  codes.forEach((code, row) => rows.set(values[code] ?? '', row))
  return rows
}

/** @example readFacts(snapshot, book.gradeLevels).cadre(0).level // 'section-chief' */
export function readFacts(snapshot: Snapshot, gradeLevels: GradeLevels): Facts {
  const { cadres, positions } = snapshot.tables
  const c = cadres.columns
  const cadreRows = indexOf(c.cadre_id.values, c.cadre_id.codes)
  const seatRows = indexOf(positions.columns.position_id.values, positions.columns.position_id.codes)
  const seat = memo(seatReader(snapshot))
  const career = memo(careerReader(snapshot, seat, gradeLevels))
  const sanctions = sanctionReader(snapshot)
  const evaluations = evaluationReader(snapshot)
  const trainings = trainingReader(snapshot)
  const educations = educationReader(snapshot)
  const seatOf = (position: string): SeatFacts | undefined => {
    const row = seatRows.get(position)
    return row === undefined ? undefined : seat(row)
  }
  const relatives = memo(relativeReader(snapshot, seatOf, (index) => career(index).stretches))

  const cadre = memo((index): CadreFacts => {
    const { stretches, hasLeft } = career(index)
    const post = presentPost(stretches)
    const grade = presentGrade(stretches)
    return {
      index,
      id: textAt(c.cadre_id, index) ?? '',
      workStartedOn: dateAt(c.work_started_on, index),
      party: textAt(c.party, index),
      partyJoinedOn: dateAt(c.party_joined_on, index),
      healthOk: booleanAt(c.health_ok, index),
      growthPlace: textAt(c.growth_place_code, index),
      stretches,
      hasLeft,
      post,
      level: post?.level,
      role: post?.role,
      grade: grade?.level,
      standing: higher(post?.level, grade?.level),
      sanctions: sanctions(index),
      evaluations: evaluations(index),
      trainings: trainings(index),
      trainingsRecorded: snapshot.tables.trainings.length > 0,
      educations: educations(index),
      relatives: () => relatives(index),
    }
  })

  return {
    snapshot,
    cadreCount: cadres.length,
    cadre,
    seat,
    cadreIndex: (id) => cadreRows.get(id),
    seatIndex: (id) => seatRows.get(id),
  }
}

function higher(post: PostLevel | undefined, grade: PostLevel | undefined): PostLevel | undefined {
  if (post === undefined) return undefined
  return grade !== undefined && postRank(grade) > postRank(post) ? grade : post
}
