/**
 * What the rules ask about cadres and seats, computed from a snapshot once and shared by appointment, management and
 * development. A cadre is read when first asked for, so that one pair costs one pair.
 */
import type { DateCode } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import { type PostLevel, postRank, type Role } from '#domain/lexicon/terms.ts'
import { rowsByKey, type Snapshot } from '#domain/snapshot.ts'
import { careerReader, presentGrade, presentPost, type Stretch } from './career.ts'
import { type GradeLevels, leastGradeOf } from './grades.ts'
import { heldSince } from './held.ts'
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
import { occupancyReader } from './holders.ts'
import type { FrontLine } from './places.ts'
import { type Relative, relativeReader } from './relatives.ts'
import { type SeatFacts, seatReader } from './seats.ts'
import { type Headship, type SupervisionEvent, supervisionReader } from './supervision.ts'

export interface CadreFacts {
  readonly index: number
  readonly id: string
  readonly bornOn: DateCode | undefined
  readonly workStartedOn: DateCode | undefined
  readonly party: string | undefined
  readonly partyJoinedOn: DateCode | undefined
  readonly healthOk: boolean | undefined
  /** On the list of reserve cadres (后备). */
  readonly reserve: boolean | undefined
  readonly growthPlace: string | undefined
  /** Of a nationality other than Han. */
  readonly minority: boolean | undefined
  readonly stretches: readonly Stretch[]
  readonly hasLeft: boolean
  readonly post: Stretch | undefined
  /** Since when it has been held without a break. */
  readonly postSince: DateCode | undefined
  /** The present post is in an enterprise or institution; undefined where only a name that may be one is known. */
  readonly outsideOrgans: boolean | undefined
  /** Level and role of the post held now. */
  readonly level: PostLevel | undefined
  readonly role: Role | undefined
  /** The highest grade (职级) held now, and the lowest that goes with a leading post held now. */
  readonly grade: string | undefined
  readonly leastGrade: string | undefined
  /** The higher of the post level and the level that the grade is equivalent to. */
  readonly standing: PostLevel | undefined
  readonly sanctions: readonly Sanction[]
  /** Read on first use, as below. */
  supervision(): readonly SupervisionEvent[]
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
  unitIndex(id: string): number | undefined
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

const nowhere: FrontLine = { unitKinds: [], unitLevels: [] }

/** @example readFacts(snapshot, book.gradeLevels).cadre(0).level // 'section-chief' */
export function readFacts(snapshot: Snapshot, gradeLevels: GradeLevels, frontLine: FrontLine = nowhere): Facts {
  const { cadres, positions, units } = snapshot.tables
  const c = cadres.columns
  const cadreRows = rowsByKey(c.cadre_id)
  const seatRows = rowsByKey(positions.columns.position_id)
  const unitRows = rowsByKey(units.columns.unit_id)
  const occupancy = occupancyReader(snapshot, (index) => career(index))
  const seat = memo(seatReader(snapshot, occupancy))
  const career = memo(careerReader(snapshot, seat, gradeLevels, frontLine))
  const sanctions = sanctionReader(snapshot)
  const evaluations = evaluationReader(snapshot)
  const trainings = trainingReader(snapshot)
  const educations = educationReader(snapshot)
  const seatOf = (position: string): SeatFacts | undefined => {
    const row = seatRows.get(position)
    return row === undefined ? undefined : seat(row)
  }
  const headshipOf = (index: number): Headship | undefined => {
    const { stretches } = career(index)
    const post = presentPost(stretches)
    return post?.seat && post.role === 'principal' ? { seat: post.seat, since: heldSince(stretches, post) } : undefined
  }
  const supervision = memo(supervisionReader(snapshot, headshipOf))
  const relatives = memo(relativeReader(snapshot, seatOf, (index) => career(index).stretches))

  const cadre = memo((index): CadreFacts => {
    const { stretches, hasLeft } = career(index)
    const post = presentPost(stretches)
    const grade = presentGrade(stretches)
    return {
      index,
      id: textAt(c.cadre_id, index) ?? '',
      bornOn: dateAt(c.born_on, index),
      workStartedOn: dateAt(c.work_started_on, index),
      party: textAt(c.party, index),
      partyJoinedOn: dateAt(c.party_joined_on, index),
      reserve: booleanAt(c.reserve, index),
      healthOk: booleanAt(c.health_ok, index),
      growthPlace: textAt(c.growth_place_code, index),
      minority: isMinority(textAt(c.ethnicity, index)),
      stretches,
      hasLeft,
      post,
      postSince: post && heldSince(stretches, post),
      outsideOrgans: isOutsideOrgans(post),
      level: post?.level,
      role: post?.role,
      grade: grade?.grade,
      leastGrade: leastGradeOf(post?.level, gradeLevels),
      standing: higher(post?.level, grade?.level as PostLevel | undefined),
      sanctions: sanctions(index),
      supervision: () => supervision(index),
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
    unitIndex: (id) => unitRows.get(id),
  }
}

const isMinority = (ethnicity: string | undefined): boolean | undefined =>
  ethnicity === undefined ? undefined : !/^汉族?$/.test(ethnicity)

const outsideKinds: readonly string[] = ['enterprise', 'institution']
/** Words in the names of enterprises and institutions; some organs bear them too. */
const outsideWords = /公司|集团|银行|企业|大学|学院|学校|中学|小学|医院|研究|中心/

function isOutsideOrgans(post: Stretch | undefined): boolean | undefined {
  if (post?.seat) return outsideKinds.includes(post.seat.unitKind)
  return post === undefined || outsideWords.test(post.label.zh) ? undefined : false
}

function higher(post: PostLevel | undefined, grade: PostLevel | undefined): PostLevel | undefined {
  if (post === undefined) return undefined
  return grade !== undefined && postRank(grade) > postRank(post) ? grade : post
}
